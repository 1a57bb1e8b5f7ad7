"""Steps to be put in order, from an answer that numbers them."""

from __future__ import annotations

import random
import re

from questions.marks.rules import alike, ideas

from . import clues
from .making import Told

FEWEST, MOST = 3, 7
LONGEST = 140
_STEP = re.compile(r"^(\d{1,2})[.)]\s+(.+)$")
# Numbers count reasons and ways as well; only what is said to happen in turn has an order. The
# question may say so, or the line above the list.
_IN_TURN = re.compile(
    r"(?i)\b(?:steps|step by step|in (?:this |that |the following )?order|sequence|what happens"
    r"|life ?cycle|stages|phases|procedure|walk (?:me )?through|goes? through)\b"
)
_NOT_IN_TURN = re.compile(
    r"(?i)\b(?:types?|kinds?|benefits?|(?:dis)?advantages?|features?|reasons?|differences?|best"
    r"|practices?|use cases?|limitations?|components?|examples?|tips|ways|factors|principles"
    r"|options|compare|which|why|name|list|strateg(?:y|ies)|metrics|patterns?|services)\b"
)
_LABEL = re.compile(r"^\*\*(.+?)\*\*\s*(?:\(core\))?\s*[:.–-]?\s*")
_MARKS = re.compile(r"[*`]|\[([^\]]*)\]\([^)]*\)")
# A step that says where it stands gives the order away.
_SAYS_PLACE = re.compile(
    r"(?i)^(?:first|second|third|then|next|after|afterwards|finally|last|lastly|step|now|to begin"
    r"|start|begin|optionally|if|repeat|again|also|meanwhile|in parallel)\w*\b"
    r"|\b(?:in any order|at any time|in parallel|previous|above|earlier|step \d|also|alternatively"
    r"|optional(?:ly)?|if (?:needed|necessary|you|required)|either)\b"
    r"|\b(?:after|once|until|there|(?:has|have|had|having) (?:been )?\w+(?:ed|en|wn|nt|lt|ne|it))\b"
)
_NEW = re.compile(r"(?i)\ban? (\w+)(?: (\w+))?")
_KNOWN = re.compile(r"(?i)\b(?:the|this|that) (\w+)(?: (\w+))?")


def steps_of(asked: Told, rng: random.Random) -> list[tuple[int, str]] | None:
    """The steps of an answer with their places from 1, mixed; None where no order is certain."""
    if not asked.answers or _NOT_IN_TURN.search(asked.prompt):
        return None
    above, steps = _numbered(asked.answers[0])
    if not _IN_TURN.search(asked.prompt) and not _IN_TURN.search(above):
        return None
    if not FEWEST <= len(steps) <= MOST or not _told_apart(steps):
        return None
    places = list(enumerate(steps, 1))
    mixed = places[:]
    while mixed == places:
        rng.shuffle(mixed)
    return mixed


def _numbered(text: str) -> tuple[str, list[str]]:
    """The one numbered list of a text and the line above it; nothing where there are several.

    Items are without marks, and what belongs to one on lines of its own is left out.
    """
    above, last = "", ""
    found: list[str] = []
    for line in text.splitlines():
        if match := _STEP.match(line):
            if int(match[1]) != len(found) + 1:
                return "", []
            above = above or last
            found.append(_plain(match[2]))
        elif line.strip():
            last = line
    return above, found


def _plain(step: str) -> str:
    """A step as one sentence: its bold label, or what follows where the label is no more."""
    label = _LABEL.match(step)
    said = label[1] if label and len(label[1].split()) > 2 else step
    return " ".join(_MARKS.sub(r"\1", said).split()).rstrip(".:;,")


def _told_apart(steps: list[str]) -> bool:
    """Whether each step can be read alone, gives its place away by no word, and is another."""
    for at, step in enumerate(steps):
        if not 8 <= len(step) <= LONGEST or _SAYS_PLACE.search(step) or _is_title(step):
            return False
        if any(alike(ideas(step), ideas(other)) >= 0.5 for other in steps[:at]):
            return False
    return not any(_leans_on(one, other) for one in steps for other in steps if one is not other)


def _leans_on(step: str, other: str) -> bool:
    """Whether a step speaks of "the row" where the other brings "a row" in."""
    return not _named(_KNOWN, step).isdisjoint(_named(_NEW, other))


def _named(introduced: re.Pattern[str], step: str) -> frozenset[str]:
    """The words that follow an article, of those that a thing may be called by."""
    return frozenset().union(*(clues.words(" ".join(two)) for two in introduced.findall(step)))


def _is_title(step: str) -> bool:
    """Whether a step only names something: it has two words, or is written like a title."""
    words = [
        word for word in re.findall(r"[^\W\d_]{3,}", step) if word not in ("the", "and", "for")
    ]
    capital = sum(word[0].isupper() for word in words[1:])
    return len(words) < 3 or capital > len(words[1:]) / 2


def score_order(given: list[str], right: list[str]) -> float:
    """0 to 1: of all pairs the share in the right order, above what chance would give."""
    if sorted(given) != sorted(right) or len(right) < 2:
        return 0.0
    place = {step: at for at, step in enumerate(given)}
    pairs = [(a, b) for i, a in enumerate(right) for b in right[i + 1 :]]
    good = sum(place[a] < place[b] for a, b in pairs)
    return max(0.0, 2 * good / len(pairs) - 1)
