"""The marker of typed answers: which key points an answer makes, and with which words.

It is deterministic and knows nothing but the two texts, the question and lists of synonyms.
Each point is compared with a few neighbouring clauses of the answer at a time. What counts is
the share of the point's ideas that stand there with the same sign; a statement that is denied,
that has its roles reversed or another number in its place is a miss.
"""

from __future__ import annotations

from collections import Counter
from collections.abc import Iterable, Mapping, Sequence
from dataclasses import dataclass

from .evidence import Evidence
from .points import parts
from .subjects import label
from .thesaurus import english
from .tokens import tokens
from .verdicts import Verdict
from .weighing import Weighed, weigh

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
    return [
        _marked(answer, found)
        for found in weighed(answer, points, prompt=prompt, synonyms=synonyms)
    ]


def weighed(
    answer: str,
    points: Sequence[str],
    *,
    prompt: str = "",
    synonyms: Mapping[str, Iterable[str]] | None = None,
) -> list[Weighed]:
    """What the verdict on each point rests on."""
    lexicon = english().with_synonyms(synonyms or {})
    asked = frozenset(token.key for token in tokens(prompt, lexicon))
    spread = Counter(
        key for point in points for key in {token.key for token in tokens(point, lexicon)}
    )
    evidence = Evidence.of(answer, lexicon)
    every = [parts(point, lexicon, asked, spread) for point in points]
    labels = [label(evidence, of_point) for of_point in every]
    made = []
    for order, point in enumerate(points):
        small = not tokens(point, lexicon)  # "to be or not to be"
        read = Evidence.of(answer, lexicon, every_word=True) if small else evidence
        made.append(weigh(read, every, labels, order))
    return made


def _marked(answer: str, found: Weighed) -> Mark:
    verdict = found.verdict
    spans = () if verdict is Verdict.MISSED else _merged(answer, found.places)
    return Mark(verdict, found.share, spans, denied=bool(found.why))


def _merged(answer: str, places: Iterable[Span]) -> tuple[Span, ...]:
    """The places of the words that earned the mark; neighbours become one."""
    spans: list[Span] = []
    for start, end in sorted(places):
        if spans and answer[spans[-1][1] : start].strip(" -") == "":
            spans[-1] = (spans[-1][0], max(end, spans[-1][1]))
        else:
            spans.append((start, end))
    return tuple(spans)
