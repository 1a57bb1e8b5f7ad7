"""What a phone gets of a quiz: what is right is null until it may be known."""

from __future__ import annotations

from typing import Any

from drf_spectacular.utils import extend_schema_field
from rest_framework import serializers

from questions.bank.rules.difficulty import Difficulty
from questions.marks.rules import Verdict
from questions.quizzes.models import Item, Quiz
from questions.quizzes.rules import ItemKind

LEVELS = [level.value for level in Difficulty]
KINDS = [kind.value for kind in ItemKind]
VERDICTS = [verdict.value for verdict in Verdict]


class QuizOptionSerializer(serializers.Serializer[Any]):
    id = serializers.CharField(help_text="What to send as `picked`.")
    text = serializers.CharField(help_text="The option as Markdown.")
    html = serializers.CharField(help_text="Cleaned HTML; empty for a plain sentence.")
    correct = serializers.BooleanField(
        allow_null=True, help_text="Whether it is right; null while the item may be answered."
    )
    why = serializers.CharField(help_text="Cleaned HTML; empty while the item may be answered.")


class MarkedPointSerializer(serializers.Serializer[Any]):
    id = serializers.UUIDField(help_text="The key point.")
    text = serializers.CharField(help_text="What it says.")
    core = serializers.BooleanField(help_text="Without it the answer failed.")
    verdict = serializers.ChoiceField(
        choices=VERDICTS, source="verdict.value", help_text="What counts."
    )
    marked = serializers.ChoiceField(
        choices=VERDICTS, source="marked.value", help_text="What the marker said."
    )
    words = serializers.ListField(
        child=serializers.CharField(), help_text="The words of the answer that earned it."
    )


class PreferredAnswerSerializer(serializers.Serializer[Any]):
    text = serializers.CharField(help_text="Markdown.")
    html = serializers.CharField(help_text="Cleaned HTML.")
    document = serializers.CharField(help_text="The file it is from.")
    title = serializers.CharField(help_text="The title of that document.")
    first_line = serializers.IntegerField(allow_null=True, help_text="1-based.")
    last_line = serializers.IntegerField(allow_null=True, help_text="1-based.")


class QuizItemSerializer(serializers.ModelSerializer[Item]):
    question = serializers.UUIDField(source="question_id", help_text="The question.")
    kind = serializers.ChoiceField(choices=KINDS, help_text="How it wants to be answered.")
    prompt = serializers.CharField(source="asked.prompt", help_text="Markdown.")
    prompt_html = serializers.CharField(source="asked.prompt_html", help_text="Cleaned HTML.")
    difficulty = serializers.ChoiceField(
        choices=LEVELS, source="asked.difficulty", help_text="How hard the question is."
    )
    topics = serializers.ListField(
        child=serializers.CharField(), source="asked.topics", help_text="Names of its topics."
    )
    several = serializers.BooleanField(help_text="Whether more than one option is right.")
    options = QuizOptionSerializer(
        many=True, source="shown_options", help_text="The options of a choice; else none."
    )
    picked = serializers.ListField(
        child=serializers.CharField(), help_text="The options that were picked."
    )
    text = serializers.CharField(help_text="The answer that was typed.")
    points = MarkedPointSerializer(
        many=True, source="shown_points", help_text="How a typed answer was marked; else none."
    )
    preferred_answer = serializers.SerializerMethodField(
        help_text="With its source; null while the item may be answered."
    )

    class Meta:
        model = Item
        fields = [
            "position",
            "question",
            "kind",
            "prompt",
            "prompt_html",
            "difficulty",
            "topics",
            "several",
            "options",
            "answered",
            "seconds",
            "picked",
            "text",
            "score",
            "points",
            "preferred_answer",
        ]
        read_only_fields = fields
        extra_kwargs = {
            "position": {"help_text": "From 1."},
            "answered": {"help_text": "When it was answered; null as long as it was not."},
            "seconds": {"help_text": "How long it took, at most an hour."},
            "score": {"help_text": "0 to 1; null as long as it was not answered."},
        }

    @extend_schema_field(PreferredAnswerSerializer(allow_null=True))
    def get_preferred_answer(self, item: Item) -> dict[str, Any] | None:
        answer: dict[str, Any] | None = None if item.open_now else item.asked["answer"]
        return answer


class QuizSettingsSerializer(serializers.Serializer[Any]):
    topics = serializers.ListField(child=serializers.CharField(), help_text="Slugs; none: all.")
    difficulty = serializers.ListField(
        child=serializers.ChoiceField(choices=LEVELS), help_text="None: all."
    )
    length = serializers.IntegerField(help_text="How many questions were asked for.")
    kinds = serializers.ListField(
        child=serializers.ChoiceField(choices=KINDS), help_text="None: all."
    )
    questions = serializers.ListField(
        child=serializers.UUIDField(), help_text="Only these, where the quiz tries them again."
    )


class QuizSerializer(serializers.ModelSerializer[Quiz]):
    settings = QuizSettingsSerializer(help_text="What was asked for.")
    total = serializers.IntegerField(help_text="How many questions it has.")
    done = serializers.IntegerField(help_text="How many of them are answered.")
    score = serializers.FloatField(
        source="mean", help_text="The mean of all scores, 0 to 1; what is not answered is 0."
    )

    class Meta:
        model = Quiz
        fields = ["id", "settings", "started", "finished", "total", "done", "score"]
        read_only_fields = fields
        extra_kwargs = {
            "id": {"help_text": "The quiz."},
            "started": {"help_text": "When it began."},
            "finished": {"help_text": "When it was handed in; null while it goes on."},
        }


class WholeQuizSerializer(QuizSerializer):
    items = QuizItemSerializer(many=True, help_text="Its questions in order.")

    class Meta(QuizSerializer.Meta):
        fields = [*QuizSerializer.Meta.fields, "items"]
        read_only_fields = fields


class MissedToCardsSerializer(serializers.Serializer[Any]):
    added = serializers.IntegerField(help_text="How many cards are new.")
