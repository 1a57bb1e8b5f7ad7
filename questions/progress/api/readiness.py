"""Readiness for a phone."""

from __future__ import annotations

from typing import Any
from uuid import UUID

from django.utils.timezone import now
from drf_spectacular.utils import extend_schema
from rest_framework import serializers
from rest_framework.decorators import action
from rest_framework.generics import get_object_or_404
from rest_framework.request import Request
from rest_framework.response import Response
from rest_framework.viewsets import GenericViewSet

from questions.accounts.models import User
from questions.flashcards.models import Target, preferences
from questions.progress import models, rules
from questions.web.api import ID

from .offline import PackedPointSerializer


class ShareSerializer(serializers.Serializer[Any]):
    """How much of some cards will be known on a date, if nothing more were done."""

    slug = serializers.CharField(read_only=True, help_text="The topic; empty for the whole.")
    name = serializers.CharField(read_only=True, help_text="How the topic or target is called.")
    cards = serializers.IntegerField(read_only=True, help_text="Cards that count.")
    unseen = serializers.IntegerField(read_only=True, help_text="Never seen; each counts as 0.")
    recall = serializers.FloatField(read_only=True, help_text="Mean chance of recall, 0 to 1.")
    low = serializers.FloatField(
        read_only=True, help_text="Below this lie one in ten outcomes of such a day."
    )
    high = serializers.FloatField(
        read_only=True, help_text="Above this lie one in ten outcomes of such a day."
    )


class RaiseSerializer(serializers.Serializer[Any]):
    """A topic's part of the next twenty minutes, were they spent where they help most."""

    slug = serializers.CharField(read_only=True, help_text="The topic.")
    name = serializers.CharField(read_only=True, help_text="How it is called.")
    new = serializers.IntegerField(read_only=True, help_text="New cards to meet.")
    known = serializers.IntegerField(read_only=True, help_text="Cards to go over.")
    gain = serializers.FloatField(read_only=True, help_text="What this adds to the whole recall.")


class TrendSerializer(serializers.Serializer[Any]):
    """What was forecast for a date on the morning of an earlier day."""

    day = serializers.DateField(read_only=True, help_text="The day on which this was said.")
    recall = serializers.FloatField(read_only=True, help_text="Mean chance of recall, 0 to 1.")
    low = serializers.FloatField(read_only=True, help_text="The low end of its range.")
    high = serializers.FloatField(read_only=True, help_text="The high end of its range.")


class ReadinessSerializer(serializers.Serializer[Any]):
    """One of your dates."""

    target = serializers.UUIDField(source="target.id", read_only=True, help_text="The target.")
    date = serializers.DateField(source="target.date", read_only=True, help_text="Its day.")
    days = serializers.IntegerField(read_only=True, help_text="Days until then.")
    whole = ShareSerializer(read_only=True, help_text="All of its cards.")
    topics = ShareSerializer(many=True, read_only=True, help_text="By topic, the weakest first.")
    raises = RaiseSerializer(
        many=True, read_only=True, help_text="What would raise it most now, by topic."
    )
    trend = TrendSerializer(
        many=True, read_only=True, help_text="What was said before, the oldest day first."
    )


class BandSerializer(serializers.Serializer[Any]):
    """The promises between two chances, and what became of them."""

    low = serializers.FloatField(read_only=True, help_text="The band's lowest chance, 0 to 1.")
    high = serializers.FloatField(read_only=True, help_text="Its highest.")
    count = serializers.IntegerField(read_only=True, help_text="Answers in it.")
    said = serializers.FloatField(read_only=True, help_text="The mean chance that was promised.")
    knew = serializers.FloatField(read_only=True, help_text="The part that was known.")


class RecordSerializer(serializers.Serializer[Any]):
    """How good our forecasts were. Losses are mean log losses: less is better."""

    answers = serializers.IntegerField(read_only=True, help_text="Answers that were forecast.")
    bands = BandSerializer(many=True, read_only=True, help_text="Calibration, by chance.")
    loss = serializers.FloatField(read_only=True, help_text="Loss of our forecasts.")
    constant = serializers.FloatField(
        read_only=True, help_text="Loss of guessing your average each time."
    )
    moving = serializers.FloatField(
        read_only=True, help_text="Loss of guessing the average of your last hundred answers."
    )
    days = serializers.IntegerField(read_only=True, help_text="Days with answers.")
    inside = serializers.IntegerField(
        read_only=True, help_text="Days on which as much was known as the range said."
    )


