"""Interviews as admins see them: that they were, never what was in them."""

from __future__ import annotations

from typing import TYPE_CHECKING

from django.contrib import admin
from django.http import HttpRequest

from .models import Interview, Pairing

if TYPE_CHECKING:
    InterviewBase = admin.ModelAdmin[Interview]
    PairingBase = admin.ModelAdmin[Pairing]
else:
    InterviewBase = PairingBase = admin.ModelAdmin


@admin.register(Interview)
class InterviewAdmin(InterviewBase):
    list_display = ["mentor", "candidate", "kind", "stage", "starts"]
    list_select_related = ["mentor", "candidate"]
    fields = ["mentor", "candidate", "kind", "stage", "starts", "minutes", "made", "ended"]
    date_hierarchy = "made"

    def has_add_permission(self, request: HttpRequest) -> bool:
        return False

    def has_change_permission(self, request: HttpRequest, obj: Interview | None = None) -> bool:
        return False


@admin.register(Pairing)
class PairingAdmin(PairingBase):
    list_display = ["mentor", "candidate", "accepted", "ended"]
    list_select_related = ["mentor", "candidate"]

    def has_add_permission(self, request: HttpRequest) -> bool:
        return False

    def has_change_permission(self, request: HttpRequest, obj: Pairing | None = None) -> bool:
        return False
