"""What a browser may send to plan an interview, in its room, and after it."""

from __future__ import annotations

from .fields import KeyForm
from .people import GuestForm, InviteForm, ShareForm
from .planning import LEVELS, PlanForm, SetupForm, WhenForm
from .reports import OwnViewForm, ReportForm, ThanksForm
from .room import ActForm
from .scripts import ChosenForm, FindForm, OwnForm, RubricForm, TemplateForm

__all__ = [
    "LEVELS",
    "ActForm",
    "ChosenForm",
    "FindForm",
    "GuestForm",
    "InviteForm",
    "KeyForm",
    "OwnForm",
    "OwnViewForm",
    "PlanForm",
    "ReportForm",
    "RubricForm",
    "SetupForm",
    "ShareForm",
    "TemplateForm",
    "ThanksForm",
    "WhenForm",
]
