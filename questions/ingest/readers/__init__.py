"""One reader a format: bytes become the outline that the one grammar reads."""

from __future__ import annotations

import os
from importlib import import_module

from questions.ingest.rules.shapes import Outline

from . import text
from .kinds import SUFFIXES, UNPACKED, kind_of
from .unreadable import Unreadable

__all__ = ["SUFFIXES", "UNPACKED", "Unreadable", "kind_of", "read"]

LINES = 250_000
"""Lines of one document; the longest that people write have a tenth of them."""

TOO_LONG = f"This has more than {LINES:,} lines. Read it in parts."
MODULES = {
    "html": "webpage",
    "rst": "restructured",
    "docx": "word",
    "pdf": "pdf",
    "csv": "sheet",
    "json": "records",
    "apkg": "anki",
    "anki-text": "anki_text",
    "gift": "gift",
    "aiken": "aiken",
}


def read(path: str, data: bytes) -> Outline:
    """The outline of a file, read as what its content is. Raises Unreadable, which says why."""
    kind = kind_of(os.path.basename(path), data)
    if data.count(b"\n") > LINES:
        raise Unreadable(TOO_LONG)
    if kind == "text":
        outline = text.read(data)
    else:
        # Readers are imported when they are needed: a dry run of text files waits for none.
        outline = import_module(f"{__name__}.{MODULES[kind]}").read(data)
    if len(outline.lines) > LINES:
        raise Unreadable(TOO_LONG)
    return outline
