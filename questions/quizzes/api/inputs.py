"""What a phone may send to a quiz."""

from __future__ import annotations

from typing import Any

from rest_framework import serializers

from questions.marks.rules import Verdict
from questions.quizzes.actions import LONGEST_ANSWER, Said
from questions.quizzes.rules import (
    LONGEST,
    MOST_MINUTES,
    PACES,
    Certainty,
    ItemKind,
    Mode,
    Settings,
)
from questions.web.api import (
    Input,
    KeyedInput,
    StrictBoolean,
    StrictChar,
    StrictDateTime,
    StrictInteger,
    StrictUUID,
)

from .printing import KINDS, LEVELS, MODES, VERDICTS


class QuizzesQuery(Input):
    """What may be asked of the list of quizzes."""

    expand = serializers.ChoiceField(
        choices=["items"], required=False, help_text="`items`: each quiz with its questions."
    )


class QuizChoicesInput(KeyedInput):
    """What a quiz is to be about and how it goes; with all left out it is ten questions."""

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
        help_text="None: all but `spoken`. Questions that can be asked in none are typed.",
    )
    mode = serializers.ChoiceField(
        choices=MODES, required=False, default=Mode.PRACTICE.value, help_text="How it goes."
    )
    minutes = StrictInteger(
        required=False,
        default=0,
        min_value=0,
        max_value=MOST_MINUTES,
        help_text="0: an exam gives 90 seconds a question, a sprint two minutes, others any time.",
    )
    certainty = StrictBoolean(
        required=False, default=False, help_text="Whether each answer says how sure one is."
    )
    close = StrictDateTime(
        required=False,
        allow_null=True,
        default=None,
        help_text="It ends then at the latest, for everybody; null: whenever.",
    )

    def settings(self) -> Settings:
        given = self.validated_data
        return Settings(
            tuple(given["topics"]),
            tuple(given["difficulty"]),
            given["length"],
            tuple(map(ItemKind, given["kinds"])) or Settings().kinds,
            mode=Mode(given["mode"]),
            minutes=given["minutes"],
            certainty=given["certainty"],
            close=given["close"],
        )


class QuizInput(QuizChoicesInput):
    """The choices of a quiz, or the set-up or the shared link that names them."""

    setup = StrictUUID(
        required=False, default=None, help_text="A set-up of yours; other choices do not count."
    )
    link = StrictUUID(
        required=False,
        default=None,
        help_text="The last part of a link that was shared; other choices do not count.",
    )


class QuizSetupInput(QuizChoicesInput):
    name = StrictChar(max_length=80, help_text="How you call it.")


class PaceField(serializers.ChoiceField):
    """One of the paces, also where a whole one came without its point."""

    def to_internal_value(self, data: Any) -> Any:
        whole = isinstance(data, int) and not isinstance(data, bool)
        pace: Any = float(data) if whole else data
        return super().to_internal_value(pace)


class PaceInput(Input):
    factor = PaceField(
        choices=PACES,
        allow_null=True,
        help_text="How many times longer than the quiz says; null: no limit.",
    )


class PositionInput(KeyedInput):
    position = StrictInteger(min_value=1, max_value=LONGEST, help_text="Which item, from 1.")


class QuizHintInput(PositionInput):
    shown = StrictInteger(min_value=0, max_value=100, help_text="How many hints you have seen.")


class QuizFlagInput(PositionInput):
    flagged = StrictBoolean(help_text="Whether to come back to it.")


class PointVerdictInput(Input):
    key_point = serializers.UUIDField(help_text="A key point of the item.")
    verdict = serializers.ChoiceField(choices=VERDICTS, help_text="What counts of it.")


class QuizAnswerInput(PositionInput):
    picked = serializers.ListField(
        child=StrictChar(max_length=2, trim_whitespace=False),
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
    order = serializers.ListField(
        child=StrictChar(max_length=2, trim_whitespace=False),
        required=False,
        default=list,
        max_length=26,
        help_text="For steps: all their ids, first step first.",
    )
    verdicts = serializers.ListField(
        child=PointVerdictInput(),
        required=False,
        default=list,
        max_length=20,
        help_text="For what was said aloud: each key point, once its points are shown.",
    )
    certainty = serializers.ChoiceField(
        choices=[certainty.value for certainty in Certainty],
        required=False,
        allow_null=True,
        default=None,
        help_text="How sure: 1 a guess, 2 two in three, 3 four in five.",
    )

    def said(self) -> Said:
        given = self.validated_data
        sure = given["certainty"]
        return Said(
            tuple(given["picked"]),
            given["text"],
            tuple(given["order"]),
            {str(row["key_point"]): Verdict(row["verdict"]) for row in given["verdicts"]},
            Certainty(sure) if sure else None,
        )


class QuizCorrectionInput(PositionInput):
    verdicts = serializers.ListField(
        child=PointVerdictInput(),
        min_length=1,
        max_length=20,
        help_text="The points whose marking was wrong; the others stay.",
    )
