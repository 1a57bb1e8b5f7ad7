"""PDF with a text layer: its lines with their size, weight and place, as Markdown lines."""

from __future__ import annotations

import io
import logging
import unicodedata
from typing import Any

from questions.ingest.rules.shapes import Outline

from .pdf_lines import rendered
from .pdf_page import Line
from .repair import repair
from .unreadable import Unreadable

PAGES = 1500
TEXT = 5_000_000
"""Characters of all pages."""

WORK = 60_000
"""Drawing operations, besides one a byte of the file; honest pages need far fewer."""

OBJECTS = 200_000
CONTENT = 16 * 1024 * 1024

DAMAGED = "The PDF is damaged: its pages cannot be read."
LOCKED = "The PDF is locked with a password. Save it without one."
SCANNED = (
    "This PDF has no text layer: its pages are pictures. Run text recognition (OCR) over it and "
    "read it again."
)
TOO_LONG = f"This PDF has more than {PAGES:,} pages of text. Read it in parts."
TOO_MUCH = "The PDF draws far more than its text needs, so it is not read."
LIGATURES = {"ﬀ": "ff", "ﬁ": "fi", "ﬂ": "fl", "ﬃ": "ffi", "ﬄ": "ffl", "ﬅ": "ft", "ﬆ": "st"}
# What the encoding of Windows leaves free stands for a bullet, the last of ASCII too.
CLEAN = str.maketrans(
    {**LIGATURES, "\x7f": "•", "\xa0": " ", "\xad": "", "\0": "\ufffd", "\r": " "}
)


def read(data: bytes) -> Outline:
    """The Markdown of a document; positions are lines of that Markdown."""
    logging.getLogger("pypdf").setLevel(logging.CRITICAL)
    if data.count(b" obj") > OBJECTS:
        raise Unreadable(TOO_MUCH)
    try:
        pages, title = extracted(data)
    except Unreadable:
        raise
    except Exception:
        # pypdf says no in many ways, and to whom it says so is all the same.
        raise Unreadable(DAMAGED) from None
    if sum(len(line.text.strip()) for page in pages for line in page) < 10:
        raise Unreadable(SCANNED)
    text = unicodedata.normalize("NFC", repair("\n".join(rendered(pages))))
    return Outline(tuple(text.split("\n")), "pdf", title)


def extracted(data: bytes) -> tuple[list[list[Line]], str]:
    """The lines of every page, and the title that the document states."""
    from pypdf import PdfReader
    from pypdf._configuration import apply_configuration

    limits: dict[str, Any] = {
        "zlib_maximum_output_length": CONTENT,
        "lzw_maximum_output_length": CONTENT,
        "run_length_maximum_output_length": CONTENT,
        "brotli_maximum_output_length": CONTENT,
        "array_based_stream_maximum_output_length": CONTENT,
        "maximum_declared_stream_length": CONTENT,
        "stream_decoding_work_maximum_length": 4 * CONTENT,
        "stream_parsing_work_maximum_count": 500_000,
        "page_tree_maximum_entries": 4 * PAGES,
        "xform_maximum_invocations_per_extraction": 20_000,
    }
    with apply_configuration(**limits):
        reader = PdfReader(io.BytesIO(data), xref_stream_maximum_entries=OBJECTS)
        if reader.is_encrypted and not reader.decrypt(""):
            raise Unreadable(LOCKED)
        if len(reader.pages) > PAGES:
            raise Unreadable(TOO_LONG)
        budget = Budget(WORK + len(data))
        pages = []
        for page in reader.pages:
            gather = Gather(float(page.mediabox.width), float(page.mediabox.height), budget)
            page.extract_text(visitor_text=gather.text, visitor_operand_before=budget.count)
            pages.append(gather.finish())
            budget.check()
        stated = reader.metadata.title if reader.metadata else ""
    return pages, " ".join(str(stated or "").split())[:300]


class Budget:
    """How much a document may still draw and say."""

    def __init__(self, operations: int) -> None:
        self.operations = operations
        self.text = TEXT

    def count(self, *_: object) -> None:
        """One more operation."""
        self.operations -= 1
        if self.operations < 0:
            raise Unreadable(TOO_MUCH)

    def check(self) -> None:
        """Raise Unreadable where it is used up; within a form pypdf swallows what is raised."""
        if self.operations < 0:
            raise Unreadable(TOO_MUCH)
        if self.text < 0:
            raise Unreadable(TOO_LONG)


class Gather:
    """The pieces of a page's text, put together as lines."""

    def __init__(self, width: float, height: float, budget: Budget) -> None:
        self.sizes = (width, height)
        self.budget = budget
        self.lines: list[Line] = []
        self.line = Line(width, height)
        self.looks: dict[str, tuple[bool, bool]] = {}

    def text(self, text: str, matrix: Any, place: Any, font: Any, size: Any) -> None:
        """A piece of text with how and where it is set."""
        if not text:
            return
        self.budget.text -= len(text)
        if self.budget.text < 0:
            raise Unreadable(TOO_LONG)
        bold, mono = self._look(font)
        for number, part in enumerate(text.translate(CLEAN).split("\n")):
            if number:
                self._end()
            if part:
                where = _placed(matrix, place, size)
                self.line.add(part, *where, bold=bold, mono=mono)

    def _look(self, font: Any) -> tuple[bool, bool]:
        name = str(font.get("/BaseFont", "")) if font else ""
        if name not in self.looks:
            low = name.lower()
            bold = any(word in low for word in ("bold", "black", "heavy", "semibold", "cmbx"))
            mono = any(
                word in low for word in ("mono", "courier", "consol", "menlo", "cmtt", "code")
            )
            self.looks[name] = (bold, mono)
        return self.looks[name]

    def _end(self) -> None:
        if self.line.text.strip():
            self.lines.append(self.line)
        self.line = Line(*self.sizes)

    def finish(self) -> list[Line]:
        """All lines of the page."""
        self._end()
        return self.lines


def _placed(matrix: Any, place: Any, size: Any) -> tuple[float, float, float]:
    """Where a piece stands on its page, and how large its letters are, in points."""
    x = place[4] * matrix[0] + place[5] * matrix[2] + matrix[4]
    y = place[4] * matrix[1] + place[5] * matrix[3] + matrix[5]
    scale = abs(place[3] or place[1]) * abs(matrix[3] or matrix[1])
    return float(x), float(y), float(size) * float(scale)
