"""A text in so many words: each way of shortening is used only while it is still too long."""

from __future__ import annotations

import re

from questions.bank.rules.words import bag, content

from .stages import DANGLING, OPENING, STAGES

MOST_WORDS = 12
MOST_LETTERS = 110  # of a point; also bounds scripts that write no spaces

_APART = re.compile(r" ([,;:!?)]|\.(?= |$))")
_EMPTY = re.compile(r" [(\[] ?[)\]]|^[-~=/] ")
_UNTIDY = re.compile(r" [,;:!?).(\[]|^[-~=/] ")  # what the two may find, and hardly anything else
_LONGEST = 80  # words of a sentence; the best twelve stand before
_HANGING = bag(
    "that which who when if so because while where how whether since unless until although"
)


def size(text: str) -> int:
    """How many words a text has; scripts without spaces count two letters a word."""
    words = len(text.split())
    if text.isascii():
        return words
    wide = sum("\u3040" <= letter <= "\u9fff" or "\uac00" <= letter <= "\ud7a3" for letter in text)
    return words + wide // 2


def _fits(text: str, room: int) -> bool:
    return size(text) <= room and len(text) <= MOST_LETTERS


def tidy(text: str) -> str:
    text = " ".join(text.split())
    if _UNTIDY.search(text):
        text = _EMPTY.sub("", _APART.sub(r"\1", text))
    return text.lstrip(" \t,;:–—→&|•·").rstrip(" \t,;:-–—→=/&|~•·")


def _cut(text: str, room: int) -> str:
    """The longest opening that fits and ends neither on a small word nor in a bracket or clause."""
    if _fits(text, room):
        return text
    kept: list[str] = []
    for word in text.split()[: room + 1]:
        if not _fits(" ".join([*kept, word]), room):
            break
        kept.append(word)
    if not kept:
        return _cut_letters(text, room)
    for at in range(len(kept) - 1, max(len(kept) - 5, 3), -1):
        if kept[at].lower() in DANGLING or kept[at - 1].endswith((",", ";", ":")):
            kept = kept[:at]
            break
    for at in range(len(kept) - 1, max(len(kept) - 4, 3), -1):
        if kept[at].lower() in _HANGING:
            kept = kept[:at]
            break
    while len(kept) > 1 and kept[-1].lower().strip(",;") in DANGLING:
        kept.pop()
    shorter = " ".join(kept)
    if shorter.count("(") > shorter.count(")"):
        shorter = shorter[: shorter.rindex("(")].rstrip() or shorter.replace("(", "")
    return shorter


def _cut_letters(text: str, room: int) -> str:
    """The opening of one very long word, or of a script that writes no spaces."""
    piece = text[: min(MOST_LETTERS, 2 * max(room, 1))]
    at = max(piece.rfind(mark) for mark in "，、；,;")
    return piece[:at] if at > len(piece) // 2 else piece


def squeezed(text: str, room: int = MOST_WORDS) -> str:
    """The text shortened as far as that leaves whole clauses; it may still be too long."""
    text = tidy(OPENING(tidy(" ".join(text.split()[:_LONGEST]))).rstrip(".。!"))
    if _fits(text, room):
        return text
    for stage in STAGES:
        shorter = stage(text)
        if shorter == text:
            continue
        shorter = tidy(OPENING(tidy(shorter)))
        if size(shorter) >= min(3, size(text)) and len(content(shorter)) >= 2:
            text = shorter
            if _fits(text, room):
                break
    return text


def shortened(text: str, room: int = MOST_WORDS) -> str:
    """The text in at most so many words."""
    return tidy(_cut(squeezed(text, room), room)).rstrip(".")
