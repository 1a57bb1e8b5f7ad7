"""One line seen alone: the marks it wears (heading, number, bold, label) and the text beneath."""

from __future__ import annotations

import re

from .labels import (
    ASIDE,
    BOX,
    BRACKETED,
    DOTTED,
    HASHED,
    INSIDE,
    KEYED,
    KNOWN,
    LABEL,
    LETTER,
    LONE,
    MIDWAY,
    PAIR,
    SIDES,
    SPACED,
    STAMP,
    STARS,
    TIGHT,
    TITLE,
    is_answer,
)
from .line import Peeled
from .named import CYRILLIC
from .numbers import taken
from .tags import untag
from .words import ANSWER_WORDS, EMOJI, QUESTION_LABELS, asks, commands

HEADING = re.compile(r"(#{1,6}|={1,6}(?=[ \t]+[^\s=]))(?:[ \t]+|$|(?=[*\d_<]))")
CLOSING = re.compile(r"[ \t]+(?:#+|={1,6})[ \t]*$")
BULLET = re.compile(r"[-*+•●▪◦‣·][ \t]+")
CHECKBOX = re.compile(r"\[([ xX✓✔])\][ \t]+")
SYMBOLS = re.compile(rf"(?:[{EMOJI}]|:[a-z][a-z0-9_]*:|&nbsp;|[»>]\s)[\s\ufe0f]*")
TICKS, CROSSES = "✅✔☑✓", "❌✗✘✖"
QUOTE = re.compile(r"(?:>[ \t]?)+")
BOLD = ("**", "__")
ASKS = ("?", "？")
STAMPED = frozenset("[(0123456789")
ENDS = frozenset("0123456789.:)")
LITTLE, SHORT, LONELY = 4, 16, 60  # letters of the longest such word, and of a label on its own
# A line that is just this word begins an answer, with or without a colon.
BARE = ANSWER_WORDS - {"reply", "response", "a"}


def peel(line: str) -> Peeled:
    """Take the marks off a line, outermost first."""
    found = Peeled()
    rest = line.strip()
    if "<" in rest:
        rest = untag(rest, found)
    if rest[:1] in STAMPED and (stamp := STAMP.match(rest)):
        rest = rest[stamp.end() :]
    if quoted := QUOTE.match(rest):
        found.marks += ("quote",)
        rest = rest[quoted.end() :]
    for _ in range(8):
        left = _one(rest, found)
        if left is None:
            break
        rest = left
    found.core = rest.strip()
    if "question" in found.marks and not found.after:
        _split(found)
        if ASIDE.match(found.core):
            found.aside, found.core = found.core, ""
    elif not found.marks and len(found.core) < SHORT and _is_bare(found.core):
        found.label, found.core, found.marks = found.core.lower(), "", ("label",)
    elif found.level or found.summary or "bold" in found.marks or found.core.isupper():
        _entitled(found)
    if not found.level and not found.label:
        _paired(found)
    return found


def _is_bare(core: str) -> bool:
    """Whether a line is just the word for an answer, or for all of them."""
    return core.lower() in BARE or KEYED.fullmatch(core) is not None


def _paired(found: Peeled) -> None:
    """A question and its answer on the two sides of a sign, or a question all in italics."""
    core = found.core
    if pair := _sides(core, found):
        found.core, found.after = pair[1], core[pair.end() :].strip()
        found.marks += ("pair",)
    elif core[:1] in {"*", "_"} and _slanted(core):
        found.core, found.marks = core[1:-1], (*found.marks, "italic")


def _slanted(core: str) -> bool:
    """Whether a line is all in italics, and asks or tells somebody to answer."""
    if len(core) < LITTLE or core[1] == core[0] or core[-1] != core[0]:
        return False
    inner = core[1:-1]
    return inner[-1] in ASKS or (core[0] not in inner and asks(inner) >= 0.8)


