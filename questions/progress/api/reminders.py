"""Reminders for a phone: a letter a day, and the calendar's address."""

from __future__ import annotations

from typing import Any
from uuid import UUID

from django.urls import reverse
from drf_spectacular.utils import OpenApiResponse, extend_schema
from rest_framework import serializers
from rest_framework.request import Request
from rest_framework.response import Response
from rest_framework.viewsets import GenericViewSet

from questions.accounts.receipts import answer_once
from questions.progress import actions, models
from questions.progress.models import Reminder
from questions.web.addresses import site
from questions.web.api import Input, KeyedInput, StrictBoolean, StrictInteger

from .readiness import known


class ReminderSerializer(serializers.Serializer[Any]):
    """How you are reminded."""

    letter = serializers.BooleanField(
        read_only=True, help_text="Whether a letter comes on each day on which cards wait."
    )
    hour = serializers.IntegerField(read_only=True, help_text="At which hour of yours, 0 to 23.")
    calendar = serializers.CharField(
        read_only=True,
        help_text="The secret address of your calendar, without the site; empty for none.",
    )


class ReminderChange(Input):
    letter = StrictBoolean(required=False, help_text="Whether to be written to.")
    hour = StrictInteger(required=False, min_value=0, max_value=23, help_text="At which hour.")


class ReminderViewSet(GenericViewSet[Reminder]):
    """A letter a day, off unless you ask for it, and a private calendar."""

    queryset = Reminder.objects.none()
    serializer_class = ReminderSerializer
    pagination_class = None

    @extend_schema(responses=ReminderSerializer)
    def retrieve(self, request: Request) -> Response:
        """How you are reminded."""
        return Response(printed(models.reminder_of(known(request))))

    @extend_schema(request=ReminderChange, responses=ReminderSerializer)
    def partial_update(self, request: Request) -> Response:
        """Ask for a letter a day, or for none; the same again changes nothing."""
        given = ReminderChange(data=request.data)
        given.is_valid(raise_exception=True)
        person, where = known(request), site(request)
        before = models.reminder_of(person)
        wished = {"letter": before.letter, "hour": before.hour, **given.validated_data}
        return Response(printed(actions.change(person, **wished, site=where)))

    @extend_schema(request=KeyedInput, responses=ReminderSerializer)
    def open_calendar(self, request: Request) -> Response:
        """A new secret address for your calendar; the one before leads nowhere from then on."""
        given = KeyedInput(data=request.data)
        given.is_valid(raise_exception=True)
        key: UUID = given.validated_data["key"]
        person, where = known(request), site(request)

        def act() -> tuple[int, Any]:
            return 200, printed(actions.open_feed(person, site=where))

        return answer_once(request, key, act)

    @extend_schema(responses={204: OpenApiResponse(description="The address leads nowhere.")})
    def close_calendar(self, request: Request) -> Response:
        """No calendar any more; the same again changes nothing."""
        actions.close_feed(known(request))
        return Response(status=204)


def printed(found: Reminder) -> Any:
    token = found.feed_token
    calendar = reverse("progress:feed", args=[token]) if token else ""
    told = {"letter": found.letter, "hour": found.hour, "calendar": calendar}
    return ReminderSerializer(told).data
