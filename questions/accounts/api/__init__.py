"""The API of this slice."""

from __future__ import annotations

from .devices import DeviceViewSet, RefreshViewSet
from .guests import GuestViewSet
from .me import MeViewSet

__all__ = ["DeviceViewSet", "GuestViewSet", "MeViewSet", "RefreshViewSet"]
