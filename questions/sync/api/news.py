"""A phone asks what changed since it last asked."""

from __future__ import annotations

from typing import Any

from django.utils.timezone import now
from drf_spectacular.utils import extend_schema
from rest_framework import serializers
from rest_framework.request import Request
from rest_framework.response import Response
from rest_framework.views import APIView

from questions.accounts.models import User
from questions.accounts.tokens import (
    BrowserAuthentication,
    DeviceAuthentication,
    TokenAuthentication,
)
from questions.bank.api.serializers import QuestionSerializer
from questions.flashcards.api.plans import PlanSerializer, TargetSerializer
from questions.flashcards.api.serializers import CardSerializer
from questions.sync import actions
from questions.sync.models import Offline, offline
from questions.sync.rules import What
from questions.sync.rules.ahead import MOST_DAYS
from questions.web.api import Input

PAGE = 100
SIGNED: list[Any] = [{"token": []}, {"device": []}]
"""How an app signs its calls; a page of ours may come with its session, too."""
MOST = 500


class SyncQuery(Input):
    since = serializers.RegexField(
        r"^([0-9a-f]{12}-[0-9]{1,18})?$",
        required=False,
        allow_blank=True,
        help_text="The `cursor` of the last answer; left out, everything is told from the start.",
    )
    page_size = serializers.IntegerField(
        required=False, min_value=1, max_value=MOST, help_text=f"Rows a page; {PAGE} unless said."
    )
    days = serializers.IntegerField(
        required=False,
        min_value=1,
        max_value=MOST_DAYS,
        help_text="Own days, today the first, whose queues are wanted; 7 unless said.",
    )


class FoldedSerializer(serializers.Serializer[Any]):
    id = serializers.UUIDField(read_only=True, help_text="A question that was folded.")
    into = serializers.UUIDField(read_only=True, help_text="The question that stands for it.")


class GoneSerializer(serializers.Serializer[Any]):
    what = serializers.ChoiceField(
        choices=[what.value for what in What], read_only=True, help_text="The kind of row."
    )
    id = serializers.UUIDField(
        read_only=True, help_text="What the phone forgets: it was deleted, or is not to be seen."
    )


class SyncCardSerializer(CardSerializer):
    """A card with all of its memory, from which a phone can go on by itself."""

    class Meta(CardSerializer.Meta):
        fields = [*CardSerializer.Meta.fields[:-1], "reviewed_day", "introduced", "last_at"]
        read_only_fields = fields
        extra_kwargs = {
            **CardSerializer.Meta.extra_kwargs,
            "reviewed_day": {"help_text": "Your own day on which it was last graded."},
            "introduced": {"help_text": "Your own day on which it was first graded."},
            "last_at": {"help_text": "The device time of the last event in its log."},
        }


class NextSerializer(serializers.Serializer[Any]):
    grade = serializers.IntegerField(read_only=True, help_text="The grade, 1 to 4.")
    due_day = serializers.DateField(read_only=True, help_text="The day on which it would come.")
    seconds = serializers.IntegerField(
        read_only=True,
        allow_null=True,
        help_text="Within the day: so long after the answer; null where it waits for a day.",
    )
    wait = serializers.CharField(read_only=True, help_text="The same in few letters: 10 min, 3 d.")


class QueuedSerializer(serializers.Serializer[Any]):
    card = serializers.UUIDField(read_only=True, help_text="The card.")
    new = serializers.BooleanField(read_only=True, help_text="Whether it was never graded.")
    next = NextSerializer(many=True, read_only=True, help_text="Where each grade would lead.")


class QueueDaySerializer(serializers.Serializer[Any]):
    day = serializers.DateField(read_only=True, help_text="Your own day.")
    cards = QueuedSerializer(many=True, read_only=True, help_text="What it asks, in order.")


