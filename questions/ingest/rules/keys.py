"""A list of keys apart from its questions: `1. B  2. A, C` under a heading or on one line."""

from __future__ import annotations

import re
from dataclasses import replace

from .line import Row
from .shapes import Question

PAIR = re.compile(
    r"(\d{1,4})[ \t]*+[-.:)=–—]?[ \t]*+\*{0,2}[(\[]?"
    r"([A-Ha-h](?:[ \t]?(?:,|&|/|and|y|und|et)?[ \t]?[A-H])*)[)\].]?\*{0,2}(?![\w'’])"
)
LIKE = 0.6  # the share of the questions that a list must name to be their key


def applied(
    rows: list[Row], free: list[bool], numbers: list[int | None], questions: list[Question]
) -> list[Question]:
    """The questions with their right options marked by a list that stands outside of them.

    The rows of that list are no longer free.
    """
    open_keys = [at for at, question in enumerate(questions) if question.needs_key]
    if len(open_keys) < 2:
        return questions
    named, used = _listed(rows, free)
    order = {number: at for at, number in enumerate(numbers) if number is not None}
    if len(order) < LIKE * len(questions):
        order = {at + 1: at for at in range(len(questions))}
    marked = {order[number]: letters for number, letters in named.items() if number in order}
    if sum(at in marked for at in open_keys) < LIKE * len(open_keys):
        return questions
    for index in used:
        free[index] = False
        rows[index].kind = "key"
    return [
        _marked(question, marked[at]) if at in marked and question.needs_key else question
        for at, question in enumerate(questions)
    ]


def _listed(rows: list[Row], free: list[bool]) -> tuple[dict[int, str], list[int]]:
    """Numbers and letters of every free row that holds nothing else."""
    named: dict[int, str] = {}
    used: list[int] = []
    for index, row in enumerate(rows):
        if not free[index] or row.kind not in {"text", "table", "code"} or len(row.text) > 2000:
            continue
        pairs = PAIR.findall(row.text)
        rest = re.sub(
            r"[\W_]|answers?|keys?|correct|solutions?", "", PAIR.sub("", row.text.lower())
        )
        if pairs and (not rest or (row.answers and len(pairs) > 1)):
            used.append(index)
            for number, letters in pairs:
                named.setdefault(int(number), letters.upper())
    return named, used


def _marked(question: Question, letters: str) -> Question:
    right = {ord(letter) - ord("A") for letter in letters if letter.isalpha()}
    if not right or max(right) >= len(question.choices):
        return question
    choices = tuple(
        replace(choice, correct=at in right) for at, choice in enumerate(question.choices)
    )
    return replace(question, choices=choices)
