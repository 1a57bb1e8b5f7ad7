"""What a learner keeps with a card: a flag, and a note in their own words."""

from __future__ import annotations

from enum import Enum

from questions.errors import Malformed

LONGEST_NOTE = 2000


class Flag(Enum):
    """What a learner means to do about a card."""

    NONE = ""
    CHECK = "check"
    ASK = "ask"
    PRACTISE = "practise"

    @property
    def words(self) -> str:
        """The flag as a button says it."""
        return FLAGS[self]


FLAGS = {
    Flag.NONE: "No flag",
    Flag.CHECK: "Check the answer",
    Flag.ASK: "Ask somebody",
    Flag.PRACTISE: "Say it aloud",
}


class NoteTooLong(Malformed):
    """A note that is longer than anyone reads while answering."""

    code = "note_too_long"


def check_note(note: str) -> None:
    """Refuse a note of more than LONGEST_NOTE letters."""
    if len(note) > LONGEST_NOTE:
        raise NoteTooLong(f"A note has at most {LONGEST_NOTE} letters; this one has {len(note)}.")
