"""Markdown and plain text: bytes to the lines that the grammar reads."""

from __future__ import annotations

import unicodedata

from questions.ingest.rules.shapes import Outline

from .decode import decode
from .dressed import undressed
from .repair import repair


def read(data: bytes) -> Outline:
    """The lines of a text file, numbered as in the file whatever its line ends are."""
    return Outline(lines=tuple(undressed(lines_of(data))), format="text")


def lines_of(data: bytes) -> list[str]:
    """The text of a file, decoded and repaired, line by line."""
    text = repair(decode(data))
    if not text.isascii():
        text = unicodedata.normalize("NFC", text)
    if "\n" not in text:
        text = text.replace("\r", "\n")
    if "\r" not in text and "\0" not in text:
        return text.split("\n")
    return [
        line.rstrip("\r").replace("\r", " ").replace("\0", "\ufffd") for line in text.split("\n")
    ]
