"""The inline markup of reStructuredText as Markdown."""

from __future__ import annotations

import re
from collections.abc import Callable, Mapping

from questions.ingest.rules.words import words_of

from .writer import ANGLE, in_code

CODE = re.compile(r"``(.{1,2000}?)``(?!`)")
ROLE = re.compile(r":([A-Za-z][\w:+.-]{0,40}):`([^`]{1,500})`")
LINK = re.compile(
    r"(?<!`)`(?!`)((?:[^`<>]++|``[^`]{1,200}``|<(?![^`<>\s]{1,500}>`_)){0,40}+)"
    r"<([^`<>\s]{1,500})>`__?"
)
NAMED = re.compile(r"`([^`]{1,400})`__?(?!\w)")
SHORT = re.compile(r"(?<![\w`_])([A-Za-z][\w.-]{0,80}?)__?(?![\w`_])")
SUBSTITUTION = re.compile(r"\|([^|\s](?:[^|]{0,80}[^|\s])?)\|_{0,2}")
FOOTNOTE = re.compile(r"\[([#*\w.-]{1,40})\]_(?!\w)")
TITLED = re.compile(r"^(.*?)\s*<[^<>]*>$")
HELD = re.compile("\x00(\\d+)\x00")
ESCAPED = re.compile(r"\\(\s)")
WORDS = words_of(
    """
    ref doc term any numref title abbr guilabel menuselection dfn t
    """
)
MATHS = frozenset({"math", "eq"})
STRONG = frozenset({"strong", "emphasis"})


def inline(text: str, named: Mapping[str, str]) -> str:
    """One line's markup; code in it is left alone. `named` are substitutions and link targets."""
    if not ("`" in text or "_" in text or "|" in text or "<" in text or "\\" in text):
        return text
    held: list[str] = []

    def hold(said: str) -> str:
        held.append(said)
        return f"\x00{len(held) - 1}\x00"

    text = LINK.sub(lambda found: hold(_link(_coded(found[1]), found[2])), text)
    pieces = CODE.split(text)
    for at in range(0, len(pieces), 2):
        pieces[at] = _spoken(pieces[at], named, hold)
    for at in range(1, len(pieces), 2):
        pieces[at] = in_code(pieces[at])
    text = "".join(pieces)
    for _ in range(2):  # what is held may hold something itself
        text = HELD.sub(lambda found: held[int(found[1])], text)
    return text


def _coded(text: str) -> str:
    """The code within a link's text."""
    return CODE.sub(lambda found: in_code(found[1]), text)


def _spoken(text: str, named: Mapping[str, str], hold: Callable[[str], str]) -> str:
    text = ROLE.sub(lambda found: hold(_role(found[1].rpartition(":")[2], found[2])), text)
    text = NAMED.sub(lambda found: hold(_link(found[1], named.get(_key(found[1]), ""))), text)
    parts = text.split("`")
    for at in range(0, len(parts), 2):
        part = FOOTNOTE.sub(r"[\1]", parts[at])
        part = SUBSTITUTION.sub(lambda found: named.get(f"|{found[1]}|", found[0]), part)
        part = SHORT.sub(lambda found: _short(found, named), part)
        parts[at] = ANGLE.sub("&lt;", ESCAPED.sub("", part))
    return "`".join(parts)


def _role(role: str, said: str) -> str:
    titled = TITLED.match(said)
    text = (titled[1] if titled and titled[1] else said).strip("~!")
    if role in STRONG:
        return f"**{text}**" if role == "strong" else f"*{text}*"
    if role in WORDS or role in {"sup", "superscript", "sub", "subscript"}:
        return text
    if role == "pep":
        return f"PEP {text}"
    return f"`{text}`"


def _link(said: str, address: str) -> str:
    said = said.strip() or address
    return f"[{said}]({address})" if address and not address.endswith("_") else said


def _short(found: re.Match[str], named: Mapping[str, str]) -> str:
    """A single word that refers to a target; a name that only ends so stays."""
    address = named.get(_key(found[1]))
    return found[0] if address is None else _link(found[1], address)


def _key(text: str) -> str:
    return " ".join(text.lower().split())
