"""What a phone may ask of the list of questions."""

from __future__ import annotations

from typing import Any

from rest_framework import serializers

from questions.bank.rules.difficulty import Difficulty
from questions.bank.rules.states import Kind
from questions.bank.rules.terms import LONGEST_QUERY
from questions.bank.rules.wanted import Wanted
from questions.web.api import Input, PageQuery

LEVELS = [level.value for level in Difficulty]
KINDS = [kind.value for kind in Kind]
EXPAND = ["key_points", "choices", "answers", "disagreements", "prompt_html"]
VALUES = 20
"""Values of one filter."""


class QueryBoolean(serializers.BooleanField):
    """A boolean in an address: `true` or `false`, nothing else."""

    TRUE_VALUES = {"true", True}
    FALSE_VALUES = {"false", False}
    NULL_VALUES: set[Any] = set()


class SelectionQuery(Input):
    """Which questions are meant; of several values of one filter any will do."""

    q = serializers.CharField(
        required=False,
        allow_blank=True,
        max_length=LONGEST_QUERY,
        help_text="Words that all must be there, in prompt or answer; the last may be half typed. "
        "With it the best hits come first, at most 500.",
    )
    topic = serializers.ListField(
        child=serializers.CharField(max_length=80),
        required=False,
        max_length=VALUES,
        help_text="Slugs of topics; a topic includes those below it.",
    )
    difficulty = serializers.ListField(
        child=serializers.ChoiceField(choices=LEVELS),
        required=False,
        max_length=VALUES,
        help_text="Levels of difficulty.",
    )
    kind = serializers.ListField(
        child=serializers.ChoiceField(choices=KINDS),
        required=False,
        max_length=VALUES,
        help_text="Open questions, or those with options.",
    )
    document = serializers.ListField(
        child=serializers.UUIDField(),
        required=False,
        max_length=VALUES,
        help_text="Ids of documents that answer the question.",
    )
    mine = QueryBoolean(required=False, help_text="Only what came from your own documents.")

    def wanted(self) -> Wanted:
        """The validated query as the bank understands it."""
        data = self.validated_data
        return Wanted(
            text=data.get("q", ""),
            topics=tuple(data.get("topic", ())),
            levels=tuple(map(Difficulty, data.get("difficulty", ()))),
            kinds=tuple(map(Kind, data.get("kind", ()))),
            documents=tuple(data.get("document", ())),
            mine=data.get("mine", False),
        )


class QuestionsQuery(SelectionQuery, PageQuery):
    """What may be asked of the list."""

    expand = serializers.ListField(
        child=serializers.ChoiceField(choices=EXPAND),
        required=False,
        max_length=len(EXPAND),
        help_text="What else each row is to have, as one question has it.",
    )
