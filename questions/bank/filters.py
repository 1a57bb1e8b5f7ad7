"""What the bank adds to the words of every template."""

from __future__ import annotations

from collections.abc import Iterable, Mapping
from typing import Any

from django import template

from .rules import told

register = template.Library()


@register.filter
def told_once(html: str, points: Iterable[Any]) -> str:
    """An answer's HTML without the key points that the checklist beside it holds."""
    return told.once(html, (_text(point) for point in points or ()))


def _text(point: Any) -> str:
    """The words of a key point, which a sheet of the bank holds as plain values."""
    return str(point["text"] if isinstance(point, Mapping) else point.text)
