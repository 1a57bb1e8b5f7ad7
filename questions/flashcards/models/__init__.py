"""Cards, their log, and the quick readings of both."""

from __future__ import annotations

from .asked import Asked, asked, follow_folds, news_of
from .cards import MOVED, Card, CardQuerySet
from .confirmed import Confirmed, confirm, with_news
from .courses import Day, Outline, Studied, courses, courses_of, days_of, foreseen, outline, studied
from .crams import Cram, CramQuerySet
from .desk import Coming, coming, locked, outlook
from .events import Event, EventQuerySet
from .fits import Fit, FitQuerySet, FitState, fit_state, fits_wanted, histories
from .settings import Settings, preferences, settings_of
from .targets import Target, TargetQuerySet, subjects

__all__ = [
    "MOVED",
    "Asked",
    "Card",
    "CardQuerySet",
    "Coming",
    "Confirmed",
    "Cram",
    "CramQuerySet",
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
    "confirm",
    "courses",
    "courses_of",
    "days_of",
    "fit_state",
    "fits_wanted",
    "follow_folds",
    "foreseen",
    "histories",
    "locked",
    "news_of",
    "outline",
    "outlook",
    "preferences",
    "settings_of",
    "studied",
    "subjects",
    "with_news",
]
