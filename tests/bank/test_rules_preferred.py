"""The preferred answer: an editor's word, then what is verified, full, new."""

from __future__ import annotations

from dataclasses import dataclass, replace
from datetime import UTC, datetime, timedelta

import pytest

from questions.bank.rules import preferred

NOON = datetime(2030, 5, 1, 12, tzinfo=UTC)


@dataclass(frozen=True)
class Answer:
    chosen: bool = False
    verified: bool = False
    text: str = "three words here"
    at: datetime = NOON


PLAIN = Answer()
LONGER = replace(PLAIN, text="as many as five words")
NEWER = replace(PLAIN, at=NOON + timedelta(days=1))
VERIFIED = replace(PLAIN, verified=True, text="short")
CHOSEN = replace(PLAIN, chosen=True, text="x", at=NOON - timedelta(days=9))


@pytest.mark.parametrize(
    ("candidates", "place"),
    [
        ([], None),
        ([PLAIN], 0),
        ([PLAIN, PLAIN], 0),
        ([PLAIN, NEWER], 1),
        ([NEWER, LONGER], 1),
        ([LONGER, VERIFIED, NEWER], 1),
        ([LONGER, VERIFIED, CHOSEN], 2),
    ],
)
def test_the_editors_choice_then_verified_then_fullest_then_newest(candidates, place):
    assert preferred.choose(candidates) == place
