"""What a phone's person must have beside a token.

The framework imports this while it is itself being imported, so it may need no view of it.
"""

from __future__ import annotations

from typing import Any

from allauth.mfa.models import Authenticator
from django.conf import settings
from django.contrib.auth.models import AnonymousUser
from rest_framework.permissions import BasePermission
from rest_framework.request import Request

from . import rules
from .models import User


def lacks_second_factor(person: User | AnonymousUser) -> bool:
    """Whether this person has to set up a second factor before anything else."""
    if not isinstance(person, User):
        return False
    roles = {"admins": person.is_staff, "editors": person.is_editor, "mentors": person.is_mentor}
    if not any(has for role, has in roles.items() if role in settings.SECOND_FACTOR_FOR):
        return False
    kept = Authenticator.objects.filter(user=person.pk)
    return not kept.exclude(type=Authenticator.Type.RECOVERY_CODES).exists()


class SecondFactor(BasePermission):
    """Refuses every call of whoever lacks a second factor with `second_factor_needed`."""

    def has_permission(self, request: Request, view: Any) -> bool:
        if lacks_second_factor(request.user):
            raise rules.NeedsSecondFactor(rules.NEEDS_SECOND_FACTOR)
        return True
