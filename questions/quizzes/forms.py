"""What a browser may send: the set-up of a quiz, an answer, a correction."""

from __future__ import annotations

from typing import Any, cast
from urllib.parse import urlencode

from django import forms
from django.core.validators import validate_slug

from questions.bank.rules.difficulty import Difficulty
from questions.marks.rules import Verdict

from .actions import LONGEST_ANSWER, Said
from .models import Item
from .rules import LENGTHS, ItemKind, Settings


class Slugs(forms.MultipleChoiceField):
    """Any topics; those that do not exist just match nothing."""

    def valid_value(self, value: str) -> bool:
        validate_slug(value)
        return len(value) <= 80


class SetupForm(forms.Form):
    """The choices of a new quiz. Without any it is ten questions about everything."""

    topic = Slugs(required=False)
    difficulty = forms.MultipleChoiceField(
        required=False, choices=[(d.value, d.value) for d in Difficulty]
    )
    length = forms.TypedChoiceField(required=False, coerce=int, choices=[(n, n) for n in LENGTHS])
    kind = forms.MultipleChoiceField(required=False, choices=[(k.value, k.value) for k in ItemKind])

    def settings(self) -> Settings:
        """What was chosen; choices that are not valid count as not made."""
        self.is_valid()
        given = self.cleaned_data
        return Settings(
            tuple(given.get("topic", ())),
            tuple(given.get("difficulty", ())),
            given.get("length") or Settings().length,
            tuple(ItemKind(kind) for kind in given.get("kind", ())) or Settings().kinds,
        )

    def query(self) -> str:
        """The choices as the end of an address."""
        chosen = self.settings()
        kinds = [] if chosen.kinds == Settings().kinds else [k.value for k in chosen.kinds]
        return urlencode(
            {
                "topic": chosen.topics,
                "difficulty": chosen.difficulty,
                "length": chosen.length,
                "kind": kinds,
            },
            doseq=True,
        )


class KeyForm(forms.Form):
    """An act that says no more than that it is meant once."""

    key = forms.UUIDField(widget=forms.HiddenInput)


class AnswerForm(KeyForm):
    """An answer to one item: options picked, or a text."""

    picked = forms.MultipleChoiceField(required=False)
    text = forms.CharField(required=False, max_length=LONGEST_ANSWER, strip=True)

    def __init__(self, item: Item, data: Any = None) -> None:
        super().__init__(data)
        self.item = item
        options = cast(forms.MultipleChoiceField, self.fields["picked"])
        options.choices = [(option["id"], option["id"]) for option in item.options]

    def clean(self) -> dict[str, Any]:
        given = super().clean() or {}
        if self.item.is_choice and not given.get("picked") and "picked" not in self.errors:
            self.add_error("picked", "Pick an option first.")
        return given

    def said(self) -> Said:
        given = self.cleaned_data
        return Said(tuple(given["picked"]), "" if self.item.is_choice else given["text"])


class CorrectForm(forms.Form):
    """What the learner says counts of each key point."""

    def __init__(self, item: Item, data: Any = None) -> None:
        super().__init__(data)
        for point in item.shown_points:
            self.fields[point.id] = forms.ChoiceField(
                required=False, choices=[(v.value, v.value) for v in Verdict]
            )

    def verdicts(self) -> dict[str, Verdict]:
        return {point: Verdict(word) for point, word in self.cleaned_data.items() if word}
