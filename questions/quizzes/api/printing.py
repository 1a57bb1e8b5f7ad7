"""What a phone gets of a quiz: what is right is null until it may be known."""

from __future__ import annotations

from dataclasses import replace
from typing import Any

from drf_spectacular.utils import extend_schema_field
from rest_framework import serializers

from questions.bank.rules.difficulty import Difficulty
from questions.marks.rules import Verdict
from questions.quizzes.models import Item, Quiz, Setup
from questions.quizzes.rules import ItemKind, Mode, Settings

LEVELS = [level.value for level in Difficulty]
KINDS = [kind.value for kind in ItemKind]
MODES = [mode.value for mode in Mode]
VERDICTS = [verdict.value for verdict in Verdict]


class QuizOptionSerializer(serializers.Serializer[Any]):
    id = serializers.CharField(help_text="What to send as `picked`.")
    text = serializers.CharField(help_text="The option as Markdown.")
    html = serializers.CharField(help_text="Cleaned HTML; empty for a plain sentence.")
    correct = serializers.BooleanField(
        allow_null=True, help_text="Whether it is right; null while the item may be answered."
    )
    why = serializers.CharField(help_text="Cleaned HTML; empty while the item may be answered.")


class QuizStepSerializer(serializers.Serializer[Any]):
    id = serializers.CharField(help_text="What to send in `order`.")
    text = serializers.CharField(help_text="The step, without marks.")
    given = serializers.IntegerField(allow_null=True, help_text="The place you gave it, from 1.")
    place = serializers.IntegerField(
        allow_null=True, help_text="Its right place; null while the item may be answered."
    )


class TurnedPointSerializer(serializers.Serializer[Any]):
    id = serializers.UUIDField(help_text="The key point.")
    text = serializers.CharField(help_text="What it says.")
    core = serializers.BooleanField(help_text="Without it the answer failed.")


class LateAnswerSerializer(serializers.Serializer[Any]):
    at = serializers.DateTimeField(help_text="When it came.")
    seconds = serializers.IntegerField(help_text="How much too late.")
    said = serializers.CharField(help_text="The text, or the ids of what was picked.")


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
    question = serializers.SerializerMethodField(
        help_text="The question; null in an exam that goes on, for it could be looked up."
    )
    kind = serializers.ChoiceField(choices=KINDS, help_text="How it wants to be answered.")
    prompt = serializers.CharField(source="asked.prompt", help_text="Markdown.")
    prompt_html = serializers.CharField(source="asked.prompt_html", help_text="Cleaned HTML.")
    difficulty = serializers.ChoiceField(
        choices=LEVELS, source="asked.difficulty", help_text="How hard the question is."
    )
    topics = serializers.ListField(
        child=serializers.CharField(), source="asked.topics", help_text="Names of its topics."
    )
    statement = serializers.CharField(help_text="What has a gap to be filled; else empty.")
    steps = QuizStepSerializer(
        many=True, source="shown_steps", help_text="What is to be put in order; else none."
    )
    hints = serializers.ListField(
        child=serializers.CharField(), source="shown_hints", help_text="Help that was asked for."
    )
    turned_points = TurnedPointSerializer(
        many=True, help_text="What to mark a spoken answer by, once it was asked for."
    )
    score = serializers.SerializerMethodField(
        help_text="0 to 1; null as long as it was not answered or may not be told."
    )
    late = LateAnswerSerializer(many=True, help_text="Answers that came too late to count.")
    several = serializers.BooleanField(help_text="Whether more than one option is right.")
    options = QuizOptionSerializer(
        many=True, source="shown_options", help_text="The options of a choice; else none."
    )
    picked = serializers.ListField(
        child=serializers.CharField(), help_text="The options that were picked."
    )
    order = serializers.ListField(
        child=serializers.CharField(), help_text="The steps as you put them."
    )
    text = serializers.CharField(help_text="The answer that was typed.")
    points = MarkedPointSerializer(
        many=True, source="shown_points", help_text="How a typed answer was marked; else none."
    )
    preferred_answer = serializers.SerializerMethodField(
        help_text="With its source; null while the item may be answered."
    )

    sealed = serializers.BooleanField(
        help_text="Whether you are being asked it in another exam that you have not handed in: "
        "until then it cannot be answered here, and nothing of its answer is told."
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
            "statement",
            "several",
            "options",
            "steps",
            "answered",
            "seconds",
            "picked",
            "order",
            "text",
            "certainty",
            "flagged",
            "hints",
            "turned_points",
            "score",
            "points",
            "preferred_answer",
            "late",
            "sealed",
        ]
        read_only_fields = fields
        extra_kwargs = {
            "position": {"help_text": "From 1."},
            "answered": {"help_text": "When it was answered; null as long as it was not."},
            "seconds": {"help_text": "How long it took, at most an hour."},
            "certainty": {"help_text": "How sure you said you are, 1 to 3; null if not asked."},
            "flagged": {"help_text": "Whether you mean to come back to it."},
        }

    @extend_schema_field(serializers.UUIDField(allow_null=True))
    def get_question(self, item: Item) -> str | None:
        return str(item.question_id) if item.quiz.tells else None

    @extend_schema_field(serializers.FloatField(allow_null=True))
    def get_score(self, item: Item) -> float | None:
        return item.score if item.told else None

    @extend_schema_field(PreferredAnswerSerializer(allow_null=True))
    def get_preferred_answer(self, item: Item) -> dict[str, Any] | None:
        answer: dict[str, Any] | None = item.asked["answer"] if item.told else None
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
    questions = serializers.SerializerMethodField(
        help_text="Only these; none in an exam that goes on."
    )
    mode = serializers.ChoiceField(choices=MODES, source="mode.value", help_text="How it goes.")
    minutes = serializers.IntegerField(help_text="The limit that was named; 0: none was.")
    certainty = serializers.BooleanField(help_text="Whether answers say how sure one is.")
    close = serializers.DateTimeField(allow_null=True, help_text="When it ends at the latest.")

    @extend_schema_field(serializers.ListField(child=serializers.UUIDField()))
    def get_questions(self, chosen: Settings) -> list[str]:
        return [str(question) for question in chosen.questions]


