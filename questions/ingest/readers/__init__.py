"""One reader a format: bytes become the outline that the one grammar reads."""

from __future__ import annotations

from questions.ingest.rules.shapes import Outline

from . import text

SUFFIXES = dict.fromkeys(("", ".md", ".markdown", ".mdown", ".mdx", ".txt", ".text"), text.read)

__all__ = ["SUFFIXES", "read"]


def read(name: str, data: bytes) -> Outline:
    """The outline of a file by its name's ending; what is unknown is read as text."""
    dot = name.rfind(".")
    suffix = name[dot:].lower() if dot > name.rfind("/") else ""
    return SUFFIXES.get(suffix, text.read)(data)
