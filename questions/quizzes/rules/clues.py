"""What gives an option away to somebody who knows nothing: its words, and how its verb is bent."""

from __future__ import annotations

import re
from collections.abc import Iterator, Sequence

from questions.marks.rules import stem

_WORD = re.compile(r"[^\W\d_]+")
# Names in code hide words: "useDeferredValue" says "deferred".
_HUMP = re.compile(r"(?<=[a-zß-ÿ])(?=[A-ZÀ-Þ])")
_SMALL = frozenset(
    re.findall(
        r"\w+",
        "a about all also am an and any are as at be because been between both but by can could did"
        " do does each eg for from go had has have he her his how ie if in into is it its itself"
        " may me might more most must my no not of off on one only onto or other our out over own"
        " per re shall should so some such than that the their them then there these they this"
        " those through to too under until up upon us use used uses using very vs was we were what"
        " when where which while who whose why will with within without would you your",
    )
)
_WHOLE = 6
"""So many letters in the middle of another word are no chance."""
_PLURAL = frozenset({"are", "were", "have", "do", "aren't", "don't", "haven't"})
_MODAL = frozenset({"can", "could", "may", "might", "must", "shall", "should", "will", "would"})
_DENIED = re.compile(r"(?i)^\w+(?:n['’]t| not| never)\b|^cannot\b")
_BEING = re.compile(r"(?i)^\W*(?:is|are|was|were)\b(?! to\b)")
_AIM = re.compile(r"(?i)^(?:is|are|was|were)\s+to\b")


def words(text: str) -> frozenset[str]:
    """The words of a text that say something, in small letters; those inside of names as well."""
    return frozenset(
        part.casefold()
        for word in _WORD.findall(text)
        for part in _HUMP.split(word)
        if len(part) > 1 and part.casefold() not in _SMALL
    )


def akin(one: str, other: str) -> bool:
    """Whether two words are of one family by their looks: "sort" and "sorting", "ref" for short."""
    if one == other or stem(one) == stem(other):
        return True
    short, long = sorted((_single(one), _single(other)), key=len)
    if len(short) < 2:
        return False
    if len(short) < 4:
        return long == short or (long.startswith(short) and len(long) > 5)
    if any(
        len(root) >= _WHOLE and root in long and root in short for root in map(stem, (one, other))
    ):
        return True  # "select" in "reselect" and "selector"
    same = next(
        (at for at, (a, b) in enumerate(zip(short, long, strict=False)) if a != b), len(short)
    )
    return same >= max(4, len(short) - 1)


def _single(word: str) -> str:
    return word.removesuffix("s") if len(word) > 2 and not word.endswith("ss") else word


def names(prompt: str, subject: str) -> bool:
    """Whether a prompt has every word of a subject, so that what is said of it may be meant."""
    asked = words(prompt)
    return all(any(akin(word, other) for other in asked) for word in words(subject))


def echoes(text: str, prompt: str) -> int:
    """How many words of a text are in the prompt as well, in one form or another."""
    return len(_echoed(text, prompt))


def gives_away(right: str, wrong: Sequence[str], prompt: str) -> bool:
    """Whether the right option alone has some word of the prompt, or what one is short for.

    Nor may it have more such words than any wrong one. What a wrong one has only inside of a name
    in code is not seen at a glance, and so does not count. And where it alone says what something
    is, "What is it?" is answered without knowing.
    """
    if _BEING.match(right) and not any(map(_BEING.match, wrong)):
        return True
    said = _echoed(right, prompt)
    seen = [frozenset(map(str.casefold, _WORD.findall(one))) - _SMALL for one in wrong]
    others = frozenset().union(*seen, *map(_shortened, wrong))
    if words(prompt) & set(_shortened(right)) - others:
        return True
    asked = frozenset(map(str.casefold, _WORD.findall(prompt)))
    covered = [
        {word for word in said if any(_covers(one, word, asked) for one in some)} for some in seen
    ]
    most = max((len(some) for some in covered), default=0)
    return len(said) > most or not said <= set().union(*covered)


def _echoed(text: str, prompt: str) -> frozenset[str]:
    """The words of a text of which some part is in the prompt."""
    asked = words(prompt)
    return frozenset(
        word
        for word in _WORD.findall(text)
        if any(akin(part, other) for part in words(word) for other in asked)
    )


def _covers(seen: str, word: str, asked: frozenset[str]) -> bool:
    """Whether who looks for a word is led to this one as well.

    Of a word that the prompt has as it stands, a part leads nowhere: "scripts" is no "JavaScript".
    """
    whole = word.casefold()
    parts = frozenset() if whole in asked else words(word)
    return any(akin(seen, part) for part in (whole, *parts))


def tells_itself(label: str, said: str) -> bool:
    """Whether a description has a word of its label, or the one is short for the other."""
    if any(akin(one, other) for one in words(label) for other in words(said)):
        return True
    return bool(set(_shortened(label)) & words(said) or set(_shortened(said)) & words(label))


def _shortened(text: str) -> Iterator[str]:
    """What the words of a text may be shortened to: "Dead Letter Queue" is a DLQ, also many."""
    parts = (part for word in _WORD.findall(text) for part in _HUMP.split(word))
    initials = "".join(part[0] for part in parts).casefold()
    for start in range(len(initials)):
        for end in range(start + 3, min(len(initials), start + 6) + 1):
            yield initials[start:end]
            yield f"{initials[start:end]}s"


def bent(predicate: str) -> str:
    """How the verb is bent that a predicate begins with: as one or many, an aim, a denial, or no
    way that tells."""
    for looked_for, name in ((_DENIED, "denied"), (_AIM, "aim")):
        if looked_for.match(predicate):
            return name
    for word in predicate.casefold().split()[:2]:
        if word in _PLURAL:
            return "many"
        if word in _MODAL:
            return ""
        if word.endswith("s") and not word.endswith(("ss", "ous", "ways")):
            return "one"
    return "many"
