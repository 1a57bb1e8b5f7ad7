"""The API of this slice."""

from __future__ import annotations

from .offline import OfflineView
from .readiness import ReadinessViewSet
from .reminders import ReminderViewSet

__all__ = ["OfflineView", "ReadinessViewSet", "ReminderViewSet"]
