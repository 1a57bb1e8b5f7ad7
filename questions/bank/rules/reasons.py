"""Why a learner reports a question, and who may change one."""

from __future__ import annotations

from enum import Enum

from questions.errors import NotAllowed

from .states import Visibility


class Reason(Enum):
    """What is the matter with a question."""

    WRONG = "wrong"
    UNCLEAR = "unclear"
    OTHER = "other"


def check_may_edit(*, own: bool, of_the_house: bool, visibility: Visibility, editor: bool) -> None:
    """Refuse unless it is one's own, or an editor's business: the house's and what is public."""
    if own or (editor and (of_the_house or visibility is Visibility.PUBLIC)):
        return
    raise NotAllowed("Only its owner or an editor can change this.")


def check_may_share(*, own: bool, mentor: bool) -> None:
    """Refuse unless a mentor shares what is their own."""
    if not (own and mentor):
        raise NotAllowed("Only a mentor can share, and only what is their own.")


def check_may_publish(*, editor: bool) -> None:
    """Refuse unless an editor decides what everybody sees."""
    if not editor:
        raise NotAllowed("Only an editor decides what everybody sees.")
