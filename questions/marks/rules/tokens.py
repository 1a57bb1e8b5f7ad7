"""A text as the marker reads it: ideas in order, each with its place, its clause and its sign."""

from __future__ import annotations

import re
from collections.abc import Iterator
from dataclasses import dataclass

from .lexemes import Piece, pieces
from .lists import bag
from .negation import Scope, is_cue, scopes
from .quantities import NAMED, Quantity, quantity
from .stems import stem
from .thesaurus import Lexicon

STOP = bag(
    "a about also am an and any are as at be been being both but by can could did do does doing "
    "done each e.g either else even ever for from had has have having he her here hers him his "
    "how i if in into is it its itself just kind lot may me might mine much my of off oh ok on "
    "or other our ours out over own per please quite rather really s shall she should so some "
    "something sort such t than that the their theirs them then there these they thing things "
    "this those though through thus to too under up upon us very via was way we well were what "
    "whatever when where whether which while who whom whose why will with within would yes yet "
    "you your yours basically actually simply typically usually often generally etc all like "
    "one get gets because since until unless however whereas although therefore d ll m re ve "
    "no not never nor neither without thats theres hes shes im ive youre theyre whats lets u ur "
    "still only it's that's you're they're there's let's"
)
_UNSIGNED = re.compile(r"^(?:un|non|dis)(?=[a-z]{4})|(?<=[a-z]{4})less(?:ly|ness)?$")
_TOO_COMMON = bag("one half quarter zero")


@dataclass(frozen=True, slots=True)
class Token:
    """One idea of a text: a word or phrase without its ending, or a number with its unit.

    `sign` is -1 in the scope of a negation and for the opposite of an idea, `denied` tells the
    first from the second; `other` is the idea without its negative prefix ("unsigned": "sign"),
    whose sign is the other one. `lead` is the small word in front of it ("from", "by"), if there
    is one. `stems` are those of all its words.
    """

    key: str
    start: int
    end: int
    sign: int
    sentence: int
    clause: int
    other: str = ""
    value: Quantity | None = None
    word: str = ""
    lead: str = ""
    stems: tuple[str, ...] = ()
    denied: int = 1


def tokens(text: str, lexicon: Lexicon, *, every_word: bool = False) -> list[Token]:
    """The ideas of a text in order; `every_word` keeps the small words too."""
    found = pieces(text)
    return _tokens(found, scopes(found), lexicon, every_word=every_word)


def tokens_and_phrases(
    text: str, lexicon: Lexicon, *, every_word: bool = False
) -> tuple[list[Token], list[Token]]:
    """The ideas of a text in order, and every phrase in it, however they overlap."""
    found = pieces(text)
    scope = scopes(found)
    words = _tokens(found, scope, lexicon, every_word=every_word)
    return words, list(_phrases(found, scope, lexicon))


def _tokens(
    found: list[Piece], scope: list[Scope], lexicon: Lexicon, *, every_word: bool
) -> list[Token]:
    made: list[Token] = []
    at, lead = 0, ""
    while at < len(found):
        key, sign, length, other, value = _idea(found, at, lexicon, every_word)
        if key:
            place = scope[at]
            denied = _sign_around(found, scope, at, length) if length > 1 else place.sign
            made.append(
                Token(
                    key=key,
                    start=found[at].lexeme.start,
                    end=found[at + length - 1].lexeme.end,
                    sign=sign * denied,
                    sentence=place.sentence,
                    clause=place.clause,
                    other=other,
                    value=value,
                    word=found[at].word if length == 1 else "",
                    lead=lead,
                    stems=tuple(stem(piece.word) for piece in found[at : at + length]),
                    denied=denied,
                )
            )
        lead = _lead_after(found[at].word, lead) if not key else ""
        at += length
    return made


def _phrases(found: list[Piece], scope: list[Scope], lexicon: Lexicon) -> Iterator[Token]:
    """Every run of two words or more that has a sense, and words that a longer idea swallows."""
    for at in range(len(found)):
        run = _run(found, at, lexicon.longest, negations=True) if found[at].word else ()
        for length in range(1, len(run) + 1):
            if (length == 1 and found[at].word in STOP) or not lexicon.senses_of(run[:length]):
                continue
            place = scope[at + length - 1]
            sign = _sign_around(found, scope, at, length)
            yield Token(
                key=" ".join(run[:length]),
                start=found[at].lexeme.start,
                end=found[at + length - 1].lexeme.end,
                sign=sign,
                sentence=place.sentence,
                clause=place.clause,
                stems=run[:length],
                denied=sign,
            )


def _sign_around(found: list[Piece], scope: list[Scope], at: int, length: int) -> int:
    """The sign of a phrase; "costs nothing" is not denied by its own negation."""
    if not any(piece.negates or is_cue(piece.word) for piece in found[at : at + length]):
        return scope[at + length - 1].sign
    if at and scope[at - 1].clause == scope[at].clause:
        return scope[at - 1].sign
    return 1


def _lead_after(word: str, lead: str) -> str:
    """The small word that leads the next idea: articles change nothing."""
    return lead if word in {"a", "an", "the", "its", "their", "your"} else word


_Idea = tuple[str, int, int, str, Quantity | None]
_NOTHING: _Idea = ("", 1, 1, "", None)


def _idea(found: list[Piece], at: int, lexicon: Lexicon, every_word: bool) -> _Idea:
    """Key, sign, length in pieces, opposite and number of the idea that begins at a piece."""
    piece = found[at]
    if piece.lexeme.mark:
        return _NOTHING
    if piece.lexeme.value is not None:
        return "#", 1, 1, "", piece.lexeme.value
    run = _run(found, at, lexicon.longest)
    for length in range(len(run), 0, -1):
        if idea := lexicon.idea(run[:length]):
            return idea[0], idea[1], length, "", None
    if (piece.word in STOP or piece.negates) and not every_word:
        return _NOTHING
    if piece.word in NAMED and piece.word not in _TOO_COMMON:
        return "#", 1, 1, "", quantity(NAMED[piece.word], None)
    return run[0], 1, 1, _opposite(piece.word, lexicon), None


def _opposite(word: str, lexicon: Lexicon) -> str:
    """The idea of a word without its negative prefix or ending, or nothing."""
    bare = _UNSIGNED.sub("", word)
    if bare == word:
        return ""
    idea = lexicon.idea((stem(bare),))
    return idea[0] if idea else stem(bare)


def _run(found: list[Piece], at: int, longest: int, *, negations: bool = False) -> tuple[str, ...]:
    """The stems of the words that stand in a row from here on, at most `longest`."""
    run = [stem(found[at].word)]
    for piece in found[at + 1 : at + longest]:
        if not piece.word or (piece.negates and not negations):
            break
        run.append(stem(piece.word))
    return tuple(run)
