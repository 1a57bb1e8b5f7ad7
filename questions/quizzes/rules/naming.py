"""Gaps for a key term: what a key point says, and which of the answer's terms it is said of.

The terms are the labels of one checklist, so they are of one kind and only one is described.
Labels that are no terms, that fit many a description or that the description itself gives away
are refused.
"""

from __future__ import annotations

import random
import re
from collections.abc import Iterator, Sequence
from itertools import islice

from questions.bank.rules.quantities import Amount, found
from questions.marks.rules import alike

from . import clues
from .gaps import GAP
from .making import WRONG, Made, Told
from .prompts import STORY
from .prose import backs, fits
from .terms import PLACING, Term, is_name, is_term

_NAMELESS = f"{GAP}: "
_LEAST_SAID = 4
_LEAST_NEW = 3
"""So many ideas that the question does not give already; fewer fit more than one term."""
_ENOUGH_NEW = 5
"""With so many, a description need not say two things."""
_BACKED = 0.5
"""So much of a description the answer says of the term in its own words ..."""
_WELL_BACKED = 0.6
"""... and with so much, it may say one thing, or one of two, and share a meaning with its label."""
_FITS = 0.5
"""A term of which an answer says so much of it, in whatever words, may be meant as well."""
_MOST_LENT = 2
_ALIKE_LENT = 0.15
_SAYS_TWO = re.compile(r"[,;]|\band\b")
_EITHER = re.compile(r"(?i)\bor\b")
_ALIKE = 0.25
# Openings that lean on something, or tell where and how but not what is spoken of.
_DANGLING = re.compile(
    rf"(?i)^(?:{PLACING}|then|also|but|it|its|they|them|their|this|that|these|those|so|and|or|unless|if|because|although"
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
    r"(?i)\b(?:compared|against|instead|versus|unlike|rather|other|both"
    r"|alternatives?|same|otherwise|else|another|also|too|preferred)\b"
)
# A description that was cut off, or that only begins to say what is done.
_CUT = re.compile(
    r"(?i)\b(?:an?|the|and|or|but|of|to|in|on|at|by|for|from|with|without|as|than|that|which|who"
    r"|when|where|while|if|because|except|including|such|like|is|are|its|their|on top|to \w+)\W*$"
)

# A label that tells to do something: "Replay the event".
_ORDER = re.compile(r"(?i)^\w+ (?:an?|the|your|every|each|all)\b")
# What things are called that are measured so.
_MEASURES = {
    "seconds": ("age", "delay", "duration", "latency", "length", "period", "time", "timeout"),
    "bytes": ("capacity", "memory", "payload", "size", "space", "storage", "volume"),
    "money": ("charge", "cost", "fee", "money", "price"),
    "percent": ("percentage", "portion", "rate", "share"),
}


def gap_of_term(
    asked: Told, others: Sequence[Told], rng: random.Random
) -> tuple[str, list[Made]] | None:
    """What one key point says, and four terms, one of them the point's; None where doubt is left.

    The terms are of the same answer. Where too few of them are surely wrong, other questions on a
    topic of this one lend up to `_MOST_LENT`.
    """
    if STORY.search(asked.prompt):
        return None
    near = [other for other in others if other.id != asked.id and asked.topics & other.topics]
    about = _About(asked, near)
    terms = [term for term in about.every if is_term(term)]
    rng.shuffle(terms)
    for right in terms:
        if not _is_telling(right, about.every) or not _is_borne_out(right, about):
            continue
        wrong = list(islice((one for one in terms if _is_wrong(one, right, about)), WRONG))
        if WRONG - len(wrong) <= _MOST_LENT:
            wrong += islice(_lent(right, about, rng), WRONG - len(wrong))
        if len(wrong) == WRONG and not _gives_itself_away(right, wrong, asked.prompt):
            return _NAMELESS + right.said, _mixed(right, wrong, asked, rng)
    return None


def described(statement: str) -> str:
    """What a gap for a term says of it; nothing where the gap is for something else."""
    return statement.removeprefix(_NAMELESS) if statement.startswith(_NAMELESS) else ""


