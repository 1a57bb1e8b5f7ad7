"""The library for a phone."""

from __future__ import annotations

from .documents import DocumentViewSet
from .previews import PreviewViewSet

__all__ = ["DocumentViewSet", "PreviewViewSet"]
