"""The API of this slice."""

from __future__ import annotations

from .crams import CramViewSet
from .settings import CardSettingsViewSet, FitViewSet
from .targets import TargetViewSet
from .viewset import CardViewSet

__all__ = ["CardSettingsViewSet", "CardViewSet", "CramViewSet", "FitViewSet", "TargetViewSet"]
