"""Changing questions, and their history, for a phone."""

from __future__ import annotations

from typing import Any

from django.http import Http404
from django.utils.timezone import now
from drf_spectacular.utils import extend_schema, extend_schema_field
from rest_framework import serializers
from rest_framework.decorators import action
from rest_framework.request import Request
from rest_framework.response import Response

from questions.accounts.receipts import answer_once
from questions.bank import actions
from questions.bank.models import Question, Revision, sheet
from questions.bank.rules.difficulty import Difficulty
from questions.bank.rules.given import GivenChoice
from questions.bank.rules.past import Way, texts
from questions.bank.rules.points import Point
from questions.web.api import Input, KeyedInput, StrictBoolean, StrictChar, StrictInteger

from .about import person_of, seen
from .queries import LEVELS
from .serializers import QuestionSerializer

LONGEST = 20_000


class PointInput(Input):
    text = StrictChar(max_length=300, help_text="What an answer says, in at most twelve words.")
    core = StrictBoolean(help_text="Whether an answer without it has failed.")


class ChoiceInput(Input):
    text = StrictChar(max_length=LONGEST, help_text="The option as Markdown.")
    correct = StrictBoolean(help_text="Whether it is right.")
    why = StrictChar(
        required=False, allow_blank=True, max_length=LONGEST, help_text="Why, as Markdown."
    )


class EditInput(KeyedInput):
    """All that a question is to say; a part that is left out stays as it is."""

    prompt = StrictChar(required=False, max_length=LONGEST, help_text="The prompt as Markdown.")
    answer = StrictChar(
        required=False, allow_blank=True, max_length=LONGEST, help_text="The answer as Markdown."
    )
    difficulty = serializers.ChoiceField(choices=LEVELS, required=False, help_text="How hard.")
    topics = serializers.ListField(
        child=StrictChar(max_length=80),
        required=False,
        max_length=20,
        help_text="Names or slugs of topics.",
    )
    key_points = serializers.ListField(
        child=PointInput(),
        required=False,
        max_length=7,
        help_text="The checklist; one to three are core.",
    )
    choices = serializers.ListField(
        child=ChoiceInput(),
        required=False,
        max_length=26,
        help_text="The options; none for an open one.",
    )

    def validate_key_points(self, rows: list[dict[str, Any]]) -> list[dict[str, Any]]:
        if rows and not 1 <= sum(row["core"] for row in rows) <= 3:
            raise serializers.ValidationError("Mark one to three of the key points as core.")
        return rows

    def validate_choices(self, rows: list[dict[str, Any]]) -> list[dict[str, Any]]:
        if len(rows) == 1:
            raise serializers.ValidationError("One option is no choice.")
        return rows

    def wanted(self, question: Question) -> actions.Wanted:
        """What the question is to say, all of it."""
        data, now_ = self.validated_data, actions.present(question).given
        points = (Point(p["text"], p["core"]) for p in data.get("key_points", ()))
        choices = (
            GivenChoice(c["text"], c["correct"], c.get("why", "")) for c in data.get("choices", ())
        )
        return actions.Wanted(
            prompt=data.get("prompt", now_.prompt),
            answer=data.get("answer", now_.answer),
            difficulty=Difficulty(data.get("difficulty", now_.difficulty)),
            choices=tuple(choices) if "choices" in data else now_.choices,
            points=tuple(points) if "key_points" in data else now_.points,
            topics=tuple(data["topics"]) if "topics" in data else now_.topics,
        )


class RevertInput(KeyedInput):
    number = StrictInteger(
        min_value=1, max_value=2**31 - 1, help_text="The change before which it said what it shall."
    )


class SaidSerializer(serializers.Serializer[Any]):
    """What a question said, part by part, each as text."""

    prompt = serializers.CharField(help_text="The prompt as Markdown.")
    choices = serializers.CharField(help_text="The options, a line each, right ones with [x].")
    answer = serializers.CharField(help_text="The answer as Markdown.")
    points = serializers.CharField(help_text="The key points, a line each.")
    topics = serializers.CharField(help_text="Topics with commas between.")
    difficulty = serializers.CharField(help_text="How hard.")


