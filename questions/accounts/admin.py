"""People, for admins: roles and whether they may sign in."""

from __future__ import annotations

from django.contrib import admin
from django.forms import ModelForm
from django.http import HttpRequest

from . import actions
from .models import User


@admin.register(User)
class UserAdmin(admin.ModelAdmin[User]):
    list_display = ["email", "name", "is_mentor", "is_editor", "is_staff", "is_active", "joined"]
    list_filter = ["is_mentor", "is_editor", "is_staff", "is_active"]
    search_fields = ["email", "name"]
    fields = [
        "email",
        "name",
        "is_mentor",
        "is_editor",
        "is_staff",
        "is_active",
        "time_zone",
        "day_start",
        "joined",
    ]
    readonly_fields = ["joined"]

    def save_model(
        self, request: HttpRequest, obj: User, form: ModelForm[User], change: bool
    ) -> None:
        """Save, and end every session of a person who may no longer sign in."""
        super().save_model(request, obj, form, change)
        if not obj.is_active:
            actions.deactivate(obj)
