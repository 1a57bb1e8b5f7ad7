"""Questions whose format says where their parts stand: what is left are options and the key."""

from __future__ import annotations

from dataclasses import replace

from . import choices, places
from .choices import Option
from .labels import LABEL, is_answer
from .named import named_by, only_key, plain
from .rows import scan
from .shapes import Choice, Entry, Outline, Question, Reading

LONGEST = 20_000  # characters beyond which a prompt is not searched for options
FEW = 2


def read(outline: Outline) -> Reading:
    """Every entry as a question, in order; the lines of the file around them are skipped."""
    every = (question(entry) for entry in outline.entries)
    questions = tuple(one for one in every if one.prompt.strip())
    taken = sorted((one.line, one.end_line) for one in questions)
    printed = outline.printed or (
        number for number, line in enumerate(outline.lines, 1) if line.strip()
    )
    skipped = places.rest(printed, taken, "no question")
    return Reading(outline.title, questions, (), tuple(skipped))


def question(entry: Entry) -> Question:
    """One entry with its options settled."""
    prompt, answer = entry.prompt.strip("\n").rstrip(), entry.answer.strip("\n").rstrip()
    given = list(entry.options)
    if not given:
        prompt, given, answer = _inside(prompt, answer)
    if given:
        given, answer = keyed(given, answer)
    return Question(
        prompt=prompt,
        line=entry.line,
        end_line=entry.end_line,
        answer=answer,
        kind="choice" if given else "open",
        choices=tuple(given),
        section=entry.section,
        difficulty=entry.difficulty,
        topics=entry.topics,
    )


def keyed(given: list[Choice], answer: str) -> tuple[list[Choice], str]:
    """The options with those marked that the answer names, and what else the answer says."""
    if any(choice.correct for choice in given):
        return given, answer
    first, _, more = answer.partition("\n")
    label = LABEL.match(first.strip("*_ "))
    said = (
        first.strip("*_ ")[label.end() :].strip("*_ ") if label and is_answer(label[1]) else first
    )
    listed = [Option(0, 0, choice.text, "") for choice in given]
    right = named_by(said, listed) if said.strip() else set()
    if not right:
        return given, answer
    given = [replace(choice, correct=at in right) for at, choice in enumerate(given)]
    same = {plain(choice.text) for choice in given if choice.correct}
    if only_key(said) or plain(said) in same:
        answer = more.strip("\n")
    return given, answer


def _inside(prompt: str, answer: str) -> tuple[str, list[Choice], str]:
    """The options that the prompt ends with, where it does."""
    if "\n" not in prompt or len(prompt) > LONGEST:
        return prompt, [], answer
    rows = scan(tuple(prompt.split("\n")))
    for kind in ("box", "letter"):
        found = choices.options(rows, 1, len(rows), kind)
        if len(found) < FEW or any(row.text.strip() for row in rows[found[-1].stop :]):
            continue
        given = [Choice(one.text, one.right, one.why) for one in found]
        if all(one.right for one in found) and answer:
            given = [replace(choice, correct=False) for choice in given]
        asked = "\n".join(row.text for row in rows[: found[0].start])
        return asked.strip("\n").rstrip(), given, answer
    return prompt, [], answer


__all__ = ["Entry", "keyed", "question", "read"]
