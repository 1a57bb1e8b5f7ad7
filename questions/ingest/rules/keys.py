"""A list of keys apart from its questions: `1. B  2. A, C` under a heading or on one line."""

from __future__ import annotations

import re
from dataclasses import replace

from .line import Row
from .shapes import Question

PAIR = re.compile(
    r"(\d{1,4})[ \t]*+[-.:)=–—|]?[ \t]*+\*{0,2}[(\[]?"
    r"([A-Ha-h](?:[ \t]?(?:,|&|/|and|y|und|et)?[ \t]?[A-H])*)[)\].]?\*{0,2}(?![\w'’])"
)
NUMBERED = re.compile(r"[^\w\n]{0,12}\d{1,4}[\W_]{0,6}[A-Ha-h](?![a-z])")
HEAD = re.compile(r"[\W_]|answers?|keys?|correct|solutions?|respuestas?")
LIKE = 0.6  # the share of the questions that a list must name to be their key
RUN = 3  # lines of one pair each that are no accident


def mark(rows: list[Row]) -> None:
    """Tell the lines that hold nothing but keys, and the heading over them, from text."""
    run: list[int] = []
    for index, row in enumerate(rows):
        if row.kind == "blank" and run:
            continue
        pairs = _pairs(row)
        if pairs:
            run.append(index)
            continue
        _settle(rows, run)
        run = []
    _settle(rows, run)


def _pairs(row: Row) -> list[tuple[str, str]]:
    """The numbers and letters of a line that holds nothing else."""
    if row.kind not in {"text", "table", "code"} or not 3 <= len(row.text) <= 2000:
        return []
    if not (row.answers or NUMBERED.match(row.text)):
        return []
    found = PAIR.findall(row.text)
    rest = HEAD.sub("", PAIR.sub("", row.text).lower())
    return [] if rest else found


def _settle(rows: list[Row], run: list[int]) -> None:
    """Make a run of such lines a key when it names enough, and its heading with it."""
    count = sum(len(_pairs(rows[index])) for index in run)
    if count < RUN or (len(run) == 1 and count == 1):
        return
    for index in run:
        rows[index].kind = "key"
    for index in range(run[0] - 1, max(-1, run[0] - 6), -1):
        row = rows[index]
        if row.kind == "table":
            row.kind = "key"
            continue
        if row.kind == "text" and row.answers and not row.core:
            row.kind = "key"
        if row.kind != "blank":
            return


def applied(
    rows: list[Row], numbers: list[int | None], questions: list[Question]
) -> list[Question]:
    """The questions with their right options marked by a list that stands outside of them."""
    lacking = [at for at, question in enumerate(questions) if question.needs_key]
    named = {
        int(number): letters.upper()
        for row in rows
        if row.kind == "key" and not row.told
        for number, letters in PAIR.findall(row.text)
    }
    if len(lacking) < 2 or not named:
        return questions
    order = {number: at for at, number in enumerate(numbers) if number is not None}
    if len(order) < LIKE * len(questions):
        order = {at + 1: at for at in range(len(questions))}
    marked = {order[number]: letters for number, letters in named.items() if number in order}
    if sum(at in marked for at in lacking) < LIKE * len(lacking):
        return questions
    return [
        _marked(question, marked[at]) if at in marked and question.needs_key else question
        for at, question in enumerate(questions)
    ]


def _marked(question: Question, letters: str) -> Question:
    right = {ord(letter) - ord("A") for letter in letters if "A" <= letter <= "H"}
    if not right or max(right) >= len(question.choices):
        return question
    choices = tuple(
        replace(choice, correct=at in right) for at, choice in enumerate(question.choices)
    )
    return replace(question, choices=choices)
