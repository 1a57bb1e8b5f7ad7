"""Ticks as admins see them: to read, not to change."""

from __future__ import annotations

from typing import TYPE_CHECKING

from django.contrib import admin
from django.http import HttpRequest

from .models import Tick

if TYPE_CHECKING:
    Admin = admin.ModelAdmin[Tick]
else:
    Admin = admin.ModelAdmin


@admin.register(Tick)
class TickAdmin(Admin):
    list_display = ["learner", "key_point", "verdict", "where", "at"]
    list_filter = ["verdict", "where"]
    list_select_related = ["learner", "key_point"]
    date_hierarchy = "at"

    def has_add_permission(self, request: HttpRequest) -> bool:
        return False

    def has_change_permission(self, request: HttpRequest, obj: Tick | None = None) -> bool:
        return False
