"""What a browser may send to plan an interview, in its room, and after it."""

from __future__ import annotations

import json
from collections.abc import Iterable, Sequence
from datetime import timedelta
from typing import Any
from uuid import UUID

from django import forms
from django.utils.timezone import now

from questions.bank.rules.difficulty import Difficulty
from questions.errors import Refusal

from .actions import Planned, When
from .models import Interview, Pairing, Template
from .rules import ACTS, ASKING, MOST, Act, Dimension, Line, Stage, Verb, dimensions_from
from .rules.addresses import meeting_link
from .rules.setup import MINUTES, Own, Setup, points_of

LEVELS = [(level.value, level.value) for level in Difficulty]
ROWS = 6
"""Rows for dimensions in the form of a rubric."""


class KeyForm(forms.Form):
    """An act that says no more than that it is meant once."""

    key = forms.UUIDField(widget=forms.HiddenInput)


class Slugs(forms.MultipleChoiceField):
    """Any topics; those that do not exist match nothing."""

    def valid_value(self, value: str) -> bool:
        return len(value) <= 80


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


CALL_HELP = "Any meeting will do: paste its link. May stay empty."


class PlanForm(SetupForm):
    """A new mock: with whom, from which template, when and where, and what about."""

    pairing = forms.ModelChoiceField(
        Pairing.objects.none(), required=False, label="Candidate", empty_label="Somebody new"
    )
    template = forms.ModelChoiceField(
        Template.objects.none(), required=False, empty_label="None: begin afresh"
    )
    starts = Moment(required=False, label="Date and time", help_text="In your own time zone.")
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
        templates = self.fields["template"]
        assert isinstance(templates, forms.ModelChoiceField)
        templates.queryset = Template.objects.of(mentor)

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

    starts = Moment(label="Date and time", required=False, help_text="In your own time zone.")
    minutes = forms.IntegerField(min_value=MINUTES[0], max_value=MINUTES[1])
    call = CallField(required=False, max_length=500, label="Link to the call", help_text=CALL_HELP)
    one_browser = forms.BooleanField(
        required=False, label="Only my browser: we talk elsewhere, or across a table"
    )

    def __init__(self, interview: Interview, data: Any = None) -> None:
        names = ("starts", "minutes", "call", "one_browser")
        super().__init__(data, initial={name: getattr(interview, name) for name in names})

    def when(self) -> When:
        given = self.cleaned_data
        return When(given["starts"], given["minutes"], given["call"], given["one_browser"])


AREA = forms.Textarea(attrs={"rows": 3})


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


class TemplateForm(KeyForm):
    name = forms.CharField(max_length=80)


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


class ActForm(KeyForm):
    """One act in a room, as the room's own script or a plain form sends it."""

    verb = forms.ChoiceField(choices=[(v.value, v.value) for v in ACTS])
    position = forms.IntegerField(required=False, min_value=1, max_value=1000)
    stage = forms.ChoiceField(required=False, choices=[(s.value, s.value) for s in Stage])
    hint = forms.UUIDField(required=False)
    point = forms.UUIDField(required=False)
    verdict = forms.CharField(required=False, max_length=6)
    dimension = forms.CharField(required=False, max_length=60)
    band = forms.IntegerField(required=False)
    text = forms.CharField(required=False, max_length=20_000, strip=False)
    lines = forms.CharField(required=False, strip=False, max_length=400_000)

    def clean_lines(self) -> tuple[Line, ...]:
        """Lines of the pad, sent as JSON."""
        text = self.cleaned_data["lines"]
        try:
            return tuple(map(_line, json.loads(text))) if text else ()
        except (ValueError, TypeError, KeyError, AttributeError, RecursionError):
            raise forms.ValidationError("These are no lines of a pad.") from None

    def act(self) -> Act:
        given = self.cleaned_data
        return Act(
            Verb(given["verb"]),
            given["position"],
            Stage(given["stage"]) if given["stage"] else None,
            given["hint"],
            given["point"],
            given["verdict"],
            given["dimension"],
            given["band"],
            given["text"] if "text" in self.data else None,
            given["lines"],
        )


def _line(sent: dict[str, Any]) -> Line:
    text, removed = sent["text"], sent.get("removed", False)
    if not isinstance(text, str) or not isinstance(removed, bool):
        raise TypeError
    return Line(UUID(sent["line"]), float(sent["rank"]), text, removed)


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
