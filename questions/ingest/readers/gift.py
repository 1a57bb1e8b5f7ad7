"""Moodle's GIFT: prompts with their answers in braces behind them."""

from __future__ import annotations

import re
from collections.abc import Iterator, Sequence
from dataclasses import dataclass

from questions.ingest.rules.shapes import Choice, Entry, Outline

from . import fields
from .text import lines_of
from .unreadable import Unreadable

TITLE = re.compile(r"\s*::((?:\\.|[^:\\]|:(?!:)){0,500})::\s*", re.DOTALL)
FORM = re.compile(r"\s*\[(html|markdown|moodle|plain|marked)\]\s*", re.IGNORECASE)
CATEGORY = re.compile(r"\s*\$CATEGORY:\s*(.*)$")
ESCAPED = re.compile(r"\\([~=#{}:n\\\"\[\]])")
ITEM = re.compile(r"(?<!\\)(?:\\\\)*([=~])")
WEIGHT = re.compile(r"\s*%(-?\d{1,3}(?:\.\d{1,5})?)%")
REMARK = re.compile(r"(?<!\\)#")
ALL = re.compile(r"(?<!\\)####")
TRUE = re.compile(r"\s*(T|TRUE|F|FALSE)\s*(?:#|$)", re.IGNORECASE)
PAIRED = re.compile(r"\s*->\s*")
TAG = re.compile(r"\[tag:([^\[\]\n]{1,80})\]")
LEVEL = "difficulty-"
BRACE = re.compile(r"(?<!\\)[{}]")
OPENS = re.compile(r"\s*(?:[=~#}]|%-?\d|T\b|F\b|TRUE\b|FALSE\b|$)", re.IGNORECASE)
GAP = "_____"
LONGEST = 200_000
"""Characters of one question."""

EMPTY = "No question of this GIFT file could be read."


@dataclass(slots=True)
class Block:
    """Lines between blank ones, the blank ones in braces left in."""

    text: str
    first: int
    last: int
    tags: tuple[str, ...] = ()


def is_gift(lines: Sequence[str]) -> bool:
    """Whether hardly anything but such questions stands in the text."""
    every = [block for block in blocks(lines[:3000]) if not CATEGORY.match(block.text)]
    good = 0
    for block in every:
        braces = BRACE.search(block.text)
        good += braces is not None and bool(OPENS.match(block.text[braces.end() :][:200]))
    marked = any("=" in block.text or "~" in block.text for block in every)
    return bool(every) and good >= 0.8 * len(every) and marked


def read(data: bytes) -> Outline:
    """Every question with its place in the file. Raises Unreadable where there is none."""
    lines = lines_of(data)
    entries: list[Entry] = []
    section = ""
    for block in blocks(lines):
        if category := CATEGORY.match(block.text):
            section = category[1].rpartition("/")[2].strip()
            continue
        entry = question(block, section)
        if entry is not None:
            entries.append(entry)
    if not entries:
        raise Unreadable(EMPTY)
    return Outline(tuple(lines), "gift", entries=tuple(entries))


def blocks(lines: Sequence[str]) -> Iterator[Block]:
    """The stretches of text, comments left out; one that never closes its brace ends as well."""
    taken: list[str] = []
    tags: tuple[str, ...] = ()
    first, depth = 0, 0
    for number, line in enumerate(lines, 1):
        if line.lstrip().startswith("//"):
            tags += tuple(TAG.findall(line))
            continue
        if CATEGORY.match(line):
            if taken:
                yield Block("\n".join(taken), first, number - 1)
            yield Block(line, number, number)
            taken, depth = [], 0
            continue
        fresh = depth <= 0 and line.lstrip().startswith("::") and any("}" in one for one in taken)
        if fresh:
            yield Block("\n".join(taken), first, number - 1)
            taken, depth = [], 0
        if not line.strip() and (depth <= 0 or len(taken) > 400):
            if taken:
                yield Block("\n".join(taken), first, number - 1, tags)
                tags = ()
            taken, depth = [], 0
            continue
        if line.strip() or taken:
            first = first if taken else number
            taken.append(line)
            depth += sum(1 if brace[0] == "{" else -1 for brace in BRACE.finditer(line))
    if taken:
        yield Block("\n".join(taken), first, len(lines), tags)


