"""The marker of typed answers: which key points an answer makes, and with which words.

It is deterministic and knows nothing but the two texts, the question and lists of words. Each
point is compared with the neighbouring clauses of the answer that speak most of it: which of its
ideas stand there, in their own words or in others; whether they are denied, have an opposite or
another number in their place, or are said of something else. Beside that stands what the answer
does as a whole: one that borrows the words of the question and of all points, and earns none with
them, exchanges or denies. The figures are weighed into a chance, and the chance is the verdict.
"""

from __future__ import annotations

from collections.abc import Iterable, Mapping, Sequence
from dataclasses import dataclass

from .evidence import Evidence
from .judging import chance
from .points import read_points
from .readings import Reading, readings
from .signals import Signals, signals
from .thesaurus import english
from .tokens import tokens
from .verdicts import Verdict

HIT = 0.46
"""The chance from which a point is said."""
PARTLY = 0.43
"""The same for partly said, where the point's label is named; below it more are missed by hand."""
NAMED = 0.85
"""How much of the label that takes."""

Span = tuple[int, int]


@dataclass(frozen=True)
class Mark:
    """What an answer makes of one point: the verdict, the share of its ideas and their words."""

    verdict: Verdict
    share: float
    spans: tuple[Span, ...] = ()
    denied: bool = False


def mark(
    answer: str,
    points: Sequence[str],
    *,
    prompt: str = "",
    synonyms: Mapping[str, Iterable[str]] | None = None,
) -> list[Mark]:
    """Mark an answer against each point in turn; takes time linear in the answer's length.

    Words of the prompt count for less, as nobody needs to repeat the question. `synonyms` maps a
    term to others that say the same. Spans are offsets into the answer, in order, without overlap.
    """
    found = read(answer, points, prompt=prompt, synonyms=synonyms)
    figures = signals(found, prompt)
    return [_mark(answer, *both) for both in zip(found, figures, strict=True)]


def read(
    answer: str,
    points: Sequence[str],
    *,
    prompt: str = "",
    synonyms: Mapping[str, Iterable[str]] | None = None,
) -> list[Reading]:
    """What an answer says of each point, before it is weighed."""
    if not points:
        return []
    lexicon = english().with_synonyms(synonyms or {})
    evidence = Evidence.of(answer, lexicon)
    each = [
        evidence if tokens(point, lexicon) else Evidence.of(answer, lexicon, every_word=True)
        for point in points  # "to be or not to be" has nothing but small words
    ]
    return readings(each, read_points(points, prompt, lexicon), prompt)


def is_recited(reading: Reading, figures: Signals) -> bool:
    """Whether the point stands there in its own words, in an answer that contradicts no other."""
    return reading.verbatim and not figures.others_bad


def _mark(answer: str, reading: Reading, figures: Signals) -> Mark:
    if reading.refuted:
        return Mark(Verdict.MISSED, 0.0, denied=True)
    likely = 1.0 if is_recited(reading, figures) else chance(figures)
    if likely >= HIT:
        verdict = Verdict.HIT
    elif likely >= PARTLY and figures.label >= NAMED:
        verdict = Verdict.PARTLY
    else:
        return Mark(Verdict.MISSED, 0.0 if reading.bad else reading.share, denied=reading.bad)
    return Mark(verdict, reading.share, _spans(answer, reading))


def _spans(answer: str, reading: Reading) -> tuple[Span, ...]:
    """The places of the words that earned the mark; neighbours become one."""
    if reading.best is None:
        return ()
    tokens_ = reading.sayings.evidence.tokens
    places = [tokens_[place.token] for _, place in reading.best.places()]
    spans: list[Span] = []
    for start, end in sorted((token.start, token.end) for token in places):
        if spans and answer[spans[-1][1] : start].strip(" -") == "":
            spans[-1] = (spans[-1][0], max(end, spans[-1][1]))
        else:
            spans.append((start, end))
    return tuple(spans)