def _sides(core: str, found: Peeled) -> re.Match[str] | None:
    if "::" in core and (pair := PAIR.match(core)) and asks(pair[1]) >= 0.8:
        return pair
    return SIDES.match(core) if "?" in core[:-1] and not found.after else None


def _split(found: Peeled) -> None:
    """Part question and answer that stand on one line, each behind its label."""
    match = MIDWAY.search(found.core)
    if match and match.start() > 3:
        found.after = found.core[match.end() :].strip()
        found.core = found.core[: match.start()].strip()


def _entitled(found: Peeled) -> None:
    """A heading or bold line that is no more than the word for an answer."""
    title = TITLE.match(found.core)
    if title is None or found.label or not is_answer(title[1]):
        return
    # `A3` over an answer; `A 12` may be an option.
    if len(title[1]) > 1 or (title[0][1:2].isdigit() and "letter" not in found.marks):
        found.label, found.core = title[1].lower(), ""
        found.marks += ("label",)


def _one(rest: str, found: Peeled) -> str | None:
    """The text without its outermost mark, or None when none is left."""
    first = rest[:1]
    if not first:
        return None
    if first == "#" or (first == "=" and not _has(found, "label", "letter")):
        return _heading(rest, found)
    if first == "*" and not found.letter and LETTER.match(rest[1:]):
        found.starred = True
        return rest[1:]
    if first in "-*+•●▪◦‣·" and (match := BULLET.match(rest)) and not _has(found, "label", "bold"):
        found.marks += ("bullet",)
        return rest[match.end() :]
    if first in "?!" and not found.marks and (match := BOX.match(rest)):
        if match[1].lower() in {*QUESTION_LABELS, "faq", "help"} or asks(match[2]) >= 0.8:
            found.marks, found.summary = ("summary",), True
            return match[2]
        return None
    if first == "[" and found.marks[-1:] == ("bullet",) and (match := CHECKBOX.match(rest)):
        found.checked = match[1] != " "
        found.marks += ("box",)
        return rest[match.end() :]
    if first == "*" and not found.marks and (match := STARS.match(rest)):
        found.level = len(match[1])
        found.marks += (f"h{found.level}",)
        return rest[match.end() :]
    if first in "*_" and rest[:2] in BOLD:
        return _bold(rest, found)
    if found.number is None and (numbered := taken(rest)):
        found.number, found.marks = numbered[0], (*found.marks, "number")
        return numbered[1]
    if first in "【[" and (match := BRACKETED.match(rest)):
        return _bracketed(rest, match, found)
    written = first.isascii() and (first.isalnum() or first in "`\"'([$")
    if not written and (match := SYMBOLS.match(rest)):
        if found.tick is None and (first in TICKS or first in CROSSES):
            found.tick = first in TICKS
        return rest[match.end() :]
    return _labelled(rest, found)


def _bracketed(rest: str, match: re.Match[str], found: Peeled) -> str | None:
    """A label in brackets, if it is one of a question or an answer."""
    if found.label or _has(found, "question"):
        return None
    if match[1].lower() in QUESTION_LABELS:
        found.marks += ("question",)
        found.number = int(match[2]) if match[2] else found.number
    elif is_answer(match[1]):
        found.label, found.marks = match[1].lower(), (*found.marks, "label")
    else:
        return None
    return rest[match.end() :]


def _has(found: Peeled, *marks: str) -> bool:
    return any(mark in found.marks for mark in marks)


def _heading(rest: str, found: Peeled) -> str | None:
    if found.level:
        return None
    if found.number is None and (numbered := taken(rest)):
        found.number, found.marks = numbered[0], (*found.marks, "number")
        return numbered[1]
    if match := HASHED.match(rest):
        found.marks += ("question",)
        return rest[match.end() :]
    tight = TIGHT.match(rest)
    match = tight if tight and asks(rest[tight.end() :]) >= 0.8 else HEADING.match(rest)
    if not match:
        return None
    found.level = len(match[1])
    found.marks += (f"h{found.level}",)
    return CLOSING.sub("", rest[match.end() :])


