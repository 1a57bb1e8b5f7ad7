"""One question put into words: its prompt with context, its options, its answer."""

from __future__ import annotations

import re
from bisect import bisect_left

from . import choices
from .rows import Row
from .shapes import Question
from .spans import Span
from .styles import LIKE
from .words import EMOJI, LEVELS, META_LABELS, QUOTED, WORD, asks

TRAIL = re.compile(rf"(?:[\s{EMOJI}]|\*{{3}})+$")
SIGNS = re.compile(rf"[{EMOJI}]+\s*$")
LEVEL = re.compile(r"\s*[(\[]\s*([^\W\d_]{3,14})\s*[)\]]\s*$")
PAIR = re.compile(r"^\s*([^\W\d_]+)\s*[:：]\s*(.+?)\s*$")
WHOLE_LINK = re.compile(r"^\[([^\[\]]+)\]\([^()\s]*\)$")


def legend(rows: list[Row], prompts: list[Row]) -> dict[str, str]:
    """What the signs at the ends of prompts mean, where a line of the document explains them."""
    signs = {_sign(row.core) for row in prompts} - {""}
    if len(signs) < 2:
        return {}
    for row in rows:
        if row.kind == "text" and sum(sign in row.text for sign in signs) >= 2:
            meanings = {}
            for sign in signs:
                after = row.text.partition(sign)[2]
                word = re.match(r"[\s\u200d\ufe0f:=-]*([^\W\d_]+)", after)
                if word:
                    meanings[sign] = word[1].lower()
            if len(meanings) >= 2:
                return meanings
    return {}


def _sign(core: str) -> str:
    match = SIGNS.search(core)
    return match[0].strip().strip("\ufe0f\u200d") if match else ""


def section(rows: list[Row], headings: list[int], span: Span) -> str | None:
    """The heading over a question, as far as the document's order of headings tells."""
    if span.style.name == "ruled":
        return None
    level = span.style.level or 7
    for at in reversed(headings[: bisect_left(headings, span.item.at)]):
        if rows[at].level < level:
            return clean(rows[at].core)
    return None


def question(
    rows: list[Row], span: Span, shape: str, heading: str | None, levels: dict[str, str]
) -> Question:
    """The question that stands in a stretch of rows."""
    start, found = _options(rows, span, shape)
    body = _prompt_end(rows, span, start)
    prompt, level = _prompt(rows, span, body, levels)
    body, stated, topics = _stated(rows, body, span.stop)
    taken = {at for option in found for at in range(option.start, option.stop)}
    settled = choices.settled(rows, span, found)
    answer = _answer(rows, body, span.stop, taken, bare=True)
    if not _faithful(rows, span, [prompt, answer, *(c.text + " " + c.why for c in settled)]):
        answer = _answer(rows, body, span.stop, taken, bare=False)
    return Question(
        prompt=prompt,
        line=rows[span.item.at].number,
        end_line=rows[span.stop - 1].number,
        answer=answer,
        kind="choice" if found else "open",
        choices=settled,
        section=heading,
        difficulty=stated or level,
        topics=topics,
    )


def _options(rows: list[Row], span: Span, shape: str) -> tuple[int | None, list[choices.Option]]:
    kinds = ("box", "letter") if shape == "mixed" else (shape,)
    for kind in kinds:
        found = choices.options(rows, span.item.at + 1, span.stop, kind)
        if found and (shape != "mixed" or _asked_for(rows, span, found)):
            return found[0].start, found
    return None, []


def _asked_for(rows: list[Row], span: Span, found: list[choices.Option]) -> bool:
    """In a document of open questions, a list is options only when one is marked as right."""
    return any(option.right for option in found) or bool(choices.key(rows, span, found))


def _prompt_end(rows: list[Row], span: Span, options: int | None) -> int:
    """The row after the prompt: past lines that go on with it and what it shows."""
    at, stop = span.item.at, span.stop
    reply = next((i for i in range(at + 1, stop) if rows[i].answers or rows[i].peeled.opens), stop)
    reply = min(reply, options if options is not None else stop)
    if reply < stop and (span.style.answered >= LIKE or options is not None) and reply - at <= 80:
        return reply
    if span.style.bodies < 0.5:
        return _shown(rows, at, stop)
    return _wrapped(rows, span)


def _shown(rows: list[Row], at: int, stop: int) -> int:
    """In a bare list of questions, code and wrapped lines belong to the question."""
    end = at + 1
    while end < stop and (
        rows[end].kind == "code" or (rows[end].kind == "text" and not rows[end].marks)
    ):
        end += 1
    return end


