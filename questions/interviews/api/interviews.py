"""What a phone may do with an interview: plan it, lead it, take it, and read what came of it."""

from __future__ import annotations

import random
from typing import Any

from django.http import Http404
from django.utils import timezone
from drf_spectacular.utils import OpenApiResponse, extend_schema
from rest_framework.decorators import action
from rest_framework.generics import get_object_or_404
from rest_framework.mixins import ListModelMixin, RetrieveModelMixin
from rest_framework.request import Request
from rest_framework.response import Response

from questions.interviews import actions
from questions.interviews.actions.letters import calendar_of
from questions.interviews.models import Interview, Kind, Pairing, Template
from questions.web.api import KeyedInput

from .inputs import (
    LinkInput,
    NewInterviewInput,
    RescheduleInput,
    ScriptChangeInput,
)
from .printing import (
    CalendarSerializer,
    InterviewSerializer,
    LinkSerializer,
    ScriptItemSerializer,
)
from .reports import ReportOperations
from .room import RoomOperations
from .rubrics import RubricOperations


class InterviewViewSet(
    RoomOperations, ReportOperations, RubricOperations, ListModelMixin, RetrieveModelMixin
):
    """Interviews that you lead or take, newest first."""

    @extend_schema(
        request=NewInterviewInput,
        responses={201: OpenApiResponse(InterviewSerializer, "The new interview.")},
    )
    def create(self, request: Request) -> Response:
        """Plan a mock (mentors), or begin a rehearsal alone; its script is drawn at once."""
        given = NewInterviewInput(data=request.data)
        given.is_valid(raise_exception=True)
        data, me = given.validated_data, self.me
        if data["kind"] == Kind.MOCK.value:
            planned = self.planned(given)
            return self.once(data, lambda: self.plan(planned, data), status=201)
        setup = given.setup()

        def act() -> Any:
            at = timezone.now()
            return self.printed(actions.rehearse(me, setup, key=data["key"], at=at))

        return self.once(data, act, status=201)

    def planned(self, given: NewInterviewInput) -> actions.Planned:
        data = given.validated_data
        pairings = Pairing.objects.led_by(self.me).select_related("candidate")
        pairing = data["pairing"] and get_object_or_404(pairings, pk=data["pairing"])
        templates = Template.objects.of(self.me)
        template = data["template"] and get_object_or_404(templates, pk=data["template"])
        return actions.Planned(
            given.setup(), pairing, template, data["starts"], data["call"], data["one_browser"]
        )

    def plan(self, planned: actions.Planned, data: dict[str, Any]) -> Any:
        at = timezone.now()
        return self.printed(actions.plan(self.me, planned, key=data["key"], at=at, site=self.site))

    @extend_schema(request=RescheduleInput, responses=InterviewSerializer)
    @action(methods=["post"], detail=True)
    def reschedule(self, request: Request, pk: str) -> Response:
        """Change when or where it is; both sides get a letter with the new calendar file."""
        data, shown = self.given(RescheduleInput), self.get_object()
        names = ("starts", "minutes", "call", "one_browser")
        when = actions.When(**{name: data.get(name) for name in names})

        def act() -> Any:
            at = timezone.now()
            return self.printed(actions.reschedule(shown, when, by=self.me, at=at, site=self.site))

        return self.once(data, act)

    @extend_schema(request=KeyedInput, responses=InterviewSerializer)
    @action(methods=["post"], detail=True)
    def cancel(self, request: Request, pk: str) -> Response:
        """Call it off; either side may."""
        data, shown = self.given(KeyedInput), self.get_object()

        def act() -> Any:
            at = timezone.now()
            return self.printed(actions.cancel(shown, by=self.me, at=at, site=self.site))

        return self.once(data, act)

    @extend_schema(request=LinkInput, responses=LinkSerializer)
    @action(methods=["post"], detail=True)
    def link(self, request: Request, pk: str) -> Response:
        """The link by which a candidate joins; made if there is none, sent to a new address."""
        data, shown = self.given(LinkInput), self.led()

        def act() -> Any:
            made = actions.hand_out(shown, by=self.me, **data, at=timezone.now(), site=self.site)
            return LinkSerializer(made, context=self.get_serializer_context()).data

        return self.once(data, act)

    @extend_schema(responses=CalendarSerializer)
    @action(methods=["get"], detail=True, pagination_class=None)
    def calendar(self, request: Request, pk: str) -> Response:
        """The calendar file; 404 as long as there is no time."""
        shown = self.get_object()
        if shown.starts is None:
            raise Http404
        return Response({"file": calendar_of(shown, self.me, self.site, timezone.now())})

    @extend_schema(responses=ScriptItemSerializer(many=True))
    @action(methods=["get"], detail=True, pagination_class=None)
    def script(self, request: Request, pk: str) -> Response:
        """The questions in order, for the mentor alone."""
        return Response(self.script_of(self.led()))

    @extend_schema(request=ScriptChangeInput, responses=ScriptItemSerializer(many=True))
    @script.mapping.post
    def change_script(self, request: Request, pk: str) -> Response:
        """Add, swap, move or remove a question; answers the whole script."""
        given = ScriptChangeInput(data=request.data)
        given.is_valid(raise_exception=True)
        data, shown = given.validated_data, self.led()

        def act() -> Any:
            self.change(shown, given)
            return self.script_of(shown)

        return self.once(data, act)

    def change(self, shown: Interview, given: ScriptChangeInput) -> None:
        data, by = given.validated_data, self.me
        rng = random.Random(data["key"].int)  # nosec B311: which comes next is no secret to keep
        match data["change"]:
            case "own":
                actions.add_own(shown, given.own(), by=by)
            case "draw":
                actions.add_drawn(shown, by=by, rng=rng, chosen=data.get("chosen"))
            case "swap":
                actions.swap(shown, data["item"], by=by, rng=rng)
            case "remove":
                actions.remove_item(shown, data["item"], by=by)
            case way:
                actions.move_item(shown, data["item"], by=by, up=way == "up")

    def script_of(self, shown: Interview) -> Any:
        items = shown.items.with_sheet()
        return ScriptItemSerializer(items, many=True).data
