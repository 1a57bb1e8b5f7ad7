"""What a browser may send about cards."""

from __future__ import annotations

from collections.abc import Iterable
from dataclasses import dataclass
from datetime import datetime
from typing import Any, cast
from uuid import UUID

from django import forms
from django.http import QueryDict

from questions.bank import forms as bank
from questions.bank.models import Topic
from questions.bank.rules.wanted import Wanted
from questions.marks.rules import Verdict

from . import rules
from .rules import Flag, Grade, Preferences, Which, cram

FORGOTTEN = 24 * 3600
"""Seconds after which a page that lay open says nothing about the time an answer took."""


class KeyForm(forms.Form):
    """An act on one card, under the key that its page was given."""

    key = forms.UUIDField()


class UUIDs(forms.MultipleChoiceField):
    """Any number of ids, as check boxes send them."""

    def to_python(self, value: Any) -> list[Any]:
        try:
            return [UUID(each) for each in super().to_python(value)]
        except ValueError:
            raise forms.ValidationError("One of these is not an id.") from None

    def valid_value(self, value: Any) -> bool:
        return True


@dataclass(frozen=True)
class Graded:
    """A grade, the key points that were shown, and those that the learner says they had.

    `news` tells that a change of the answer was shown with it.

    Not a Django form, for it is read at every answer and has nothing to print.
    """

    key: UUID
    grade: Grade
    since: int | None
    points: list[UUID]
    hits: set[UUID]
    news: bool = False

    @classmethod
    def read(cls, data: QueryDict) -> Graded | None:
        """What was sent, or None where it cannot be meant."""
        try:
            return cls(
                UUID(data.get("key", "")),
                Grade(int(data.get("grade", ""))),
                int(since) if (since := data.get("since")) else None,
                [UUID(point) for point in data.getlist("point")],
                {UUID(point) for point in data.getlist("hit")},
                "news" in data,
            )
        except ValueError:
            return None

    def seconds(self, at: datetime) -> int | None:
        """How long the card was looked at, where the page says since when."""
        spent = -1 if self.since is None else int(at.timestamp()) - self.since
        return spent if 0 <= spent <= FORGOTTEN else None

    def verdicts(self) -> dict[UUID, Verdict]:
        """What was hit and missed.

        A checklist that nobody touched says nothing, unless the card was not known at all.
        """
        if not self.hits and self.grade is not Grade.AGAIN:
            return {}
        return {
            point: Verdict.HIT if point in self.hits else Verdict.MISSED for point in self.points
        }


class NewsForm(KeyForm):
    """Whether a card is still known whose answer changed."""

    known = forms.TypedChoiceField(choices=[("1", "Yes"), ("0", "No")], coerce="1".__eq__)


class KeepForm(forms.Form):
    """A flag, and a note in one's own words."""

    flag = forms.ChoiceField(
        label="Flag",
        required=False,
        widget=forms.RadioSelect,
        choices=[(flag.value, flag.words) for flag in Flag],
    )
    note = forms.CharField(
        label="Your note",
        required=False,
        max_length=rules.LONGEST_NOTE,
        widget=forms.Textarea(attrs={"rows": 5}),
        help_text="Shown with the answer: your own words, an example, a story to tell. "
        "Nobody else sees it.",
    )

    def kept(self) -> dict[str, Any]:
        """What the action takes."""
        return {**self.cleaned_data, "flag": Flag(self.cleaned_data["flag"])}


class CardsForm(forms.Form):
    """Which of one's cards to list."""

    topic = forms.SlugField(required=False, max_length=80)
    which = forms.TypedChoiceField(
        required=False,
        choices=[("", "All"), *((which.value, which.value.capitalize()) for which in Which)],
        coerce=Which,
        empty_value=None,
    )


class CramForm(KeyForm):
    """What to go through, and how much of it."""

    topic = forms.SlugField(label="Topic", required=False, max_length=80)
    which = forms.TypedChoiceField(
        label="Cards",
        required=False,
        choices=[
            ("", "The weakest of all"),
            (Which.FORGOTTEN.value, "Often forgotten"),
            (Which.FLAGGED.value, "Flagged"),
            (Which.DUE.value, "Due now"),
            (Which.NEW.value, "New"),
        ],
        coerce=Which,
        empty_value=None,
    )
    count = forms.IntegerField(label="How many", initial=20, min_value=1, max_value=cram.MOST)

    def asked(self) -> dict[str, Any]:
        """What the action takes."""
        return {name: value for name, value in self.cleaned_data.items() if name != "key"}


