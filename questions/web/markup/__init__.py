"""Markdown to safe HTML, called when a text is saved; what cannot be rendered is shown as typed."""

from __future__ import annotations

from .isolation import ahead, render, render_many
from .refusals import LIMIT, escaped
from .words import plain

__all__ = ["LIMIT", "ahead", "escaped", "plain", "render", "render_many"]
