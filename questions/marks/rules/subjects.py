"""What a statement speaks of: its own point's label, or that of another point."""

from __future__ import annotations

from bisect import bisect_left
from collections import Counter, defaultdict
from collections.abc import Sequence
from dataclasses import dataclass, field

from .evidence import SLIP, Evidence
from .points import Idea, Part, Side
from .thesaurus import SAME
from .windows import Window

_NEAR = 40
"""How many characters apart the words of one label may stand."""


_Key = tuple[str, int]


@dataclass(frozen=True)
class Label:
    """What a point is about: its ideas, and at which offsets an answer speaks of it.

    `full` is where all of it is named, `heads` where what comes first in it and in the question
    is, or a name; `words` has the places of each idea.
    """

    keys: frozenset[_Key] = frozenset()
    full: frozenset[int] = frozenset()
    heads: dict[_Key, frozenset[int]] = field(default_factory=dict)
    words: dict[_Key, frozenset[int]] = field(default_factory=dict)
    opposite: frozenset[int] = frozenset()


def key_of(idea: Idea) -> _Key:
    """An idea and its side, whether denied or not."""
    return idea.key, idea.sign * idea.denied


def label(evidence: Evidence, parts: Sequence[Part]) -> Label:
    """Where an answer speaks of what a point is about."""
    ideas = [
        idea
        for part in parts
        if part.side is Side.LABEL
        for idea in part.ideas
        if idea.value is None
    ]
    every = all(idea.asked for idea in ideas)
    places: list[set[tuple[int, int]]] = []
    heads: dict[_Key, frozenset[int]] = {}
    words: dict[_Key, frozenset[int]] = {}
    opposite: set[int] = set()
    for order, idea in enumerate(ideas):
        hits = evidence.hits(idea)
        found = [evidence.tokens[at] for at, _, sure, _ in hits.said if sure >= SLIP]
        places.append({(token.sentence, token.start) for token in found})
        starts = frozenset(token.start for token in found)
        words[key_of(idea)] = starts
        if idea.named or (idea.asked and order == 0 and (len(ideas) == 1 or not every)):
            heads[key_of(idea)] = starts
        if order == 0 and idea.asked:
            opposite |= {
                evidence.tokens[at].start for at, _, sure, _ in hits.opposed if sure >= SLIP
            }
    full = _together(places)
    return Label(frozenset(words), full, heads, words, frozenset(opposite))


def _together(places: Sequence[set[tuple[int, int]]]) -> frozenset[int]:
    """The offsets near which every idea of a label is named."""
    rows = [sorted(found) for found in places]
    return frozenset(
        start
        for row in rows
        for sentence, start in row
        if all(_near(sentence, start, other) for other in rows)
    )


def _near(sentence: int, start: int, row: Sequence[tuple[int, int]]) -> bool:
    at = bisect_left(row, (sentence, start))
    return any(
        of == sentence and abs(place - start) <= _NEAR for of, place in row[max(0, at - 1) : at + 1]
    )


def of_another(
    evidence: Evidence, labels: Sequence[Label], order: int, said: frozenset[_Key], window: Window
) -> bool:
    """Whether what earns the point is said of what another point of the question is about.

    "RPO: the time until service is back" says of one label what belongs to another. Each token
    that earned something is asked for the label that was named last before it in its sentence.
    """
    own = labels[order]
    if not own.keys:
        return False
    rivals = [label for label in labels if not label.keys <= said]
    heads = Counter(key for label in labels for key in label.heads)
    full = frozenset[int]().union(*(label.full for label in rivals)) - own.full
    named = frozenset[int]().union(
        *(
            places
            for label in rivals
            for key, places in label.heads.items()
            if len(heads) > 1 and key not in said
        )
    )
    others = frozenset[_Key]().union(*(label.keys for label in rivals))
    telling = own.heads or {key: at for key, at in own.words.items() if key not in others}
    mine = own.full.union(*telling.values()) - full
    theirs = (full | named | own.opposite) - mine
    earned = {evidence.tokens[at].start for at, _, _, _ in window.said.values()} - mine
    votes = [0, 0]
    last: int | None = None
    sentence = -1
    for token in evidence.tokens[: evidence.words]:
        if not window.first[0] <= token.sentence <= window.last[0]:
            continue
        if token.sentence != sentence:
            last, sentence = None, token.sentence
        if token.start in mine:
            last = 0
        elif token.start in theirs:
            last = 1
        elif token.start in earned and last is not None:
            votes[last] += 1
    return votes[1] > votes[0] and 2 * votes[1] >= len(earned)


def exchanged(evidence: Evidence, part: Part, window: Window) -> bool:
    """Whether things that a point tells apart stand in each other's company.

    "A role for streams, a policy for buckets" is not "a policy for streams, a role for buckets".
    """
    here: dict[int, set[int]] = defaultdict(set)
    for order, idea in enumerate(part.ideas):
        for at, _, sure, _ in evidence.hits(idea).said:
            token = evidence.tokens[at]
            if sure >= SAME and window.first <= (token.sentence, token.clause) <= window.last:
                here[token.clause].add(order)
    crossed = straight = 0
    for clause, ideas in here.items():
        elsewhere = set().union(*(others for other, others in here.items() if other != clause))
        segments = Counter(part.ideas[order].segment for order in ideas)
        torn = {
            segment
            for segment, count in segments.items()
            if count == 1
            and any(part.ideas[order].segment == segment for order in elsewhere - ideas)
        }
        crossed += bool(torn) and len(segments) > 1
        straight += not torn and any(count > 1 for count in segments.values())
    return crossed > straight
