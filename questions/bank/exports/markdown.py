"""Markdown in the grammar of the house, which reads back as the same questions."""

from __future__ import annotations

import re
from collections.abc import Iterator

from . import told
from .items import Bank, Item

_FENCE = re.compile(r" {0,3}(`{3,}|~{3,})")
_HEADING = re.compile(r" {0,3}#{1,6}(?=\s)")
TITLE = "Questions"


def write(bank: Bank) -> bytes:
    """One document: each question a second-level heading with level, options and answer."""
    parts = [f"---\ntitle: {TITLE}\n---\n# {TITLE}\n"]
    parts += ["\n".join(_question(bank, item)) for item in bank.standing()]
    return "\n".join(parts).encode("utf-8", "replace")


def _question(bank: Bank, item: Item) -> Iterator[str]:
    first, *more = item.prompt.strip("\n").split("\n")
    yield f"## {first.strip()}"
    topics = ", ".join(topic.name.replace(",", " ") for topic in bank.topics_of(item))
    yield f"*Difficulty: {item.difficulty}{f' · Topics: {topics}' if topics else ''}*"
    yield ""
    if more:
        yield from more
        yield ""
    for one in item.choices:
        yield f"- [{'x' if one.correct else ' '}] {_indented(one.text)}"
        if one.why:
            yield f"  {_indented(one.why)}"
    if item.choices:
        yield ""
    answer = told.answer(bank, item)
    if answer:
        yield without_headings(answer)
        yield ""


def _indented(text: str) -> str:
    return text.strip().replace("\n", "\n  ")


def without_headings(text: str) -> str:
    """The text with its headings in bold, for in this grammar a heading is a question."""
    lines, fence = [], ""
    for line in text.split("\n"):
        opens = _FENCE.match(line)
        if opens and (not fence or line.strip().startswith(fence)):
            fence = "" if fence else opens[1]
        elif not fence and (mark := _HEADING.match(line)):
            words = line[mark.end() :].strip().rstrip("#").strip().strip("*")
            line = f"**{words}**" if words else ""
        lines.append(line)
    return "\n".join(lines)
