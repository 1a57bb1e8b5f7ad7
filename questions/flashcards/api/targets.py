"""Dates to prepare for, and their plans, for a phone."""

from __future__ import annotations

from typing import Any
from uuid import UUID, uuid4

from django.http import Http404
from django.utils.timezone import now
from drf_spectacular.utils import OpenApiResponse, extend_schema
from rest_framework.decorators import action
from rest_framework.generics import get_object_or_404
from rest_framework.request import Request
from rest_framework.response import Response
from rest_framework.viewsets import GenericViewSet

from questions.accounts.models import User
from questions.accounts.receipts import answer_once
from questions.flashcards import actions
from questions.flashcards.models import (
    Card,
    Event,
    Outline,
    Target,
    TargetQuerySet,
    outline,
    preferences,
    studied,
)
from questions.web.api import ID, KeyedInput

from .inputs import TargetChange, TargetInput
from .plans import LeftOutSerializer, NamedPlanSerializer, TargetSerializer


class TargetViewSet(GenericViewSet[Target]):
    """The dates you prepare for: every question is asked in time, the last days go over it all."""

    queryset = Target.objects.none()
    serializer_class = TargetSerializer
    lookup_value_regex = ID

    def get_queryset(self) -> TargetQuerySet:
        return Target.objects.seen_by(self.request.user).listed().prefetch_related("left_out")

    def found(self, pk: str) -> Target:
        try:
            return get_object_or_404(self.get_queryset(), pk=UUID(pk))
        except ValueError:
            raise Http404 from None

    @extend_schema(responses=TargetSerializer(many=True))
    def list(self, request: Request) -> Response:
        """List your dates, the nearest first."""
        page = self.paginate_queryset(self.get_queryset()) or []
        return self.get_paginated_response(TargetSerializer(page, many=True).data)

    @extend_schema(responses=TargetSerializer)
    def retrieve(self, request: Request, pk: str) -> Response:
        """One of your dates."""
        return Response(TargetSerializer(self.found(pk)).data)

    @extend_schema(request=TargetInput, responses={201: TargetSerializer})
    def create(self, request: Request) -> Response:
        """Prepare for a date."""
        given = TargetInput(data=request.data)
        given.is_valid(raise_exception=True)
        learner, asked = person(request), given.validated_data

        def act() -> tuple[int, Any]:
            target = actions.aim(learner, **asked, at=now())
            return 201, printed(self.found(str(target.pk)))

        return answer_once(request, asked["key"], act)

    @extend_schema(request=TargetChange, responses=TargetSerializer)
    def partial_update(self, request: Request, pk: str) -> Response:
        """Change a date; the same again changes nothing, so it needs no key."""
        target, given = self.found(pk), TargetChange(data=request.data)
        given.is_valid(raise_exception=True)
        asked = given.validated_data
        actions.change_target(person(request), target.pk, key=uuid4(), at=now(), **asked)
        return Response(printed(self.found(pk)))

    @extend_schema(responses={204: OpenApiResponse(description="It is given up.")})
    def destroy(self, request: Request, pk: str) -> Response:
        """Prepare for a date no more; its cards stay."""
        actions.give_up(person(request), self.found(pk).pk)
        return Response(status=204)

    @extend_schema(responses=NamedPlanSerializer)
    @action(detail=True)
    def plan(self, request: Request, pk: str) -> Response:
        """Whether the date can be reached, and each day until it; made anew at every call."""
        target, learner, at = self.found(pk), person(request), now()
        today = learner.day_of(at)
        pace = Event.objects.of(learner).pace()
        (cards,) = studied(learner, [target], at, preferences(learner), pace)
        over = target.date < today
        ended = Outline(len(cards.items), True, 0, cards.recall(), []) if over else None
        shown = ended or outline(cards, today)
        drops = Card.objects.seen_by(learner).among(shown.out or [])
        return Response(NamedPlanSerializer({**vars(shown), "drops": drops}).data)

    @extend_schema(request=KeyedInput, responses=LeftOutSerializer)
    @action(detail=True, methods=["post"], url_path="leave-out")
    def leave_out(self, request: Request, pk: str) -> Response:
        """Plan without the new cards that do not fit; they stay among your cards."""
        target = self.found(pk)

        def act() -> tuple[int, Any]:
            return 200, {"left_out": actions.leave_out(person(request), target.pk, at=now())}

        return answer_once(request, keyed(request), act)

    @extend_schema(request=KeyedInput, responses=TargetSerializer)
    @action(detail=True, methods=["post"], url_path="take-in")
    def take_in(self, request: Request, pk: str) -> Response:
        """Plan with all cards again."""
        target = self.found(pk)

        def act() -> tuple[int, Any]:
            actions.take_in(person(request), target.pk)
            return 200, printed(self.found(pk))

        return answer_once(request, keyed(request), act)


def person(request: Request) -> User:
    assert isinstance(request.user, User)
    return request.user


def keyed(request: Request) -> UUID:
    """The key of a call that says nothing else."""
    given = KeyedInput(data=request.data)
    given.is_valid(raise_exception=True)
    key: UUID = given.validated_data["key"]
    return key


def printed(target: Target) -> Any:
    """A target as a receipt can keep it."""
    return {**TargetSerializer(target).data, "left_out": [str(c.pk) for c in target.left_out.all()]}
