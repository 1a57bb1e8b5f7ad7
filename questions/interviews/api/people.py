"""Links, candidates and mentors, and templates, for a phone."""

from __future__ import annotations

from typing import Any

from django.http import Http404
from django.utils import timezone
from drf_spectacular.utils import OpenApiResponse, extend_schema
from rest_framework.decorators import action
from rest_framework.generics import get_object_or_404
from rest_framework.mixins import ListModelMixin, RetrieveModelMixin
from rest_framework.request import Request
from rest_framework.response import Response
from rest_framework.viewsets import GenericViewSet

from questions.accounts.models import User
from questions.accounts.receipts import answer_once
from questions.interviews import actions
from questions.interviews.models import Interview, Invitation, Pairing, Template, past_of
from questions.interviews.models.pairs import mocks_of
from questions.interviews.models.people import InvitationQuerySet, PairingQuerySet
from questions.interviews.models.scripts import TemplateQuerySet
from questions.interviews.rules import Role
from questions.web import addresses
from questions.web.api import KeyedInput

from .inputs import InvitationInput, RedeemInput, ShareInput, TemplateInput
from .printing import (
    LinkSerializer,
    PairingSerializer,
    PastSerializer,
    RedeemedSerializer,
    TemplateSerializer,
)


def signed_in(request: Request) -> User:
    person = request.user
    assert isinstance(person, User)
    return person


class InvitationViewSet(ListModelMixin, GenericViewSet[Invitation]):
    """Your open links, newest first."""

    queryset = Invitation.objects.none()
    serializer_class = LinkSerializer

    def get_queryset(self) -> InvitationQuerySet:
        return Invitation.objects.of(self.request.user).open().order_by("-made", "pk")

    @extend_schema(
        request=InvitationInput, responses={201: OpenApiResponse(LinkSerializer, "The new link.")}
    )
    def create(self, request: Request) -> Response:
        """Make a link for one person (mentors); with an address a letter takes it there."""
        given = InvitationInput(data=request.data)
        given.is_valid(raise_exception=True)
        data, site = given.validated_data, addresses.site(request)

        def act() -> tuple[int, Any]:
            made = actions.invite(
                signed_in(request),
                email=data["email"],
                key=data["key"],
                at=timezone.now(),
                site=site,
            )
            return 201, self.get_serializer(made).data

        return answer_once(request, data["key"], act)

    @extend_schema(request=RedeemInput, responses=RedeemedSerializer)
    @action(methods=["post"], detail=False)
    def redeem(self, request: Request) -> Response:
        """Accept a mentor through their link; 409 `no_such_link` where it leads nowhere."""
        given = RedeemInput(data=request.data)
        given.is_valid(raise_exception=True)
        data, site = given.validated_data, addresses.site(request)

        def act() -> tuple[int, Any]:
            used = actions.redeem(
                data["token"],
                signed_in(request),
                shares_weak=data["shares_weak"],
                at=timezone.now(),
                site=site,
            )
            return 200, {"interview": used.interview_id and str(used.interview_id)}

        return answer_once(request, data["key"], act)

    @extend_schema(request=KeyedInput, responses=LinkSerializer)
    @action(methods=["post"], detail=True)
    def revoke(self, request: Request, pk: str) -> Response:
        """Let a link lead nowhere."""
        given = KeyedInput(data=request.data)
        given.is_valid(raise_exception=True)
        link = self.get_object()

        def act() -> tuple[int, Any]:
            actions.revoke(link, at=timezone.now())
            return 200, self.get_serializer(link).data

        return answer_once(request, given.validated_data["key"], act)


class PairingViewSet(ListModelMixin, RetrieveModelMixin, GenericViewSet[Pairing]):
    """Whom you rehearse with, on either side."""

    queryset = Pairing.objects.none()
    serializer_class = PairingSerializer

    def get_queryset(self) -> PairingQuerySet:
        found = Pairing.objects.seen_by(self.request.user).select_related("mentor", "candidate")
        return found.order_by("-accepted", "pk")

    @extend_schema(responses=PastSerializer)
    @action(methods=["get"], detail=True, pagination_class=None)
    def past(self, request: Request, pk: str) -> Response:
        """Trends by topic, and core points that were missed, fixed or missed again."""
        pairing = self.get_object()
        mocks = mocks_of(pairing.mentor_id, pairing.candidate_id)
        reader = None
        if pairing.candidate_id == request.user.pk:
            mocks = mocks.filter(report__released__isnull=False)
            reader = pairing.candidate
        past = past_of(mocks, reader)
        body = {"mocks": [mock.pk for mock in past.mocks], "percents": past.percents}
        return Response(PastSerializer({**body, "topics": past.topics, "missed": past.missed}).data)

    @extend_schema(request=ShareInput, responses=PairingSerializer)
    @action(methods=["post"], detail=True)
    def share(self, request: Request, pk: str) -> Response:
        """Let the mentor draw on one's weak points, or no longer. 403 unless they are yours."""
        given = ShareInput(data=request.data)
        given.is_valid(raise_exception=True)
        data, pairing = given.validated_data, self.get_object()

        def act() -> tuple[int, Any]:
            weak = data["shares_weak"]
            shared = actions.share(pairing, by=signed_in(request), shares_weak=weak)
            return 200, self.get_serializer(shared).data

        return answer_once(request, data["key"], act)

    @extend_schema(request=KeyedInput, responses=PairingSerializer)
    @action(methods=["post"], detail=True)
    def end(self, request: Request, pk: str) -> Response:
        """Part; what was planned is called off, released reports stay with the candidate."""
        given = KeyedInput(data=request.data)
        given.is_valid(raise_exception=True)
        pairing, site = self.get_object(), addresses.site(request)

        def act() -> tuple[int, Any]:
            printed = self.get_serializer(pairing).data
            actions.end(pairing, by=signed_in(request), at=timezone.now(), site=site)
            return 200, printed

        return answer_once(request, given.validated_data["key"], act)


class TemplateViewSet(ListModelMixin, GenericViewSet[Template]):
    """Your templates."""

    queryset = Template.objects.none()
    serializer_class = TemplateSerializer

    def get_queryset(self) -> TemplateQuerySet:
        return Template.objects.of(self.request.user)

    @extend_schema(
        request=TemplateInput, responses={201: OpenApiResponse(TemplateSerializer, "It is kept.")}
    )
    def create(self, request: Request) -> Response:
        """Keep the choices, the rubric and your own questions of a script to begin others with."""
        given = TemplateInput(data=request.data)
        given.is_valid(raise_exception=True)
        data, me = given.validated_data, signed_in(request)
        shown = get_object_or_404(Interview.objects.of(me), pk=data["interview"])
        if shown.role_of(me) is not Role.MENTOR:
            raise Http404

        def act() -> tuple[int, Any]:
            at, key = timezone.now(), data["key"]
            kept = actions.keep_template(shown, data["name"], by=me, key=key, at=at)
            return 201, self.get_serializer(kept).data

        return answer_once(request, data["key"], act)

    @extend_schema(responses={204: OpenApiResponse(None, "It is gone.")})
    def destroy(self, request: Request, pk: str) -> Response:
        """Forget a template; scripts that began with it stay. Again: 404."""
        actions.remove_template(self.get_object())
        return Response(status=204)
