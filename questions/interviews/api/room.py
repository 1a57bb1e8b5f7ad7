"""The room for a phone: what one sees of it, what one does in it, its events and its pad."""

from __future__ import annotations

from typing import Any

from django.utils import timezone
from drf_spectacular.utils import OpenApiParameter, OpenApiResponse, extend_schema
from rest_framework.decorators import action
from rest_framework.request import Request
from rest_framework.response import Response

from questions.interviews import actions
from questions.interviews.models import Event, Interview, seen_by_candidate
from questions.interviews.models.sides import mentors_side
from questions.interviews.rules import Role

from .base import OfInterviews
from .inputs import (
    RoomActInput,
)
from .printing import (
    PadSerializer,
    RoomEventSerializer,
    RoomSerializer,
    event_of,
)

EVENTS = 200
"""Events of one answer."""


def number(name: str, text: str) -> OpenApiParameter:
    return OpenApiParameter(
        name, {"type": "integer", "minimum": 0, "maximum": 99_999_999}, description=text
    )


class RoomOperations(OfInterviews):
    """What goes on in a room."""

    @extend_schema(
        parameters=[number("seen", "The version that one has; 204 where nothing is newer.")],
        responses={200: RoomSerializer, 204: OpenApiResponse(None, "Nothing is newer.")},
    )
    @action(methods=["get"], detail=True, pagination_class=None)
    def room(self, request: Request, pk: str) -> Response:
        """The room as one's side sees it now."""
        shown, role = self.entered()
        seen = self.counted("seen", -1)
        version = shown.shared_version if role is Role.CANDIDATE else shown.version
        if seen == version:
            return Response(status=204)
        return Response(self.room_of(shown, role))

    def room_of(self, shown: Interview, role: Role) -> Any:
        at, told_all = timezone.now(), role is not Role.CANDIDATE
        side = mentors_side(shown, at, every=role is Role.MENTOR) if told_all else None
        if side is not None:
            sheets = shown.items.with_sheet().filter(pk__in=[item.pk for item in side.items])
            side.items[:] = list(sheets)
        return RoomSerializer(
            {
                "version": shown.version if told_all else shown.shared_version,
                "pad_version": shown.pad_version,
                "role": role.value,
                "seen": seen_by_candidate(shown, at),
                "leading": side,
            }
        ).data

    @extend_schema(request=RoomActInput, responses=RoomSerializer)
    @action(methods=["post"], detail=True)
    def act(self, request: Request, pk: str) -> Response:
        """Do one thing in the room. The key makes it one act, however often it is sent."""
        given = RoomActInput(data=request.data)
        given.is_valid(raise_exception=True)
        said, data, (shown, role) = given.act(), given.validated_data, self.entered()

        def act() -> Any:
            at = timezone.now()
            return self.room_of(actions.act(shown, said, by=self.me, key=data["key"], at=at), role)

        return self.once(data, act)

    @extend_schema(
        parameters=[number("after", "Only events after this number.")],
        responses=RoomEventSerializer(many=True),
    )
    @action(methods=["get"], detail=True, pagination_class=None)
    def events(self, request: Request, pk: str) -> Response:
        """What was done in the room, in order, 200 at most; the pad has its own numbers."""
        shown, role = self.entered()
        found = Event.objects.filter(interview=shown).after(self.counted("after", 0), role)[:EVENTS]
        return Response(RoomEventSerializer([event_of(one, role) for one in found], many=True).data)

    @extend_schema(
        parameters=[
            number("since", "Only lines written after this number."),
            number("every", "1: each version of each line instead of the newest."),
        ],
        responses=PadSerializer,
    )
    @action(methods=["get"], detail=True, pagination_class=None)
    def pad(self, request: Request, pk: str) -> Response:
        """The shared pad, or what changed on it."""
        shown, since = self.get_object(), self.counted("since", 0)
        lines = shown.writes.since(since)
        if self.counted("every", 0):
            lines = shown.writes.filter(seq__gt=since).order_by("seq")
        return Response(PadSerializer({"at": shown.pad_version, "lines": lines}).data)
