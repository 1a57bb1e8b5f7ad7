"""What a browser may send from a room."""

from __future__ import annotations

import json
from typing import Any
from uuid import UUID

from django import forms

from questions.interviews.rules import ACTS, Act, Line, Stage, Verb

from .fields import KeyForm


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
