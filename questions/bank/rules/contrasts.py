"""What keeps two prompts apart however many words they share."""

from __future__ import annotations

import re
from itertools import pairwise

from .roots import FRAMES, root, roots
from .words import SMALL, fold, stem, stems

_NUMBER = re.compile(r"(?<![\w.])\d+(?:\.\d+)*")
_NEGATION = re.compile(r"\b(?:not|never|no|without|cannot|except)\b|n't\b")
# "per account", "for a single function", "in each region": what an amount is counted by.
_SCOPE = re.compile(
    r"\b(?:per|(?:for|of|in|within|across) (?:(?:a|an|one|each|every|any|all|single|whole|entire|"
    r"given) ?)+)\s*((?:[\w-]+ ){0,3}?[\w-]+)(?=\s*(?:[?.,;:!()]|$| (?:in|on|at|by|for|of|with|and|"
    r"or|to|when|if|before|after|per)\b))"
)
_COMPARES = re.compile(r"\b(?:differ(?:s|ences?)?|compare[ds]?|comparison|versus|vs)\b")
_AMOUNT = re.compile(r"\b(?:max\w*|min\w*|limits?|quotas?|number|how (?:many|much|long|large))\b")


def compares(prompt: str) -> bool:
    """Whether a prompt asks for what two things have in common or apart."""
    return bool(_COMPARES.search(fold(prompt)))


def apart(one: str, other: str) -> bool:
    """Whether two prompts differ in what makes them two questions.

    Another number, a negation on one side, another qualifier of the same thing ("inner join" and
    "outer join"), or an amount counted by something else ("per user" and "per team").
    """
    mine, theirs = fold(one), fold(other)
    return (
        set(_NUMBER.findall(mine)) != set(_NUMBER.findall(theirs))
        or bool(_NEGATION.search(mine)) != bool(_NEGATION.search(theirs))
        or _counted_by_another(mine, theirs)
        or _qualified_otherwise(mine, theirs)
    )


def _counted_by_another(one: str, other: str) -> bool:
    if not (_AMOUNT.search(one) and _AMOUNT.search(other)):
        return False
    mine, theirs = _scopes(one), _scopes(other)
    return bool(mine and theirs and not mine & theirs)


def _scopes(prompt: str) -> set[str]:
    return {stem(found.split()[-1]) for found in _SCOPE.findall(prompt)}


def _qualified_otherwise(one: str, other: str) -> bool:
    """Whether the prompts differ in a single word, and that stands before the same one in both."""
    mine, theirs = set(roots(one)) - FRAMES, set(roots(other)) - FRAMES
    first, second = mine - theirs, theirs - mine
    if len(first) != 1 or len(second) != 1:
        return False
    return bool(_after(one, *first) & _after(other, *second))


def _after(prompt: str, wanted: str) -> set[str]:
    """What stands right after a root, where that is no small word."""
    words = [root(word) for word in stems(prompt)]
    return {second for first, second in pairwise(words) if first == wanted and second not in SMALL}
