"""What may be decided about likely duplicates and disagreements, and what follows from it."""

from __future__ import annotations

from enum import StrEnum

from questions.errors import NotAllowed, Refusal


class Why(StrEnum):
    """Why two questions are offered as one."""

    LIKELY = "likely"
    REWORDED = "reworded"


class Decision(StrEnum):
    """Where an offer stands."""

    OPEN = "open"
    ACCEPTED = "accepted"
    DISMISSED = "dismissed"


class Right(StrEnum):
    """Which of two sentences is right."""

    ONE = "one"
    OTHER = "other"
    BOTH = "both"
    NEITHER = "neither"


class AlreadyDecided(Refusal):
    """Somebody has decided otherwise, and that has to be taken back first."""

    code = "already_decided"


class NoLongerThere(Refusal):
    """One of the two has left the bank since, so there is nothing to decide."""

    code = "no_longer_there"


VERDICTS = {
    Right.ONE: "The first is right",
    Right.OTHER: "The second is right",
    Right.BOTH: "Both are right",
    Right.NEITHER: "Neither is right",
}
VERIFIED = "The other statement stands in an answer that has been verified."


def check_may_settle(*, own: bool, of_the_house: bool, editor: bool) -> None:
    """Refuse unless it is about one's own documents, or an editor's about the house's."""
    if own or (of_the_house and editor):
        return
    raise NotAllowed("Only the owner of the documents, or an editor for the house's, decides this.")


def by_verification(one: bool, other: bool) -> Right | None:
    """Which of two statements is right because its answer alone is verified; else None."""
    if one == other:
        return None
    return Right.ONE if one else Right.OTHER
