"""The bank for a phone."""

from __future__ import annotations

from .editing import ReportViewSet
from .exporting import ExportViewSet
from .settling import DisagreementViewSet, SuggestionViewSet
from .viewsets import QuestionViewSet, TopicViewSet

__all__ = [
    "DisagreementViewSet",
    "ExportViewSet",
    "QuestionViewSet",
    "ReportViewSet",
    "SuggestionViewSet",
    "TopicViewSet",
]
