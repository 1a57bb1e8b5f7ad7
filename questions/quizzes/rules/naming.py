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

from questions.bank.rules.quantities import Amount, found
from questions.marks.rules import alike, ideas

from . import clues
from .making import WRONG, Made, Told
from .prompts import COMMAND, STORY

_MOST_WORDS = 4
_LEAST_SAID = 4
_LEAST_NEW = 3
"""So many ideas that the question does not give already; fewer fit more than one term."""
_ENOUGH_NEW = 5
"""With so many, a description need not say two things."""
_SAYS_TWO = re.compile(r"[,;]|\band\b")
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
_PLACING = (
    "about|above|across|after|against|along|among|around|as|at|before|behind|below|beside|between"
    "|beyond|by|down|during|for|from|in|inside|into|like|near|of|off|on|onto|out|outside|over|past"
    "|since|through|to|towards?|under|until|up|upon|via|with|within|without"
)
_LEADING = re.compile(
    rf"(?i)^(?:{_PLACING}|per|a|an|the|is|are|was|were|be|has|have|had|can|may|must|should|does|do"
    r"|did|said|knows?)\b"
)
_QUALITY = re.compile(r"(?i)^\W*\w+(?:ed|able|ible|ful|less|ous|ly|ent|ant|al|ive|wn|er|est)\W*$")
_SENTENCE = re.compile(
    r"(?i)\b(?:is|are|was|were|has|have|counts?|decides?|keeps|directs|hides?|amplifies|issues"
    r"|authorises|loads|follows|fails?|relieves|collects|buys|starts|returns|worth|now)\b"
)
# Openings that lean on something, or tell where and how but not what is spoken of.
_DANGLING = re.compile(
    rf"(?i)^(?:{_PLACING}|then|also|but|it|its|they|them|their|this|that|these|those|so|and|or"
    r"|same|both|each|be|been|being|likewise|else|otherwise|there|here|which|whose|who|neither|none|not|nothing)\b"
)
# What is said of everything, and what everything is for.
_EMPTY = re.compile(
    r"(?i)\b(?:crucial|critical|essential|important|vital|necessary|ensures?|ensuring|improves?"
    r"|consistent|efficien\w+|best practice\w*|helps?|useful|various|effectively|properly"
    r"|seamless\w*|easily|performance|optimi[sz]\w+)\b"
)
_POINTING = re.compile(r"(?i)\b(?:it|its|them|they|their|this|these|those)\b")
_COMPARED = re.compile(
    r"(?i)\b(?:or|compared|against|instead|versus|unlike|rather|other|both"
    r"|alternatives?|same|otherwise|else|another|also|too|preferred)\b"
)
# A description that was cut off, or that only begins to say what is done.
_CUT = re.compile(
    r"(?i)\b(?:an?|the|and|or|but|of|to|in|on|at|by|for|from|with|without|as|than|that|which|who"
    r"|when|where|while|if|because|except|including|such|like|is|are|its|their|on top|to \w+)\W*$"
)

# What things are called that are measured so.
_MEASURES = {
    "seconds": ("age", "delay", "duration", "latency", "length", "period", "time", "timeout"),
    "bytes": ("capacity", "memory", "payload", "size", "space", "storage", "volume"),
    "money": ("charge", "cost", "fee", "money", "price"),
    "percent": ("percentage", "portion", "rate", "share"),
}


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
        if not _is_telling(right, every) or not _says_enough(right, asked):
            continue
        wrong = [one for one in terms if _is_wrong(one, right, asked.prompt)]
        if len(wrong) >= WRONG and not _is_named(right, wrong[:WRONG], asked.prompt):
            made = [Made(right.label, True, asked.id)]
            made += [Made(one.label, False, asked.id) for one in wrong[:WRONG]]
            rng.shuffle(made)
            return f"____: {right.said}", made
    return None


def _says_enough(right: Term, asked: Told) -> bool:
    """Whether a description says so much that it hardly fits another term as well."""
    new = len(ideas(right.said) - asked.asks)
    return new >= _ENOUGH_NEW or (new >= _LEAST_NEW and bool(_SAYS_TWO.search(right.said)))


def _is_wrong(one: Term, right: Term, prompt: str) -> bool:
    """Whether a term is certainly not the one that is described.

    What the question itself is about may be meant by whatever the answer says.
    """
    return one is not right and _apart(right, one) and not clues.names(prompt, one.label)


def _is_named(right: Term, wrong: Sequence[Term], prompt: str) -> bool:
    """Whether the question names the right term more than it names any of the others."""
    named = (clues.echoes(one.label, prompt) for one in wrong)
    return clues.echoes(right.label, prompt) > max(named)


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
    if any(look.search(right.said) for look in (_COMPARED, _POINTING, _EMPTY, _CUT)):
        return False
    if ideas(right.label) & ideas(right.said) or clues.tells_itself(right.label, right.said):
        return False
    if _is_measured(right):
        return False
    said = ideas(right.said)
    return all(
        alike(said, ideas(one.said)) < _ALIKE and not said & ideas(one.label)
        for one in every
        if one is not right
    )


def _apart(right: Term, wrong: Term) -> bool:
    """Whether the two terms have nothing in common that could make both right."""
    return not ideas(wrong.label) & (ideas(right.label) | ideas(right.said))


def _is_measured(term: Term) -> bool:
    """Whether what is said are amounts of the very thing that the label names, as of a time."""
    measures = {name for amount in found(term.said) for name in _names_of(amount)}
    return any(clues.akin(word, name) for word in clues.words(term.label) for name in measures)


def _names_of(amount: Amount) -> frozenset[str]:
    return frozenset(name for part in amount.dimension.split() for name in _MEASURES.get(part, ()))
