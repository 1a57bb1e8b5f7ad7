"""The parts of one JSON record: its texts, its options, and which of them are right."""

from __future__ import annotations

from typing import Any

from questions.ingest.rules.shapes import Choice

from . import fields
from .fields import Parts

OWN = ("text", "value", "content", "option", "answer", "label", "choice", "body", "title", "name")
TEXTS = (*OWN, "answertext", "optiontext", "choicetext", "answercontent")
ASKING = ("text", "title", "body", "content", "statement", "description", "label", "name")
RIGHT = frozenset(["correct", "iscorrect", "right", "isright", "isanswer", "istrue"])


class Record(dict[str, Any]):
    """An object, and how many objects end before it does."""

    __slots__ = ("number",)
    number: int


def plain(parts: Parts, role: str, value: Any) -> None:
    """The parts that are text alone."""
    said = "\n".join(texts_of(value)) if isinstance(value, list) else text_of(value)
    match role:
        case "prompt":
            parts.prompt = parts.prompt or fields.markdown(said)
        case "why":
            parts.why = fields.markdown(said)
        case "code":
            parts.code = said
        case "section":
            parts.section = said or parts.section
        case "difficulty":
            parts.difficulty = said
        case "topics":
            parts.topics += (
                texts_of(value) if isinstance(value, list) else fields.split_topics(said)
            )


def lettered(parts: Parts, record: Record) -> frozenset[str]:
    """Take options that are keys of the record itself, such as `a` or `option1`; those keys."""
    named = {name: fields.option(name) for name in record}
    found = {at: text_of(record[name]) for name, at in named.items() if at >= 0}
    found = {at: text for at, text in found.items() if text}
    if len(found) < 2 or not (0 in found or 1 in found):
        return frozenset()
    parts.options = [Choice(fields.markdown(found[at]), False) for at in sorted(found)]
    return frozenset(name for name, at in named.items() if at >= 0)


def settle(parts: Parts, wrong: list[str], record: Record, zero: bool) -> None:
    """Bring key, answer and options together."""
    if wrong and not parts.options:
        right = parts.key or parts.answer
        rights = [
            one for name in record if fields.role(name) == "key" for one in texts_of(record[name])
        ]
        parts.options = [Choice(fields.markdown(one), True) for one in rights or [right]]
        parts.options += [Choice(fields.markdown(one), False) for one in wrong]
        parts.answer = "" if parts.answer == right else parts.answer
        return
    if not parts.options:
        parts.answer = parts.answer or parts.key
        return
    if any(choice.correct for choice in parts.options):
        return
    if not parts.key:
        parts.key, parts.answer = parts.answer, ""
    spelled = any(choice.text == parts.key for choice in parts.options)
    if zero and parts.key.isdigit() and not spelled:
        parts.key = str(int(parts.key) + 1)
    keys = [name for name in record if fields.role(name) == "key"]
    keys = keys or [name for name in record if fields.role(name) == "answer"]
    several = [one for name in keys for one in texts_of(record[name])]
    texts = {choice.text for choice in parts.options}
    if len(several) > 1 and set(several) <= texts:
        parts.options = [Choice(one.text, one.text in several) for one in parts.options]
        parts.key = ""


def optional(value: Any) -> bool:
    """Whether a value offers options: several texts that are marked right or wrong."""
    if isinstance(value, Record):
        return len(value) >= 2 and all(fields.option(name) >= 0 for name in value)
    return any(
        isinstance(one, Record) and marks(one) is not None and not _asks_itself(one)
        for one in value
    )


def _asks_itself(record: Record) -> bool:
    """Whether a record is a question rather than an option: it has a prompt of its own."""
    return any(fields.role(name) == "prompt" for name in record)


def counted(record: Record) -> tuple[int, int] | None:
    """A key that is a whole number and no option's text, and how many options there are."""
    keys = [value for name, value in record.items() if fields.role(name) in {"key", "answer"}]
    lists = [
        value for name, value in record.items() if fields.role(name) == "options" and len(value) > 1
    ]
    if len(keys) != 1 or len(lists) != 1 or not isinstance(lists[0], list):
        return None
    key = keys[0]
    if isinstance(key, bool) or not isinstance(key, int) or str(key) in texts_of(lists[0]):
        return None
    return key, len(lists[0])


def offering(record: Record) -> str:
    """The key of the text that a record with options asks by, whatever it is called; or ""."""
    if not any(isinstance(one, list | Record) and optional(one) for one in record.values()):
        return ""
    names = {fields.squeezed(name): name for name, one in record.items() if isinstance(one, str)}
    return next((names[name] for name in ASKING if name in names), "")


def choices(value: Any) -> list[Choice]:
    """The options that a value offers, and what is said about which is right."""
    if isinstance(value, Record):
        value = [value[name] for name in sorted(value)]
    if isinstance(value, str):
        value = fields.listed(value)
    if not isinstance(value, list):
        return []
    found = []
    for one in value:
        text = fields.markdown(fields.unlabelled(text_of(one)))
        if text:
            why = ""
            if isinstance(one, Record):
                whys = [one[name] for name in one if fields.role(name) == "why"]
                why = fields.markdown(text_of(whys[0])) if whys else ""
            found.append(Choice(text, bool(isinstance(one, Record) and marks(one)), why))
    return found


def marks(record: Record) -> bool | None:
    """Whether an option is marked as right; None where nothing is said."""
    for name, value in record.items():
        said = fields.squeezed(name)
        if said in RIGHT and not isinstance(value, list | dict):
            return str(value).lower() in {"true", "1", "yes"}
        if said in {"weight", "fraction", "score"} and isinstance(value, int | float):
            return value > 0
    return None


def text_of(value: Any) -> str:
    """The text of a value: its own, or that of the part of it that holds text."""
    if isinstance(value, Record):
        names = {fields.squeezed(name): name for name in value}
        return next((text_of(value[names[n]]) for n in TEXTS if n in names and value[names[n]]), "")
    if isinstance(value, bool):
        return str(value)
    if isinstance(value, str | int | float):
        return str(value)
    return ""


def texts_of(value: Any) -> list[str]:
    """The texts of a list, or the one text of anything else."""
    every = value if isinstance(value, list) else [value]
    return [said for one in every if (said := text_of(one))]


def key_text(value: Any) -> str:
    """An answer as text; several as a list of points, letters in one line."""
    if not isinstance(value, list):
        return text_of(value)
    every = texts_of(value)
    if all(len(one) <= 2 for one in every):
        return ", ".join(every)
    return every[0] if len(every) == 1 else "\n".join(f"- {one}" for one in every)
