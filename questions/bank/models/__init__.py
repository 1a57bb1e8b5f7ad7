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
    Topic,
    TopicQuerySet,
    visible_to,
)
from .questions import Question, QuestionQuerySet

if TYPE_CHECKING:
    from .documents import Person as Person

__all__ = [
    "Answer",
    "AnswerQuerySet",
    "Choice",
    "Document",
    "DocumentQuerySet",
    "KeyPoint",
    "KeyPointQuerySet",
    "Question",
    "QuestionQuerySet",
    "SearchEntry",
    "Topic",
    "TopicQuerySet",
    "visible_to",
]
