"""What a browser may send about a person."""

from __future__ import annotations

from typing import Any

from django import forms
from django.http import HttpRequest

from . import rules
from .models import User


class SignUp(forms.Form):
    """The one thing that signing up asks besides address and password: the browser's zone."""

    time_zone = forms.CharField(
        required=False,
        max_length=64,
        widget=forms.HiddenInput(attrs={"data-zone": ""}),
    )

    def signup(self, request: HttpRequest, user: User) -> None:
        """Keep the zone where the browser named one that exists."""
        zone = self.cleaned_data.get("time_zone", "")
        if zone in rules.zones():
            user.time_zone = zone
            user.save(update_fields=["time_zone"])


class SettingsForm(forms.ModelForm[User]):
    """How a person is called, and when their day begins."""

    time_zone = forms.ChoiceField(
        label="Time zone", help_text="Your days and the times shown follow it."
    )
    day_start = forms.TypedChoiceField(
        label="Your day starts at",
        coerce=int,
        choices=[(hour, f"{hour:02}:00") for hour in range(24)],
        help_text="What you do before this hour still counts to the day before.",
    )

    class Meta:
        model = User
        fields = ["name", "time_zone", "day_start"]
        labels = {"name": "Your name"}
        help_texts = {"name": "Shown to mentors you work with. May stay empty."}

    def __init__(self, *args: Any, **kwargs: Any) -> None:
        super().__init__(*args, **kwargs)
        zones = self.fields["time_zone"]
        assert isinstance(zones, forms.ChoiceField)
        zones.choices = [(zone, zone.replace("_", " ")) for zone in rules.zones()]
        self.fields["name"].widget.attrs["autocomplete"] = "name"