class CrammedForm(KeyForm):
    """Whether the card that was asked in a cram is known, and which of its points."""

    card = forms.UUIDField()
    known = forms.TypedChoiceField(choices=[("1", "Yes"), ("0", "No")], coerce="1".__eq__)
    point = UUIDs(required=False)
    hit = UUIDs(required=False)

    def verdicts(self) -> dict[UUID, Verdict]:
        """What was hit and missed; a checklist that nobody touched says nothing if it was known."""
        given, hits = self.cleaned_data, set(self.cleaned_data["hit"])
        if not hits and given["known"]:
            return {}
        return {p: Verdict.HIT if p in hits else Verdict.MISSED for p in given["point"]}


class AddForm(KeyForm):
    """What to make cards of: named questions, or all that the bank's filters would list."""

    question = UUIDs(required=False)

    def clean(self) -> dict[str, Any]:
        cleaned: dict[str, Any] = super().clean() or {}
        cleaned["wanted"] = bank.wanted(cast(QueryDict, self.data))
        if not cleaned.get("question") and cleaned["wanted"] == Wanted():
            raise forms.ValidationError("Say which questions to add.")
        return cleaned

    def asked(self) -> dict[str, Any]:
        """What was asked for, without the key."""
        return {name: value for name, value in self.cleaned_data.items() if name != "key"}


class SettingsForm(forms.Form):
    """How one wants to be asked. Recall is in per cent here, a part of 1 everywhere else."""

    new_per_day = forms.IntegerField(
        label="New cards a day",
        min_value=0,
        max_value=rules.MOST_NEW,
        help_text="Each is asked about twice on its first day, and a few times in the next weeks.",
    )
    reviews_per_day = forms.IntegerField(
        label="Reviews a day",
        min_value=1,
        max_value=rules.MOST_REVIEWS,
        help_text="After a break no day is longer than this: what is least forgotten goes first.",
    )
    minutes_per_day = forms.IntegerField(
        label="Minutes a day",
        required=False,
        min_value=1,
        max_value=rules.MOST_MINUTES,
        help_text="Bounds both together, at the pace of your own answers. Empty: no bound.",
    )
    retention = forms.IntegerField(
        label="Recall to aim for, in %",
        min_value=round(100 * rules.LEAST_RETENTION),
        max_value=round(100 * rules.MOST_RETENTION),
        help_text="A card comes again when its chance of being recalled has fallen to this. "
        "90 suits most; above 97 reviews multiply for little. A change moves what is due.",
    )
    longest = forms.IntegerField(
        label="Longest interval, in days",
        min_value=1,
        max_value=rules.LONGEST,
        help_text="No card stays away for longer.",
    )

    @classmethod
    def of(cls, now: Preferences, data: QueryDict | None) -> SettingsForm:
        """The form, filled with what is set now."""
        form = cls(data)
        form.initial = {name: getattr(now, name) for name in form.fields}
        form.initial["retention"] = round(100 * now.retention)
        return form

    def wished(self) -> dict[str, Any]:
        """What is to be set."""
        return {**self.cleaned_data, "retention": self.cleaned_data["retention"] / 100}


class TargetForm(forms.Form):
    """A date to prepare for."""

    name = forms.CharField(
        label="What for",
        required=False,
        max_length=80,
        help_text="As you call it, such as the company. May stay empty.",
    )
    date = forms.DateField(
        label="Date", widget=forms.DateInput(attrs={"type": "date"}, format="%Y-%m-%d")
    )
    minutes = forms.IntegerField(
        label="Minutes a day",
        initial=25,
        min_value=1,
        max_value=rules.MOST_MINUTES,
        help_text="What you can spare on an ordinary day.",
    )
    topic = forms.MultipleChoiceField(
        label="Topics",
        widget=forms.CheckboxSelectMultiple,
        error_messages={"required": "Choose at least one topic."},
    )

    def __init__(self, topics: Iterable[Topic], *args: Any, **kwargs: Any) -> None:
        super().__init__(*args, **kwargs)
        offered = self.fields["topic"]
        assert isinstance(offered, forms.MultipleChoiceField)
        offered.choices = [(topic.slug, topic.name) for topic in topics]

    def asked(self) -> dict[str, Any]:
        """What the action takes."""
        given = {**self.cleaned_data}
        given["topics"] = given.pop("topic")
        return given
