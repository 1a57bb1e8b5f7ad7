"""The command line of ingestion without Django: its arguments, its tables and its dry run."""

from __future__ import annotations

import argparse
import json
import os
import sys
import time
from collections.abc import Iterable, Iterator, Sequence
from dataclasses import dataclass
from typing import Any, Protocol

from . import dry_run, found, readers
from .side_by_side import Readings

ABOUT = "Reads question-and-answer documents, files or folders, into the bank."
HEADS = ("questions", "articles", "skipped", "folded", "seconds")


class Stream(Protocol):
    """Where text goes: a file of Python's, or what Django wraps around one."""

    def write(self, text: str, /) -> object: ...


@dataclass(frozen=True)
class File:
    """One file to read: where it lies, and the name under which the bank knows it."""

    path: str
    name: str


@dataclass(frozen=True)
class Row:
    """One document's line of the table."""

    name: str
    questions: int
    articles: int
    skipped: int
    folded: int
    seconds: float


def add_arguments(parser: argparse.ArgumentParser) -> None:
    """What both doors of the command understand, with Django and without."""
    parser.add_argument("paths", nargs="+", metavar="PATH", help="a file, or a folder of them")
    parser.add_argument(
        "--dry-run", action="store_true", help="only say what would be read; touch no database"
    )
    parser.add_argument("--format", choices=["text", "json"], default="text")
    parser.add_argument(
        "--owner", metavar="EMAIL", help="whose documents these are; without it the house's"
    )


def files(paths: Iterable[str]) -> list[File]:
    """The files that are meant, in order; of a folder every one with an ending that we read.

    A file is named by its own name, one of a folder with the path from that folder on.
    """
    every: dict[str, File] = {}
    for path in paths:
        for each, name in _within(path) if os.path.isdir(path) else [(path, _last(path))]:
            every.setdefault(os.path.realpath(each), File(each, name))
    return _told_apart(list(every.values()))


def _within(folder: str) -> Iterator[tuple[str, str]]:
    base = os.path.dirname(os.path.abspath(folder))
    for at, folders, names in os.walk(folder):
        folders[:] = sorted(name for name in folders if not name.startswith("."))
        for name in sorted(names):
            suffix = os.path.splitext(name)[1].lower()
            if not name.startswith(".") and suffix and suffix in readers.SUFFIXES:
                path = os.path.join(at, name)
                yield path, os.path.relpath(os.path.abspath(path), base).replace(os.sep, "/")


def _last(path: str) -> str:
    return os.path.basename(os.path.normpath(path))


def _told_apart(every: list[File]) -> list[File]:
    """Files of one name get the folder they lie in before it."""
    names = [file.name for file in every]
    return [
        file
        if names.count(file.name) == 1
        else File(file.path, f"{_last(os.path.dirname(os.path.abspath(file.path)))}/{file.name}")
        for file in every
    ]


class Progress:
    """Says on a terminal which document is being read, and nothing anywhere else."""

    def __init__(self, *, wanted: bool) -> None:
        self.stream = sys.stderr
        self.wanted = wanted and self.stream.isatty()

    def tell(self, number: int, total: int, name: str) -> None:
        if self.wanted:
            self.stream.write(f"\r\x1b[K{number} of {total}  {name}")
            self.stream.flush()

    def done(self) -> None:
        if self.wanted:
            self.stream.write("\r\x1b[K")
            self.stream.flush()


def table(rows: Sequence[Row]) -> str:
    """The rows under their heads, in columns."""
    width = max([len("document"), *(len(row.name) for row in rows)])
    lines = ["document".ljust(width) + "".join(head.rjust(11) for head in HEADS)]
    for row in rows:
        counts = (row.questions, row.articles, row.skipped, row.folded, f"{row.seconds:.2f}")
        lines.append(row.name.ljust(width) + "".join(str(count).rjust(11) for count in counts))
    return "\n".join(lines)


def closing(created: int, updated: int, retired: int) -> str:
    """The last line, which says what has become of the bank."""
    return f"created {created}, updated {updated}, retired {retired}"


def reason(error: Exception) -> str:
    """Why a file could not be read, in plain words."""
    if isinstance(error, OSError):
        return error.strerror or "it cannot be opened"
    if isinstance(error, found.Unreadable):
        return str(error)
    return f"an error of ours ({type(error).__name__})"


def dry(
    paths: Iterable[str], form: str, *, out: Stream | None = None, err: Stream | None = None
) -> int:
    """Print what the files hold, and write nothing. 1 when one of them could not be read."""
    out, err = out or sys.stdout, err or sys.stderr
    documents: list[dict[str, Any]] = []
    rows: list[Row] = []
    every, failed = files(paths), 0
    progress = Progress(wanted=form == "text")
    readings = Readings([file.path for file in every], dry_run.reading)
    for number, file in enumerate(every, start=1):
        progress.tell(number, len(every), file.name)
        began = time.perf_counter()
        try:
            document = readings.of(file.path)
        except Exception as error:
            failed += 1
            progress.done()
            err.write(f"{file.path}: {reason(error)}\n")
            continue
        documents.append(document)
        asked, taught, left = (len(document[k]) for k in ("questions", "articles", "skipped"))
        rows.append(Row(file.name, asked, taught, left, 0, time.perf_counter() - began))
    progress.done()
    if form == "json":
        out.write(json.dumps({"documents": documents}, ensure_ascii=False) + "\n")
    else:
        out.write(f"{table(rows)}\n{closing(0, 0, 0)} (a dry run: nothing was written)\n")
    return 1 if failed else 0


def main(arguments: Sequence[str]) -> int:
    """The dry run from a command line; the exit status."""
    parser = argparse.ArgumentParser(prog="manage.py ingest", description=ABOUT)
    add_arguments(parser)
    given = parser.parse_args(arguments)
    return dry(given.paths, given.format)