class QuizSerializer(serializers.ModelSerializer[Quiz]):
    settings = serializers.SerializerMethodField(help_text="What was asked for.")
    total = serializers.SerializerMethodField(help_text="How many questions it has in the end.")
    done = serializers.IntegerField(help_text="How many of them are answered.")
    score = serializers.SerializerMethodField(
        help_text="The mean of all scores, 0 to 1, what is not answered being 0; null in an exam "
        "that goes on."
    )
    left = serializers.SerializerMethodField(
        help_text="Seconds until it ends by itself; null where it does not, or has ended."
    )
    items = QuizItemSerializer(
        many=True,
        source="expanded_items",
        required=False,
        help_text="With `expand`: its questions in order.",
    )

    class Meta:
        model = Quiz
        fields = [
            "id",
            "settings",
            "started",
            "deadline",
            "left",
            "finished",
            "by_clock",
            "total",
            "done",
            "score",
            "items",
        ]
        read_only_fields = fields[:-1]
        extra_kwargs = {
            "id": {"help_text": "The quiz."},
            "started": {"help_text": "When it began."},
            "deadline": {"help_text": "When it ends by itself; null: never."},
            "finished": {"help_text": "When it was handed in; null while it goes on."},
            "by_clock": {"help_text": "Whether the clock handed it in."},
        }

    @extend_schema_field(QuizSettingsSerializer)
    def get_settings(self, quiz: Quiz) -> Any:
        chosen = quiz.chosen if quiz.tells else replace(quiz.chosen, questions=())
        return QuizSettingsSerializer(chosen).data

    def get_total(self, quiz: Quiz) -> int:
        total: int = max(quiz.size, getattr(quiz, "total", 0))
        return total

    @extend_schema_field(serializers.FloatField(allow_null=True))
    def get_score(self, quiz: Quiz) -> float | None:
        mean: float = getattr(quiz, "mean", None) or 0.0
        return mean if quiz.tells else None

    @extend_schema_field(serializers.IntegerField(allow_null=True))
    def get_left(self, quiz: Quiz) -> int | None:
        return quiz.left(self.context["at"])


class WholeQuizSerializer(QuizSerializer):
    items = QuizItemSerializer(many=True, help_text="Its questions in order.")

    class Meta(QuizSerializer.Meta):
        read_only_fields = QuizSerializer.Meta.fields


class QuizSetupSerializer(serializers.ModelSerializer[Setup]):
    settings = QuizSettingsSerializer(source="chosen", help_text="The choices.")

    class Meta:
        model = Setup
        fields = ["id", "name", "settings", "link", "made"]
        read_only_fields = fields
        extra_kwargs = {
            "id": {"help_text": "The set-up."},
            "name": {"help_text": "How its owner calls it."},
            "link": {"help_text": "What others start it by; null while it is not shared."},
            "made": {"help_text": "When it was saved."},
        }


class MissedToCardsSerializer(serializers.Serializer[Any]):
    added = serializers.IntegerField(help_text="How many cards are new.")
