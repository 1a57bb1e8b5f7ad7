"""What a browser may send to change a question, or to say that something is wrong with it."""

from __future__ import annotations

from typing import Any

from django import forms

from questions.bank.models import Sheet
from questions.bank.rules.difficulty import Difficulty
from questions.bank.rules.given import GivenChoice
from questions.bank.rules.points import Point
from questions.bank.rules.reasons import Reason

LONGEST = 20_000
POINTS = 7
OPTIONS = 6
TEXT = {"rows": 2}


class EditForm(forms.Form):
    """All of a question; rows of points and options that stay empty are none."""

    prompt = forms.CharField(
        label="Question", max_length=LONGEST, widget=forms.Textarea(attrs={"rows": 4})
    )
    answer = forms.CharField(
        label="Answer",
        max_length=LONGEST,
        required=False,
        widget=forms.Textarea(attrs={"rows": 12}),
        help_text="Markdown, as the question is.",
    )
    difficulty = forms.ChoiceField(
        label="Difficulty", choices=[(d.value, d.value.capitalize()) for d in Difficulty]
    )
    topics = forms.CharField(
        label="Topics", required=False, max_length=600, help_text="With commas between them."
    )
    seen = forms.DateTimeField(required=False, widget=forms.HiddenInput)

    def __init__(self, sheet: Sheet, own_answer: str, data: Any = None) -> None:
        self.options = max(OPTIONS, len(sheet.choices) + 1)
        self.points = max(POINTS, len(sheet.points))
        super().__init__(data, initial=initial(sheet, own_answer))
        for place in range(self.points):
            self.fields[f"point_{place}"] = line(f"Key point {place + 1}", 300)
            self.fields[f"core_{place}"] = tick(f"Key point {place + 1} is core", "Core")
        for place in range(self.options):
            self.fields[f"option_{place}"] = area(f"Option {place + 1}")
            self.fields[f"right_{place}"] = tick(f"Option {place + 1} is right", "Right")
            self.fields[f"why_{place}"] = line(f"Why, of option {place + 1}", LONGEST)

    def point_rows(self) -> list[tuple[forms.BoundField, forms.BoundField]]:
        """Text and core mark of each row."""
        return [(self[f"point_{n}"], self[f"core_{n}"]) for n in range(self.points)]

    def option_rows(self) -> list[tuple[forms.BoundField, ...]]:
        """Text, mark and reason of each row."""
        names = ("option", "right", "why")
        return [tuple(self[f"{name}_{n}"] for name in names) for n in range(self.options)]

    def clean(self) -> dict[str, Any]:
        data: dict[str, Any] = super().clean() or {}
        points = self.given_points(data)
        cores = sum(point.core for point in points)
        if points and not 1 <= cores <= 3:
            raise forms.ValidationError("Mark one to three of the key points as core.")
        if len(self.given_choices(data)) == 1:
            raise forms.ValidationError("One option is no choice. Give another, or none.")
        return data

    def given_points(self, data: dict[str, Any]) -> tuple[Point, ...]:
        rows = ((data.get(f"point_{n}"), data.get(f"core_{n}")) for n in range(self.points))
        return tuple(Point(" ".join(text.split()), bool(core)) for text, core in rows if text)

    def given_choices(self, data: dict[str, Any]) -> tuple[GivenChoice, ...]:
        rows = [
            [data.get(f"{name}_{n}") for name in ("option", "right", "why")]
            for n in range(self.options)
        ]
        return tuple(GivenChoice(t, bool(right), why or "") for t, right, why in rows if t)

    def wanted(self) -> dict[str, Any]:
        """What the editor wants the question to say."""
        data = self.cleaned_data
        names = (" ".join(name.split()) for name in data["topics"].split(","))
        return {
            "prompt": plain_lines(data["prompt"]),
            "answer": plain_lines(data["answer"]),
            "difficulty": Difficulty(data["difficulty"]),
            "choices": self.given_choices(data),
            "points": self.given_points(data),
            "topics": tuple(name for name in names if name),
        }


def plain_lines(text: str) -> str:
    """With the line ends that documents have; a browser sends others."""
    return text.replace("\r\n", "\n").replace("\r", "\n")


def line(label: str, most: int) -> forms.CharField:
    return forms.CharField(label=label, required=False, max_length=most)


def area(label: str) -> forms.CharField:
    widget = forms.Textarea(attrs=TEXT)
    return forms.CharField(label=label, required=False, max_length=LONGEST, widget=widget)


def tick(name: str, label: str) -> forms.BooleanField:
    widget = forms.CheckboxInput(attrs={"aria-label": name})
    return forms.BooleanField(label=label, required=False, widget=widget)


def initial(sheet: Sheet, own_answer: str) -> dict[str, Any]:
    """What the question says now, field by field."""
    question = sheet.question
    said: dict[str, Any] = {
        "prompt": question.prompt,
        "answer": own_answer,
        "difficulty": question.difficulty,
        "topics": ", ".join(topic["name"] for topic in sheet.topics),
        "seen": question.updated.isoformat(),
    }
    for place, point in enumerate(sheet.points):
        said |= {f"point_{place}": point["text"], f"core_{place}": point["core"]}
    for place, choice in enumerate(sheet.choices):
        said |= {
            f"option_{place}": choice["text"],
            f"right_{place}": choice["correct"],
            f"why_{place}": choice["why"],
        }
    return said


class ReportForm(forms.Form):
    """What is the matter with a question."""

    reason = forms.ChoiceField(
        label="What is the matter",
        choices=[
            (Reason.WRONG.value, "It is wrong"),
            (Reason.UNCLEAR.value, "It is unclear"),
            (Reason.OTHER.value, "Something else"),
        ],
    )
    text = forms.CharField(
        label="Tell more",
        required=False,
        max_length=2000,
        widget=forms.Textarea(attrs={"rows": 4}),
    )
    key = forms.UUIDField(widget=forms.HiddenInput)


class SettleForm(forms.Form):
    """What became of a report."""

    reply = forms.CharField(label="Reply", required=False, max_length=2000)
