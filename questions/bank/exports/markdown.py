"""Markdown in the grammar of the house, which reads back as the same questions."""

from __future__ import annotations

import re
from collections.abc import Iterator

from . import told
from .items import Bank, Item

_FENCE = re.compile(r" {0,3}(`{3,}|~{3,})")
_HEADING = re.compile(r" {0,3}#{1,6}(?=\s)")
_BLOCK = re.compile(r"\s*(?:$|```|~~~|[-*+>|]\s|\d+[.)]\s|!\[| {4}|\t)")
TITLE = "Questions"


def write(bank: Bank) -> bytes:
    """One document: each question a second-level heading with level, options and answer."""
    parts = [f"---\ntitle: {TITLE}\n---\n# {TITLE}\n"]
    items = list(bank.standing())
    # Where a prompt goes on below its heading, a label tells where the answer begins; a document
    # that labels its answers labels all of them.
    labelled = any(split(item.prompt)[1] for item in items)
    parts += ["\n".join(_question(bank, item, labelled)) for item in items]
    return "\n".join(parts).encode("utf-8", "replace")


def _question(bank: Bank, item: Item, labelled: bool) -> Iterator[str]:
    heading, more = split(item.prompt)
    yield f"## {heading}"
    topics = ", ".join(topic.name.replace(",", " ") for topic in bank.topics_of(item))
    yield f"*Difficulty: {item.difficulty}{f' · Topics: {topics}' if topics else ''}*"
    if more:
        yield more
    yield ""
    for one in item.choices:
        yield f"- [{'x' if one.correct else ' '}] {_indented(one.text)}"
        if one.why:
            yield f"  {_indented(one.why)}"
    if item.choices:
        yield ""
    answer = told.answer(bank, item)
    if labelled and answer and not item.choices:
        yield "**Answer:**\n"
    if answer:
        yield without_headings(answer)
        yield ""


def split(prompt: str) -> tuple[str, str]:
    """The prompt's first paragraph on one line, and what else belongs to it, such as code."""
    lines = prompt.strip("\n").split("\n")
    end = next((at for at, line in enumerate(lines) if at and _BLOCK.match(line)), len(lines))
    heading = " ".join(line.strip() for line in lines[:end])
    return heading, without_headings("\n".join(lines[end:]))


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
            words = line[mark.end() :].strip().rstrip("#").strip()
            if mark[0].count("#") < 3 or words.endswith("?"):
                line = f"**{words.strip('*')}**" if words else ""
        lines.append(line)
    return "\n".join(lines)
