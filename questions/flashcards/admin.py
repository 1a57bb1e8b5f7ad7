"""Cards and their log for admins: to look at, for the log is only ever added to."""

from __future__ import annotations

from typing import TYPE_CHECKING, Any

from django.contrib import admin
from django.http import HttpRequest

from .models import Card, Event

if TYPE_CHECKING:
    CardBase = admin.ModelAdmin[Card]
    EventBase = admin.ModelAdmin[Event]
else:
    CardBase = EventBase = admin.ModelAdmin


class ReadOnly:
    """Neither added, changed nor deleted by hand: a card is what its log says."""

    def has_add_permission(self, request: HttpRequest) -> bool:
        return False

    def has_change_permission(self, request: HttpRequest, obj: Any = None) -> bool:
        return False

    def has_delete_permission(self, request: HttpRequest, obj: Any = None) -> bool:
        return False


@admin.register(Card)
class CardAdmin(ReadOnly, CardBase):
    list_display = ["question", "learner", "phase", "due_day", "reps", "lapses", "suspended"]
    list_filter = ["phase", "suspended"]
    list_select_related = ["question", "learner"]
    search_fields = ["learner__email", "question__title"]
    show_full_result_count = False


@admin.register(Event)
class EventAdmin(ReadOnly, EventBase):
    list_display = ["at", "learner", "kind", "grade", "card"]
    list_filter = ["kind"]
    list_select_related = ["learner", "card"]
    search_fields = ["learner__email", "key"]
    show_full_result_count = False
