"""What a reader hands over, as it can be stored and known again."""

from __future__ import annotations

import re
from dataclasses import dataclass, replace

from questions.bank.rules import identity
from questions.bank.rules.given import Given, GivenChoice

_UNSTORABLE = re.compile("[\x00\ud800-\udfff]")


def storable(given: Given) -> Given:
    """What was read, without the letters that no database takes."""
    texts = [given.prompt, given.answer, *(part for c in given.choices for part in (c.text, c.why))]
    if not any(map(_UNSTORABLE.search, texts)):
        return given
    choices = tuple(
        GivenChoice(_UNSTORABLE.sub("", c.text), c.correct, _UNSTORABLE.sub("", c.why))
        for c in given.choices
    )
    prompt, answer = (_UNSTORABLE.sub("", text) for text in (given.prompt, given.answer))
    return replace(given, prompt=prompt, answer=answer, choices=choices)


def print_of(one: Given) -> str:
    """The fingerprint of what was read."""
    return identity.fingerprint(one.prompt, [choice.text for choice in one.choices])


@dataclass(frozen=True)
class Asked:
    """A question as the matching of two readings sees it."""

    prompt: str
    fingerprint: str
    answer: str
