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
from .history import Edit, Report, ReportQuerySet, Revision, RevisionQuerySet
from .listing import Line, Listing
from .questions import Question, QuestionQuerySet
from .sheets import Sheet, sheet

if TYPE_CHECKING:
    from .documents import Person as Person

__all__ = [
    "Answer",
    "AnswerQuerySet",
    "Choice",
    "Document",
    "DocumentQuerySet",
    "Edit",
    "Facets",
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
    "SearchEntry",
    "Share",
    "Sharing",
    "Sheet",
    "Topic",
    "TopicQuerySet",
    "facets",
    "sheet",
    "visible_to",
]
