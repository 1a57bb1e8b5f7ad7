"""What a phone may send about interviews."""

from __future__ import annotations

from typing import Any

from rest_framework import serializers

from questions.bank.rules.difficulty import Difficulty
from questions.errors import Refusal
from questions.interviews.models import Kind
from questions.interviews.rules import ACTS, ASKING, MOST, RUNNING, Act, Line, Stage, Verb
from questions.interviews.rules.addresses import meeting_link
from questions.interviews.rules.setup import MINUTES, Own, Setup
from questions.marks.rules import Verdict
from questions.web.api import (
    Input,
    KeyedInput,
    StrictBoolean,
    StrictChar,
    StrictDateTime,
    StrictInteger,
    StrictUUID,
)

LEVELS = [level.value for level in Difficulty]
VERDICTS = [verdict.value for verdict in Verdict]
CHANGES = ["own", "draw", "swap", "up", "down", "remove"]


def strings(most: int, longest: int, text: str) -> serializers.ListField:
    child = StrictChar(max_length=longest)
    return serializers.ListField(
        child=child, required=False, default=list, max_length=most, help_text=text
    )


class CallInput(StrictChar):
    """A link to a meeting, or nothing."""

    def to_internal_value(self, data: Any) -> str:
        try:
            return meeting_link(super().to_internal_value(data))
        except Refusal as refusal:
            raise serializers.ValidationError(refusal.message) from None


class NewInterviewInput(KeyedInput):
    kind = serializers.ChoiceField(
        choices=[kind.value for kind in Kind],
        help_text="`mock`: with a candidate, for mentors. `rehearsal`: alone.",
    )
    topics = strings(50, 80, "Slugs of topics; parts of a topic are included. None: all.")
    difficulty = serializers.ListField(
        child=serializers.ChoiceField(choices=LEVELS),
        required=False,
        default=list,
        max_length=len(LEVELS),
        help_text="None: all.",
    )
    number = StrictInteger(
        required=False, default=5, min_value=0, max_value=MOST, help_text="Questions to draw."
    )
    minutes = StrictInteger(
        required=False, default=45, min_value=MINUTES[0], max_value=MINUTES[1], help_text="Length."
    )
    pairing = StrictUUID(
        required=False, allow_null=True, default=None, help_text="The candidate; null: to come."
    )
    template = StrictUUID(
        required=False, allow_null=True, default=None, help_text="What to begin with."
    )
    starts = StrictDateTime(
        required=False, allow_null=True, default=None, help_text="When; null: open."
    )
    call = CallInput(
        required=False, allow_blank=True, default="", max_length=500, help_text="A meeting's link."
    )
    one_browser = StrictBoolean(
        required=False, default=False, help_text="Whether the mentor's is the only browser."
    )

    def setup(self) -> Setup:
        given = self.validated_data
        return Setup(
            tuple(given["topics"]), tuple(given["difficulty"]), given["number"], given["minutes"]
        )


class LinkInput(KeyedInput):
    email = serializers.EmailField(
        required=False, allow_blank=True, default="", help_text="Where a letter takes it; or none."
    )


class RescheduleInput(KeyedInput):
    starts = StrictDateTime(required=False, help_text="Another moment.")
    minutes = StrictInteger(
        required=False, min_value=MINUTES[0], max_value=MINUTES[1], help_text="Another length."
    )
    call = CallInput(
        required=False, allow_blank=True, max_length=500, help_text="Another meeting's link."
    )
    one_browser = StrictBoolean(
        required=False, help_text="Whether the mentor's is the only browser."
    )


class OwnPointInput(Input):
    text = StrictChar(max_length=300, help_text="What should be said.")
    core = StrictBoolean(help_text="Whether the answer fails without it.")


class OwnQuestionInput(Input):
    prompt = StrictChar(max_length=4000, help_text="Markdown.")
    answer = StrictChar(
        required=False, allow_blank=True, default="", max_length=20_000, help_text="For the mentor."
    )
    points = serializers.ListField(
        child=OwnPointInput(), required=False, default=list, max_length=12, help_text="To tick."
    )
    hints = strings(12, 500, "To give away.")
    follow_ups = strings(12, 500, "To ask on.")
    stage = serializers.ChoiceField(
        choices=[stage.value for stage in ASKING],
        required=False,
        default=Stage.CORE.value,
        help_text="When it is asked.",
    )