class ScheduleSerializer(serializers.Serializer[Any]):
    """How this person is asked: with it a phone computes the same as we do."""

    time_zone = serializers.CharField(read_only=True, help_text="A name of the tz database.")
    day_start = serializers.IntegerField(read_only=True, help_text="The hour a day begins at.")
    new_per_day = serializers.IntegerField(read_only=True, help_text="New cards a day.")
    reviews_per_day = serializers.IntegerField(read_only=True, help_text="Reviews a day.")
    minutes_per_day = serializers.IntegerField(
        read_only=True, allow_null=True, help_text="Bounds both together; null does not."
    )
    retention = serializers.FloatField(
        read_only=True, help_text="The chance of recall at which a card falls due."
    )
    longest = serializers.IntegerField(read_only=True, help_text="The longest wait in days.")
    weights = serializers.ListField(
        child=serializers.FloatField(), read_only=True, help_text="FSRS-6's w0 to w20."
    )
    steps = serializers.ListField(
        child=serializers.IntegerField(), read_only=True, help_text="Learning steps in seconds."
    )
    relearning = serializers.ListField(
        child=serializers.IntegerField(), read_only=True, help_text="Relearning steps in seconds."
    )


class SyncPlanSerializer(serializers.Serializer[Any]):
    target = serializers.UUIDField(read_only=True, help_text="The date that it is for.")
    plan = PlanSerializer(read_only=True, help_text="Whether it can be reached, day by day.")


class SyncSerializer(serializers.Serializer[Any]):
    cursor = serializers.CharField(read_only=True, help_text="Send it as `since` next time.")
    more = serializers.BooleanField(read_only=True, help_text="Whether to ask again at once.")
    questions = QuestionSerializer(
        many=True, read_only=True, help_text="New and changed questions, whole."
    )
    folded = FoldedSerializer(
        many=True, read_only=True, help_text="Where questions went that others now stand for."
    )
    cards = SyncCardSerializer(many=True, read_only=True, help_text="New and changed cards.")
    targets = TargetSerializer(many=True, read_only=True, help_text="New and changed dates.")
    gone = GoneSerializer(many=True, read_only=True, help_text="What is no longer to be kept.")
    settings = ScheduleSerializer(
        read_only=True, allow_null=True, help_text="How you are asked; with the last page only."
    )
    plans = SyncPlanSerializer(
        many=True, read_only=True, allow_null=True, help_text="With the last page only."
    )
    queue = QueueDaySerializer(
        many=True, read_only=True, allow_null=True, help_text="With the last page only."
    )


class SyncView(APIView):
    """The way out for whatever changed."""

    authentication_classes = (BrowserAuthentication, DeviceAuthentication, TokenAuthentication)
    also_answers = ("409",)

    @extend_schema(
        operation_id="sync_retrieve", auth=SIGNED, parameters=[SyncQuery], responses=SyncSerializer
    )
    def get(self, request: Request) -> Response:
        """What changed since a cursor, page by page; nothing that is committed is ever skipped.

        Ask with the `cursor` of the last answer until `more` is false; keep the cursor and ask
        with it the next time. Rows are told as they are now, and may be told once more than
        needed: put each in the place of the one with its id. A cursor that is no longer good is
        refused with 409 `cursor_gone`; then begin anew without one.
        """
        query = SyncQuery(data=request.query_params.dict())
        query.is_valid(raise_exception=True)
        asked, person = query.validated_data, request.user
        assert isinstance(person, User)
        news = actions.tell(person, asked.get("since", ""), size=asked.get("page_size", PAGE))
        ahead = None if news.more else offline(person, now(), asked.get("days", 7))
        return Response(SyncSerializer(printable(news, ahead)).data)


def printable(news: actions.News, ahead: Offline | None) -> dict[str, Any]:
    return {
        **vars(news),
        "settings": ahead and schedule(ahead),
        "plans": ahead and ahead.plans,
        "queue": ahead and ahead.queue,
    }


def schedule(ahead: Offline) -> dict[str, Any]:
    by, wished = ahead.wished.scheduler, ahead.wished
    return {
        "time_zone": ahead.person.time_zone,
        "day_start": ahead.person.day_start,
        "new_per_day": wished.new_per_day,
        "reviews_per_day": wished.reviews_per_day,
        "minutes_per_day": wished.minutes_per_day,
        "retention": by.retention,
        "longest": by.longest,
        "weights": list(by.weights),
        "steps": [round(step.total_seconds()) for step in by.steps],
        "relearning": [round(step.total_seconds()) for step in by.relearning],
    }
