"""JSON: every row that a selection stands on, so that it can be put back as it was."""

from __future__ import annotations

import json
from dataclasses import fields
from datetime import datetime
from types import UnionType
from typing import Any, TypeVar, get_args, get_origin, get_type_hints
from uuid import UUID

from questions.errors import Malformed

from .items import Answer, Bank, Choice, Document, Edit, Item, Point, Revision, Topic

FORMAT = "rehearsal bank"
VERSION = 1
T = TypeVar("T")
_DERIVED = {"html", "prompt_html", "why_html"}
"""Rendered again when it is read: HTML from a file is nothing to trust."""


class NotOurs(Malformed):
    """A file that is no export of a bank."""

    code = "not_an_export"


def write(bank: Bank) -> bytes:
    """The selection as one JSON object."""
    whole = {
        "format": FORMAT,
        "version": VERSION,
        "cut": bank.cut,
        "documents": [_row(document) for document in bank.documents],
        "topics": [_row(topic) for topic in bank.topics],
        "questions": [_question(bank, item) for item in bank.items],
    }
    return json.dumps(whole, ensure_ascii=False, indent=1).encode("utf-8", "backslashreplace")


def _question(bank: Bank, item: Item) -> dict[str, Any]:
    row = _row(item)
    row["topics"] = [topic.name for topic in bank.topics_of(item)]
    row["topic_ids"] = [str(pk) for pk in item.topics]
    row["key_points"] = [_row(point) for point in item.points]
    row["choices"] = [_row(choice) for choice in item.choices]
    row["answers"] = [_row(answer) for answer in item.answers]
    row["history"] = [_row(revision) for revision in item.revisions]
    row["edits"] = [_row(edit) for edit in item.edits]
    return row


def _row(value: Any) -> dict[str, Any]:
    """The plain fields of a value, as JSON has them."""
    names = [field.name for field in fields(value) if field.name not in _DERIVED]
    found = {name: getattr(value, name) for name in names}
    return {name: _told(one) for name, one in found.items() if not isinstance(one, tuple)}


def _told(value: Any) -> Any:
    match value:
        case UUID():
            return str(value)
        case datetime():
            return value.isoformat()
    return value


def read(data: bytes) -> Bank:
    """The selection that `write` wrote; its HTML is empty. Raises NotOurs, which says why."""
    try:
        whole = json.loads(data)
    except (ValueError, RecursionError):
        raise NotOurs("This is no JSON.") from None
    if not isinstance(whole, dict) or whole.get("format") != FORMAT:
        raise NotOurs("This JSON is no export of a bank.")
    if whole.get("version") != VERSION:
        raise NotOurs("This export was written by another version of this site.")
    try:
        return Bank(
            [_item(row) for row in whole["questions"]],
            [_value(Document, row) for row in whole["documents"]],
            [_value(Topic, row) for row in whole["topics"]],
            bool(whole["cut"]),
        )
    except (KeyError, TypeError, ValueError, AttributeError) as error:
        raise NotOurs(f"This export is damaged: {error}.") from None


def _item(row: dict[str, Any]) -> Item:
    return _value(
        Item,
        row
        | {
            "topics": tuple(UUID(pk) for pk in row["topic_ids"]),
            "points": tuple(_value(Point, one) for one in row["key_points"]),
            "choices": tuple(_value(Choice, one) for one in row["choices"]),
            "answers": tuple(_value(Answer, one) for one in row["answers"]),
            "revisions": tuple(_value(Revision, one) for one in row["history"]),
            "edits": tuple(_value(Edit, one) for one in row["edits"]),
        },
    )


def _value(kind: type[T], row: dict[str, Any]) -> T:
    """A value from its row; TypeError or ValueError where a field is not what it should be."""
    hints = get_type_hints(kind)
    given = {
        name: "" if name in _DERIVED else _read(hint, row[name], name)
        for name, hint in hints.items()
    }
    return kind(**given)


def _read(hint: Any, value: Any, name: str) -> Any:
    if get_origin(hint) is UnionType:
        if value is None:
            return None
        hint = next(one for one in get_args(hint) if one is not type(None))
    if get_origin(hint) is tuple:
        return value
    hint = get_origin(hint) or hint
    if hint is UUID:
        return UUID(value)
    if hint is datetime:
        at = datetime.fromisoformat(value)
        if at.tzinfo is None:
            raise ValueError(f"{name} has no time zone")
        return at
    if type(value) is not hint:
        raise TypeError(f"{name} is not of its kind")
    return value
