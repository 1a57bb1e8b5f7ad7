"""The bank for a phone."""

from __future__ import annotations

from .exporting import ExportViewSet
from .reports import ReportViewSet
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
