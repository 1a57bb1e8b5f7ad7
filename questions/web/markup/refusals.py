"""What happens to a text that is too long or too deep to be rendered."""

from __future__ import annotations

from html import escape

LIMIT = 20 * 1024
"""Bytes of one text; a longer one is shown as it was typed."""

READY = b'"ready"\n'
"""The worker's first line: from here on a death is the fault of a text."""


def too_long(text: str) -> bool:
    return len(text) > LIMIT or len(text.encode("utf-8", "replace")) > LIMIT


def escaped(text: str) -> str:
    """The text as it was typed, harmless whatever it says."""
    return f'<pre tabindex="0"><code>{escape(text)}</code></pre>'
