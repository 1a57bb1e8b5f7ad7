"""One note of Anki's as a question: its front asks, the rest answers."""

from __future__ import annotations

import re
from dataclasses import dataclass

from questions.ingest.rules.shapes import Choice, Entry

from . import fields
from .fields import Parts

CLOZE = re.compile(
    r"\{\{c(\d{1,3})::((?:[^{}]|\{(?!\{)|\}(?!\})){0,2000}?)(?:::([^{}]{0,200}))?\}\}"
)
SOUND = re.compile(r"\[sound:([^\[\]\n]{1,200})\]")
HTML = re.compile(r"<[A-Za-z/!]")
OWN = frozenset({"leech", "marked"})


@dataclass(frozen=True, slots=True)
class Note:
    """The fields of a note in order, their names as far as they are known, its tags and deck."""

    fields: tuple[str, ...]
    names: tuple[str, ...] = ()
    tags: tuple[str, ...] = ()
    deck: str = ""


def entry(note: Note, line: int, end_line: int, *, html: bool = True) -> Entry | None:
    """A note as a question; None where its front is empty."""
    values = [text(field, html=html) for field in note.fields]
    if not any(values):
        return None
    parts = Parts(section=note.deck.replace("\x1f", "::").rpartition("::")[2].strip())
    if parts.section.lower() == "default":
        parts.section = ""
    clozed = next((at for at, value in enumerate(values) if CLOZE.search(value)), -1)
    if clozed >= 0:
        _clozed(parts, values, clozed)
    else:
        _split(parts, values, note.names)
    if not parts.prompt.strip():
        return None
    for tag in note.tags:
        _tagged(parts, tag)
    return parts.entry(line, end_line)


def text(field: str, *, html: bool) -> str:
    """A field as Markdown; sounds are named, not played."""
    field = SOUND.sub(r"(sound: \1)", field)
    if html and (HTML.search(field) or "&" in field):
        from . import webpage

        return webpage.markdown(field)
    return fields.markdown(field)


def _split(parts: Parts, values: list[str], names: tuple[str, ...]) -> None:
    """Front and back by the names of the fields; else the first asks and the next answers."""
    roles = [fields.role(names[at]) if at < len(names) else "" for at in range(len(values))]
    options = [fields.option(names[at]) if at < len(names) else -1 for at in range(len(values))]
    asked = roles.index("prompt") if "prompt" in roles else 0
    parts.prompt = values[asked]
    rest: list[str] = []
    chosen: list[tuple[int, str]] = []
    for at, value in enumerate(values):
        if at == asked or not value:
            continue
        if options[at] >= 0 and roles[at] not in {"answer"}:
            chosen.append((options[at], value))
        elif roles[at] == "key":
            parts.key = value
        elif roles[at] == "difficulty":
            parts.difficulty = value
        elif roles[at] in {"topics", "section"}:
            parts.topics.append(value)
        elif not parts.answer and roles[at] in {"answer", ""}:
            parts.answer = value
        else:
            rest.append(value)
    if len(chosen) >= 2:
        parts.options = [Choice(value, False) for _, value in sorted(chosen)]
        if not parts.key:
            parts.key, parts.answer = parts.answer, ""
    else:
        rest = [value for _, value in chosen] + rest
        parts.answer = parts.answer or parts.key
    parts.more = rest


def _clozed(parts: Parts, values: list[str], at: int) -> None:
    """A text with gaps: the gaps ask, the words in them answer."""
    said = values[at]
    parts.prompt = CLOZE.sub(lambda gap: f"[{gap[3] or '…'}]", said)
    words = list(dict.fromkeys(gap[2].strip() for gap in CLOZE.finditer(said)))
    parts.answer = words[0] if len(words) == 1 else "\n".join(f"- {word}" for word in words)
    parts.more = [value for place, value in enumerate(values) if place != at and value]


def _tagged(parts: Parts, tag: str) -> None:
    """A tag as a level where it names one, else as a topic."""
    name = tag.rpartition("::")[2]
    if fields.role(tag.partition("::")[0]) == "difficulty" or name.lower() in LEVELS:
        parts.difficulty = parts.difficulty or name.lower()
    elif name and name.lower() not in OWN:
        parts.topics.append(" ".join(name.replace("_", " ").split()))


LEVELS = frozenset(["easy", "medium", "hard", "beginner", "intermediate", "advanced"])