class ScriptChangeInput(KeyedInput):
    change = serializers.ChoiceField(
        choices=CHANGES,
        help_text="`own` adds `question`, `draw` one from the bank; the others are about `item`.",
    )
    item = StrictUUID(required=False, help_text="Which question of the script.")
    chosen = StrictUUID(required=False, help_text="What to `draw`; else one that fits.")
    question = OwnQuestionInput(required=False, help_text="A question of one's own.")

    def validate(self, attrs: dict[str, Any]) -> dict[str, Any]:
        needs = {"own": "question", "draw": "key"}.get(attrs["change"], "item")
        if needs not in attrs:
            raise serializers.ValidationError({needs: ["This change needs it."]})
        return attrs

    def own(self) -> Own:
        given = self.validated_data["question"]
        return Own(
            given["prompt"],
            given["answer"],
            tuple((point["text"], point["core"]) for point in given["points"]),
            tuple(given["hints"]),
            tuple(given["follow_ups"]),
            Stage(given["stage"]),
        )


class TemplateInput(KeyedInput):
    interview = StrictUUID(help_text="The mock whose script it is.")
    name = StrictChar(max_length=80, help_text="How you call it.")


class PadLineInput(Input):
    line = StrictUUID(help_text="The line's name, made by whoever wrote it first.")
    rank = serializers.FloatField(help_text="Where it stands: lines are ordered by it.")
    text = StrictChar(
        allow_blank=True, trim_whitespace=False, max_length=500, help_text="What it says."
    )
    removed = StrictBoolean(required=False, default=False, help_text="Whether it is gone.")


class RoomActInput(KeyedInput):
    verb = serializers.ChoiceField(choices=[v.value for v in ACTS], help_text="What is done.")
    position = StrictInteger(
        required=False, min_value=1, max_value=1000, help_text="For `move`, `reveal`, `note`."
    )
    stage = serializers.ChoiceField(
        choices=[stage.value for stage in RUNNING], required=False, help_text="For `stage`."
    )
    hint = StrictUUID(required=False, help_text="For `release`.")
    point = StrictUUID(required=False, help_text="For `tick`.")
    verdict = serializers.ChoiceField(
        choices=VERDICTS, required=False, allow_blank=True, help_text="For `tick`; empty: none."
    )
    dimension = StrictChar(required=False, max_length=60, help_text="For `score`.")
    band = StrictInteger(
        required=False, min_value=0, max_value=4, help_text="For `score`: 1 to 4, 0 takes it back."
    )
    text = StrictChar(
        required=False,
        allow_blank=True,
        trim_whitespace=False,
        max_length=20_000,
        help_text="For `note`, `score` (why), `language`.",
    )
    lines = serializers.ListField(
        child=PadLineInput(), required=False, max_length=400, help_text="For `write`."
    )

    def act(self) -> Act:
        given = self.validated_data
        lines = (
            Line(x["line"], x["rank"], x["text"], x["removed"]) for x in given.get("lines", ())
        )
        stage = given.get("stage")
        return Act(
            Verb(given["verb"]),
            given.get("position"),
            Stage(stage) if stage else None,
            given.get("hint"),
            given.get("point"),
            given.get("verdict", ""),
            given.get("dimension", ""),
            given.get("band"),
            given.get("text"),
            tuple(lines),
        )


class WordsInput(KeyedInput):
    words = StrictChar(allow_blank=True, max_length=20_000, help_text="The mentor's words.")
    practise = StrictChar(allow_blank=True, max_length=20_000, help_text="What to practise.")


class OwnScoreInput(Input):
    dimension = StrictChar(max_length=60, help_text="Its key.")
    band = StrictInteger(min_value=1, max_value=4, help_text="1 to 4.")


class OwnViewInput(KeyedInput):
    words = StrictChar(allow_blank=True, max_length=20_000, help_text="How one saw it.")
    scores = serializers.ListField(
        child=OwnScoreInput(), required=False, default=list, max_length=8, help_text="As one would."
    )


class ThanksInput(KeyedInput):
    stars = StrictInteger(min_value=1, max_value=5, help_text="1 to 5.")
    words = StrictChar(
        required=False, allow_blank=True, default="", max_length=4000, help_text="A word of thanks."
    )


class InvitationInput(KeyedInput):
    email = serializers.EmailField(
        required=False,
        allow_blank=True,
        default="",
        help_text="Where a letter goes; empty: the mentor sends the link.",
    )


class RedeemInput(KeyedInput):
    token = StrictUUID(help_text="The last part of the link.")
    shares_weak = StrictBoolean(
        required=False, default=False, help_text="Whether the mentor may draw on weak points."
    )


class ShareInput(KeyedInput):
    shares_weak = StrictBoolean(help_text="Whether the mentor may draw on weak points.")
