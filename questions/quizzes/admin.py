"""Quizzes as admins see them: to read, not to change."""

from __future__ import annotations

from typing import TYPE_CHECKING

from django.contrib import admin
from django.http import HttpRequest

from .models import Item, Quiz

if TYPE_CHECKING:
    Admin = admin.ModelAdmin[Quiz]
    Inline = admin.TabularInline[Item, Quiz]
else:
    Admin = admin.ModelAdmin
    Inline = admin.TabularInline


class ItemInline(Inline):
    model = Item
    fields = ["position", "kind", "score", "answered", "seconds"]
    readonly_fields = ["position", "kind", "score", "answered", "seconds"]
    can_delete = False
    extra = 0

    def has_add_permission(self, request: HttpRequest, obj: object = None) -> bool:
        return False


@admin.register(Quiz)
class QuizAdmin(Admin):
    list_display = ["learner", "started", "finished"]
    list_select_related = ["learner"]
    date_hierarchy = "started"
    inlines = [ItemInline]

    def has_add_permission(self, request: HttpRequest) -> bool:
        return False

    def has_change_permission(self, request: HttpRequest, obj: Quiz | None = None) -> bool:
        return False
