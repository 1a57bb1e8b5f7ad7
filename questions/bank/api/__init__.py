"""The bank for a phone."""

from __future__ import annotations

from .exporting import ExportViewSet
from .viewsets import QuestionViewSet, TopicViewSet

__all__ = ["ExportViewSet", "QuestionViewSet", "TopicViewSet"]
