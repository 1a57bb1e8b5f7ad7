"""Who does what to whom: roles that an answer has the wrong way round."""

from __future__ import annotations

from collections.abc import Sequence
from functools import cache

from .lists import bag
from .points import Idea
from .stems import stem
from .thesaurus import english
from .tokens import Token

_REACH = 4
_BEING = bag("is are was were be been being get gets got")
# Verbs whose subject and object are not to be exchanged.
_VERBS = bag(
    "invoke call trigger poll push pull send receive read write own contain hold depend extend "
    "replace manage start stop create delete wrap encrypt decrypt sign assume scale precede "
    "follow block limit retry notify route forward subscribe publish inherit implement use need "
    "cause prevent launch run load import export return pass copy move convert translate map "
    "reference point store keep share control observe monitor wait listen serve host include "
    "charge pay deploy build compile test check validate verify authorize authenticate connect "
    "request ask tell give get take make produce consume drive lead become override shadow "
    "exceed beat support"
)


@cache
def _pivots() -> frozenset[str]:
    """What the verbs come to; not before it is wanted, for that takes a third of a second."""
    lexicon = english()
    stems = ((stem(verb), lexicon.idea((stem(verb),))) for verb in _VERBS)
    return frozenset(idea[0] if idea else key for key, idea in stems)


def roles(ideas: Sequence[Idea], said: Sequence[Token]) -> int:
    """-1 where what stands before and behind a verb of the point stands there exchanged.

    "The queue calls the worker" reverses "the worker calls the queue"; "the queue is called by
    the worker" does not. +1 where a comparison says the same with the opposite word: "a dog is
    larger than a cat", "a cat is smaller than a dog". 0 otherwise. Looks at each verb's near
    neighbours in its own clause only.
    """
    compared, done = [], []
    for at, idea in enumerate(ideas):
        if idea.key == "=before" or _led(ideas, at, "than"):
            compared.append(_ways(ideas, at, said, compares=True))
        elif idea.key in _pivots():
            done.append(_ways(ideas, at, said, compares=False))
    if any(1 in ways for ways in compared):
        return 1
    if any(-1 in ways and 1 not in ways for ways in compared + done):
        return -1
    return -1 if _goal_reversed(ideas, said) else 0


def _led(row: Sequence[Idea] | Sequence[Token], at: int, lead: str) -> bool:
    """Whether one of the next two is led by this small word."""
    return any(after.lead == lead for after in row[at + 1 : at + 3])


def _ways(ideas: Sequence[Idea], at: int, said: Sequence[Token], *, compares: bool) -> set[int]:
    """For each place of the verb in the answer: 1 straight, -1 exchanged, 0 neither."""
    before = {idea.key for idea in ideas[max(0, at - _REACH) : at]}
    behind = {idea.key for idea in ideas[at + 1 : at + 1 + _REACH]}
    before, behind = before - behind - {"#"}, behind - before - {"#"}
    passive = _passive(ideas, at)
    ways: set[int] = set()
    for here, token in enumerate(said):
        if token.key != ideas[at].key:
            continue
        left = _near(said[max(0, here - _REACH) : here], token)
        right = _near(said[here + 1 : here + 1 + _REACH], token)
        way = int(bool(before & left and behind & right))
        way -= int(bool(before & right and behind & left))
        if compares:
            ways.add(way * token.sign * ideas[at].sign)
        else:
            ways.add(-way if passive != _passive(said, here) else way)
    return ways


def _near(said: Sequence[Token], verb: Token) -> set[str]:
    return {token.key for token in said if token.clause == verb.clause}


def _passive(row: Sequence[Idea] | Sequence[Token], at: int) -> bool:
    """Whether the verb there is suffered by its subject: "is called", "called by", ": called"."""
    verb = row[at]
    if at + 1 < len(row) and row[at + 1].lead == "by" and row[at + 1].clause == verb.clause:
        return True
    if at and verb.word.endswith("ed") and row[at - 1].clause != verb.clause:
        return True
    return verb.lead in _BEING and not verb.word.endswith("ing")


def _goal_reversed(ideas: Sequence[Idea], said: Sequence[Token]) -> bool:
    """Whether it goes to what the point has elsewhere, and what it should go to is elsewhere."""
    for lead in ("to", "from", "into"):
        goal, rest = _goal(ideas, lead)
        said_goal, said_rest = _goal(said, lead)
        if goal & said_rest and rest & said_goal and not goal & said_goal:
            return True
    return False


_Said = set[tuple[str, int]]


def _goal(row: Sequence[Idea] | Sequence[Token], lead: str) -> tuple[_Said, _Said]:
    """What is led by a small word, with the words right behind it, and everything else."""
    goal: _Said = set()
    left = 0
    for item in row:
        left = 3 if item.lead == lead else 0 if item.lead else left - 1
        if left > 0:
            goal.add((item.key, item.sign))
    return goal, {(item.key, item.sign) for item in row} - goal
