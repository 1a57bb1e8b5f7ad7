"""Changing questions, their history, and reports, for a phone."""

from __future__ import annotations

from typing import Any
from uuid import UUID

from django.http import Http404
from django.utils.timezone import now
from drf_spectacular.utils import extend_schema, extend_schema_field
from rest_framework import serializers
from rest_framework.decorators import action
from rest_framework.generics import get_object_or_404
from rest_framework.mixins import ListModelMixin
from rest_framework.request import Request
from rest_framework.response import Response
from rest_framework.viewsets import GenericViewSet

from questions.accounts.models import User
from questions.accounts.receipts import answer_once
from questions.bank import actions
from questions.bank.models import Question, Report, ReportQuerySet, Revision, sheet
from questions.bank.rules.difficulty import Difficulty
from questions.bank.rules.given import GivenChoice
from questions.bank.rules.past import Way, texts
from questions.bank.rules.points import Point
from questions.bank.rules.reasons import Reason
from questions.web.api import Input, KeyedInput, StrictBoolean, StrictChar, StrictInteger

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


class ReportInput(KeyedInput):
    reason = serializers.ChoiceField(
        choices=[reason.value for reason in Reason], help_text="What is the matter."
    )
    text = StrictChar(required=False, allow_blank=True, max_length=2000, help_text="More about it.")


class SettleReportInput(KeyedInput):
    reply = StrictChar(
        required=False, allow_blank=True, max_length=2000, help_text="For who reported it."
    )


class ReportSerializer(serializers.ModelSerializer[Report]):
    """A question that somebody says is wrong or unclear."""

    question = serializers.UUIDField(source="question_id", help_text="The question.")
    mine = serializers.SerializerMethodField(help_text="Whether you reported it.")

    class Meta:
        model = Report
        fields = ("id", "question", "reason", "text", "at", "mine", "settled", "reply")
        read_only_fields = fields
        extra_kwargs = {
            "id": {"help_text": "The report."},
            "reason": {"help_text": "What is the matter."},
            "text": {"help_text": "More about it."},
            "at": {"help_text": "When it was reported."},
            "settled": {"help_text": "When it was settled; null before that."},
            "reply": {"help_text": "What became of it."},
        }

    def get_mine(self, report: Report) -> bool:
        return bool(report.by_id == self.context["person"])


def person_of(request: Request) -> User:
    person = request.user
    assert isinstance(person, User)
    return person


def seen(request: Request, pk: str) -> Question:
    """A question that one may see; 404 otherwise."""
    try:
        found = Question.objects.seen_by(request.user).readable().filter(pk=UUID(pk))
    except ValueError:
        raise Http404 from None
    return get_object_or_404(found.select_related("document"))


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

    @extend_schema(request=ReportInput, responses={201: ReportSerializer})
    @action(methods=["post"], detail=True)
    def report(self, request: Request, pk: str) -> Response:
        """Say that a question is wrong or unclear."""
        given = ReportInput(data=request.data)
        given.is_valid(raise_exception=True)
        data = given.validated_data

        def act() -> tuple[int, Any]:
            question, person = seen(request, pk), person_of(request)
            reason, text = Reason(data["reason"]), data.get("text", "")
            made = actions.report(question, reason, text, by=person, key=data["key"], at=now())
            return 201, ReportSerializer(made, context={"person": person.pk}).data

        return answer_once(request, data["key"], act)


class ReportViewSet(ListModelMixin, GenericViewSet[Report]):
    """Your reports, and those of the questions that you keep; what is open comes first."""

    queryset = Report.objects.none()
    serializer_class = ReportSerializer

    def get_queryset(self) -> ReportQuerySet:
        return Report.objects.seen_by(self.request.user).open_first()

    def get_serializer_context(self) -> dict[str, Any]:
        return {**super().get_serializer_context(), "person": self.request.user.pk}

    @extend_schema(request=SettleReportInput, responses=ReportSerializer)
    @action(methods=["post"], detail=True)
    def settle(self, request: Request, pk: str) -> Response:
        """Say what became of a report. 403 unless the question is yours to change."""
        given = SettleReportInput(data=request.data)
        given.is_valid(raise_exception=True)
        data = given.validated_data

        def act() -> tuple[int, Any]:
            person = person_of(request)
            reply = data.get("reply", "")
            made = actions.settle_report(self.get_object(), reply, by=person, at=now())
            return 200, ReportSerializer(made, context={"person": person.pk}).data

        return answer_once(request, data["key"], act)
