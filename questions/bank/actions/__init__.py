"""Every write to the bank: a document's questions, what people change, and the house's topics."""

from __future__ import annotations

from .deciding import (
    accept,
    dismiss,
    may_settle,
    part,
    reopen,
    reopen_disagreement,
    settle_disagreement,
)
from .editing import Wanted, edit, keep_own_words, may_edit, present, revert, take_documents_word
from .learned import learn_difficulty
from .recognising import recognise
from .reports import report, settle_report
from .restoring import Restored, restore
from .seals import require_open, seal, unseal
from .sharing import publish, share, shared_person, unshare, withdraw
from .topics import grow_topics
from .undoing import deleted, undo
from .writing import plan, write

__all__ = [
    "Restored",
    "Wanted",
    "accept",
    "deleted",
    "dismiss",
    "edit",
    "grow_topics",
    "keep_own_words",
    "learn_difficulty",
    "may_edit",
    "may_settle",
    "part",
    "plan",
    "present",
    "publish",
    "recognise",
    "reopen",
    "reopen_disagreement",
    "report",
    "require_open",
    "restore",
    "revert",
    "seal",
    "settle_disagreement",
    "settle_report",
    "share",
    "shared_person",
    "take_documents_word",
    "undo",
    "unseal",
    "unshare",
    "withdraw",
    "write",
]
