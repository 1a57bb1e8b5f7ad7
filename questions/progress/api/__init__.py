"""The API of this slice."""

from __future__ import annotations

from .offline import OfflineView
from .readiness import ReadinessViewSet

__all__ = ["OfflineView", "ReadinessViewSet"]
