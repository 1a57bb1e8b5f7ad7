"""What a phone gets to see of the bank."""

from __future__ import annotations

from collections.abc import Mapping
from typing import Any

from drf_spectacular.utils import extend_schema_serializer
from rest_framework import serializers

from questions.bank.models import Line, Topic
from questions.bank.rules.conflicts import Differs
from questions.bank.rules.decisions import Right
from questions.bank.rules.difficulty import Source
from questions.bank.rules.states import State, Visibility

from .queries import KINDS, LEVELS


class TopicName(serializers.Serializer[Any]):
    slug = serializers.CharField(read_only=True, help_text="What filters call the topic.")
    name = serializers.CharField(read_only=True, help_text="What people call it.")


class PointSerializer(serializers.Serializer[Any]):
    id = serializers.UUIDField(read_only=True, help_text="The point, through re-readings too.")
    text = serializers.CharField(read_only=True, help_text="What an answer says.")
    core = serializers.BooleanField(
        read_only=True, help_text="Whether an answer without it has failed."
    )
    revision = serializers.IntegerField(
        read_only=True, help_text="Counts how often its words changed, from 1."
    )


@extend_schema_serializer(component_name="QuestionChoice")
class ChoiceSerializer(serializers.Serializer[Any]):
    id = serializers.UUIDField(read_only=True, help_text="The option.")
    text = serializers.CharField(read_only=True, help_text="The option as Markdown.")
    html = serializers.CharField(read_only=True, help_text="The option as clean HTML.")
    correct = serializers.BooleanField(read_only=True, help_text="Whether it is right.")
    why = serializers.CharField(read_only=True, help_text="Why, as Markdown; may be empty.")
    why_html = serializers.CharField(read_only=True, help_text="Why, as clean HTML.")


class StruckSerializer(serializers.Serializer[Any]):
    text = serializers.CharField(read_only=True, help_text="The statement.")
    reason = serializers.CharField(read_only=True, help_text="Why it is wrong.")


class StatementsSerializer(serializers.Serializer[Any]):
    id = serializers.UUIDField(read_only=True, help_text="The disagreement.")
    one_says = serializers.CharField(read_only=True, help_text="What one source says.")
    other_says = serializers.CharField(read_only=True, help_text="What another one says.")
    one_source = serializers.CharField(
        read_only=True, allow_null=True, help_text="The title of the one source."
    )
    other_source = serializers.CharField(
        read_only=True, allow_null=True, help_text="The title of the other source."
    )
    differs = serializers.ChoiceField(
        choices=[differs.value for differs in Differs],
        read_only=True,
        help_text="What they give differently.",
    )
    right = serializers.ChoiceField(
        choices=["", *(right.value for right in Right)],
        read_only=True,
        help_text="Which is right; empty until somebody has said so.",
    )
    reason = serializers.CharField(read_only=True, help_text="Why.")


class AnswerSerializer(serializers.Serializer[Any]):
    id = serializers.UUIDField(read_only=True, help_text="The answer.")
    text = serializers.CharField(read_only=True, help_text="The answer as Markdown.")
    html = serializers.CharField(read_only=True, help_text="The answer as clean HTML.")
    opening = serializers.CharField(
        read_only=True, help_text="Its opening statement in plain words."
    )
    preferred = serializers.BooleanField(
        read_only=True, help_text="Whether the key points are taken from it."
    )
    verified = serializers.BooleanField(read_only=True, help_text="Whether it has been checked.")
    struck = StruckSerializer(
        many=True,
        read_only=True,
        help_text="Statements of it that were found wrong; its HTML has them struck through.",
    )
    document = serializers.UUIDField(
        read_only=True, allow_null=True, help_text="The document it stands in."
    )
    document_title = serializers.CharField(
        read_only=True, allow_null=True, help_text="The title of that document."
    )
    document_name = serializers.CharField(
        read_only=True, allow_null=True, help_text="Its file's name."
    )
    first_line = serializers.IntegerField(
        read_only=True, allow_null=True, help_text="Where it begins in the file, from 1."
    )
    last_line = serializers.IntegerField(
        read_only=True, allow_null=True, help_text="Where it ends."
    )