def _mixed(right: Term, wrong: Sequence[Term], asked: Told, rng: random.Random) -> list[Made]:
    made = [Made(right.label, True, asked.id)]
    made += [Made(one.label, False, asked.id) for one in wrong]
    rng.shuffle(made)
    return made


class _About:
    """A question, its checklist, and what the answers to it and its neighbours say."""

    def __init__(self, asked: Told, near: Sequence[Told]) -> None:
        self.asked, self.near = asked, near
        self.every = asked.terms
        self.passages = [passage for told in (asked, *near) for passage in told.passages]


def _is_borne_out(right: Term, about: _About) -> bool:
    """Whether the answer says the same of the term, and so much that it hardly fits another."""
    new = right.tells - about.asked.asks
    backed = backs(about.asked.passages, right.label, new)
    if len(new) < _LEAST_NEW or backed < _BACKED:
        return False
    if backed >= _WELL_BACKED:
        return True
    says_much = len(new) >= _ENOUGH_NEW or bool(_SAYS_TWO.search(right.said))
    says_one = not _EITHER.search(right.said)
    return says_much and says_one and right.naming.isdisjoint(right.telling)


def _is_wrong(one: Term, right: Term, about: _About) -> bool:
    """Whether a term is certainly not the one that is described.

    What the question itself is about may be meant by whatever the answer says, and so may a term
    of which some answer says something of the kind.
    """
    if one is right or not _apart(right, one) or clues.names(about.asked.prompt, one.label):
        return False
    return fits(about.passages, one.label, right.said) < _FITS


def _lent(right: Term, about: _About, rng: random.Random) -> Iterator[Term]:
    """Terms of other questions, one of each, that have nothing to do with what is described."""
    known = {term.label.casefold() for term in about.every}
    for other in rng.sample(about.near, len(about.near)):
        for term in other.terms:
            if (
                is_name(term.label)
                and is_term(term)
                and term.label.casefold() not in known
                and alike(term.tells, right.tells) < _ALIKE_LENT
                and not _is_kin(term, right, about.every)
                and _is_wrong(term, right, about)
            ):
                known.add(term.label.casefold())
                yield term
                break


def _is_kin(term: Term, right: Term, every: Sequence[Term]) -> bool:
    """Whether a term may mean what the checklist speaks of, by its words or by like ones."""
    if not term.naming.isdisjoint(right.naming | right.telling):
        return True
    return not all(_apart(one, term) for one in every)


def _gives_itself_away(right: Term, wrong: Sequence[Term], prompt: str) -> bool:
    """Whether the label alone has some word of the question, or alone is an order."""
    labels = [one.label for one in wrong]
    if _ORDER.match(right.label) and not any(map(_ORDER.match, labels)):
        return True
    return clues.gives_away(right.label, labels, prompt)


def _is_telling(right: Term, every: Sequence[Term]) -> bool:
    """Whether what is said is said of this term alone, and does not give it away."""
    if len(right.said.split()) < _LEAST_SAID or _DANGLING.match(right.said):
        return False
    if any(look.search(right.said) for look in (_COMPARED, _POINTING, _EMPTY, _CUT)):
        return False
    if right.names & right.tells or clues.tells_itself(right.label, right.said):
        return False
    if _is_measured(right):
        return False
    return all(
        alike(right.tells, one.tells) < _ALIKE and not right.tells & one.names
        for one in every
        if one is not right
    )


def _apart(right: Term, wrong: Term) -> bool:
    """Whether the two terms have nothing in common that could make both right."""
    return not wrong.names & (right.names | right.tells)


def _is_measured(term: Term) -> bool:
    """Whether what is said are amounts of the very thing that the label names, as of a time."""
    measures = {name for amount in found(term.said) for name in _names_of(amount)}
    return any(clues.akin(word, name) for word in clues.words(term.label) for name in measures)


def _names_of(amount: Amount) -> frozenset[str]:
    return frozenset(name for part in amount.dimension.split() for name in _MEASURES.get(part, ()))
