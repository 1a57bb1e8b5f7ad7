"""Markdown and plain text: bytes to the lines that the grammar reads."""

from __future__ import annotations

import unicodedata

from questions.ingest.rules.shapes import Outline

from .decode import decode
from .repair import repair


def read(data: bytes) -> Outline:
    """The lines of a text file, numbered as in the file whatever its line ends are."""
    text = repair(decode(data))
    if not text.isascii():
        text = unicodedata.normalize("NFC", text)
    if "\n" not in text:
        text = text.replace("\r", "\n")
    lines = (
        line.rstrip("\r").replace("\r", " ").replace("\0", "\ufffd") for line in text.split("\n")
    )
    return Outline(lines=tuple(lines), format="text")