class RevisionSerializer(serializers.ModelSerializer[Revision]):
    """One change of a question."""

    way = serializers.ChoiceField(
        choices=[way.value for way in Way], help_text="How it came to change."
    )
    by = serializers.SerializerMethodField(help_text="Who changed it; empty where nobody did.")
    before = serializers.SerializerMethodField(help_text="What it said before.")

    class Meta:
        model = Revision
        fields = ("number", "way", "by", "at", "before")
        read_only_fields = fields
        extra_kwargs = {
            "number": {"help_text": "Counts its changes, from 1."},
            "at": {"help_text": "When."},
        }

    def get_by(self, revision: Revision) -> str:
        return str(revision.by or "")

    @extend_schema_field(SaidSerializer)
    def get_before(self, revision: Revision) -> dict[str, str]:
        return texts(revision.past.given)


class WordInput(KeyedInput):
    word = serializers.ChoiceField(
        choices=["document", "own"], help_text="Whose words count: the document's, or your own."
    )


def open_to(request: Request, pk: str) -> None:
    """Refuse, before any receipt is looked at, what an exam keeps closed to this person."""
    question, person = seen(request, pk), person_of(request)
    actions.may_edit(question, person)
    actions.require_open(person, question.pk)


class EditingMixin:
    """What the questions' viewset lets their owners and editors do."""

    @extend_schema(request=EditInput, responses=QuestionSerializer)
    @action(methods=["post"], detail=True)
    def edit(self, request: Request, pk: str) -> Response:
        """Change a question; no re-reading takes these words away. 403 unless it is yours to."""
        given = EditInput(data=request.data)
        given.is_valid(raise_exception=True)
        open_to(request, pk)

        def act() -> tuple[int, Any]:
            question, person = seen(request, pk), person_of(request)
            actions.edit(question, given.wanted(question), by=person, at=now())
            return 200, QuestionSerializer(sheet(person, question.pk)).data

        return answer_once(request, given.validated_data["key"], act)

    @extend_schema(responses=RevisionSerializer(many=True))
    @action(methods=["get"], detail=True, pagination_class=None)
    def history(self, request: Request, pk: str) -> Response:
        """The latest hundred changes of a question that is yours to change, the last first."""
        question = seen(request, pk)
        actions.may_edit(question, person_of(request))
        actions.require_open(person_of(request), question.pk)
        found = Revision.objects.about(question)[:100]
        return Response(RevisionSerializer(found, many=True).data)

    @extend_schema(request=RevertInput, responses=QuestionSerializer)
    @action(methods=["post"], detail=True)
    def revert(self, request: Request, pk: str) -> Response:
        """Make a question say what it said before one change."""
        given = RevertInput(data=request.data)
        given.is_valid(raise_exception=True)
        open_to(request, pk)

        def act() -> tuple[int, Any]:
            question, person = seen(request, pk), person_of(request)
            actions.revert(question, given.validated_data["number"], by=person, at=now())
            return 200, QuestionSerializer(sheet(person, question.pk)).data

        return answer_once(request, given.validated_data["key"], act)

    @extend_schema(request=WordInput, responses=QuestionSerializer)
    @action(methods=["post"], detail=True)
    def take(self, request: Request, pk: str) -> Response:
        """Let the document have its say again, or stay with your own words."""
        given = WordInput(data=request.data)
        given.is_valid(raise_exception=True)
        open_to(request, pk)
        own = given.validated_data["word"] == "own"

        def act() -> tuple[int, Any]:
            question, person = seen(request, pk), person_of(request)
            verb = actions.keep_own_words if own else actions.take_documents_word
            verb(question, by=person, at=now())
            return 200, QuestionSerializer(sheet(person, question.pk)).data

        return answer_once(request, given.validated_data["key"], act)

    @extend_schema(request=KeyedInput, responses=QuestionSerializer)
    @action(methods=["post"], detail=True)
    def part(self, request: Request, pk: str) -> Response:
        """Let a folded question stand for itself again."""
        given = KeyedInput(data=request.data)
        given.is_valid(raise_exception=True)

        def act() -> tuple[int, Any]:
            question, person = seen(request, pk), person_of(request)
            if question.folded_into is None:
                raise Http404
            actions.part(question, by=person, at=now())
            return 200, QuestionSerializer(sheet(person, question.pk)).data

        return answer_once(request, given.validated_data["key"], act)
