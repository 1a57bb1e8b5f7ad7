"""What a phone may send to a quiz."""

from __future__ import annotations

from rest_framework import serializers

from questions.quizzes.actions import LONGEST_ANSWER
from questions.quizzes.rules import LONGEST, ItemKind, Settings
from questions.web.api import Input, KeyedInput, StrictChar, StrictInteger

from .printing import KINDS, LEVELS, VERDICTS


class QuizInput(KeyedInput):
    topics = serializers.ListField(
        child=serializers.SlugField(max_length=80),
        required=False,
        default=list,
        max_length=50,
        help_text="Slugs of topics; parts of a topic are included. None: all.",
    )
    difficulty = serializers.ListField(
        child=serializers.ChoiceField(choices=LEVELS),
        required=False,
        default=list,
        max_length=len(LEVELS),
        help_text="None: all.",
    )
    length = StrictInteger(
        required=False,
        default=10,
        min_value=1,
        max_value=LONGEST,
        help_text="Questions; the quiz is shorter where fewer fit.",
    )
    kinds = serializers.ListField(
        child=serializers.ChoiceField(choices=KINDS),
        required=False,
        default=list,
        max_length=len(KINDS),
        help_text="None: all. Questions without sound options are asked for a typed answer.",
    )

    def settings(self) -> Settings:
        given = self.validated_data
        return Settings(
            tuple(given["topics"]),
            tuple(given["difficulty"]),
            given["length"],
            tuple(map(ItemKind, given["kinds"])) or Settings().kinds,
        )


class QuizAnswerInput(KeyedInput):
    position = StrictInteger(min_value=1, max_value=LONGEST, help_text="Which item, from 1.")
    picked = serializers.ListField(
        child=StrictChar(max_length=2),
        required=False,
        default=list,
        max_length=26,
        help_text="For a choice: ids of options; more than one only where `several`.",
    )
    text = StrictChar(
        required=False,
        default="",
        allow_blank=True,
        max_length=LONGEST_ANSWER,
        help_text="For a typed answer.",
    )


class CorrectedPointInput(Input):
    key_point = serializers.UUIDField(help_text="A key point of the item.")
    verdict = serializers.ChoiceField(choices=VERDICTS, help_text="What counts instead.")


class QuizCorrectionInput(KeyedInput):
    position = StrictInteger(min_value=1, max_value=LONGEST, help_text="Which item, from 1.")
    verdicts = serializers.ListField(
        child=CorrectedPointInput(),
        min_length=1,
        max_length=20,
        help_text="The points whose marking was wrong; the others stay.",
    )
