"""The pages of a quiz: setting up, one question a screen, results, and what is shared."""

from __future__ import annotations

from .measured import measured
from .results import again, results, share_questions, to_cards
from .setting_up import count, new, pace, start
from .setups import (
    drop_setup,
    save,
    setup,
    share_setup,
    shared,
    start_setup,
    start_shared,
    unshare_setup,
)
from .taking import answer, correct, finish, flag, hint, item, quiz, turn
from .trying import try_one, try_ten

__all__ = [
    "again",
    "answer",
    "correct",
    "count",
    "drop_setup",
    "finish",
    "flag",
    "hint",
    "item",
    "measured",
    "new",
    "pace",
    "quiz",
    "results",
    "save",
    "setup",
    "share_questions",
    "share_setup",
    "shared",
    "start",
    "start_setup",
    "start_shared",
    "to_cards",
    "try_one",
    "try_ten",
    "turn",
    "unshare_setup",
]
