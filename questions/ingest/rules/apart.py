"""Answers that stand apart from their questions: a numbered list under a title that says so."""

from __future__ import annotations

from collections.abc import Mapping
from dataclasses import replace

from .line import Row
from .named import named_by, reason
from .shapes import Question
from .words import asks

FEW = 3  # answers below which a list is no list of all answers
MOSTLY = 0.8  # the share of the answers whose questions stand above


def mark(rows: list[Row]) -> dict[int, str]:
    """Take the last such list out of the text; its answers by the numbers of their questions."""
    titles = (at for at in range(len(rows) - 1, -1, -1) if _is_title(rows[at]))
    at = next((at for at in titles if _leads(rows, at)), -1)
    if at < 0:
        return {}
    stop = _stop(rows, at)
    told = _told(rows, at + 1, stop)
    asking = _asked_above(rows, at, told) if len(told) >= FEW else []
    if not asking:
        return {}
    for row in asking:
        row.told = True
    for row in rows[at:stop]:
        if row.kind != "blank":
            row.kind, row.told = "key", True
    return told


def _is_title(row: Row) -> bool:
    # A sign alone, such as the mark between the sides of a card, is no title.
    told = row.kind == "text" and row.answers and not row.core
    return told and any(letter.isalnum() for letter in row.text)


def _leads(rows: list[Row], at: int) -> bool:
    """Whether the first thing under a title is the first answer."""
    below = next((row for row in rows[at + 1 : at + 4] if row.kind != "blank"), None)
    return below is not None and below.peeled.number == 1


def _stop(rows: list[Row], at: int) -> int:
    """Where what stands under a title ends: at the next heading, or with the document."""
    level = rows[at].level or 6
    later = (n for n in range(at + 1, len(rows)) if 0 < rows[n].level <= level)
    return next(later, len(rows))


def _told(rows: list[Row], start: int, stop: int) -> dict[int, str]:
    """The texts of a list that counts up from one, each with the lines that go on with it."""
    told: dict[int, list[str]] = {}
    indent = 0
    for row in rows[start:stop]:
        number = row.peeled.number
        if number == len(told) + 1 and (not told or row.indent <= indent):
            told[number], indent = [_lettered(row)], row.indent
        elif told:
            told[len(told)].append(row.text.strip() if row.kind != "code" else row.text)
    return {number: "\n".join(lines).strip() for number, lines in told.items()}


def _lettered(row: Row) -> str:
    """An answer with the letter that it may begin with."""
    letter = "A" if row.peeled.label == "a" else row.peeled.letter
    return f"{letter}. {row.core}" if letter else row.core


def _asked_above(rows: list[Row], at: int, told: Mapping[int, str]) -> list[Row]:
    """The lines above that ask under the same numbers; none where answers stand between them."""
    numbered = [row for row in rows[:at] if row.peeled.number in told]
    asking = [row for row in numbered if asks(row.core) >= 0.5]
    first = numbered[0].number if numbered else at
    answered = any(row.answers for row in rows[first - 1 : at])
    found = {row.peeled.number for row in asking}
    return [] if answered or len(found) < MOSTLY * len(told) else asking


def applied(
    told: Mapping[int, str], numbers: list[int | None], questions: list[Question]
) -> list[Question]:
    """The questions with the answers that stand apart from them."""
    if not told:
        return questions
    return [
        _answered(question, told[number])
        if number is not None and number in told and not question.answer
        else question
        for number, question in zip(numbers, questions, strict=True)
    ]


def _answered(question: Question, text: str) -> Question:
    if not question.needs_key:
        return replace(question, answer=text)
    right = named_by(text, question.choices)
    choices = tuple(
        replace(choice, correct=at in right) for at, choice in enumerate(question.choices)
    )
    return replace(question, answer=reason(text) if right else text, choices=choices)
