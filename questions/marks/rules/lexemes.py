"""The words, numbers and marks of a text, each with its place."""

from __future__ import annotations

import re
import unicodedata
from collections.abc import Iterator
from dataclasses import dataclass

from .lists import bag
from .quantities import NAMED, NUMBER, UNITS, Quantity, quantity, read

_PREFIXED = r"(?:re|pre|non|un|de|co|sub|multi|auto|micro)-(?=[^\W\d_]{2})"
_WORD = re.compile(rf"w/o\b|(?:{_PREFIXED})?[^\W_]+(?:['’][^\W\d_]+)*[+#]*", re.IGNORECASE)
_OPERATOR = re.compile(r"={2,3}|!={1,2}|=>|&&|\|\|")
_BREAK = re.compile(r"[.!?…]+|\n")
_MARK = re.compile(r"->|[,;:()=\[\]–—]|-(?=\s)")
_NOT = re.compile(r"^(.*)n['’]?t$")
_AUXILIARY = bag(
    "is are was were do does did has have had can could wo would should must need may ca ai might"
)


@dataclass(frozen=True, slots=True)
class Lexeme:
    """A word, a number or a mark, as written."""

    text: str
    start: int
    end: int
    mark: str = ""
    value: Quantity | None = None


def lexemes(text: str) -> Iterator[Lexeme]:
    """The words, numbers and marks of a text in order. Linear in its length."""
    at = 0
    while at < len(text):
        made = None if text[at] in " \t" else _lexeme(text, at)
        if made is not None:
            yield made
        at = made.end if made is not None else at + 1


def _lexeme(text: str, at: int) -> Lexeme | None:
    if (number := NUMBER.match(text, at)) and (found := read(number)):
        return Lexeme(text[at : found[1]], at, found[1], value=found[0])
    if word := _WORD.match(text, at):
        return Lexeme(word[0], at, word.end())
    if sign := _OPERATOR.match(text, at):
        return Lexeme(sign[0], at, sign.end())
    if stop := _BREAK.match(text, at):
        # A dot inside a name ("node.js") ends nothing.
        ends = stop.end() == len(text) or not text[stop.end()].isalnum()
        return Lexeme(stop[0], at, stop.end(), mark="." if ends or stop[0] == "\n" else "/")
    if mark := _MARK.match(text, at):
        return Lexeme(mark[0], at, mark.end(), mark=mark[0])
    return None


def fold(word: str) -> str:
    """Lower case, one apostrophe, no accents, no hyphen behind a prefix."""
    if word.lower() == "w/o":
        return "without"
    plain = unicodedata.normalize("NFKD", word.replace("’", "'")).casefold()
    plain = "".join(letter for letter in plain if not unicodedata.combining(letter))
    plain = plain.replace("-", "")
    return plain[:-2] if plain.endswith("'s") else plain


@dataclass(frozen=True, slots=True)
class Piece:
    """A lexeme with its folded words; "can't" is "can" and "not"."""

    lexeme: Lexeme
    word: str
    negates: bool = False


def pieces(text: str) -> list[Piece]:
    """The lexemes of a text, negations set apart and named numbers read."""
    found: list[Piece] = []
    for lexeme in lexemes(text):
        word = "" if lexeme.mark or lexeme.value else fold(lexeme.text)
        if word == "cannot":
            found += [Piece(lexeme, "can"), Piece(lexeme, "not", negates=True)]
        elif (verb := _NOT.match(word)) and verb[1] in _AUXILIARY:
            found += [Piece(lexeme, verb[1]), Piece(lexeme, "not", negates=True)]
        elif word == "cent" and [piece.word for piece in found[-1:]] == ["per"]:
            found[-1:] = [Piece(_both(found[-1].lexeme, lexeme), "percent")]
            if len(found) > 1 and found[-2].word in NAMED:
                found[-2:] = [_named(found[-2], found[-1].lexeme, "percent")]
        elif word in UNITS and found and found[-1].word in NAMED:
            found[-1] = _named(found[-1], lexeme, word)
        else:
            found.append(Piece(lexeme, word))
    return found


def _named(number: Piece, unit: Lexeme, name: str) -> Piece:
    """ "fifteen minutes" as a quantity."""
    value = quantity(NAMED[number.word], name)
    return Piece(_both(number.lexeme, unit, value), "")


def _both(one: Lexeme, next_: Lexeme, value: Quantity | None = None) -> Lexeme:
    return Lexeme(f"{one.text} {next_.text}", one.start, next_.end, value=value)