def _bold(rest: str, found: Peeled) -> str | None:
    """Open a bold span that is the whole line, or whose text is a mark itself."""
    close = rest.find(rest[:2], 2)
    if close < 3:
        return None
    inner, after = rest[2:close].strip(), rest[close + 2 :].strip()
    if not inner:
        return None
    tail = SYMBOLS.sub("", after.rstrip(":：.?？! ")).strip(" *")
    if not tail:
        if _has(found, "bold"):
            return None
        found.marks += ("bold",)
        closing = after.rstrip() if after[:1] in {":", "?", "："} else ""
        return inner + closing
    tells = inner[-1:] == "." and asks(inner) >= 0.8
    if (inner[-1:] in ASKS or commands(inner) or tells) and not _has(found, "bold", "label"):
        found.marks += ("bold",)
        found.after = after.lstrip("-–—:： ")
        return inner
    probe = Peeled(marks=found.marks, number=found.number, level=found.level)
    if after[:1] in ":：" or inner[-1:] in ":：.)" or KNOWN.match(f"{inner}: "):
        left = _one(f"{inner} " if inner[-1] in ":：.)" else f"{inner}: ", probe)
    else:
        left = None
    if left is None or left.strip():
        if probe.label:
            found.label, found.said = probe.label, after.lstrip(":： ")
        return _glued(inner, after, found)
    found.marks, found.number, found.label = probe.marks, probe.number, probe.label
    found.letter = probe.letter
    return after.lstrip(":： ")


def _glued(inner: str, after: str, found: Peeled) -> str | None:
    """A label that lost its end and swallowed bold text: `**Answer:Text** goes on`."""
    match = LABEL.match(inner)
    if not match or not is_answer(match[1]) or inner == match[0]:
        return None
    found.label = match[1].lower()
    found.marks += ("label",)
    return f"**{inner[match.end() :].strip()}** {after}"


def _labelled(rest: str, found: Peeled) -> str | None:
    if found.label or _has(found, "question"):
        return None
    first = rest[0]
    if first in "QA" and not found.marks and (match := SPACED.match(rest)):
        if match[1] == "A":
            found.label = "a"
        found.marks += ("question" if match[1] == "Q" else "label",)
        return rest[match.end() :]
    if match := KNOWN.match(rest):
        found.label = match[1].lower()
        found.number = int(match[2]) if match[2] else found.number
        found.marks += ("question",)
        return rest[match.end() :]
    if len(rest) < LONELY and rest[-1] in ENDS and (match := LONE.match(rest)):
        found.number, found.marks = int(match[1]), (*found.marks, "question")
        return ""
    if found.level == 1 and (match := INSIDE.match(rest)):
        found.number = int(match[1])
        found.marks += ("question",)
        return rest[match.end() :]
    if not found.letter and (match := LETTER.match(rest)):
        found.letter = (match[1] or match[2] or match[3][0]).translate(CYRILLIC)
        found.marks += ("letter",)
        return rest[match.end() :]
    if rest[:2] == "^ ":
        found.label = "answer"
        found.marks += ("label",)
        return rest[2:]
    if (match := DOTTED.match(rest)) and match[1].lower() in ANSWER_WORDS:
        found.label, found.marks = match[1].lower(), (*found.marks, "label")
        return rest[match.end() :]
    match = LABEL.match(rest)
    return _general(rest, match, found) if match else None


def _general(rest: str, match: re.Match[str], found: Peeled) -> str | None:
    """The label of an answer, or any words before a colon: those stay part of the text."""
    left = rest[match.end() :].lstrip("* ")
    if is_answer(match[1]):
        found.label, found.marks = match[1].lower(), (*found.marks, "label")
        return left
    if not found.level and rest[match.end() :][:1] in {"", " ", "*"}:
        found.label, found.said = match[1].lower(), left
        if left and match[2]:
            found.number = int(match[2])
        elif numbered := taken(left):
            found.number, found.said = numbered
    return None
