"""Cards for a phone: what is due, the grade, and all that happens to a card."""

from __future__ import annotations

from collections.abc import Callable
from typing import Any

from django.utils.timezone import now
from drf_spectacular.utils import extend_schema
from rest_framework.decorators import action
from rest_framework.generics import get_object_or_404
from rest_framework.request import Request
from rest_framework.response import Response
from rest_framework.viewsets import GenericViewSet

from questions.accounts.receipts import answer_once
from questions.bank.rules.wanted import Wanted
from questions.flashcards import actions, rules
from questions.flashcards.models import (
    Card,
    CardQuerySet,
    coming,
    follow_folds,
    outlook,
    preferences,
)
from questions.web.api import ID, KeyedInput

from .inputs import (
    ActInput,
    AddInput,
    CardsQuery,
    GradeInput,
    KeepInput,
    NewsInput,
    TakeBackInput,
    UndoInput,
)
from .printing import as_id, asked, person, printed, with_questions
from .serializers import (
    AskedCardSerializer,
    CardDoneSerializer,
    CardsAddedSerializer,
    CardSerializer,
    CardsTakenSerializer,
    DueCardSerializer,
)

Verb = Callable[..., actions.Done]


class CardViewSet(GenericViewSet[Card]):
    """Your cards: each asks one question, and comes again when you would be about to forget it."""

    queryset = Card.objects.none()
    serializer_class = CardSerializer
    lookup_value_regex = ID

    def get_queryset(self) -> CardQuerySet:
        return Card.objects.seen_by(self.request.user).select_related("question")

    @extend_schema(parameters=[CardsQuery], responses=CardSerializer(many=True))
    def list(self, request: Request) -> Response:
        """List your cards, the newest first."""
        query = CardsQuery(data=request.query_params.dict())
        query.is_valid(raise_exception=True)
        asked, learner, at = query.validated_data, person(request), now()
        which = rules.Which(asked["which"]) if "which" in asked else None
        found = self.get_queryset().matching(asked.get("topic", ""), which, at, learner.day_of(at))
        page = self.paginate_queryset(found.order_by("-added", "place", "id")) or []
        follow_folds(learner, page)
        if asked.get("expand"):
            with_questions(learner, page)
        return self.get_paginated_response(CardSerializer(page, many=True).data)

    @extend_schema(responses=AskedCardSerializer)
    def retrieve(self, request: Request, pk: str) -> Response:
        """One card with its question, and where each grade would lead."""
        card = get_object_or_404(self.get_queryset(), pk=as_id(pk))
        learner = person(request)
        shown = asked(learner, card, now(), preferences(learner).scheduler)
        return Response(AskedCardSerializer(shown).data)

    @extend_schema(request=AddInput, responses={201: CardsAddedSerializer})
    def create(self, request: Request) -> Response:
        """Make cards of questions or topics; what has a card already is left alone."""
        given = AddInput(data=request.data)
        given.is_valid(raise_exception=True)
        learner, asked = person(request), given.validated_data
        key, at = asked["key"], now()

        def act() -> tuple[int, Any]:
            added = actions.add(learner, asked.get("questions", []), key=key, at=at)
            if topics := tuple(asked.get("topics", [])):
                added += actions.add_listed(learner, Wanted(topics=topics), key=key, at=at)
            return 201, {"added": added}

        return answer_once(request, key, act)

    @extend_schema(responses=DueCardSerializer)
    @action(detail=False)
    def due(self, request: Request) -> Response:
        """The card to ask now, or when the next one comes; and your day so far."""
        learner, at = person(request), now()
        day = outlook(learner, at)
        card = self.get_queryset().filter(pk=day.next).first() if day.next else None
        later = None if card else coming(learner, at)
        found = {
            "day": day,
            "card": card and asked(learner, card, at, day.wished.scheduler),
            "next_step": later and later.step,
            "next_day": later and later.day,
        }
        return Response(DueCardSerializer(found).data)

    @extend_schema(request=GradeInput, responses=CardDoneSerializer)
    @action(detail=True, methods=["post"])
    def grade(self, request: Request, pk: str) -> Response:
        """Say how well you knew it: 1 again, 2 hard, 3 good, 4 easy."""
        given = GradeInput(data=request.data)
        given.is_valid(raise_exception=True)
        verdicts = given.ticked()
        return self.act(
            request,
            pk,
            given,
            actions.grade,
            grade=rules.Grade(given.validated_data["grade"]),
            seconds=given.validated_data.get("seconds"),
            verdicts=verdicts,
        )

    @extend_schema(request=UndoInput, responses=CardDoneSerializer)
    @action(detail=True, methods=["post"])
    def undo(self, request: Request, pk: str) -> Response:
        """Leave an event out of the card's log; it need not have arrived yet."""
        given = UndoInput(data=request.data)
        given.is_valid(raise_exception=True)
        undoes = given.validated_data["undoes"]
        return self.act(request, pk, given, actions.undo_event, undoes=undoes)

    @extend_schema(request=ActInput, responses=CardDoneSerializer)
    @action(detail=True, methods=["post"])
    def suspend(self, request: Request, pk: str) -> Response:
        """Keep the card from being asked until it is resumed."""
        return self.plain(request, pk, actions.suspend)

    @extend_schema(request=ActInput, responses=CardDoneSerializer)
    @action(detail=True, methods=["post"])
    def resume(self, request: Request, pk: str) -> Response:
        """Let the card be asked again."""
        return self.plain(request, pk, actions.resume)

    @extend_schema(request=ActInput, responses=CardDoneSerializer)
    @action(detail=True, methods=["post"])
    def bury(self, request: Request, pk: str) -> Response:
        """Put the card away until your next day."""
        return self.plain(request, pk, actions.bury)

    @extend_schema(request=KeyedInput, responses=CardDoneSerializer)
    @action(detail=False, methods=["post"], url_path="undo-last")
    def undo_last(self, request: Request) -> Response:
        """Take back the last thing you did to a card today; again and again, if asked."""
        given = KeyedInput(data=request.data)
        given.is_valid(raise_exception=True)
        learner, key = person(request), given.validated_data["key"]

        def do() -> tuple[int, Any]:
            return 200, printed(learner, actions.undo(learner, key=key, at=now()))

        return answer_once(request, key, do)

    @extend_schema(request=TakeBackInput, responses=CardsTakenSerializer)
    @action(detail=False, methods=["post"], url_path="take-back")
    def take_back(self, request: Request) -> Response:
        """Remove the cards that one addition made and that nobody has studied yet."""
        given = TakeBackInput(data=request.data)
        given.is_valid(raise_exception=True)
        learner, added_under = person(request), given.validated_data["added_under"]

        def do() -> tuple[int, Any]:
            return 200, {"taken": actions.take_back(learner, added_under)}

        return answer_once(request, given.validated_data["key"], do)

    @extend_schema(request=KeepInput, responses=CardSerializer)
    @action(detail=True, methods=["post"])
    def keep(self, request: Request, pk: str) -> Response:
        """Flag the card, or write a note on it."""
        given = KeepInput(data=request.data)
        given.is_valid(raise_exception=True)
        return self.change(request, pk, given, actions.keep, **given.kept())

    @extend_schema(request=NewsInput, responses=CardSerializer)
    @action(detail=True, methods=["post"])
    def news(self, request: Request, pk: str) -> Response:
        """Say once whether the card's changed answer is still known."""
        given = NewsInput(data=request.data)
        given.is_valid(raise_exception=True)
        more = {"known": given.validated_data["known"], "key": given.validated_data["key"]}
        return self.change(request, pk, given, actions.settle_news, at=now(), **more)

    @extend_schema(request=KeyedInput, responses=CardSerializer(many=True))
    @action(detail=True, methods=["post"], pagination_class=None)
    def split(self, request: Request, pk: str) -> Response:
        """Ask each key point on a card of its own; the whole card rests meanwhile."""
        given = KeyedInput(data=request.data)
        given.is_valid(raise_exception=True)
        more = {"at": now(), "key": given.validated_data["key"]}
        return self.change(request, pk, given, actions.split, many=True, **more)

    @extend_schema(request=KeyedInput, responses=CardSerializer)
    @action(detail=True, methods=["post"])
    def join(self, request: Request, pk: str) -> Response:
        """Ask the whole card again instead of the cards of its points."""
        given = KeyedInput(data=request.data)
        given.is_valid(raise_exception=True)
        more = {"at": now(), "key": given.validated_data["key"]}
        return self.change(request, pk, given, actions.join, **more)

    def change(
        self,
        request: Request,
        pk: str,
        given: KeyedInput,
        verb: Callable[..., Any],
        *,
        many: bool = False,
        **more: Any,
    ) -> Response:
        """Do what is no event of one card once under its key, and print what came of it."""
        learner, card = person(request), as_id(pk)

        def do() -> tuple[int, Any]:
            return 200, CardSerializer(verb(learner, card, **more), many=many).data

        return answer_once(request, given.validated_data["key"], do)

    def plain(self, request: Request, pk: str, verb: Verb) -> Response:
        given = ActInput(data=request.data)
        given.is_valid(raise_exception=True)
        return self.act(request, pk, given, verb)

    def act(self, request: Request, pk: str, given: ActInput, verb: Verb, **more: Any) -> Response:
        """Do it once under its key, and print the card as it is then."""
        learner, key, card = person(request), given.validated_data["key"], as_id(pk)

        def do() -> tuple[int, Any]:
            at = now()
            when = given.validated_data.get("at", at)
            done = verb(learner, card, key=key, at=when, now=at, **more)
            return 200, printed(learner, done)

        return answer_once(request, key, do)
