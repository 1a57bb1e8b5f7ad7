"""One event as JSON, read strictly and quickly: a phone may send many thousands after a week.

The serializers in `api` describe the same to whoever reads the document; a test keeps both alike.
"""

from __future__ import annotations

import re
from collections.abc import Callable, Mapping
from dataclasses import dataclass
from datetime import UTC, datetime
from typing import Any
from uuid import UUID

from questions.accounts.rules import zones
from questions.errors import Malformed
from questions.flashcards.rules import (
    LEAST_RETENTION,
    LONGEST,
    LONGEST_NOTE,
    MOST_MINUTES,
    MOST_NEW,
    MOST_RETENTION,
    MOST_REVIEWS,
    Flag,
    Grade,
    Kind,
)
from questions.flashcards.rules.uploads import Sent
from questions.marks.rules import Verdict

MOST_EVENTS = 500
"""Events that one call may bring."""

MOST_TICKS = 20
MOST_SECONDS = 86_400
LONGEST_ANSWER = 10_000
MOST_ITEMS = 100

Reader = Callable[[Any], Any]
MOMENT = re.compile(r"\d{4}-\d\d-\d\d[Tt]\d\d:\d\d:\d\d(\.\d+)?([Zz]|[+-]\d\d:\d\d)", re.ASCII)
ID = re.compile(r"[0-9a-fA-F]{8}(-[0-9a-fA-F]{4}){3}-[0-9a-fA-F]{12}", re.ASCII)


class NotAnEvent(Malformed):
    """What was sent is no event that anybody could have meant."""

    code = "invalid"


def id_(value: Any) -> UUID:
    if not isinstance(value, str) or not ID.fullmatch(value):
        raise ValueError("a UUID with its hyphens")
    return UUID(value)


def moment(value: Any) -> datetime:
    """A moment as RFC 3339 writes it, in UTC."""
    if not isinstance(value, str) or not MOMENT.fullmatch(value):
        raise ValueError("a time like 2026-11-10T12:00:00Z")
    try:
        return datetime.fromisoformat(value.upper()).astimezone(UTC)
    except (ValueError, OverflowError):
        raise ValueError("a time that there is") from None


def whole(least: int, most: int) -> Reader:
    def read_whole(value: Any) -> int:
        if isinstance(value, float) and value.is_integer():
            value = int(value)  # 3.0 is an integer in JSON Schema
        if isinstance(value, bool) or not isinstance(value, int) or not least <= value <= most:
            raise ValueError(f"a whole number from {least} to {most}")
        return value

    return read_whole


def grade(value: Any) -> Grade:
    return Grade(whole(1, 4)(value))


def tick(value: Any) -> tuple[UUID, Verdict]:
    if not isinstance(value, dict) or set(value) != {"key_point", "verdict"}:
        raise ValueError("a list of key_point and verdict")
    try:
        return id_(value["key_point"]), Verdict(value["verdict"])
    except ValueError:
        raise ValueError("a list of key_point and verdict: hit, partly, missed") from None


def ticks(value: Any) -> tuple[tuple[UUID, Verdict], ...]:
    """Verdicts by key point; of two for the same point the last one counts."""
    if not isinstance(value, list) or len(value) > MOST_TICKS:
        raise ValueError(f"a list of at most {MOST_TICKS} ticks")
    return tuple(dict(tick(one) for one in value).items())


@dataclass(frozen=True, slots=True)
class Form:
    """The fields that an event of one kind must have, and those that it may have."""

    must: Mapping[str, Reader]
    may: Mapping[str, Reader]


def text(most: int) -> Reader:
    def read_text(value: Any) -> str:
        if not isinstance(value, str) or len(value) > most or "\0" in value:
            raise ValueError(f"text of at most {most} letters")
        return value

    return read_text


def one_of(*words: str) -> Reader:
    def read_word(value: Any) -> str:
        if not isinstance(value, str) or value not in words:
            raise ValueError(f"one of {', '.join(word or '(empty)' for word in words)}")
        return value

    return read_word


def zone(value: Any) -> str:
    if not isinstance(value, str) or value not in zones():
        raise ValueError("a name of the tz database, like Europe/Berlin")
    return value


