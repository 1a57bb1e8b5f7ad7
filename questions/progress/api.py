"""Readiness for a phone."""

from __future__ import annotations

from typing import Any

from django.utils.timezone import now
from drf_spectacular.utils import extend_schema
from rest_framework import serializers
from rest_framework.request import Request
from rest_framework.response import Response
from rest_framework.viewsets import GenericViewSet

from questions.accounts.models import User
from questions.flashcards.models import Target

from .models import ready


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


class ReadinessViewSet(GenericViewSet[Target]):
    """How much you will know on your dates."""

    queryset = Target.objects.none()
    serializer_class = ReadinessSerializer
    pagination_class = None

    @extend_schema(responses=ReadinessSerializer(many=True))
    def list(self, request: Request) -> Response:
        """Your readiness for each date ahead, the nearest first."""
        assert isinstance(request.user, User)
        return Response(ReadinessSerializer(ready(request.user, now()), many=True).data)
