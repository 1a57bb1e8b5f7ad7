"""What the forms of this slice share."""

from __future__ import annotations

from typing import Any

from django import forms

from questions.errors import Refusal
from questions.interviews.rules.addresses import meeting_link


class KeyForm(forms.Form):
    """An act that says no more than that it is meant once."""

    key = forms.UUIDField(widget=forms.HiddenInput)


class Slugs(forms.MultipleChoiceField):
    """Any topics; those that do not exist match nothing."""

    def valid_value(self, value: str) -> bool:
        return len(value) <= 80


class Moment(forms.DateTimeField):
    """A date and time in the zone of who types it."""

    widget = forms.DateTimeInput(attrs={"type": "datetime-local"}, format="%Y-%m-%dT%H:%M")


class CallField(forms.CharField):
    """A link to any meeting."""

    widget = forms.URLInput(attrs={"placeholder": "https://"})

    def clean(self, value: Any) -> str:
        try:
            return meeting_link(super().clean(value))
        except Refusal as refusal:
            raise forms.ValidationError(refusal.message) from None


AREA = forms.Textarea(attrs={"rows": 3})
