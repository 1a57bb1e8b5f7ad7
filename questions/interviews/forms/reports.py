"""What a browser may send after an interview."""

from __future__ import annotations

from collections.abc import Iterable
from typing import Any

from django import forms

from questions.interviews.rules import Dimension

from .fields import AREA


class ReportForm(forms.Form):
    """The mentor's words."""

    words = forms.CharField(
        label="In your words",
        required=False,
        max_length=20_000,
        widget=forms.Textarea(attrs={"rows": 6}),
        help_text="What went well, what to change. The candidate reads it once you release it.",
    )
    practise = forms.CharField(
        label="What to practise",
        required=False,
        max_length=20_000,
        widget=AREA,
        help_text="Missed core points come back as cards by themselves.",
    )


class BandsForm(forms.Form):
    """One band for each dimension, none of them needed."""

    def __init__(self, dimensions: Iterable[Dimension], data: Any = None, **more: Any) -> None:
        super().__init__(data, **more)
        self.named = list(dimensions)
        for one in self.named:
            self.fields[f"band_{one.key}"] = forms.TypedChoiceField(
                required=False,
                coerce=int,
                choices=[(band.score, band.name) for band in one.bands],
                empty_value=None,
            )

    def bands(self) -> dict[str, int]:
        given = {one.key: self.cleaned_data.get(f"band_{one.key}") for one in self.named}
        return {key: band for key, band in given.items() if band}


class OwnViewForm(BandsForm):
    words = forms.CharField(
        required=False, max_length=20_000, widget=forms.Textarea(attrs={"rows": 5})
    )


class ThanksForm(forms.Form):
    stars = forms.TypedChoiceField(coerce=int, choices=[(n, str(n)) for n in range(1, 6)])
    words = forms.CharField(required=False, max_length=4000, widget=AREA)
