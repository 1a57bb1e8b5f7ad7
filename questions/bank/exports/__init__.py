"""The way out of the bank: a selection in any of five formats, one file a format."""

from __future__ import annotations

from collections.abc import Callable
from dataclasses import dataclass
from enum import Enum
from importlib import import_module

from questions.errors import Refusal

from .items import Bank


class Format(Enum):
    """What an export may be, by the word that an address says."""

    JSON = "json"
    MARKDOWN = "markdown"
    CSV = "csv"
    GIFT = "gift"
    ANKI = "anki"


@dataclass(frozen=True)
class Kind:
    """How a format is called, what a file of it is, and which module writes it."""

    label: str
    about: str
    suffix: str
    media_type: str
    module: str


KINDS = {
    Format.JSON: Kind(
        "JSON",
        "Everything, to put back as it was",
        "json",
        "application/json",
        "records",
    ),
    Format.MARKDOWN: Kind(
        "Markdown",
        "One document to read, edit and bring back",
        "md",
        "text/markdown; charset=utf-8",
        "markdown",
    ),
    Format.CSV: Kind(
        "CSV", "A row a question, for a spreadsheet", "csv", "text/csv; charset=utf-8", "table"
    ),
    Format.GIFT: Kind(
        "GIFT", "For a course in Moodle", "gift", "text/plain; charset=utf-8", "gift"
    ),
    Format.ANKI: Kind(
        "Anki", "A deck, one note a question", "apkg", "application/octet-stream", "anki"
    ),
}


class NothingToExport(Refusal):
    """A selection without a question in it."""

    code = "nothing_to_export"


def written(bank: Bank, form: Format) -> bytes:
    """The selection as a file. Raises NothingToExport where nothing passes the filters."""
    if not any(True for _ in bank.standing()):
        raise NothingToExport("Nothing passes these filters, so there is nothing to export.")
    # The library for Anki's packages is imported when somebody wants one.
    write: Callable[[Bank], bytes] = import_module(f"{__name__}.{KINDS[form].module}").write
    return write(bank)
