"""What a phone gets to see of cards."""

from __future__ import annotations

from typing import Any

from rest_framework import serializers

from questions.bank.api.serializers import QuestionSerializer
from questions.flashcards import rules
from questions.flashcards.models import Card, Fit, Settings


class CardSerializer(serializers.ModelSerializer[Card]):
    """A card: which question it asks, and what is remembered of it."""

    question = serializers.UUIDField(
        source="question.id", read_only=True, help_text="The question that it asks."
    )
    title = serializers.CharField(
        source="question.title", read_only=True, help_text="That question on one plain line."
    )
    face = serializers.UUIDField(
        source="face_id",
        read_only=True,
        allow_null=True,
        help_text="The key point that it asks for; null where it asks for the whole answer.",
    )
    phase = serializers.ChoiceField(
        choices=[phase.value for phase in rules.Phase],
        read_only=True,
        help_text="Where it stands between never seen and known.",
    )

    ask_day = serializers.DateField(
        read_only=True,
        allow_null=True,
        help_text="The day on which it is asked: the day on which it is due, or one near it that "
        "evens out your days.",
    )
    leech = serializers.BooleanField(
        read_only=True,
        help_text="Whether it was forgotten so often that it should be changed, or suspended.",
    )
    asks = QuestionSerializer(
        required=False, help_text="With `expand`: the question, as long as you may see it."
    )

    class Meta:
        model = Card
        fields = [
            "id",
            "question",
            "title",
            "face",
            "added",
            "phase",
            "step",
            "due_at",
            "due_day",
            "suspended",
            "buried_until",
            "pulled",
            "ask_day",
            "flag",
            "note",
            "stability",
            "difficulty",
            "reviewed",
            "reps",
            "lapses",
            "leech",
            "asks",
        ]
        read_only_fields = fields[:-1]
        extra_kwargs = {
            "id": {"help_text": "The card."},
            "added": {"help_text": "When it was made; nothing can have happened to it before."},
            "step": {"help_text": "The step within the phase, from 0."},
            "due_at": {"help_text": "When a step within the day is due; null otherwise."},
            "due_day": {"help_text": "Your own day on which it is due; null for a new card."},
            "suspended": {"help_text": "Whether it is kept from being asked."},
            "buried_until": {"help_text": "Your own day until which it is put away."},
            "flag": {"help_text": "What you mean to do about it: check, ask, practise; or empty."},
            "note": {"help_text": "Your own words, shown with the answer."},
            "pulled": {"help_text": "Why it comes sooner than it would; empty where it does not."},
            "stability": {"help_text": "Days after which recall has fallen to 0.9."},
            "difficulty": {"help_text": "How hard it is to remember, 1 to 10."},
            "reviewed": {"help_text": "When it was last graded."},
            "reps": {"help_text": "How often it was graded."},
            "lapses": {"help_text": "How often it was forgotten once known."},
        }


class OutcomeSerializer(serializers.Serializer[Any]):
    grade = serializers.IntegerField(read_only=True, help_text="The grade, 1 to 4.")
    due_at = serializers.DateTimeField(
        read_only=True, allow_null=True, help_text="When it would come again within the day."
    )
    due_day = serializers.DateField(read_only=True, help_text="The day on which it would come.")
    wait = serializers.CharField(read_only=True, help_text="The same in few letters: 10 min, 3 d.")


class NewsSerializer(serializers.Serializer[Any]):
    what = serializers.ChoiceField(
        source="what.value",
        choices=[what.value for what in rules.What],
        read_only=True,
        help_text="Whether the point was reworded, added, or is gone.",
    )
    point = serializers.UUIDField(read_only=True, help_text="The key point.")
    before = serializers.CharField(read_only=True, help_text="As you last confirmed it.")
    now = serializers.CharField(read_only=True, help_text="As it is now; empty where it is gone.")


class AskedCardSerializer(CardSerializer):
    """A card with its question, and where each grade would lead."""

    asks = QuestionSerializer(read_only=True, help_text="The question with answers and points.")
    next = OutcomeSerializer(many=True, read_only=True, help_text="Where each grade would lead.")
    news = NewsSerializer(
        many=True,
        read_only=True,
        help_text="What changed in the answer since you last confirmed that you know it.",
    )

    class Meta(CardSerializer.Meta):
        fields = [*CardSerializer.Meta.fields, "next", "news"]
        read_only_fields = fields


