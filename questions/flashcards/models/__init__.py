"""Cards, their log, and the quick readings of both."""

from __future__ import annotations

from .cards import Card, CardQuerySet
from .courses import Day, Outline, Studied, courses, courses_of, outline, studied
from .desk import Asked, Coming, asked, coming, follow_folds, locked, outlook
from .events import Event, EventQuerySet
from .fits import Fit, FitQuerySet, FitState, fit_state, fits_wanted, histories
from .settings import Settings, preferences, settings_of
from .targets import Target, TargetQuerySet, subjects

__all__ = [
    "Asked",
    "Card",
    "CardQuerySet",
    "Coming",
    "Day",
    "Event",
    "EventQuerySet",
    "Fit",
    "FitQuerySet",
    "FitState",
    "Outline",
    "Settings",
    "Studied",
    "Target",
    "TargetQuerySet",
    "asked",
    "coming",
    "courses",
    "courses_of",
    "fit_state",
    "fits_wanted",
    "follow_folds",
    "histories",
    "locked",
    "outline",
    "outlook",
    "preferences",
    "settings_of",
    "studied",
    "subjects",
]
