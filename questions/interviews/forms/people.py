"""What a browser may send to invite, and to accept."""

from __future__ import annotations

from django import forms

from .fields import KeyForm


class InviteForm(KeyForm):
    """A new link; without an address it is the mentor who sends it."""

    email = forms.EmailField(
        required=False, label="Their e-mail address", help_text="Or leave it empty for a link."
    )


class ShareForm(forms.Form):
    """What the candidate lets their mentor see."""

    shares_weak = forms.BooleanField(required=False)


class GuestForm(ShareForm):
    time_zone = forms.CharField(required=False, max_length=64)