def question(block: Block, section: str) -> Entry | None:
    """One block as a question; None for a mere description, and for what is longer than any."""
    if len(block.text) > LONGEST:
        return None
    text, html = block.text.rstrip(), False
    if match := TITLE.match(text):
        text = text[match.end() :]
    if match := FORM.match(text):
        html = match[1].lower() == "html"
        text = text[match.end() :]
    opens = BRACE.search(text)
    if opens is None or opens[0] != "{":
        return None
    closes = next((b for b in BRACE.finditer(text, opens.end()) if b[0] == "}"), None)
    inside = text[opens.end() : closes.start() if closes else len(text)]
    before, after = text[: opens.start()], text[closes.end() :] if closes else ""
    prompt = f"{before.rstrip()} {GAP}{after}" if after.strip() else before
    body, *said = ALL.split(inside, maxsplit=1)
    remark = plain(said[0], html) if said else ""
    options, answer = _answers(body.strip(), html)
    return Entry(
        prompt=plain(prompt, html),
        answer="\n\n".join(part for part in (answer, remark) if part),
        options=tuple(options),
        line=block.first,
        end_line=block.last - _trailing(block),
        section=section or None,
        difficulty=next((t[len(LEVEL) :] for t in block.tags if t.startswith(LEVEL)), None),
        topics=tuple(tag for tag in block.tags if not tag.startswith(LEVEL)),
    )


def _trailing(block: Block) -> int:
    return len(block.text) - len(block.text.rstrip("\n"))


def _answers(body: str, html: bool) -> tuple[list[Choice], str]:
    """Options, or the answer of a question without any."""
    if not body:
        return [], ""
    if truth := TRUE.match(body):
        return _true_or_false(truth[1][0].upper() == "T", body, html)
    if body.startswith("#"):
        return [], _numbers(body[1:].strip(), html)
    items = list(_items(body))
    if any(sign == "~" for sign, _ in items):
        return [_choice(sign, said, html) for sign, said in items], ""
    texts = [WEIGHT.sub("", REMARK.split(said, maxsplit=1)[0], count=1) for _, said in items]
    if texts and all("->" in text for text in texts):
        pairs = [PAIRED.split(text, maxsplit=1) for text in texts]
        return [], "\n".join(f"- {plain(a, html)} → {plain(b, html)}" for a, b in pairs)
    if len(texts) == 1:
        remarks = REMARK.split(items[0][1], maxsplit=1)[1:]
        return [], "\n\n".join(plain(part, html) for part in [texts[0], *remarks])
    return [], "\n".join(f"- {plain(text, html)}" for text in texts)


def _items(body: str) -> Iterator[tuple[str, str]]:
    """What stands behind each sign, the sign first."""
    signs = list(ITEM.finditer(body))
    if not signs:
        return
    stops = [*(sign.start(1) for sign in signs[1:]), len(body)]
    for sign, stop in zip(signs, stops, strict=True):
        if said := body[sign.end() : stop].strip():
            yield sign[1], said


def _choice(sign: str, said: str, html: bool) -> Choice:
    """One option: right behind an equals sign, or where it counts for something."""
    text, *why = REMARK.split(said, maxsplit=1)
    weight = WEIGHT.match(text)
    if weight:
        text = text[weight.end() :]
    right = float(weight[1]) > 0 if weight else sign == "="
    return Choice(plain(text, html), right, plain(why[0], html) if why else "")


def _true_or_false(truth: bool, body: str, html: bool) -> tuple[list[Choice], str]:
    """The two options, and what is said about a wrong and then about a right answer."""
    remarks = [plain(part, html) for part in REMARK.split(body)[1:3]]
    return [Choice("True", truth), Choice("False", not truth)], "\n\n".join(filter(None, remarks))


def _numbers(body: str, html: bool) -> str:
    """A number, with how far one may be off."""
    items = [said for _, said in _items(body)] or [body]
    said = []
    for item in items:
        text, *why = REMARK.split(item, maxsplit=1)
        text = WEIGHT.sub("", text, count=1).strip()
        value, _, off = text.partition(":")
        low, dots, high = text.partition("..")
        near = f"{value} ± {off}" if off.strip("0. ") else value or text
        shown = f"{low} to {high}" if dots else near
        said.append(" ".join([shown, *(plain(part, html) for part in why)]))
    return "\n".join(said)


def plain(text: str, html: bool) -> str:
    """A text without the escapes of the format."""
    text = ESCAPED.sub(lambda found: "\n" if found[1] == "n" else found[1], text.strip())
    if html:
        from . import webpage

        return webpage.markdown(text)
    return fields.markdown(text)