def _wrapped(rows: list[Row], span: Span) -> int:
    """Past the lines that go on with an unfinished prompt."""
    at = span.item.at
    head = rows[at]
    end = at + 1
    if head.level or head.peeled.summary or "bold" in head.marks or span.style.name == "told":
        return end
    while end < span.stop and rows[end].kind == "text" and not rows[end].marks:
        said = rows[end - 1].core.rstrip()
        if said[-1:] in {"?", "？"}:
            break
        small = rows[end].core[:1].islower()
        hanging = rows[end].indent > head.indent and len(rows[end - 1].text) >= 50
        if not (small or hanging):
            break
        end += 1
    return (
        end
        if end == at + 1 or end == span.stop or rows[end].kind == "blank" or _ends(rows, end)
        else at + 1
    )


def _ends(rows: list[Row], end: int) -> bool:
    return rows[end - 1].core.rstrip()[-1:] in {"?", "？"}


def _prompt(
    rows: list[Row], span: Span, body: int, levels: dict[str, str]
) -> tuple[str, str | None]:
    """The prompt's text, and the level that a sign or word at its end states."""
    first = rows[span.item.at].core
    if span.style.name == "told" and (quoted := QUOTED.search(first)):
        first = quoted[1]
    level = levels.get(_sign(first))
    match = LEVEL.search(first)
    if match and match[1].lower() in LEVELS and len(first) > len(match[0]):
        level, first = match[1].lower(), first[: match.start()]
    lines = [clean(first)]
    lines += [
        rows[at].text.strip() if rows[at].kind != "code" else rows[at].text
        for at in range(span.item.at + 1, body)
    ]
    lines = [
        line for at, line in enumerate(lines) if not at or rows[span.item.at + at].kind != "tag"
    ]
    return "\n".join(lines).strip(), level


def clean(core: str) -> str:
    """A heading or prompt without closing signs, and not wrapped in a link."""
    text = TRAIL.sub("", core).strip()
    if match := WHOLE_LINK.match(text):
        text = match[1].strip()
    return text or core.strip()


def _stated(rows: list[Row], body: int, stop: int) -> tuple[int, str | None, tuple[str, ...]]:
    """A line under the prompt that only states level and topics."""
    at = body
    while at < stop and rows[at].kind == "blank":
        at += 1
    if at == stop or rows[at].kind != "text" or rows[at].answers:
        return body, None, ()
    pairs = [PAIR.match(part) for part in re.split(r"[·|;•]", rows[at].text.strip().strip("*_ "))]
    stated: str | None = None
    topics: tuple[str, ...] = ()
    for pair in pairs:
        if pair is None or pair[1].lower() not in META_LABELS:
            return body, None, ()
        if pair[1].lower() in {"difficulty", "level"}:
            stated = pair[2]
        else:
            topics += tuple(topic.strip() for topic in pair[2].split(",") if topic.strip())
    return at + 1, stated, topics


def _answer(rows: list[Row], start: int, stop: int, taken: set[int], bare: bool) -> str:
    """The Markdown of an answer; `bare` leaves out its label and the switches around it."""
    hidden = {"tag", "comment"}
    kept = [
        rows[at] for at in range(start, stop) if at not in taken and rows[at].kind not in hidden
    ]
    while kept and (kept[0].kind == "blank" or (bare and _switch(kept[0]))):
        kept.pop(0)
    if not kept:
        return ""
    opening: list[str] = []
    if bare and kept[0].answers:
        label = kept.pop(0)
        if label.core and not (taken and choices.only_key(label.core)):
            opening = [label.core]
    body = dedent([f"**{row.core}**" if row.peeled.summary else row.text for row in kept])
    return "\n".join([*opening, body]).strip("\n").rstrip()


def _faithful(rows: list[Row], span: Span, texts: list[str]) -> bool:
    """Whether so few words were left out that the texts still are what is printed."""
    printed = sum(
        len(WORD.findall(row.core)) + len(row.peeled.label.split())
        for row in rows[span.item.at : span.stop]
    )
    return sum(len(WORD.findall(text)) for text in texts) >= 0.92 * printed


def _switch(row: Row) -> bool:
    """A summary that only says where the answer hides."""
    return row.peeled.summary and len(row.core.split()) <= 4 and not asks(row.core)


def dedent(lines: list[str]) -> str:
    """The lines without the indentation that they share."""
    widths = [len(line) - len(line.lstrip()) for line in lines if line.strip()]
    width = min(widths, default=0)
    return "\n".join(line[width:].rstrip() for line in lines).strip("\n")
