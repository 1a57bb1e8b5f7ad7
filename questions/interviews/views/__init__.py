"""The pages of mock interviews."""

from __future__ import annotations

from .people import accept, as_guest, home, invite, join, pair, part, revoke, share
from .planning import (
    begin_rehearsal,
    calendar,
    cancel,
    hand_out,
    interview,
    new,
    plan,
    rehearse,
    reschedule,
)
from .reports import keep_report, open_report, own_view, release, report, thank
from .room import act, earlier, pad, room
from .scripts import (
    add_drawn,
    add_own,
    keep_template,
    move_down,
    move_up,
    remove_item,
    remove_template,
    rubric,
    script,
    swap,
)

__all__ = [
    "accept",
    "act",
    "add_drawn",
    "add_own",
    "as_guest",
    "begin_rehearsal",
    "calendar",
    "cancel",
    "earlier",
    "hand_out",
    "home",
    "interview",
    "invite",
    "join",
    "keep_report",
    "keep_template",
    "move_down",
    "move_up",
    "new",
    "open_report",
    "own_view",
    "pad",
    "pair",
    "part",
    "plan",
    "rehearse",
    "release",
    "remove_item",
    "remove_template",
    "report",
    "reschedule",
    "revoke",
    "room",
    "rubric",
    "script",
    "share",
    "swap",
    "thank",
]
