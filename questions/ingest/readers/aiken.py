"""Moodle's Aiken: a prompt, its lettered options, and the line that names the right one."""

from __future__ import annotations

import re
from collections.abc import Iterator, Sequence

from questions.ingest.rules.shapes import Choice, Entry, Outline

from .text import lines_of

OPTION = re.compile(r"\s{0,3}([A-Z])[.)]\s+(\S.*)$")
ANSWER = re.compile(r"\s{0,3}ANSWER:\s*([A-Z](?:\s*,\s*[A-Z])*)\s*$")


def is_aiken(lines: Sequence[str]) -> bool:
    """Whether the text is nothing but such questions."""
    if not any(line.lstrip().startswith("ANSWER:") for line in lines):
        return False
    stage, lettered = "", 0
    for line in lines:
        if not line.strip():
            continue
        if ANSWER.match(line):
            if stage != "option" or lettered < 2:
                return False
            stage = "answer"
        elif match := OPTION.match(line):
            lettered = lettered + 1 if stage == "option" else 1
            if not stage or stage == "answer" or match[1] != chr(ord("A") + lettered - 1):
                return False
            stage = "option"
        elif stage == "option":
            return False
        else:
            stage = "prompt"
    return stage == "answer"


def read(data: bytes) -> Outline:
    """Every question with its place in the file."""
    lines = lines_of(data)
    return Outline(tuple(lines), "aiken", entries=tuple(entries(lines)))


def entries(lines: Sequence[str]) -> Iterator[Entry]:
    """The questions of such lines, in order."""
    prompt: list[str] = []
    options: list[str] = []
    first = 0
    for number, line in enumerate(lines, 1):
        if match := ANSWER.match(line):
            right = {ord(letter) - ord("A") for letter in match[1] if letter.isalpha()}
            choices = tuple(Choice(text, at in right) for at, text in enumerate(options))
            yield Entry("\n".join(prompt), "", choices, first, number)
            prompt, options = [], []
        elif (option := OPTION.match(line)) and prompt:
            options.append(option[2].strip())
        elif line.strip() or prompt:
            if not prompt:
                first = number
            if not options:
                prompt.append(line.strip())
