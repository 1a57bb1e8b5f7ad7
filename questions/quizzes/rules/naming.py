"""Gaps for a key term: what a key point says, and which of the answer's terms it is said of.

The terms are the labels of one checklist, so they are of one kind and only one is described.
Labels that are no terms, that fit many a description or that the description itself gives away
are refused.
"""

from __future__ import annotations

import random
import re
from collections import Counter
from collections.abc import Sequence
from dataclasses import dataclass

from questions.marks.rules import alike, ideas

from .making import COMMAND, STORY, WRONG, Made, Told

_MOST_WORDS = 4
_LEAST_SAID = 4
_LEAST_NEW = 3
"""So many ideas that the question does not give already; fewer fit more than one term."""
_ALIKE = 0.25
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
_LEADING = re.compile(
    r"(?i)^(?:about|above|across|after|against|along|among|around|as|at|before|behind|below"
    r"|beside|between|beyond|by|down|during|for|from|in|inside|into|like|near|of|off|on|onto|out"
    r"|outside|over|past|per|since|through|to|towards?|under|until|up|upon|via|with|within|without"
    r"|a|an|the|is|are|was|were|be|has|have|had|can|may|must|should|does|do|did|said|knows?)\b"
)
_QUALITY = re.compile(r"(?i)^\W*\w+(?:ed|able|ible|ful|less|ous|ly|ent|ant|al|ive|wn|er|est)\W*$")
_SENTENCE = re.compile(
    r"(?i)\b(?:is|are|was|were|has|have|counts?|decides?|keeps|directs|hides?|amplifies|issues"
    r"|authorises|loads|follows|fails?|relieves|collects|buys|starts|returns|worth|now)\b"
)
_DANGLING = re.compile(
    r"(?i)^(?:then|also|but|it|its|they|them|their|this|that|these|those|so|and|or|same|both|each"
    r"|likewise|else|otherwise|there|here|which|whose|who|neither|none|not|nothing)\b"
)
# What is said of everything, and what everything is for.
_EMPTY = re.compile(
    r"(?i)\b(?:crucial|critical|essential|important|vital|necessary|ensures?|ensuring|improves?"
    r"|consistent|efficien\w+|best practice\w*|helps?|useful|various|effectively|properly"
    r"|seamless\w*|easily|performance|optimi[sz]\w+)\b"
)
_POINTING = re.compile(r"(?i)\b(?:it|its|them|they|their|this|these|those)\b")
_COMPARED = re.compile(r"(?i)\b(?:or|compared|against|instead|versus|unlike|rather|other|both)\b")


@dataclass(frozen=True)
class Term:
    """A label and what its key point says of it."""

    label: str
    said: str

    @property
    def whole(self) -> str:
        return f"{self.label}: {self.said}"


def gap_of_term(asked: Told, rng: random.Random) -> tuple[str, list[Made]] | None:
    """What one key point says, and four terms of the same answer; None where any doubt is left."""
    if STORY.search(asked.prompt):
        return None
    every = [term for point in asked.points if (term := _split(point))]
    labels = Counter(term.label.casefold() for term in every)
    terms = [term for term in every if _is_term(term) and labels[term.label.casefold()] == 1]
    rng.shuffle(terms)
    for right in terms:
        if not _is_telling(right, every) or len(ideas(right.said) - asked.asks) < _LEAST_NEW:
            continue
        wrong = [one for one in terms if one is not right and _apart(right, one)]
        if len(wrong) >= WRONG:
            made = [Made(right.label, True, asked.id)]
            made += [Made(one.label, False, asked.id) for one in wrong[:WRONG]]
            rng.shuffle(made)
            return f"____: {right.said}", made
    return None


def _split(point: str) -> Term | None:
    label, colon, said = point.partition(": ")
    return Term(label.strip(), said.strip().rstrip(".")) if colon and said else None


def _is_term(term: Term) -> bool:
    """Whether a label names something of which much can be said."""
    label = term.label
    if not 1 <= len(label.split()) <= _MOST_WORDS or len(label) < 3 or any(map(str.isdigit, label)):
        return False
    if _SENTENCE.search(label):
        return False
    looks = _PART.search(label), _LEADING.match(label), _QUALITY.match(label), COMMAND.match(label)
    return not any(looks)


def _is_telling(right: Term, every: Sequence[Term]) -> bool:
    """Whether what is said is said of this term alone, and does not give it away."""
    if len(right.said.split()) < _LEAST_SAID or _DANGLING.match(right.said):
        return False
    looks = _COMPARED.search(right.said), _POINTING.search(right.said), _EMPTY.search(right.said)
    if any(looks):
        return False
    if ideas(right.label) & ideas(right.said):
        return False
    said = ideas(right.said)
    return all(
        alike(said, ideas(one.said)) < _ALIKE and not said & ideas(one.label)
        for one in every
        if one is not right
    )


def _apart(right: Term, wrong: Term) -> bool:
    """Whether the two terms have nothing in common that could make both right."""
    return not ideas(right.label) & ideas(wrong.label) and not ideas(right.said) & ideas(
        wrong.label
    )
