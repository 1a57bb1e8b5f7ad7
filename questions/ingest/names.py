"""Under which name a document is known, and which known document a file is."""

from __future__ import annotations

import re
from collections.abc import Sequence
from dataclasses import dataclass
from uuid import UUID

LONGEST = 255
LONGEST_OF_TEXT = 60
_CONTROLS = re.compile(r"[\x00-\x1f\x7f-\x9f\u200b-\u200f\u202a-\u202e\u2066-\u2069\ud800-\udfff]")


@dataclass(frozen=True)
class Known:
    """A document that the owner has."""

    id: UUID
    name: str
    sha256: str


def tidy(name: str) -> str:
    """A name as somebody's computer sent it, as one that can be kept and shown: the last part of
    its path, without control characters, at most 255 letters; its ending stays.
    """
    last = _CONTROLS.sub("", name.replace("\\", "/").rstrip("/").rpartition("/")[2]).strip()
    if last in {"", ".", ".."}:
        return "document"
    if len(last) <= LONGEST:
        return last
    stem, dot, ending = last.rpartition(".")
    ending = dot + ending if stem and len(ending) <= 10 else ""
    return last[: LONGEST - len(ending)] + ending


def of_text(text: str, called: str = "") -> str:
    """The name of a text that came without a file: what it is called, or how it begins."""
    begins = next((line for line in text.splitlines() if any(map(str.isalnum, line))), "")
    begins = re.sub(r"^\W*(?:Q?\d+\W+)?(?=.*\w)", "", begins)
    words = re.sub(r"[\W_]+", " ", called or begins).strip()
    return tidy(f"{words[:LONGEST_OF_TEXT].strip()}.md") if words else "text.md"


def told_apart(every: Sequence[str]) -> list[str]:
    """The names in order; one that came before gets a number before its ending."""
    taken: list[str] = []
    for name in every:
        stem, dot, ending = name.rpartition(".") if "." in name.strip(".") else (name, "", "")
        number, free = 2, name
        while free in taken:
            mark = f" ({number})"
            free = f"{stem[: LONGEST - len(mark + dot + ending)]}{mark}{dot}{ending}"
            number += 1
        taken.append(free)
    return taken


def same(name: str, sha256: str, known: Sequence[Known], others: frozenset[str]) -> Known | None:
    """The known document that this file is: by name, by content, by the end of its path, or none.

    `others` are the names of the files read together with this one; a document that is one of
    those is not taken for this file, however alike the two are.
    """
    for one in known:
        if one.name == name:
            return one
    free = [one for one in known if one.name not in others]
    for one in free:
        if one.sha256 == sha256:
            return one
    near = [one for one in free if _ends(one.name, name) or _ends(name, one.name)]
    return near[0] if len(near) == 1 else None


def _ends(path: str, end: str) -> bool:
    return path.endswith("/" + end)
