"""An item as text: its answer with its checklist, where that does not follow from the answer."""

from __future__ import annotations

from questions.bank.rules import points

from .items import Bank, Item

LETTERS = "ABCDEFGHIJKLMNOPQRSTUVWXYZ"


def answer(bank: Bank, item: Item) -> str:
    """The answer as Markdown, which read again gives the same checklist.

    A checklist that is not what we would take from the answer follows it under "Key points".
    """
    found = bank.answer(item)
    text = found.text if found else ""
    said = [(point.text, point.core) for point in item.checklist]
    if not said:
        return text
    taken = [(point.text, point.core) for point in points.of(item.prompt, text)]
    if sorted(taken) == sorted(said):
        return text
    return "\n\n".join(part for part in (without_checklist(text), checklist(item)) if part)


def checklist(item: Item) -> str:
    """The key points as the house's grammar writes them."""
    rows = [f"- {point.text}{' (core)' * point.core}" for point in item.checklist]
    return "**Key points**\n\n" + "\n".join(rows)


def without_checklist(text: str) -> str:
    """The answer without a list under "Key points" of its own."""
    lines, kept, inside = text.split("\n"), [], False
    for line in lines:
        bare = line.strip().strip("*:# ").casefold()
        if bare == "key points":
            inside = True
        elif inside and line.strip() and not line.startswith(("- ", "* ", "  ")):
            inside = False
        if not inside:
            kept.append(line)
    return "\n".join(kept).strip("\n")


def key(item: Item) -> str:
    """The letters of the right options; "" without options or without a key."""
    return ", ".join(
        letter for letter, one in zip(LETTERS, item.choices, strict=False) if one.correct
    )


def level_tag(item: Item) -> str:
    return f"difficulty::{item.difficulty}"
