"""The terms of a checklist: its labels, where they name something of which much can be said."""

from __future__ import annotations

import re
from collections import Counter
from collections.abc import Sequence
from dataclasses import dataclass
from functools import cached_property

from questions.marks.rules import ideas, meant

from .prompts import COMMAND

_MOST_WORDS = 4
# Labels that say which part of an answer this is, not what it is about; they fit anything.
_PART = re.compile(
    r"(?i)\b(?:alternatives?|also|answer|benefits?|blind spot|causes?|cautions?|caveats?|choices?"
    r"|consequences?|containment|contrast|costs?|counterweight|cures?|defaults?|duties|effects?"
    r"|elsewhere|evidence|examples?|exceptions?|failures?|first|formula|gains?|goals?|hints?"
    r"|in all|kinds?|last|length|limits?|limitations?|loss(?:es)?|measure|mistakes?|needs?|next"
    r"|notes?|order|others?|outcomes?|parts?|prevention|prices?|problems?|production|proportion"
    r"|purpose|reasons?|remed(?:y|ies)|results?|reversal|risks?|rules?|same|scope|signs?|size"
    r"|start|state|steps?|summary|symptoms?|targets?|tests?|tools?|trade-?offs?|typical|uses?"
    r"|warning|watch|ways?|weakness\w*|wrong|right|real|truth|visible|why|when|who|what|where|how"
    r"|if|yes|no|not|never|always|only|still|too|more|less|most|least|own|another|other|early"
    r"|late|few|many|some|any|all|both|each|every|one|two|three|four|five|six|seven|ten)\b"
)
PLACING = (
    "about|above|across|after|against|along|among|around|as|at|before|behind|below|beside|between"
    "|beyond|by|down|during|for|from|in|inside|into|like|near|of|off|on|onto|out|outside|over|past"
    "|since|through|to|towards?|under|until|up|upon|via|with|within|without"
)
_LEADING = re.compile(
    rf"(?i)^(?:{PLACING}|per|a|an|the|is|are|was|were|be|has|have|had|can|may|must|should|does|do"
    r"|did|said|knows?|then|and|or|but|so|thus|hence)\b"
)
_QUALITY = re.compile(r"(?i)^\W*\w+(?:ed|able|ible|ful|less|ous|ly|ent|ant|al|ive|wn|er|est)\W*$")
_SENTENCE = re.compile(
    r"(?i)\b(?:is|are|was|were|has|have|counts?|decides?|keeps|directs|hides?|amplifies|issues"
    r"|authorises|loads|follows|fails?|relieves|collects|buys|starts|returns|worth|now)\b"
)
# A label that points at something, or breaks off.
_OPEN = re.compile(rf"(?i)(?:^|\s)(?:it|its|them|they|this|that|these|those|{PLACING})$")


@dataclass(frozen=True)
class Term:
    """A label and what its key point says of it."""

    label: str
    said: str

    @cached_property
    def names(self) -> frozenset[str]:
        """The ideas of the label ..."""
        return ideas(self.label)

    @cached_property
    def tells(self) -> frozenset[str]:
        """... and of what is said of it."""
        return ideas(self.said)

    @cached_property
    def naming(self) -> frozenset[str]:
        """All that the words of the label may mean ..."""
        return meant(self.label)

    @cached_property
    def telling(self) -> frozenset[str]:
        """... and those of what is said."""
        return meant(self.said)


def terms_of(points: Sequence[str]) -> tuple[Term, ...]:
    """The labels of a checklist and what is said of each, without those that stand there twice."""
    every = [term for point in points if (term := _split(point))]
    labels = Counter(term.label.casefold() for term in every)
    return tuple(term for term in every if labels[term.label.casefold()] == 1)


def _split(point: str) -> Term | None:
    label, colon, said = point.partition(": ")
    return Term(label.strip(), said.strip().rstrip(".")) if colon and said else None


def is_term(term: Term) -> bool:
    """Whether a label names something of which much can be said."""
    label = term.label
    if not 1 <= len(label.split()) <= _MOST_WORDS or len(label) < 3 or any(map(str.isdigit, label)):
        return False
    if _SENTENCE.search(label) or _OPEN.search(label):
        return False
    looks = _PART.search(label), _LEADING.match(label), _QUALITY.match(label), COMMAND.match(label)
    return not any(looks)


def is_name(label: str) -> bool:
    """Whether a label is plainly a name outside of its own answer: more than one common word."""
    return len(label.split()) > 1 or label[1:] != label[1:].casefold()
