"""Set-ups for a phone: saved, shared by link; and how much time one has."""

from __future__ import annotations

from dataclasses import replace
from typing import Any
from uuid import UUID

from django.utils import timezone
from drf_spectacular.utils import OpenApiResponse, extend_schema
from rest_framework import serializers
from rest_framework.decorators import action
from rest_framework.generics import get_object_or_404
from rest_framework.mixins import ListModelMixin, RetrieveModelMixin
from rest_framework.request import Request
from rest_framework.response import Response
from rest_framework.viewsets import GenericViewSet

from questions.accounts.models import User
from questions.accounts.receipts import answer_once
from questions.quizzes import actions
from questions.quizzes.models import Pace, Setup, SetupQuerySet, askable, chosen_topics, pace_of
from questions.quizzes.rules import PACES
from questions.web.api import KeyedInput

from .inputs import PaceInput, QuizSetupInput
from .printing import QuizSettingsSerializer, QuizSetupSerializer

AN_ID = "[0-9a-f]{8}(?:-[0-9a-f]{4}){3}-[0-9a-f]{12}"


class SharedSetupSerializer(serializers.Serializer[Any]):
    name = serializers.CharField(help_text="How its owner calls it.")
    by = serializers.CharField(help_text="Who shares it; may be empty.")
    settings = QuizSettingsSerializer(help_text="The choices.")
    questions = serializers.IntegerField(help_text="How many questions that fit you may see.")


class PaceSerializer(serializers.ModelSerializer[Pace]):
    factor = serializers.ChoiceField(
        choices=PACES,
        allow_null=True,
        help_text="How many times longer than a quiz says; null: no limit.",
    )

    class Meta:
        model = Pace
        fields = ["factor"]


class QuizSetupViewSet(ListModelMixin, RetrieveModelMixin, GenericViewSet[Setup]):
    """The choices that you saved, newest first."""

    queryset = Setup.objects.none()
    serializer_class = QuizSetupSerializer

    def get_queryset(self) -> SetupQuerySet:
        return Setup.objects.of(self.request.user)

    @extend_schema(
        request=QuizSetupInput,
        responses={201: OpenApiResponse(QuizSetupSerializer, "The saved set-up.")},
    )
    def create(self, request: Request) -> Response:
        """Save choices under a name."""
        given = QuizSetupInput(data=request.data)
        given.is_valid(raise_exception=True)
        data, owner = given.validated_data, request.user
        assert isinstance(owner, User)

        def act() -> tuple[int, Any]:
            saved = actions.save_setup(
                owner, data["name"], given.settings(), key=data["key"], at=timezone.now()
            )
            return 201, self.get_serializer(saved).data

        return answer_once(request, data["key"], act)

    @extend_schema(responses={204: OpenApiResponse(description="It is gone.")})
    def destroy(self, request: Request, *args: Any, **kwargs: Any) -> Response:
        """Throw a set-up away; quizzes that were started with it stay."""
        actions.drop_setup(self.get_object())
        return Response(status=204)

    @extend_schema(request=KeyedInput, responses=QuizSetupSerializer)
    @action(methods=["post"], detail=True)
    def share(self, request: Request, pk: str) -> Response:
        """Give it a link by which others start a quiz of their own; 403 for guests."""
        setup, key, by = self.get_object(), self.key_of(request), request.user
        assert isinstance(by, User)

        def act() -> tuple[int, Any]:
            return 200, self.get_serializer(actions.share_setup(setup, by=by, key=key)).data

        return answer_once(request, key, act)

    @extend_schema(request=KeyedInput, responses=QuizSetupSerializer)
    @action(methods=["post"], detail=True)
    def unshare(self, request: Request, pk: str) -> Response:
        """Make its link lead nowhere."""
        setup, key = self.get_object(), self.key_of(request)

        def act() -> tuple[int, Any]:
            return 200, self.get_serializer(actions.unshare_setup(setup)).data

        return answer_once(request, key, act)

    @extend_schema(responses=SharedSetupSerializer)
    @action(methods=["get"], detail=False, url_path=f"shared/(?P<link>{AN_ID})")
    def shared(self, request: Request, link: str) -> Response:
        """What a link leads to, and how many of its questions you may see."""
        setup = get_object_or_404(Setup.objects.behind(UUID(link)))
        seen = askable(request.user, setup.chosen).count()
        topics = tuple(topic.slug for topic in chosen_topics(request.user, setup.chosen))
        found = {
            "name": setup.name,
            "by": setup.owner.name,
            "settings": replace(setup.chosen, questions=(), topics=topics),
            "questions": seen,
        }
        return Response(SharedSetupSerializer(found).data)

    def key_of(self, request: Request) -> UUID:
        given = KeyedInput(data=request.data)
        given.is_valid(raise_exception=True)
        key: UUID = given.validated_data["key"]
        return key


class PaceViewSet(GenericViewSet[Pace]):
    """How much time you have in every quiz."""

    queryset = Pace.objects.none()
    serializer_class = PaceSerializer
    pagination_class = None

    @extend_schema(operation_id="quiz_pace_retrieve", responses=PaceSerializer)
    def retrieve(self, request: Request) -> Response:
        """How many times longer than a quiz says; null: no limit."""
        return Response({"factor": pace_of(request.user)})

    @extend_schema(operation_id="quiz_pace_update", request=PaceInput, responses=PaceSerializer)
    def partial_update(self, request: Request) -> Response:
        """Change it for quizzes that start from now on; the same again changes nothing."""
        given = PaceInput(data=request.data)
        given.is_valid(raise_exception=True)
        assert isinstance(request.user, User)
        pace = actions.set_pace(request.user, given.validated_data["factor"])
        return Response(self.get_serializer(pace).data)
