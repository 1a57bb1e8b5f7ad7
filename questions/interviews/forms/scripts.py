"""What a browser may send to change a script and its rubric, and to keep both."""

from __future__ import annotations

from collections.abc import Sequence
from typing import Any

from django import forms

from questions.interviews.rules import ASKING, Dimension, Stage, dimensions_from
from questions.interviews.rules.setup import Own, points_of

from .fields import AREA, KeyForm

ROWS = 6
"""Rows for dimensions in the form of a rubric."""


class OwnForm(forms.Form):
    """A question of the mentor's own."""

    prompt = forms.CharField(label="Question", max_length=4000, widget=AREA, help_text="Markdown.")
    stage = forms.ChoiceField(
        choices=[(s.value, s.value.capitalize()) for s in ASKING], initial=Stage.CORE.value
    )
    points = forms.CharField(
        label="Key points",
        required=False,
        max_length=4000,
        widget=AREA,
        help_text="One a line. Begin a core point with a star: * names the cause",
    )
    answer = forms.CharField(
        label="A good answer", required=False, max_length=20_000, widget=AREA, help_text="For you."
    )
    hints = forms.CharField(
        required=False, max_length=4000, widget=AREA, help_text="One a line, to give away."
    )
    follow_ups = forms.CharField(
        label="Follow-ups", required=False, max_length=4000, widget=AREA, help_text="One a line."
    )

    def own(self) -> Own:
        given = self.cleaned_data
        return Own(
            given["prompt"],
            given["answer"],
            points_of(given["points"])[:12],
            _lines(given["hints"]),
            _lines(given["follow_ups"]),
            Stage(given["stage"]),
        )


def _lines(text: str) -> tuple[str, ...]:
    return tuple(line.strip()[:500] for line in text.splitlines() if line.strip())[:12]


class RubricForm(forms.Form):
    """The dimensions of a script; rows without a name are none."""

    def __init__(self, dimensions: Sequence[Dimension], data: Any = None) -> None:
        super().__init__(data)
        self.given = list(dimensions)
        for place in range(max(ROWS, len(dimensions))):
            one = dimensions[place] if place < len(dimensions) else None
            name = forms.CharField(
                required=False,
                max_length=60,
                label=f"Dimension {place + 1}",
                initial=one.name if one else "",
            )
            self.fields[f"name_{place}"] = name
            for band in range(4):
                self.fields[f"example_{place}_{band}"] = forms.CharField(
                    required=False,
                    max_length=300,
                    label=f"Dimension {place + 1}, band {band + 1}",
                    initial=one.examples[band] if one else "",
                )

    def rows(self) -> list[tuple[forms.BoundField, list[forms.BoundField]]]:
        """The name of each dimension with the examples of its bands."""
        places = [name.removeprefix("name_") for name in self.fields if name.startswith("name_")]
        return [
            (self[f"name_{p}"], [self[f"example_{p}_{band}"] for band in range(4)]) for p in places
        ]

    def dimensions(self) -> list[Dimension]:
        given = self.cleaned_data
        named = [n for n in range(len(self.rows())) if given[f"name_{n}"].strip()]
        keys = {one.name: one.key for one in self.given}
        return dimensions_from(
            {
                "key": keys.get(given[f"name_{n}"], ""),
                "name": given[f"name_{n}"],
                "examples": [given[f"example_{n}_{band}"] for band in range(4)],
            }
            for n in named
        )


class ChosenForm(forms.Form):
    """A question of the bank; without one any that fits."""

    question = forms.UUIDField(required=False)


class FindForm(forms.Form):
    """What a mentor searches the bank for; nothing is what fits best."""

    find = forms.CharField(
        required=False, max_length=200, widget=forms.TextInput(attrs={"type": "search"})
    )


class TemplateForm(KeyForm):
    name = forms.CharField(max_length=80)
