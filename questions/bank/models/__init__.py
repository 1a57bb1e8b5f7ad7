"""The rows that everything is studied from: documents, topics, questions, answers, key points."""

from __future__ import annotations

from typing import TYPE_CHECKING

from .answers import (
    Answer,
    AnswerQuerySet,
    Choice,
    KeyPoint,
    KeyPointQuerySet,
    SearchEntry,
)
from .documents import (
    Document,
    DocumentQuerySet,
    Sharing,
    Topic,
    TopicQuerySet,
    visible_to,
)
from .facets import Facets, Share, facets
from .grouping import Group, topic_groups
from .history import Edit, Report, ReportQuerySet, Revision, RevisionQuerySet
from .listing import Line, Listing
from .questions import Question, QuestionQuerySet
from .seals import Seal, SealQuerySet, exam_about, exam_of, sealed_for
from .settling import (
    Disagreement,
    DisagreementQuerySet,
    Suggestion,
    SuggestionQuerySet,
    struck_in,
)
from .sheets import Sheet, sheet, sheets
from .signs import signs

if TYPE_CHECKING:
    from .documents import Person as Person

__all__ = [
    "Answer",
    "AnswerQuerySet",
    "Choice",
    "Disagreement",
    "DisagreementQuerySet",
    "Document",
    "DocumentQuerySet",
    "Edit",
    "Facets",
    "Group",
    "KeyPoint",
    "KeyPointQuerySet",
    "Line",
    "Listing",
    "Question",
    "QuestionQuerySet",
    "Report",
    "ReportQuerySet",
    "Revision",
    "RevisionQuerySet",
    "Seal",
    "SealQuerySet",
    "SearchEntry",
    "Share",
    "Sharing",
    "Sheet",
    "Suggestion",
    "SuggestionQuerySet",
    "Topic",
    "TopicQuerySet",
    "exam_about",
    "exam_of",
    "facets",
    "sealed_for",
    "sheet",
    "sheets",
    "signs",
    "struck_in",
    "topic_groups",
    "visible_to",
]
