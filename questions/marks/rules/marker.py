"""The marker of typed answers: which key points an answer makes, and with which words.

It is deterministic and knows nothing but the two texts, the question and a list of synonyms.
Each point is compared with two neighbouring sentences of the answer at a time. What counts is
the share of the point's ideas that stand there with the same sign; a statement that is denied,
that has its roles reversed or another number in its place is a miss.
"""

from __future__ import annotations

from collections.abc import Iterable, Mapping, Sequence
from dataclasses import dataclass, replace

from .evidence import Evidence, Window
from .points import PLAIN, Part, parts
from .roles import roles
from .thesaurus import english
from .tokens import tokens
from .verdicts import Verdict

HIT = 0.56
PARTLY = 0.34
ALONE = 0.3
"""What one word of a point that says three things or more is worth at most: a miss."""
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
    lexicon = english().with_synonyms(synonyms or {})
    asked = frozenset(token.key for token in tokens(prompt, lexicon))
    evidence = Evidence.of(answer, lexicon)
    made = []
    for point in points:
        small = not tokens(point, lexicon)  # "to be or not to be"
        read = Evidence.of(answer, lexicon, every_word=True) if small else evidence
        made.append(_best(read, parts(point, lexicon, asked)))
    return made


def _best(evidence: Evidence, among: Sequence[Part]) -> Mark:
    """The best mark that the point as a whole, or a part that says it all, earns."""
    found = [_marked(evidence, part) for part in among]
    return max(found, key=lambda mark: mark.share) if found else Mark(Verdict.MISSED, 0.0)


def _marked(evidence: Evidence, part: Part) -> Mark:
    windows = evidence.windows(part.ideas)
    if not windows:
        return Mark(Verdict.MISSED, 0.0)
    best = max(windows, key=lambda window: (window.agreed + window.denied, -window.sentence))
    total = sum(idea.weight for idea in part.ideas)
    way = roles(part.every, evidence.within(best))
    if way > 0:
        _excuse(best, part)
    if way < 0 or _contradicted(best, total):
        return Mark(Verdict.MISSED, 0.0, denied=True)
    # What is denied next to what is said counts against it; elsewhere it is just not said.
    against = best.denied if best.denied_clauses > best.denied else 0.0
    share = min(1.0, part.worth * max(0.0, best.agreed - against) / total)
    if best.telling < 2 <= sum(idea.weight >= PLAIN for idea in part.ideas) - 1:
        share = min(share, ALONE)
    made = Mark(_verdict(share), share, _merged(evidence, best))
    return made if made.verdict is not Verdict.MISSED else replace(made, spans=())


def _excuse(window: Window, part: Part) -> None:
    """Take the opposite word of a comparison that is turned round as said, not as denied."""
    for order, places in window.deniers.items():
        window.denied -= part.ideas[order].weight
        window.agreed += part.ideas[order].weight
        window.earned.update(places)
    window.deniers.clear()
    window.denied_clauses = 0.0


def _contradicted(window: Window, total: float) -> bool:
    """Whether what the window says of the point is its opposite."""
    if window.wrong_number >= 0.25 * total:
        return True
    return window.denied_clauses > 0 and (
        window.denied_clauses >= 0.5 * (window.agreed + window.denied)
    )


def _verdict(share: float) -> Verdict:
    if share >= HIT:
        return Verdict.HIT
    return Verdict.PARTLY if share >= PARTLY else Verdict.MISSED


def _merged(evidence: Evidence, window: Window) -> tuple[Span, ...]:
    """The places of the words that earned the mark; neighbours become one."""
    spans: list[Span] = []
    for at in sorted(window.earned):
        token = evidence.tokens[at]
        if spans and evidence.text[spans[-1][1] : token.start].strip(" -") == "":
            spans[-1] = (spans[-1][0], token.end)
        else:
            spans.append((token.start, token.end))
    return tuple(spans)
