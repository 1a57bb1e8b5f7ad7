"""Moodle's GIFT: questions with options as such, open ones as essays with a model answer."""

from __future__ import annotations

import re

from . import told
from .items import Bank, Choice, Item

_SIGNS = re.compile(r"([\\~=#{}:])")


def write(bank: Bank) -> bytes:
    """The questions, each with its tags, the answer as the feedback that everybody sees."""
    return "\n".join(_question(bank, item) for item in bank.standing()).encode("utf-8", "replace")


def _question(bank: Bank, item: Item) -> str:
    tags = [f"difficulty-{item.difficulty}", *(topic.name for topic in bank.topics_of(item))]
    # A comment of this form carries Moodle's own number and tags.
    marks = " ".join(f"[tag:{_tag(tag)}]" for tag in tags)
    title = escaped(" ".join(item.prompt.split())[:80].strip())
    keyed = item.choice and any(one.correct for one in item.choices)
    prompt = item.prompt if keyed or not item.choices else _listed(item)
    options = "".join(f"{_option(item, one)}\n" for one in item.choices) if keyed else ""
    answer = escaped(told.answer(bank, item))
    feedback = f"####{answer}\n" if answer else ""
    return (
        f"// question {item.id}\n// {marks}\n"
        f"::{title}::[markdown]{escaped(prompt)}{{\n{options}{feedback}}}\n"
    )


def _tag(text: str) -> str:
    return " ".join(re.sub(r"[\[\]:,]", " ", text).split())


def _listed(item: Item) -> str:
    """A question without a key: its options stand in the prompt, for nothing can be scored."""
    return "\n".join([item.prompt, "", *(f"- [ ] {one.text}" for one in item.choices)])


def _option(item: Item, one: Choice) -> str:
    right = sum(choice.correct for choice in item.choices)
    if right == 1 and one.text.lstrip().startswith("%"):
        sign = f"~%{100 * one.correct}%"  # else the text would be taken for a weight
    elif right == 1:
        sign = "=" if one.correct else "~"
    else:
        wrong = len(item.choices) - right
        share = 100 / right if one.correct else -100 / wrong
        sign = f"~%{_percent(share)}%"
    why = f"#{escaped(one.why)}" if one.why else ""
    return f"{sign}{escaped(one.text)}{why}"


def _percent(share: float) -> str:
    """A share as Moodle knows it: with at most five places, and none that say nothing."""
    return f"{share:.5f}".rstrip("0").rstrip(".")


def escaped(text: str) -> str:
    """A text whose signs mean themselves, on one line."""
    text = text.replace("\r\n", "\n").replace("\r", "\n").strip("\n")
    return _SIGNS.sub(r"\\\1", text).replace("\n", "\\n")
