"""What a device takes along to be studied without network."""

from __future__ import annotations

from typing import Any

from django.utils.timezone import now
from drf_spectacular.utils import extend_schema
from rest_framework import serializers
from rest_framework.request import Request
from rest_framework.response import Response
from rest_framework.views import APIView

from questions.accounts.models import User
from questions.progress import models


class PackedPointSerializer(serializers.Serializer[Any]):
    id = serializers.UUIDField(read_only=True, help_text="The key point.")
    text = serializers.CharField(read_only=True, help_text="What an answer says.")
    core = serializers.BooleanField(
        read_only=True, help_text="Whether an answer without it has failed."
    )


class PackedChoiceSerializer(serializers.Serializer[Any]):
    html = serializers.CharField(read_only=True, help_text="The option as clean HTML.")
    correct = serializers.BooleanField(read_only=True, help_text="Whether it is right.")


class LeadSerializer(serializers.Serializer[Any]):
    grade = serializers.IntegerField(read_only=True, help_text="The grade, 1 to 4.")
    seconds = serializers.IntegerField(
        read_only=True, allow_null=True, help_text="How long to wait within the day."
    )
    days = serializers.IntegerField(
        read_only=True, allow_null=True, help_text="Or how many whole days."
    )
    wait = serializers.CharField(read_only=True, help_text="The same in few letters: 10 min, 3 d.")


class PackedCardSerializer(serializers.Serializer[Any]):
    """A card with all that a screen shows of it."""

    id = serializers.UUIDField(read_only=True, help_text="The card.")
    new = serializers.BooleanField(read_only=True, help_text="Whether it was never graded.")
    due_at = serializers.DateTimeField(
        read_only=True, allow_null=True, help_text="When a step within the day is due."
    )
    due_day = serializers.DateField(
        read_only=True, allow_null=True, help_text="Your own day on which it is due."
    )
    prompt = serializers.CharField(read_only=True, help_text="The prompt as clean HTML.")
    face = serializers.CharField(
        read_only=True, help_text="The key point that is asked for; empty for the whole answer."
    )
    answer = serializers.CharField(read_only=True, help_text="The answer as clean HTML.")
    document = serializers.CharField(read_only=True, help_text="Where the answer comes from.")
    points = PackedPointSerializer(many=True, read_only=True, help_text="The checklist.")
    choices = PackedChoiceSerializer(many=True, read_only=True, help_text="The options, if any.")
    leads = LeadSerializer(
        many=True, read_only=True, help_text="Where each grade leads, on the day it is due."
    )


class PackSerializer(serializers.Serializer[Any]):
    """The cards of today and the next three days."""

    person = serializers.UUIDField(read_only=True, help_text="Whose they are.")
    made = serializers.DateTimeField(read_only=True, help_text="When this was put together.")
    day = serializers.DateField(read_only=True, help_text="Your own day at that moment.")
    time_zone = serializers.CharField(read_only=True, help_text="Your days follow it.")
    day_start = serializers.IntegerField(read_only=True, help_text="The hour your day begins at.")
    new_today = serializers.IntegerField(read_only=True, help_text="New cards to meet today.")
    new_per_day = serializers.IntegerField(read_only=True, help_text="And on each later day.")
    reviews_today = serializers.IntegerField(read_only=True, help_text="Reviews left today.")
    reviews_per_day = serializers.IntegerField(
        read_only=True, help_text="Reviews that each later day has room for."
    )
    cards = PackedCardSerializer(many=True, read_only=True, help_text="At most 300.")


class OfflineView(APIView):
    """What to take along for the days without network."""

    @extend_schema(operation_id="offline_retrieve", responses=PackSerializer)
    def get(self, request: Request) -> Response:
        """The cards of today and the next three days, with questions, answers and points.

        What is done with them comes back to `/api/v1/sync/events/`.
        """
        person = request.user
        assert isinstance(person, User)
        return Response(PackSerializer(models.pack(person, now())).data)