class RecordAnswerSerializer(serializers.Serializer[Any]):
    record = RecordSerializer(
        read_only=True, allow_null=True, help_text="Null until 30 answers were forecast."
    )


class DoneSerializer(serializers.Serializer[Any]):
    day = serializers.DateField(read_only=True, help_text="Your own day.")
    answers = serializers.IntegerField(read_only=True, help_text="Answers given on it.")


class LoadSerializer(serializers.Serializer[Any]):
    day = serializers.DateField(read_only=True, help_text="Your own day; overdue is today's.")
    due = serializers.IntegerField(read_only=True, help_text="Cards that fall due on it.")
    new = serializers.IntegerField(read_only=True, help_text="New cards that it has room for.")


class ChoiceSerializer(serializers.Serializer[Any]):
    retention = serializers.FloatField(read_only=True, help_text="The recall to aim for, 0 to 1.")
    answers = serializers.FloatField(read_only=True, help_text="Answers a day that it takes.")
    recall = serializers.FloatField(read_only=True, help_text="Mean recall after 60 days.")


class ActivitySerializer(serializers.Serializer[Any]):
    """What you did lately, what comes, and what another aim would cost."""

    done = DoneSerializer(many=True, read_only=True, help_text="The last 18 weeks.")
    load = LoadSerializer(many=True, read_only=True, help_text="The next 30 days.")
    aims = ChoiceSerializer(many=True, read_only=True, help_text="Lived through with your cards.")


class MissingSerializer(serializers.Serializer[Any]):
    """A question to look at once more."""

    question = serializers.UUIDField(source="question.id", read_only=True, help_text="It.")
    title = serializers.CharField(
        source="question.title", read_only=True, help_text="Its prompt on one plain line."
    )
    points = PackedPointSerializer(many=True, read_only=True, help_text="Its core points to say.")
    seen = serializers.BooleanField(read_only=True, help_text="Whether its card was ever seen.")
    recall = serializers.FloatField(read_only=True, help_text="Its chance on the date, 0 to 1.")


class EveningSerializer(serializers.Serializer[Any]):
    """The last evening's page."""

    missing = MissingSerializer(many=True, read_only=True, help_text="At most 24, worst first.")
    more = serializers.IntegerField(read_only=True, help_text="How many more there are.")


class ReadinessViewSet(GenericViewSet[Target]):
    """How much you will know on your dates, and how good such forecasts were."""

    queryset = Target.objects.none()
    serializer_class = ReadinessSerializer
    pagination_class = None
    lookup_value_regex = ID

    @extend_schema(responses=ReadinessSerializer(many=True))
    def list(self, request: Request) -> Response:
        """Your readiness for each date ahead, the nearest first."""
        person, at = known(request), now()
        past = models.Forecast.objects.of(person).remembered(person.day_of(at))
        trends = models.trends(past.defer("chances", "kept"))
        found = [
            {**vars(each), "trend": trends.get(each.target.pk, [])}
            for each in models.ready(person, at)
        ]
        return Response(ReadinessSerializer(found, many=True).data)

    @extend_schema(responses=EveningSerializer)
    @action(detail=True)
    def evening(self, request: Request, pk: UUID) -> Response:
        """What you still miss for one of your dates: core points only."""
        person = known(request)
        target = get_object_or_404(Target.objects.seen_by(person), pk=pk)
        return Response(EveningSerializer(models.evening(person, target, now())).data)

    @extend_schema(responses=RecordAnswerSerializer)
    @action(detail=False)
    def record(self, request: Request) -> Response:
        """What was forecast of your cards, beside what you then knew."""
        person, at = known(request), now()
        past = list(models.Forecast.objects.of(person).remembered(person.day_of(at)))
        return Response(RecordAnswerSerializer({"record": models.record_of(person, past)}).data)

    @extend_schema(responses=ActivitySerializer)
    @action(detail=False)
    def activity(self, request: Request) -> Response:
        """The figures behind the pictures of Progress."""
        person, at = known(request), now()
        today, wished = person.day_of(at), preferences(person)
        done = sorted(models.answers_by_day(person, today).items())
        seen = models.remembered(person, wished.scheduler)
        found = {
            "done": [{"day": day, "answers": count} for day, count in done],
            "load": models.load(person, today, wished.new_per_day),
            "aims": rules.choices(
                models.sample(seen), len(seen), today.toordinal(), wished.scheduler
            ),
        }
        return Response(ActivitySerializer(found).data)


def known(request: Request) -> User:
    """Whoever calls; the permission lets nobody else in."""
    assert isinstance(request.user, User)
    return request.user
