"""Moodle's GIFT as its documentation describes it, read letter by letter and not by our reader.

https://docs.moodle.org/en/GIFT_format: a backslash makes the next of ``~ = # { } :`` mean itself,
and with an n a new line; a blank line ends a question; ``//`` begins a comment.
"""

from __future__ import annotations

import re
from dataclasses import dataclass, field

MEANT = {"n": "\n", **{sign: sign for sign in "~=#{}:\\"}}
FORMATS = ("html", "markdown", "moodle", "plain")


@dataclass
class Option:
    text: str
    fraction: float
    feedback: str = ""


@dataclass
class Asked:
    title: str
    form: str
    text: str
    options: list[Option] = field(default_factory=list)
    feedback: str = ""
    tags: list[str] = field(default_factory=list)

    @property
    def essay(self) -> bool:
        return not self.options


Letters = list[tuple[str, bool]]
"""Each letter, and whether it is a sign of the grammar."""


def letters(text: str) -> Letters:
    found: Letters = []
    at = 0
    while at < len(text):
        if text[at] == "\\" and text[at + 1 : at + 2] in MEANT:
            found.append((MEANT[text[at + 1]], False))
            at += 2
        else:
            found.append((text[at], True))
            at += 1
    return found


def said(part: Letters) -> str:
    return "".join(letter for letter, _ in part).strip()


def find(part: Letters, sign: str, start: int = 0) -> int:
    wanted = [(letter, True) for letter in sign]
    for at in range(start, len(part) - len(sign) + 1):
        if part[at : at + len(sign)] == wanted:
            return at
    return -1


def questions(file: str) -> list[Asked]:
    """Every question; AssertionError where the file breaks a rule of the format."""
    found = []
    for block in re.split(r"\n[ \t]*\n", file.strip("\n")):
        lines = block.split("\n")
        comments = [line for line in lines if line.startswith("//")]
        body = "\n".join(line for line in lines if not line.startswith("//"))
        if body.strip():
            asked = question(letters(body.strip()))
            asked.tags = re.findall(r"\[tag:([^\]]*)\]", "\n".join(comments))
            found.append(asked)
    return found


def question(part: Letters) -> Asked:
    title = ""
    if find(part, "::") == 0:
        end = find(part, "::", 2)
        assert end > 0, "a title that never ends"
        title, part = said(part[2:end]), part[end + 2 :]
    form = "moodle"
    for name in FORMATS:
        if find(part, f"[{name}]") == 0:
            form, part = name, part[len(name) + 2 :]
    opens, closes = find(part, "{"), find(part, "}")
    assert 0 <= opens < closes, "no braces"
    assert find(part, "{", opens + 1) < 0, "braces within braces"
    assert find(part, "}", closes + 1) < 0, "a brace too many"
    assert not said(part[closes + 1 :]), "text after the braces"
    inside, feedback = part[opens + 1 : closes], ""
    if (at := find(inside, "####")) >= 0:
        inside, feedback = inside[:at], said(inside[at + 4 :])
    return Asked(title, form, said(part[:opens]), options(inside), feedback)


def options(part: Letters) -> list[Option]:
    starts = [at for at, (sign, meant) in enumerate(part) if meant and sign in "=~"]
    assert starts or not said(part), "an answer without a sign"
    found = []
    stops = [*starts[1:], len(part)] if starts else []
    for at, stop in zip(starts, stops, strict=True):
        one, fraction = part[at + 1 : stop], 100.0 if part[at][0] == "=" else 0.0
        weight = re.match(r"%(-?\d+(?:\.\d+)?)%", "".join(letter for letter, _ in one))
        if weight and part[at][0] == "~":
            fraction, one = float(weight[1]), one[weight.end() :]
        remark = find(one, "#")
        text, why = (one, []) if remark < 0 else (one[:remark], one[remark + 1 :])
        found.append(Option(said(text), fraction, said(why)))
    return found
