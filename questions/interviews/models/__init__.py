"""The rows of mock interviews, and who may see which of them."""

from __future__ import annotations

from .after import Feedback, Letter, Report
from .interviews import Interview, InterviewQuerySet, Kind
from .pairs import PairItem, Past, missed_by_pair, past_of, points_missed, wishes_of
from .people import Invitation, Pairing
from .room import Event, Note, Score, Write
from .scripts import Hint, Point, ScriptItem, Template
from .seen import Seen, SeenItem, seen_by_candidate

__all__ = [
    "Event",
    "Feedback",
    "Hint",
    "Interview",
    "InterviewQuerySet",
    "Invitation",
    "Kind",
    "Letter",
    "Note",
    "PairItem",
    "Pairing",
    "Past",
    "Point",
    "Report",
    "Score",
    "ScriptItem",
    "Seen",
    "SeenItem",
    "Template",
    "Write",
    "missed_by_pair",
    "past_of",
    "points_missed",
    "seen_by_candidate",
    "wishes_of",
]