class LineSerializer(serializers.Serializer[Any]):
    """A question in a list; it prints in one go, for a list has many of them."""

    id = serializers.UUIDField(read_only=True, help_text="The question, for ever.")
    title = serializers.CharField(read_only=True, help_text="The prompt on one plain line.")
    prompt = serializers.CharField(read_only=True, help_text="The prompt as Markdown.")
    kind = serializers.ChoiceField(choices=KINDS, read_only=True, help_text="How it is asked.")
    difficulty = serializers.ChoiceField(choices=LEVELS, read_only=True, help_text="How hard.")
    difficulty_source = serializers.ChoiceField(
        choices=[source.value for source in Source],
        read_only=True,
        help_text="Who says so: an editor, the answers of learners, the document, or its signs.",
    )
    document = serializers.UUIDField(
        read_only=True, allow_null=True, help_text="The document it came from."
    )
    document_title = serializers.CharField(read_only=True, help_text="Its title.")
    updated = serializers.DateTimeField(read_only=True, help_text="When it last changed.")
    topics = TopicName(many=True, read_only=True, help_text="What it is about.")
    prompt_html = serializers.CharField(required=False, help_text="With `expand`: as clean HTML.")
    key_points = PointSerializer(
        many=True, required=False, help_text="With `expand`: the checklist, core points first."
    )
    choices = ChoiceSerializer(many=True, required=False, help_text="With `expand`: the options.")
    answers = AnswerSerializer(
        many=True, required=False, help_text="With `expand`: by source, the preferred one first."
    )
    disagreements = StatementsSerializer(
        many=True, required=False, help_text="With `expand`: where its sources contradict."
    )

    sealed = serializers.BooleanField(
        required=False, help_text="With `expand`: whether an exam of yours keeps its answer closed."
    )

    def to_representation(self, line: Line) -> dict[str, Any]:
        return vars(line)


class QuestionSerializer(serializers.Serializer[Any]):
    id = serializers.UUIDField(
        source="question.id", read_only=True, help_text="The question, for ever."
    )
    title = serializers.CharField(
        source="question.title", read_only=True, help_text="The prompt on one plain line."
    )
    prompt = serializers.CharField(
        source="question.prompt", read_only=True, help_text="The prompt as Markdown."
    )
    prompt_html = serializers.CharField(
        source="question.prompt_html", read_only=True, help_text="The prompt as clean HTML."
    )
    kind = serializers.ChoiceField(
        source="question.kind", choices=KINDS, read_only=True, help_text="How it is asked."
    )
    state = serializers.ChoiceField(
        source="question.state",
        choices=[State.PUBLISHED.value, State.RETIRED.value],
        read_only=True,
        help_text="`retired` where its document no longer has it.",
    )
    visibility = serializers.ChoiceField(
        source="question.visibility",
        choices=[visibility.value for visibility in Visibility],
        read_only=True,
        help_text="Whom it is for.",
    )
    difficulty = serializers.ChoiceField(
        source="question.difficulty", choices=LEVELS, read_only=True, help_text="How hard."
    )
    difficulty_source = serializers.ChoiceField(
        source="question.difficulty_source",
        choices=[source.value for source in Source],
        read_only=True,
        help_text="Who says so: an editor, the answers of learners, the document, or its signs.",
    )
    section = serializers.CharField(
        source="question.section", read_only=True, help_text="The heading it stands under."
    )
    needs_key = serializers.BooleanField(
        source="question.needs_key",
        read_only=True,
        help_text="Whether nobody has said yet which option is right.",
    )
    folded_into = serializers.UUIDField(
        source="question.folded_into_id",
        read_only=True,
        allow_null=True,
        help_text="The question that stands for this one; ask for that instead.",
    )
    created = serializers.DateTimeField(
        source="question.created", read_only=True, help_text="When it first came."
    )
    updated = serializers.DateTimeField(
        source="question.updated", read_only=True, help_text="When it last changed."
    )
    topics = TopicName(many=True, read_only=True, help_text="What it is about.")
    key_points = PointSerializer(
        source="points", many=True, read_only=True, help_text="The checklist, core points first."
    )
    choices = ChoiceSerializer(many=True, read_only=True, help_text="The options in order.")
    answers = AnswerSerializer(
        many=True, read_only=True, help_text="By source, the preferred one first."
    )
    disagreements = StatementsSerializer(
        many=True, read_only=True, help_text="Where its sources contradict one another."
    )
    sealed = serializers.BooleanField(
        read_only=True,
        help_text="Whether you are being asked it in an exam that you have not handed in: until "
        "then `key_points`, `choices`, `answers` and `disagreements` are empty.",
    )


class TopicSerializer(serializers.ModelSerializer[Topic]):
    under = serializers.SlugRelatedField[Topic](
        source="parent",
        slug_field="slug",
        read_only=True,
        allow_null=True,
        help_text="The slug of the topic above, or null.",
    )
    mine = serializers.SerializerMethodField(help_text="Whether it came from your own documents.")
    questions = serializers.SerializerMethodField(
        help_text="How many questions you may see on it, or on the topics below it."
    )

    class Meta:
        model = Topic
        fields = ["slug", "name", "under", "mine", "questions"]
        read_only_fields = fields
        extra_kwargs = {
            "slug": {"help_text": "What filters call the topic."},
            "name": {"help_text": "What people call it."},
        }

    def get_mine(self, topic: Topic) -> bool:
        return topic.owner_id is not None

    def get_questions(self, topic: Topic) -> int:
        counts: Mapping[str, int] = self.context["counts"]
        return counts.get(topic.slug, 0)
