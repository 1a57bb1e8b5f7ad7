"""What is answered: a question's rows put together as prompt, options and answer."""

from __future__ import annotations

import re
from dataclasses import replace

from . import choices, prompts
from .line import Row
from .named import only_key
from .shapes import Question
from .spans import Span
from .tags import TAG
from .words import asks

TOKEN = re.compile(r"[A-Za-z0-9]{2,}")
SHORT = 1200  # characters from which a label or two weigh nothing
FEW = 8  # words of a question below which even its labels weigh too much to keep
HIDDEN = frozenset({"tag", "comment"})


def question(
    rows: list[Row], span: Span, shape: str, heading: str | None, levels: dict[str, str]
) -> Question:
    """The question that stands in a stretch of rows."""
    found = choices.found(rows, span, shape)
    asked = prompts.asked(rows, span, found[0].start if found else None, levels)
    taken = {at for option in found for at in range(option.start, option.stop)}
    settled = choices.settled(rows, span, found)
    rest = [at for at in range(asked.body, span.stop) if at not in taken]
    closing, level, topics = prompts.closing(rows, rest)
    kept = [rows[at] for at in rest if rows[at].kind not in HIDDEN]
    after = _after(rows, span, asked.body)
    spoken = [rows[at] for at in rest if rows[at].kind not in HIDDEN and at not in closing]
    answer = _answer(spoken, after, bare=True, keyed=bool(found))
    prompt = asked.prompt
    if found and not any(one.correct for one in settled):
        prompt, right = choices.blank(prompt, found)
        settled = tuple(replace(one, correct=at in right) for at, one in enumerate(settled))
    texts = [prompt, answer, *(f"{one.text} {one.why}" for one in settled)]
    printed = rows[span.item.at : span.stop]
    if not _faithful(printed, texts) and closing:
        # What is stated goes with a short answer rather than that the label stays.
        answer = _answer(kept, after, bare=True, keyed=bool(found))
        texts[1] = answer
    if not _faithful(printed, texts):
        whole = _answer(kept, after, bare=False, keyed=bool(found))
        answer = whole if _faithful(printed, [*texts, whole.removesuffix(answer)]) else answer
    return Question(
        prompt=prompt,
        line=rows[span.item.at].number,
        end_line=rows[span.stop - 1].number,
        answer=answer,
        kind="choice" if found else "open",
        choices=settled,
        section=heading,
        difficulty=asked.difficulty or level,
        topics=asked.topics or topics,
    )


def _after(rows: list[Row], span: Span, body: int) -> str:
    """What stands behind the prompt on its own line."""
    return next((row.peeled.after for row in rows[span.item.at : body] if row.peeled.after), "")


def _answer(kept: list[Row], after: str, bare: bool, keyed: bool) -> str:
    """The Markdown of an answer; `bare` leaves out its label and the switches around it."""
    start = 0
    while start < len(kept) and (kept[start].kind == "blank" or (bare and _switch(kept[start]))):
        start += 1
    opening = [after] if after else []
    if bare and start < len(kept) and kept[start].answers:
        said = kept[start].core
        start += 1
        if said and not (keyed and only_key(said)):
            opening.append(said)
    parted = bool(opening) and start < len(kept) and kept[start].kind == "blank"
    body = dedent([f"**{row.core}**" if row.peeled.summary else row.text for row in kept[start:]])
    return ("\n\n" if parted else "\n").join([*opening, body]).strip("\n").rstrip()


def _faithful(rows: list[Row], texts: list[str]) -> bool:
    """Whether so few words were left out that the texts still are what is printed."""
    if sum(len(text) for text in texts) > SHORT:
        return True
    printed = sum(len(TOKEN.findall(TAG.sub(" ", row.text))) for row in rows)
    kept = sum(len(TOKEN.findall(TAG.sub(" ", text))) for text in texts)
    return printed < FEW or kept >= 0.9 * printed


def _switch(row: Row) -> bool:
    """A summary that only says where the answer hides."""
    return row.peeled.summary and len(row.core.split()) <= 4 and asks(row.core) < 0.8


def dedent(lines: list[str]) -> str:
    """The lines without the indentation that they share."""
    widths = [len(line) - len(line.lstrip()) for line in lines if line.strip()]
    width = min(widths, default=0)
    return "\n".join(line[width:].rstrip() for line in lines).strip("\n")
