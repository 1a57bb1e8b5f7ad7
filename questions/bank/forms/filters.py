"""What a browser may ask of the bank's list, and the address that asks for it."""

from __future__ import annotations

from collections.abc import Callable, Iterable
from typing import TypeVar
from urllib.parse import urlencode
from uuid import UUID

from django.http import QueryDict

from questions.bank.rules.difficulty import Difficulty
from questions.bank.rules.states import Kind
from questions.bank.rules.terms import LONGEST_QUERY
from questions.bank.rules.wanted import Wanted

T = TypeVar("T")
MOST = 20
"""Values of one filter; nobody chooses more by hand."""


def wanted(data: QueryDict) -> Wanted:
    """What an address asks for; whatever it says that means nothing is passed over."""
    return Wanted(
        text=data.get("q", "").replace("\x00", "").strip()[:LONGEST_QUERY],
        topics=_known(_slug, data.getlist("topic")),
        levels=_known(Difficulty, data.getlist("difficulty")),
        kinds=_known(Kind, data.getlist("kind")),
        documents=_known(UUID, data.getlist("document")),
        mine=data.get("mine") == "1",
    )


def _slug(value: str) -> str:
    if not value or "\x00" in value or len(value) > 80:
        raise ValueError(value)
    return value


def _known(kind: Callable[[str], T], values: Iterable[str]) -> tuple[T, ...]:
    found: list[T] = []
    for value in list(values)[:MOST]:
        try:
            found.append(kind(value))
        except ValueError:
            continue
    return tuple(dict.fromkeys(found))


def fields(wanted: Wanted) -> list[tuple[str, str]]:
    """The filters as names and values of a form; the text is what the form itself asks for."""
    return [
        *(("topic", slug) for slug in wanted.topics),
        *(("difficulty", level.value) for level in wanted.levels),
        *(("kind", kind.value) for kind in wanted.kinds),
        *(("document", str(document)) for document in wanted.documents),
        *([("mine", "1")] if wanted.mine else []),
    ]


def query(wanted: Wanted) -> str:
    """The query string that asks for this, with its question mark."""
    text = [("q", wanted.text)] if wanted.text else []
    return "?" + urlencode(text + fields(wanted))
