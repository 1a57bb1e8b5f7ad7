"""The bank for a phone."""

from __future__ import annotations

from .viewsets import QuestionViewSet, TopicViewSet

__all__ = ["QuestionViewSet", "TopicViewSet"]
