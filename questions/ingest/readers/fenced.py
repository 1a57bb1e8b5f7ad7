"""A block of code on its way into Markdown."""

from __future__ import annotations

import re

from .tags import Token
from .writer import Piece

LANGUAGE = re.compile(
    r"\b(?:language|lang|highlight-source|brush:|highlight|sourcecode)[-: ] ?([a-z0-9+#]{1,20})"
)
LINES = frozenset({"div", "li", "tr", "p"})
PLAIN = frozenset({"default", "none", "notranslate", "text", "plain", "plaintext"})


class Fence:
    """The lines of an element `pre`, with the language that it or its code states."""

    def __init__(self, token: Token) -> None:
        self.language = _language(token)
        self.pieces: list[Piece] = []

    def add(self, text: str, line: int) -> None:
        """Text of it, which may hold several lines."""
        for number, part in enumerate(text.split("\n")):
            if number or not self.pieces:
                self.pieces.append(Piece(part, line + number, line + number))
            else:
                self.pieces[-1].text += part

    def closed_by(self, token: Token) -> bool:
        """Take a tag within the code; whether it ends here."""
        if token.name == "br" or (token.closes and token.name in LINES):
            self.pieces.append(Piece("", token.first, token.first))
        elif token.name in {"code", "span"} and not token.closes and not self.language:
            self.language = _language(token)
        return token.name == "pre" and token.closes

    def lines(self) -> list[Piece]:
        """The code between two fences, without blank lines at its ends; none for no code."""
        return fenced(self.pieces, self.language)


def fenced(pieces: list[Piece], language: str = "") -> list[Piece]:
    """Lines of code between two fences, without blank lines at their ends; none for no code."""
    start, stop = 0, len(pieces)
    while start < stop and not pieces[start].text.strip():
        start += 1
    while stop > start and not pieces[stop - 1].text.strip():
        stop -= 1
    if start == stop:
        return []
    kept = [Piece(piece.text.rstrip(), piece.first, piece.last) for piece in pieces[start:stop]]
    mark = "~~~" if any("```" in piece.text for piece in kept) else "```"
    first, last = kept[0].first, kept[-1].last
    return [Piece(mark + language, first, first), *kept, Piece(mark, last, last)]


def _language(token: Token) -> str:
    names = token.attributes().get("class", "").lower()
    match = LANGUAGE.search(names[:200])
    return match[1] if match and match[1] not in PLAIN else ""
