"""What a browser may send about reminders."""

from __future__ import annotations

from django import forms


class ReminderForm(forms.Form):
    """A letter a day, and when."""

    letter = forms.BooleanField(label="Write to me once a day, when cards wait", required=False)
    hour = forms.TypedChoiceField(
        label="At",
        coerce=int,
        choices=[(hour, f"{hour:02}:00") for hour in range(24)],
        help_text="In your own time zone. The calendar puts your cards at this hour, too.",
    )
