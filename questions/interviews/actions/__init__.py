"""Every way in which mentors and candidates find each other, meet, and part with a report."""

from __future__ import annotations

from .inviting import (
    NoSuchLink,
    NotForYou,
    end,
    hand_out,
    invite,
    redeem,
    revoke,
    share,
)
from .letters import post
from .planning import NotAMentor, Planned, When, cancel, check_mentor, plan, rehearse, reschedule
from .reporting import NotOver, keep_report, open_report, own_view, release, thank
from .room import act
from .scripting import (
    NoMoreQuestions,
    add_drawn,
    add_own,
    keep_template,
    move_item,
    offered,
    remove_item,
    remove_template,
    score_by,
    swap,
)

__all__ = [
    "NoMoreQuestions",
    "NoSuchLink",
    "NotAMentor",
    "NotForYou",
    "NotOver",
    "Planned",
    "When",
    "act",
    "add_drawn",
    "add_own",
    "cancel",
    "check_mentor",
    "end",
    "hand_out",
    "invite",
    "keep_report",
    "keep_template",
    "move_item",
    "offered",
    "open_report",
    "own_view",
    "plan",
    "post",
    "redeem",
    "rehearse",
    "release",
    "remove_item",
    "remove_template",
    "reschedule",
    "revoke",
    "score_by",
    "share",
    "swap",
    "thank",
]
