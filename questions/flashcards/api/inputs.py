"""What a phone may send about cards."""

from __future__ import annotations

import re
from datetime import date
from typing import Any
from uuid import UUID

from rest_framework import serializers

from questions.flashcards import actions, rules
from questions.marks.api import VerdictInput
from questions.marks.rules import Verdict
from questions.web.api import (
    Input,
    KeyedInput,
    PageQuery,
    StrictBoolean,
    StrictChar,
    StrictDateTime,
    StrictInteger,
    StrictUUID,
)


class CardsQuery(PageQuery):
    which = serializers.ChoiceField(
        choices=[which.value for which in rules.Which],
        required=False,
        help_text="Only cards that are due, new, in their steps, known, or suspended.",
    )
    topic = serializers.CharField(
        required=False, max_length=80, help_text="Only questions on this topic or below it."
    )
    expand = serializers.ChoiceField(
        choices=["asks"], required=False, help_text="`asks`: each card with its whole question."
    )


class AddInput(KeyedInput):
    questions = serializers.ListField(
        child=StrictUUID(),
        required=False,
        max_length=actions.ADD_AT_ONCE,
        help_text="Questions to make cards of, in the order in which they are to be learned.",
    )
    topics = serializers.ListField(
        child=StrictChar(max_length=80),
        required=False,
        max_length=20,
        help_text="Slugs of topics, all of whose questions become cards.",
    )


class ActInput(KeyedInput):
    at = StrictDateTime(
        required=False,
        help_text="When it was done, by the device's clock; now where it is left out. A time "
        "before the card was made, or more than a day ahead, is refused.",
    )


class GradeInput(ActInput):
    grade = StrictInteger(
        min_value=1, max_value=4, help_text="1 again, 2 hard, 3 good, 4 easy. Hard is a pass."
    )
    seconds = StrictInteger(
        required=False, min_value=0, max_value=86_400, help_text="How long the answer took."
    )
    verdicts = serializers.ListField(
        child=VerdictInput(),
        required=False,
        max_length=20,
        help_text="What was said of the key points; left out, nothing is ticked.",
    )

    def ticked(self) -> dict[UUID, Verdict]:
        """The verdicts by key point; of two for the same point the last one counts."""
        given = self.validated_data.get("verdicts", [])
        return {row["key_point"]: Verdict(row["verdict"]) for row in given}


class NewsInput(KeyedInput):
    known = StrictBoolean(
        help_text="Whether the changed answer is still known; false counts as Again."
    )


class KeepInput(KeyedInput):
    """What is kept with a card; what is left out stays as it is."""

    flag = serializers.ChoiceField(
        choices=[(flag.value, flag.words) for flag in rules.Flag],
        required=False,
        help_text="What you mean to do about it: check, ask, practise; empty for no flag.",
    )
    note = StrictChar(
        required=False,
        allow_blank=True,
        max_length=rules.LONGEST_NOTE,
        help_text="Your own words, shown with the answer.",
    )

    def kept(self) -> dict[str, Any]:
        """What the action takes."""
        given = {
            name: self.validated_data[name] for name in ("note",) if name in self.validated_data
        }
        if "flag" in self.validated_data:
            given["flag"] = rules.Flag(self.validated_data["flag"])
        return given


class TakeBackInput(KeyedInput):
    added_under = StrictUUID(help_text="The key of the call that added the cards.")


class UndoInput(ActInput):
    undoes = StrictUUID(help_text="The key of the event to leave out of the log.")


class StrictNumber(serializers.FloatField):
    """A number that must have come as one: no string or boolean."""

    def to_internal_value(self, data: Any) -> float:
        if isinstance(data, bool) or not isinstance(data, int | float):
            self.fail("invalid")
        return super().to_internal_value(data)


class CardSettingsInput(Input):
    """What is to be set; what is left out stays as it is."""

    new_per_day = StrictInteger(
        required=False, min_value=0, max_value=rules.MOST_NEW, help_text="New cards a day."
    )
    reviews_per_day = StrictInteger(
        required=False, min_value=1, max_value=rules.MOST_REVIEWS, help_text="Reviews a day."
    )
    minutes_per_day = StrictInteger(
        required=False,
        allow_null=True,
        min_value=1,
        max_value=rules.MOST_MINUTES,
        help_text="Bounds both together, at the pace of your own answers; null for no bound.",
    )
    retention = StrictNumber(
        required=False,
        min_value=rules.LEAST_RETENTION,
        max_value=rules.MOST_RETENTION,
        help_text="The chance of recall at which a card falls due; a change moves what is due.",
    )
    longest = StrictInteger(
        required=False,
        min_value=1,
        max_value=rules.LONGEST,
        help_text="Days for which no card stays away longer.",
    )


class StrictDate(serializers.DateField):
    """A day as RFC 3339 writes it, and as a string."""

    FORM = re.compile(r"\d{4}-\d\d-\d\d", re.ASCII)

    def to_internal_value(self, value: Any) -> date:
        if not isinstance(value, str) or not self.FORM.fullmatch(value):
            self.fail("invalid", format="YYYY-MM-DD")
        return super().to_internal_value(value)


class TargetChange(Input):
    """What is to be changed; what is left out stays as it is."""

    name = StrictChar(
        required=False, allow_blank=True, max_length=80, help_text="What it is for; may be empty."
    )
    date = StrictDate(required=False, help_text="Your own day, from today to a year from now.")
    minutes = StrictInteger(
        required=False,
        min_value=1,
        max_value=rules.MOST_MINUTES,
        help_text="What you can spare on an ordinary day.",
    )
    topics = serializers.ListField(
        child=StrictChar(max_length=80),
        required=False,
        min_length=1,
        max_length=20,
        help_text="Slugs of topics; every question on them becomes a card, if it is none yet.",
    )


class TargetInput(KeyedInput, TargetChange):
    """A date to prepare for."""

    name = StrictChar(
        default="", allow_blank=True, max_length=80, help_text="What it is for; may be empty."
    )
    date = StrictDate(help_text="Your own day, from today to a year from now.")
    minutes = StrictInteger(
        min_value=1, max_value=rules.MOST_MINUTES, help_text="What you can spare in a day."
    )
    topics = serializers.ListField(
        child=StrictChar(max_length=80),
        min_length=1,
        max_length=20,
        help_text="Slugs of topics; every question on them becomes a card, if it is none yet.",
    )
