"""JSON: the questions among its records, whatever their keys are called."""

from __future__ import annotations

import json
import re
from collections.abc import Iterable, Iterator
from typing import Any

from questions.ingest.rules.shapes import Entry, Outline
from questions.ingest.rules.words import asks, words_of

from . import fields
from .fields import Parts
from .record_parts import (
    Record,
    choices,
    counted,
    key_text,
    lettered,
    offering,
    optional,
    plain,
    settle,
    text_of,
    texts_of,
)
from .text import lines_of
from .unreadable import Unreadable

CONTAINERS = 200_000
DEEPEST = 40
UNSURE = 8
"""Keys without a nought among them, from which it is plain that they count from one."""

MISSES = 20
"""Texts that may be searched for in vain, because they are written with escapes of their own."""

TOKEN = re.compile(r'"[^"\\]*(?:\\.[^"\\]*)*"|[{}]', re.DOTALL)

DAMAGED = "This is no proper JSON: line {} cannot be read."
TOO_MANY = "This JSON has too many parts. Read it in several files."
NESTED = "The parts of this JSON lie too deep within each other."
NOTHING = (
    "No record of this JSON holds a question. Call its parts “question” and “answer”, and read it "
    "again."
)


def read(data: bytes) -> Outline:
    """The questions of a document. Raises Unreadable for no JSON, and for one without questions."""
    lines = lines_of(data)
    text = "\n".join(lines)
    if text.count("{") + text.count("[") > CONTAINERS:
        raise Unreadable(TOO_MANY)
    entries = tuple(Finder(text).entries(parsed(text, lines)))
    if not entries:
        raise Unreadable(NOTHING)
    return Outline(tuple(lines), "json", entries=entries)


def parsed(text: str, lines: list[str]) -> Any:
    """The value of a text, or of its lines where each is a value of its own."""
    count = 0

    def numbered(pairs: list[tuple[str, Any]]) -> Record:
        nonlocal count
        record = Record(pairs)
        record.number, count = count, count + 1
        return record

    try:
        return json.loads(text, object_pairs_hook=numbered)
    except json.JSONDecodeError as error:
        line = error.lineno
    except RecursionError:
        raise Unreadable(NESTED) from None
    except ValueError:
        raise Unreadable(DAMAGED.format("with its numbers")) from None
    count = 0
    try:
        every = [json.loads(one, object_pairs_hook=numbered) for one in lines if one.strip()]
    except (ValueError, RecursionError):
        raise Unreadable(DAMAGED.format(line)) from None
    return every


def places(text: str) -> list[tuple[int, int]]:
    """The first and last line of every object, in the order in which they end."""
    found: list[tuple[int, int]] = []
    opened: list[int] = []
    line, counted = 1, 0
    for match in TOKEN.finditer(text):
        sign = match[0][0]
        if sign == '"':
            continue
        line += text.count("\n", counted, match.start())
        counted = match.start()
        if sign == "{":
            opened.append(line)
        elif opened:
            found.append((opened.pop(), line))
    return found


