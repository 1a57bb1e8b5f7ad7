"""The bank's pages."""

from __future__ import annotations

from .editing import edit, history, preview, revert, take
from .exporting import export
from .reading import question, questions
from .reports import report, reports, settle_report
from .settling import (
    accept,
    disagreements,
    dismiss,
    duplicates,
    part,
    reopen,
    settle,
    unsettle,
)

__all__ = [
    "accept",
    "disagreements",
    "dismiss",
    "duplicates",
    "edit",
    "export",
    "history",
    "part",
    "preview",
    "question",
    "questions",
    "reopen",
    "report",
    "reports",
    "revert",
    "settle",
    "settle_report",
    "take",
    "unsettle",
]
