"""The API of this slice."""

from __future__ import annotations

from .devices import DeviceViewSet, RefreshViewSet
from .me import MeViewSet

__all__ = ["DeviceViewSet", "MeViewSet", "RefreshViewSet"]
