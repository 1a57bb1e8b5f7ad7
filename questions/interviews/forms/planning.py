"""What a browser may send to plan an interview, or to move it."""

from __future__ import annotations

from datetime import timedelta
from typing import Any

from django import forms
from django.utils.timezone import now

from questions.bank.rules.difficulty import Difficulty
from questions.interviews.actions import Planned, When
from questions.interviews.models import Interview, Pairing, Template
from questions.interviews.rules import MOST
from questions.interviews.rules.setup import MINUTES, Setup

from .fields import CallField, KeyForm, Moment, Slugs

LEVELS = [(level.value, level.value) for level in Difficulty]


class SetupForm(KeyForm):
    """The choices of a script."""

    topic = Slugs(required=False)
    level = forms.MultipleChoiceField(required=False, choices=LEVELS)
    number = forms.IntegerField(label="Questions", min_value=0, max_value=MOST, initial=5)
    minutes = forms.IntegerField(min_value=MINUTES[0], max_value=MINUTES[1], initial=45)

    def setup(self) -> Setup:
        given = self.cleaned_data
        return Setup(
            tuple(given["topic"]), tuple(given["level"]), given["number"], given["minutes"]
        )


ZONE_HELP = "In your time zone, {}. May stay empty."
CALL_HELP = "Any meeting will do: paste its link. May stay empty."


class PlanForm(SetupForm):
    """A new mock: with whom, from which template, when and where, and what about."""

    pairing = forms.ModelChoiceField(
        Pairing.objects.none(), required=False, label="Candidate", empty_label="Somebody new"
    )
    template = forms.ModelChoiceField(
        Template.objects.none(), required=False, empty_label="None: begin afresh"
    )
    starts = Moment(required=False, label="Date and time")
    call = CallField(required=False, max_length=500, label="Link to the call", help_text=CALL_HELP)
    one_browser = forms.BooleanField(
        required=False, label="Only my browser: we talk elsewhere, or across a table"
    )

    def __init__(self, mentor: Any, data: Any = None, initial: Any = None) -> None:
        super().__init__(data, initial=initial)
        pairings = Pairing.objects.led_by(mentor).select_related("candidate", "mentor")
        choice = self.fields["pairing"]
        assert isinstance(choice, forms.ModelChoiceField)
        choice.queryset = pairings.order_by("candidate__name", "candidate__email")
        choice.label_from_instance = lambda one: str(one.candidate)  # type: ignore[method-assign, assignment]
        self.fields["starts"].help_text = ZONE_HELP.format(mentor.zone.key)
        templates = self.fields["template"]
        assert isinstance(templates, forms.ModelChoiceField)
        templates.queryset = Template.objects.of(mentor)

    def chosen(self) -> Pairing | None:
        """The candidate that stands in the field, if it is one of the mentor's."""
        choice = self.fields["pairing"]
        assert isinstance(choice, forms.ModelChoiceField)
        try:
            found: Pairing | None = choice.clean(self["pairing"].value() or "")
        except forms.ValidationError:
            return None
        return found

    def clean_starts(self) -> Any:
        starts = self.cleaned_data["starts"]
        if starts and starts < now() - timedelta(days=1):
            raise forms.ValidationError("This is in the past.")
        return starts

    def planned(self) -> Planned:
        given = self.cleaned_data
        return Planned(
            self.setup(),
            given["pairing"],
            given["template"],
            given["starts"],
            given["call"],
            given["one_browser"],
        )


class WhenForm(forms.Form):
    """Another time or place."""

    starts = Moment(label="Date and time", required=False)
    minutes = forms.IntegerField(min_value=MINUTES[0], max_value=MINUTES[1])
    call = CallField(required=False, max_length=500, label="Link to the call", help_text=CALL_HELP)
    one_browser = forms.BooleanField(
        required=False, label="Only my browser: we talk elsewhere, or across a table"
    )

    def __init__(self, interview: Interview, data: Any = None) -> None:
        names = ("starts", "minutes", "call", "one_browser")
        super().__init__(data, initial={name: getattr(interview, name) for name in names})
        if interview.mentor:
            self.fields["starts"].help_text = ZONE_HELP.format(interview.mentor.zone.key)

    def when(self) -> When:
        given = self.cleaned_data
        return When(given["starts"], given["minutes"], given["call"], given["one_browser"])
