"""The API of this slice."""

from __future__ import annotations

from .bringings import BringingViewSet
from .leaving import LeaveView
from .takings import TakingViewSet

__all__ = ["BringingViewSet", "LeaveView", "TakingViewSet"]
