"""What a phone may do with quizzes."""

from __future__ import annotations

from collections.abc import Callable
from datetime import datetime
from typing import Any
from uuid import UUID

from django.utils import timezone
from drf_spectacular.utils import OpenApiResponse, extend_schema
from rest_framework.decorators import action
from rest_framework.generics import get_object_or_404
from rest_framework.mixins import RetrieveModelMixin
from rest_framework.request import Request
from rest_framework.response import Response
from rest_framework.viewsets import GenericViewSet

from questions.accounts.models import User
from questions.accounts.receipts import answer_once
from questions.marks.rules import Verdict
from questions.quizzes import actions
from questions.quizzes.models import Item, Quiz, QuizQuerySet, Setup, with_items
from questions.web.api import KeyedInput

from .inputs import (
    PositionInput,
    QuizAnswerInput,
    QuizCorrectionInput,
    QuizFlagInput,
    QuizHintInput,
    QuizInput,
    QuizzesQuery,
)
from .printing import (
    MissedToCardsSerializer,
    QuizItemSerializer,
    QuizSerializer,
    QuizSetupSerializer,
    WholeQuizSerializer,
)


class QuizViewSet(RetrieveModelMixin, GenericViewSet[Quiz]):
    """Your quizzes, newest first."""

    queryset = Quiz.objects.none()
    serializer_class = QuizSerializer

    def get_queryset(self) -> QuizQuerySet:
        return Quiz.objects.of(self.request.user).with_progress().newest_first()

    def get_object(self) -> Quiz:
        """One's own quiz as it stands now."""
        return super().get_object().settle(timezone.now())

    def get_serializer_context(self) -> dict[str, Any]:
        return {**super().get_serializer_context(), "at": timezone.now()}

    def paginate_queryset(self, queryset: Any) -> list[Any] | None:
        """The quizzes of a page as they stand now."""
        found = super().paginate_queryset(queryset)
        return [quiz.settle(timezone.now()) for quiz in found or ()]

    @extend_schema(parameters=[QuizzesQuery], responses=QuizSerializer(many=True))
    def list(self, request: Request) -> Response:
        """List your quizzes, newest first."""
        sent = {name: value for name, value in request.query_params.items() if name == "expand"}
        asked = QuizzesQuery(data=sent)
        asked.is_valid(raise_exception=True)
        page = self.paginate_queryset(self.get_queryset()) or []
        if asked.validated_data:
            with_items(page)
        return self.get_paginated_response(self.get_serializer(page, many=True).data)

    @extend_schema(responses=WholeQuizSerializer)
    def retrieve(self, request: Request, *args: Any, **kwargs: Any) -> Response:
        """One quiz with its items."""
        return Response(self.whole(self.get_object()))

    @extend_schema(
        request=QuizInput, responses={201: OpenApiResponse(WholeQuizSerializer, "The new quiz.")}
    )
    def create(self, request: Request) -> Response:
        """Start a quiz. 409 `no_questions` where nothing fits, `closed` after its last moment."""
        given = QuizInput(data=request.data)
        given.is_valid(raise_exception=True)
        learner, key = request.user, given.validated_data["key"]
        assert isinstance(learner, User)
        setup = self.setup_of(given.validated_data)
        chosen = setup.chosen if setup else given.settings()
        drawn = actions.draw_up(learner, chosen, key=key, setup=setup)
        return self.starting(request, drawn)

    def setup_of(self, data: dict[str, Any]) -> Setup | None:
        """The set-up that is named: one's own by its id, anybody's by the link that was shared."""
        if data["link"]:
            return get_object_or_404(Setup.objects.behind(data["link"]))
        if data["setup"]:
            return get_object_or_404(Setup.objects.of(self.request.user), pk=data["setup"])
        return None

    @extend_schema(request=QuizAnswerInput, responses=QuizItemSerializer)
    @action(methods=["post"], detail=True)
    def answer(self, request: Request, pk: str) -> Response:
        """Answer an item; where the mode tells, it comes back marked, with what is right.

        In an exam an answer may be changed until it is handed in. 409 `too_late` after the
        deadline: the answer is kept and shown as late, but does not count.
        """
        given = QuizAnswerInput(data=request.data)
        given.is_valid(raise_exception=True)
        quiz, said, at = self.get_object(), given.said(), timezone.now()
        position, key = given.validated_data["position"], given.validated_data["key"]

        def act() -> tuple[int, Any]:
            item = actions.answer(quiz, position, said, key=key, at=at)
            return 200, QuizItemSerializer(item).data

        try:
            return self.item_once(request, quiz, position, key, act)
        except actions.TooLate as late:
            late.keep()
            raise

    @extend_schema(request=QuizHintInput, responses=QuizItemSerializer)
    @action(methods=["post"], detail=True)
    def hint(self, request: Request, pk: str) -> Response:
        """Show the beginning of one more key point; 409 `no_hint` where there is none."""
        return self.on_item(request, QuizHintInput, actions.hint)

    @extend_schema(request=PositionInput, responses=QuizItemSerializer)
    @action(methods=["post"], detail=True)
    def turn(self, request: Request, pk: str) -> Response:
        """Show the key points of what was said aloud, to mark it by; its time ends with this."""
        return self.on_item(request, PositionInput, actions.turn)

    @extend_schema(request=QuizFlagInput, responses=QuizItemSerializer)
    @action(methods=["post"], detail=True)
    def flag(self, request: Request, pk: str) -> Response:
        """Mark an item to come back to, or no longer."""
        return self.on_item(request, QuizFlagInput, actions.flag)

    @extend_schema(request=QuizCorrectionInput, responses=QuizItemSerializer)
    @action(methods=["post"], detail=True)
    def correct(self, request: Request, pk: str) -> Response:
        """Say what counts of the points of a typed answer; the marker's verdicts are kept."""

        def correct(quiz: Quiz, position: int, *, verdicts: Any, at: datetime) -> Item:
            said = {str(row["key_point"]): Verdict(row["verdict"]) for row in verdicts}
            return actions.correct(quiz, position, said, at=at)

        return self.on_item(request, QuizCorrectionInput, correct)

    @extend_schema(request=KeyedInput, responses=WholeQuizSerializer)
    @action(methods=["post"], detail=True)
    def finish(self, request: Request, pk: str) -> Response:
        """Hand the quiz in; nothing can be answered afterwards."""
        quiz, key = self.get_object(), self.key_of(request)

        def act() -> tuple[int, Any]:
            return 200, self.printed(actions.finish(quiz, at=timezone.now()))

        answered = answer_once(request, key, act)
        if quiz.closed:
            answered.data = self.printed(quiz)
        return answered

    @extend_schema(
        request=KeyedInput, responses={201: OpenApiResponse(WholeQuizSerializer, "The new quiz.")}
    )
    @action(methods=["post"], detail=True)
    def again(self, request: Request, pk: str) -> Response:
        """Start a quiz of what was missed in this one; 409 `nothing_missed` where nothing was."""
        quiz, key = self.get_object(), self.key_of(request)
        return self.starting(request, actions.draw_again(quiz, key=key))

    @extend_schema(request=KeyedInput, responses=MissedToCardsSerializer)
    @action(methods=["post"], detail=True, url_path="missed-to-cards")
    def missed_to_cards(self, request: Request, pk: str) -> Response:
        """Make cards of what was missed; questions that have one already are left alone."""
        quiz, key = self.get_object(), self.key_of(request)

        def act() -> tuple[int, Any]:
            return 200, {"added": actions.to_cards(quiz, key=key, at=timezone.now())}

        return answer_once(request, key, act)

    @extend_schema(
        request=KeyedInput, responses={201: OpenApiResponse(QuizSetupSerializer, "With its link.")}
    )
    @action(methods=["post"], detail=True)
    def share(self, request: Request, pk: str) -> Response:
        """Make a set-up of the very questions, with a link; 403 for guests."""
        quiz, key, by = self.get_object(), self.key_of(request), request.user
        assert isinstance(by, User)

        def act() -> tuple[int, Any]:
            setup = actions.share_questions_of(quiz, by=by, key=key, at=timezone.now())
            return 201, QuizSetupSerializer(setup).data

        return answer_once(request, key, act)

    def on_item(
        self, request: Request, asked: type[PositionInput], verb: Callable[..., Item]
    ) -> Response:
        """Do this once to the item at the position that was sent, with whatever else was."""
        given = asked(data=request.data)
        given.is_valid(raise_exception=True)
        quiz, said = self.get_object(), dict(given.validated_data)
        key, position = said.pop("key"), said.pop("position")

        def act() -> tuple[int, Any]:
            item = verb(quiz, position, **said, at=timezone.now())
            return 200, QuizItemSerializer(item).data

        return self.item_once(request, quiz, position, key, act)

    def item_once(
        self,
        request: Request,
        quiz: Quiz,
        position: int,
        key: UUID,
        act: Callable[[], tuple[int, Any]],
    ) -> Response:
        """Act once and print the item; afresh while its learner is in another exam.

        For a receipt may be older than that, and tell what is closed by now.
        """
        answered = answer_once(request, key, act)
        if quiz.tells and quiz.closed:
            item = get_object_or_404(quiz.items, position=position)
            answered.data = QuizItemSerializer(item).data
        return answered

    def key_of(self, request: Request) -> UUID:
        given = KeyedInput(data=request.data)
        given.is_valid(raise_exception=True)
        key: UUID = given.validated_data["key"]
        return key

    def starting(self, request: Request, drawn: actions.DrawnUp) -> Response:
        """Keep what was drawn up before anything is locked, once, and print the new quiz."""

        def act() -> tuple[int, Any]:
            return 201, self.printed(actions.keep(drawn, at=timezone.now()))

        return answer_once(request, drawn.key, act)

    def printed(self, quiz: Quiz) -> Any:
        """The quiz with its items, read afresh with its progress."""
        return self.whole(self.get_queryset().get(pk=quiz.pk).settle(timezone.now()))

    def whole(self, quiz: Quiz) -> Any:
        return WholeQuizSerializer(quiz, context=self.get_serializer_context()).data