class CardDaySerializer(serializers.Serializer[Any]):
    due = serializers.IntegerField(read_only=True, help_text="Cards due now, within the limits.")
    new = serializers.IntegerField(read_only=True, help_text="New cards still to meet today.")
    extra = serializers.IntegerField(
        read_only=True, help_text="Cards to go over before they are due, because a date is near."
    )
    waiting = serializers.IntegerField(
        read_only=True, help_text="Cards due beyond the limits: they wait for a later day."
    )
    answered = serializers.IntegerField(read_only=True, help_text="Cards answered today.")
    undoable = serializers.BooleanField(
        read_only=True, help_text="Whether anything was done today that could be undone."
    )


class DueCardSerializer(serializers.Serializer[Any]):
    day = CardDaySerializer(read_only=True, help_text="Your day so far.")
    card = AskedCardSerializer(
        read_only=True, allow_null=True, help_text="The card to ask now; null when none is left."
    )
    next_step = serializers.DateTimeField(
        read_only=True,
        allow_null=True,
        help_text="Where no card is left: when the next step within the day comes.",
    )
    next_day = serializers.DateField(
        read_only=True, allow_null=True, help_text="Where no card is left: when the next are due."
    )


class CardDoneSerializer(serializers.Serializer[Any]):
    card = CardSerializer(read_only=True, help_text="The card as it is now.")
    event = serializers.UUIDField(
        read_only=True, help_text="The event in the card's log, which an undo names."
    )
    suggested = serializers.IntegerField(
        read_only=True,
        allow_null=True,
        help_text="1 where a core point was missed, whatever the grade was; the learner decides.",
    )


class CardsAddedSerializer(serializers.Serializer[Any]):
    added = serializers.IntegerField(read_only=True, help_text="How many cards are new.")


class CardsTakenSerializer(serializers.Serializer[Any]):
    taken = serializers.IntegerField(read_only=True, help_text="How many cards went.")


class CardSettingsSerializer(serializers.ModelSerializer[Settings]):
    """How you want to be asked."""

    class Meta:
        model = Settings
        fields = ["new_per_day", "reviews_per_day", "minutes_per_day", "retention", "longest"]
        read_only_fields = fields
        extra_kwargs = {
            "new_per_day": {"help_text": "New cards a day."},
            "reviews_per_day": {"help_text": "Reviews a day."},
            "minutes_per_day": {"help_text": "Bounds both together; null does not."},
            "retention": {"help_text": "The chance of recall at which a card falls due."},
            "longest": {"help_text": "Days for which no card stays away longer."},
        }


class FitSerializer(serializers.ModelSerializer[Fit]):
    """One fit of the schedule to your answers, judged on later ones that it had not seen."""

    class Meta:
        model = Fit
        fields = ["id", "at", "reviews", "held_out", "before", "after", "constant", "kept"]
        read_only_fields = fields
        extra_kwargs = {
            "id": {"help_text": "The fit."},
            "at": {"help_text": "When it was made."},
            "reviews": {"help_text": "Answers that there were."},
            "held_out": {"help_text": "The latest of them, on which it was judged."},
            "before": {"help_text": "Log loss of the schedule in use until then."},
            "after": {"help_text": "Log loss of the fitted schedule; smaller is better."},
            "constant": {"help_text": "Log loss of always foretelling the same chance."},
            "kept": {"help_text": "Whether it was taken into use: only if it foretold better."},
        }


class FitStateSerializer(serializers.Serializer[Any]):
    """Whether the schedule is fitted to you."""

    answers = serializers.IntegerField(read_only=True, help_text="Your answers so far.")
    needed = serializers.IntegerField(
        read_only=True, help_text="Answers still missing for a first fit."
    )
    in_use = serializers.BooleanField(
        read_only=True, help_text="Whether your cards follow a fitted schedule."
    )
    itself = serializers.BooleanField(
        read_only=True, help_text="Whether it is fitted now and then without being asked."
    )
    last = FitSerializer(read_only=True, allow_null=True, help_text="The newest fit.")
