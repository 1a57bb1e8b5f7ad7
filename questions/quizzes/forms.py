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
from .rules import LENGTHS, MOST_MINUTES, PACES, Certainty, ItemKind, Mode, Settings

NO_LIMIT = "none"
WHOLE_MINUTES = f"Whole minutes, at most {MOST_MINUTES}; or leave it empty."


class Slugs(forms.MultipleChoiceField):
    """Any topics; those that do not exist just match nothing."""

    def valid_value(self, value: str) -> bool:
        validate_slug(value)
        return len(value) <= 80


class SetupForm(forms.Form):
    """The choices of a new quiz. Without any it is ten questions about everything."""

    mode = forms.ChoiceField(required=False, choices=[(m.value, m.value) for m in Mode])
    topic = Slugs(required=False)
    difficulty = forms.MultipleChoiceField(
        required=False, choices=[(d.value, d.value) for d in Difficulty]
    )
    length = forms.TypedChoiceField(required=False, coerce=int, choices=[(n, n) for n in LENGTHS])
    kind = forms.MultipleChoiceField(required=False, choices=[(k.value, k.value) for k in ItemKind])
    minutes = forms.IntegerField(
        required=False,
        min_value=0,
        max_value=MOST_MINUTES,
        error_messages=dict.fromkeys(["invalid", "min_value", "max_value"], WHOLE_MINUTES),
    )
    certainty = forms.BooleanField(required=False)

    def settings(self) -> Settings:
        """What was chosen; choices that are not valid count as not made."""
        self.is_valid()
        given = self.cleaned_data
        return Settings(
            tuple(given.get("topic", ())),
            tuple(given.get("difficulty", ())),
            given.get("length") or Settings().length,
            tuple(ItemKind(kind) for kind in given.get("kind", ())) or Settings().kinds,
            mode=Mode(given.get("mode") or Mode.PRACTICE.value),
            minutes=given.get("minutes") or 0,
            certainty=bool(given.get("certainty")),
        )

    def query(self) -> str:
        """The choices as the end of an address."""
        chosen = self.settings()
        kinds = [] if chosen.kinds == Settings().kinds else [k.value for k in chosen.kinds]
        more: dict[str, object] = {
            "mode": chosen.mode.value if chosen.mode is not Mode.PRACTICE else [],
            "minutes": chosen.minutes or [],
            "certainty": "on" if chosen.certainty else [],
        }
        return urlencode(
            {
                "topic": chosen.topics,
                "difficulty": chosen.difficulty,
                "length": chosen.length,
                "kind": kinds,
                **more,
            },
            doseq=True,
        )


class KeyForm(forms.Form):
    """An act that says no more than that it is meant once."""

    key = forms.UUIDField(widget=forms.HiddenInput)


class NameForm(KeyForm):
    """A set-up to be saved under a name."""

    name = forms.CharField(
        max_length=80, error_messages={"required": "Give the choices a name to save them."}
    )


class PaceForm(forms.Form):
    """How much time one has in every quiz."""

    pace = forms.ChoiceField(
        label="Time in quizzes",
        help_text="It holds for every quiz that you start from now on.",
        choices=[
            *[(f"{p:g}", "as the quiz says" if p == 1 else f"{p:g} times as long") for p in PACES],
            (NO_LIMIT, "no limit"),
        ],
    )

    def factor(self) -> float | None:
        said = self.cleaned_data["pace"]
        return None if said == NO_LIMIT else float(said)


class FlagForm(forms.Form):
    flagged = forms.BooleanField(required=False)


class HintForm(forms.Form):
    shown = forms.IntegerField(min_value=0, max_value=100)


class AnswerForm(KeyForm):
    """An answer to one item: options picked, steps in order, verdicts, or a text."""

    picked = forms.MultipleChoiceField(required=False)
    text = forms.CharField(required=False, max_length=LONGEST_ANSWER, strip=True)
    certainty = forms.TypedChoiceField(
        required=False,
        coerce=int,
        empty_value=None,
        choices=[(c.value, c.value) for c in Certainty],
    )

    def __init__(self, item: Item, data: Any = None) -> None:
        super().__init__(data)
        self.item = item
        options = cast(forms.MultipleChoiceField, self.fields["picked"])
        options.choices = [(option["id"], option["id"]) for option in item.options]
        if item.is_order:
            for step in item.options:
                self.fields[f"place-{step['id']}"] = forms.IntegerField(required=False)
        for point in item.turned_points:
            self.fields[point["id"]] = forms.ChoiceField(
                required=False, choices=[(v.value, v.value) for v in Verdict]
            )

    def clean(self) -> dict[str, Any]:
        given = super().clean() or {}
        if self.item.is_choice and not given.get("picked") and "picked" not in self.errors:
            self.add_error("picked", "Pick an option first.")
        if self.item.is_order:
            places = sorted(place or 0 for place in self._places(given).values())
            if places != list(range(1, len(self.item.options) + 1)):
                self.add_error(None, "Give each step a place of its own, from 1 on.")
        if any(not given.get(point["id"]) for point in self.item.turned_points):
            self.add_error(None, "Say of each key point whether you said it.")
        if self.item.quiz.chosen.certainty and not given.get("certainty"):
            self.add_error("certainty", "Say how sure you are.")
        return given

    def _places(self, given: dict[str, Any]) -> dict[str, int | None]:
        return {step["id"]: given.get(f"place-{step['id']}") for step in self.item.options}

    def draft(self) -> dict[str, Any]:
        """What was given so far, in the form of a stored answer; nothing of it is stored."""
        given = self.cleaned_data
        order = [""] * len(self.item.options)
        if self.item.is_order:
            for step, place in self._places(given).items():
                if place and 0 < place <= len(order) and not order[place - 1]:
                    order[place - 1] = step
        points = [point["id"] for point in self.item.turned_points]
        return {
            "picked": given.get("picked", []),
            "text": given.get("text", ""),
            "order": order,
            "verdicts": {point: given.get(point, "") for point in points},
            "certainty": given.get("certainty"),
        }

    def said(self) -> Said:
        given = self.cleaned_data
        sure = given.get("certainty")
        certainty = Certainty(sure) if sure else None
        if self.item.is_order:
            places = self._places(given)
            order = sorted(places, key=lambda step: places[step] or 0)
            return Said(order=tuple(order), certainty=certainty)
        if self.item.is_spoken:
            points = self.item.turned_points
            verdicts = {point["id"]: Verdict(given[point["id"]]) for point in points}
            return Said(verdicts=verdicts, certainty=certainty)
        text = "" if self.item.is_choice else given["text"]
        return Said(tuple(given["picked"]), text, certainty=certainty)


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