class Finder:
    """Walks over a value, and hands out what asks."""

    def __init__(self, text: str) -> None:
        self.text = text
        self.places = places(text)
        self.at = self.misses = 0
        self.line = 1
        self.zero = False

    def place(self, value: Any) -> tuple[int, int]:
        """Where an object stands in the file."""
        if isinstance(value, Record) and value.number < len(self.places):
            return self.places[value.number]
        return (1, 1)

    def entries(self, value: Any, section: str = "", depth: int = 0) -> Iterator[Entry]:
        """Every question of a value, in order."""
        if depth > DEEPEST:
            return
        if isinstance(value, list):
            yield from self._listed(value, section, depth)
        elif isinstance(value, Record):
            names = {fields.role(name): name for name in reversed(value)}
            if "prompt" not in names and (titled := offering(value)):
                names["prompt"] = titled
            if "prompt" in names and text_of(value[names["prompt"]]):
                entry = self.entry(value, section)
                if entry is not None:
                    yield entry
                    return
            yield from self._keyed(value, section, depth)

    def _listed(self, value: list[Any], section: str, depth: int) -> Iterator[Entry]:
        zero = _from_zero(one for one in value if isinstance(one, Record))
        for one in value:
            if isinstance(one, Record):
                self.zero = zero
                yield from self.entries(one, section, depth + 1)
            elif isinstance(one, list):
                if len(one) == 2 and all(isinstance(part, str) for part in one) and asks(one[0]):
                    yield self._told(one[0], one[1], section)
                else:
                    yield from self.entries(one, section, depth + 1)

    def _keyed(self, value: Record, section: str, depth: int) -> Iterator[Entry]:
        """An object without a question of its own: parts of a document, or prompt by answer."""
        told = [(name, one) for name, one in value.items() if isinstance(one, str)]
        asking = sum(asks(name[:300]) >= 0.8 for name, _ in told)
        if told and asking >= 0.6 * len(value) and asking:
            for name, answer in told:
                yield self._told(name, answer, section)
            return
        heads = (name for name in value if fields.role(name) in HEADS or name.lower() in TITLES)
        own = next((said for name in heads if (said := text_of(value[name]))), "")
        for name, one in value.items():
            if isinstance(one, list | Record):
                plain = fields.role(name) or fields.squeezed(name) in WRAPPERS or _asks(one)
                yield from self.entries(one, own or (section if plain else name), depth + 1)

    def _told(self, asked: str, answer: str, section: str) -> Entry:
        """A question and its answer that are two texts in a row; found again in the file."""
        first = self.line_of(asked)
        last = max(first, self.line_of(answer))
        return Parts(fields.markdown(asked), fields.markdown(answer), section=section).entry(
            first, last
        )

    def line_of(self, said: str) -> int:
        """The line of the file on which a text stands, from the last one on."""
        for ascii_only in (False, True):
            if self.misses > MISSES:
                break
            at = self.text.find(json.dumps(said, ensure_ascii=ascii_only), self.at)
            if at >= 0:
                self.line += self.text.count("\n", self.at, at)
                self.at = at
                break
            self.misses += 1
        return self.line

    def entry(self, record: Record, section: str) -> Entry | None:
        """One record as a question; None where nothing is asked."""
        parts = Parts(section=section)
        wrong: list[str] = []
        letters = lettered(parts, record)
        for name, value in record.items():
            match "" if name in letters else fields.role(name):
                case "wrong":
                    wrong += texts_of(value)
                case "options":
                    parts.options = choices(value)
                case "answer" | "key" if isinstance(value, list | Record) and optional(value):
                    parts.options = choices(value)
                case "answer":
                    parts.answer = parts.answer or fields.markdown(key_text(value))
                case "key":
                    parts.key = fields.markdown(key_text(value))
                case role:
                    plain(parts, role, value)
        if not parts.prompt and (titled := offering(record)):
            parts.prompt = fields.markdown(text_of(record[titled]))
        if not parts.options and parts.key:
            told = next((one for n, one in record.items() if fields.role(n) == "answer"), None)
            parts.options = choices(told) if isinstance(told, list) else []
            parts.answer = "" if parts.options else parts.answer
        if not parts.prompt.strip():
            return None
        settle(parts, wrong, record, self.zero)
        return parts.entry(*self.place(record))


HEADS = frozenset({"section", "topics"})
TITLES = frozenset({"title", "name", "heading"})
WRAPPERS = words_of(
    """
    data results items documents records entries cards list content sections chapters groups decks
    modules units quiz quizzes
    """
)


def _asks(value: Any) -> bool:
    """Whether a value is one question itself."""
    return isinstance(value, Record) and any(fields.role(name) == "prompt" for name in value)


def _from_zero(records: Iterable[Record]) -> bool:
    """Whether keys that are figures count from nought: where a nought is among them, or, as
    programs count, where they are whole numbers that never reach the number of options.
    """
    found = False
    keys: list[tuple[int, int]] = []
    for record in records:
        if place := counted(record):
            keys.append(place)
        for name, value in record.items():
            if fields.role(name) in {"key", "answer"} and isinstance(value, int | str):
                key = key_text(value)
                found |= key == "0" or ("index" in name.lower() and key.isdigit())
    few = 0 < len(keys) < UNSURE
    return found or (few and all(0 <= key < options for key, options in keys))
