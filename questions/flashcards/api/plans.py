"""What a phone gets to see of dates to prepare for, and of the plans for them."""

from __future__ import annotations

from typing import Any

from rest_framework import serializers

from questions.bank.models import Topic
from questions.flashcards.models import Card, Target


class TargetSerializer(serializers.ModelSerializer[Target]):
    """A date to prepare for."""

    topics: serializers.SlugRelatedField[Topic] = serializers.SlugRelatedField(
        slug_field="slug", many=True, read_only=True, help_text="Slugs of its topics."
    )
    left_out: serializers.PrimaryKeyRelatedField[Card] = serializers.PrimaryKeyRelatedField(
        many=True, read_only=True, help_text="Cards on these topics that are not planned for it."
    )

    class Meta:
        model = Target
        fields = ["id", "name", "date", "minutes", "topics", "left_out"]
        read_only_fields = fields
        extra_kwargs = {
            "id": {"help_text": "The target."},
            "name": {"help_text": "What it is for."},
            "date": {"help_text": "Your own day on which you want to know it."},
            "minutes": {"help_text": "What you can spare on an ordinary day."},
        }


class PlannedDaySerializer(serializers.Serializer[Any]):
    day = serializers.DateField(read_only=True, help_text="Your own day.")
    new = serializers.IntegerField(read_only=True, help_text="Cards met for the first time.")
    reviews = serializers.IntegerField(read_only=True, help_text="Cards asked because due.")
    extra = serializers.IntegerField(read_only=True, help_text="Cards gone over ahead of time.")
    minutes = serializers.IntegerField(read_only=True, help_text="About how long it takes.")


class PlanSerializer(serializers.Serializer[Any]):
    """Whether a target can be reached, and each day until it."""

    cards = serializers.IntegerField(read_only=True, help_text="Cards studied for it.")
    fits = serializers.BooleanField(
        read_only=True, help_text="Whether all is seen by the date and enough known on it."
    )
    unseen = serializers.IntegerField(read_only=True, help_text="Cards unseen on the date.")
    recall = serializers.FloatField(
        read_only=True, help_text="Mean chance of recall on the date, 0 to 1; unseen counts as 0."
    )
    minutes = serializers.IntegerField(
        read_only=True,
        allow_null=True,
        help_text="Where it does not fit: minutes a day with which it would; null if none would.",
    )
    out = serializers.ListField(
        child=serializers.UUIDField(),
        read_only=True,
        allow_null=True,
        help_text="Where it does not fit: new cards without which it would; null if none would.",
    )
    days = PlannedDaySerializer(many=True, read_only=True, help_text="From today to the date.")


class DropSerializer(serializers.Serializer[Any]):
    """A new card that a plan would leave out."""

    card = serializers.UUIDField(source="pk", read_only=True, help_text="The card.")
    question = serializers.UUIDField(
        source="question_id", read_only=True, help_text="The question that it asks."
    )
    title = serializers.CharField(
        source="question.title", read_only=True, help_text="That question on one plain line."
    )


class NamedPlanSerializer(PlanSerializer):
    """A plan that names the questions without which it would fit."""

    drops = DropSerializer(
        many=True, read_only=True, help_text="The cards of `out` with their questions."
    )


class LeftOutSerializer(serializers.Serializer[Any]):
    left_out = serializers.IntegerField(read_only=True, help_text="How many were left out now.")