def number(least: float, most: float) -> Reader:
    def read_number(value: Any) -> float:
        known = isinstance(value, int | float) and not isinstance(value, bool)
        if not known or not least <= value <= most:
            raise ValueError(f"a number from {least} to {most}")
        return float(value)

    return read_number


def perhaps(reader: Reader) -> Reader:
    """What may also be null."""
    return lambda value: None if value is None else reader(value)


def words(most: int, longest: int) -> Reader:
    def read_words(value: Any) -> tuple[str, ...]:
        if not isinstance(value, list) or len(value) > most:
            raise ValueError(f"a list of at most {most}")
        return tuple(map(text(longest), value))

    return read_words


ALWAYS: Mapping[str, Reader] = {"key": id_, "at": moment}
SUBJECT: Mapping[str, Reader] = {
    "card": id_,
    "question": id_,
    "zone": zone,
    "day_start": whole(0, 23),
}
SETTINGS: Mapping[str, Reader] = {
    "new_per_day": whole(0, MOST_NEW),
    "reviews_per_day": whole(1, MOST_REVIEWS),
    "minutes_per_day": perhaps(whole(1, MOST_MINUTES)),
    "retention": number(LEAST_RETENTION, MOST_RETENTION),
    "longest": whole(1, LONGEST),
    "time_zone": zone,
    "day_start": whole(0, 23),
}
ANSWER: Mapping[str, Reader] = {
    "picked": words(26, 2),
    "order": words(26, 2),
    "text": text(LONGEST_ANSWER),
    "certainty": whole(1, 3),
}

KINDS: Mapping[str, Form] = {
    "review": Form(
        {**ALWAYS, "grade": grade},
        {**SUBJECT, "seconds": whole(0, MOST_SECONDS), "ticks": ticks},
    ),
    "undo": Form({**ALWAYS, "undoes": id_}, SUBJECT),
    "suspend": Form(ALWAYS, SUBJECT),
    "resume": Form(ALWAYS, SUBJECT),
    "bury": Form(ALWAYS, SUBJECT),
    "add": Form({**ALWAYS, "question": id_}, {}),
    "flag": Form({**ALWAYS, "card": id_, "flag": one_of(*(flag.value for flag in Flag))}, {}),
    "note": Form({**ALWAYS, "card": id_, "note": text(LONGEST_NOTE)}, {}),
    "settings": Form(ALWAYS, SETTINGS),
    "tick": Form({**ALWAYS, "where": one_of("card", "rehearsal"), "ticks": ticks}, {}),
    "answer": Form({**ALWAYS, "quiz": id_, "position": whole(1, MOST_ITEMS)}, ANSWER),
}
LOGGED = frozenset({"review", "undo", "suspend", "resume", "bury"})
"""The kinds that go into a card's log; the others are heard one by one."""


@dataclass(frozen=True, slots=True)
class Told:
    """An event that goes into no card's log, and what it says."""

    kind: str
    key: UUID
    at: datetime
    said: Mapping[str, Any]


def key_of(event: Any) -> UUID | None:
    """The key of what may be an event; None where it has none that could be."""
    try:
        return id_(event["key"])
    except (KeyError, TypeError, ValueError):
        return None


def read(event: Any) -> Sent | Told:
    """The event that was sent; raises NotAnEvent, which names the field that is wrong."""
    if not isinstance(event, dict):
        raise NotAnEvent("An event is an object.")
    name = event.get("kind")
    form = KINDS.get(name) if isinstance(name, str) else None
    if form is None:
        raise NotAnEvent(f"kind: one of {', '.join(KINDS)}.")
    found = {field: told(event, form, field) for field in event if field != "kind"}
    missing = [field for field in form.must if field not in found]
    if missing:
        raise NotAnEvent(f"{missing[0]}: a {name} has to say it.")
    if name in LOGGED:
        return Sent(kind=Kind(name), **found)
    key, at = found.pop("key"), found.pop("at")
    return Told(str(name), key, at, found)


def told(event: dict[str, Any], form: Form, field: str) -> Any:
    reader = form.must.get(field) or form.may.get(field)
    if reader is None:
        raise NotAnEvent(f"{str(field)[:40]}: there is no such field.")
    try:
        return reader(event[field])
    except ValueError as wrong:
        raise NotAnEvent(f"{field}: {wrong}.") from None
