"""What a negation reaches: the sign, clause and sentence of each word of a text."""

from __future__ import annotations

from dataclasses import dataclass

from .lexemes import Piece
from .lists import bag
from .stems import is_past

_CUES = {
    "not": 8, "never": 8, "nothing": 6, "none": 6, "nobody": 6, "neither": 6, "nor": 6, "no": 4,
    "without": 4, "hardly": 5, "barely": 5, "rarely": 5, "seldom": 5, "lacks": 4, "lacking": 4,
    "lack": 4, "dont": 8, "doesnt": 8, "isnt": 8, "arent": 8, "cant": 8, "wont": 8, "didnt": 8,
}  # fmt: skip
# Two words that negate together, and how many words they reach.
_PAIRS = {
    ("instead", "of"): 4, ("rather", "than"): 4, ("fails", "to"): 6, ("fail", "to"): 6,
    ("failed", "to"): 6, ("unable", "to"): 6, ("free", "of"): 3, ("far", "from"): 3,
}  # fmt: skip
# "Not without" is with; "neither … nor" is neither.
_FLIPPING = frozenset({"not", "never", "without", "unable", "fails", "fail", "failed"})
_HARMLESS = {
    "not": {"only", "just", "merely", "simply", "least"},
    "no": {"matter", "doubt", "one's"},
    "without": {"doubt", "question"},
}
_BOUNDARIES = bag(
    "but because since so although though while whereas however unless until when whenever if "
    "which who whom whose then therefore thus hence instead yet where once before after"
)
_JOINS = frozenset({"and", "or"})
_SUBJECTS = bag(
    "it they you we he she this that these those there the a an is are was were has have can "
    "could does do will would should must i its your their"
)
_COMPARATIVES = bag(
    "more longer larger greater higher bigger over beyond past above exceed exceeds exceeding "
    "less fewer lower smaller shorter under below later sooner earlier"
)
# "… is not possible" denies what stands before it.
_PREDICATES = bag(
    "possible allowed true permitted supported correct right case needed required necessary "
    "available there happening real work apply exist"
)
_DENIALS = bag("false untrue impossible incorrect wrong forbidden prohibited")
# They deny the verb in front of them too: "gains nothing".
_BEHIND = bag("no nothing nobody none")
_BETWEEN = bag("be been being the really always actually even ever a currently")
_BEING = bag("is are was were be been it's that's")


@dataclass(frozen=True, slots=True)
class Scope:
    """Where a word stands and whether it is denied (-1) there."""

    sign: int
    sentence: int
    clause: int


def is_cue(word: str) -> bool:
    """Whether this word denies what follows it."""
    return word in _CUES


def scopes(found: list[Piece]) -> list[Scope]:
    """The scope of each piece, in one pass; what lies behind a cue is looked at a few words far."""
    reader = _Reader(found)
    for at in range(len(found)):
        reader.take(at)
    return [
        Scope(sign, sentence, clause)
        for sign, sentence, clause in zip(reader.sign, reader.sentence, reader.clause, strict=True)
    ]


class _Reader:
    """The state of the pass: the open negation and how many words it still reaches."""

    def __init__(self, found: list[Piece]) -> None:
        self.found = found
        self.sign: list[int] = []
        self.sentence: list[int] = []
        self.clause: list[int] = []
        self.at_sentence = 0
        self.at_clause = 0
        self.open = 1
        self.reach = 0
        self.empty = True
        self.began = 0

    def word(self, at: int) -> str:
        return self.found[at].word if 0 <= at < len(self.found) else ""

    def take(self, at: int) -> None:
        piece = self.found[at]
        if piece.lexeme.mark:
            self.mark(piece.lexeme.mark, at)
        elif not self.waits and self.divides(at):
            self.close(at)
        reach = self.cue(at)
        if reach:
            self.deny(at, reach)
        self.sign.append(self.open)
        self.sentence.append(self.at_sentence)
        self.clause.append(self.at_clause)
        if not reach:
            self.spend(piece)

    @property
    def waits(self) -> bool:
        """Whether a negation is open that has denied nothing yet: "not when …"."""
        return self.reach > 0 and self.empty

    def mark(self, mark: str, at: int) -> None:
        if mark == "/" or (mark == "," and self.waits):
            return
        self.close(at)
        if mark == ".":
            self.at_sentence += 1

    def divides(self, at: int) -> bool:
        word = self.word(at)
        if word in _JOINS:
            after = self.word(at + 1)
            return after in _SUBJECTS or (self.reach > 0 and is_past(after))
        return word in _BOUNDARIES and (word, self.word(at + 1)) not in _PAIRS

    def close(self, at: int) -> None:
        self.open, self.reach, self.empty = 1, 0, True
        self.at_clause += 1
        self.began = at

    def cue(self, at: int) -> int:
        """How many words the negation that begins here reaches; 0 where none does."""
        word, after = self.word(at), self.word(at + 1)
        if (word, after) in _PAIRS:
            return _PAIRS[word, after]
        if word in _DENIALS and self.word(at - 1) in _BEING:
            return 8
        if after in _HARMLESS.get(word, ()) or (
            word == "no" and after in _COMPARATIVES and self.word(at + 2) == "than"
        ):
            return 0
        reach = 8 if self.found[at].negates else _CUES.get(word, 0)
        return 0 if reach and self.only_limits(at) else reach

    def only_limits(self, at: int) -> bool:
        """Whether this is "not … more than 5": a limit, and nothing is denied."""
        near = range(at + 1, min(at + 7, len(self.found)))
        compared = next((n for n in near if self.word(n) in _COMPARATIVES), None)
        if compared is None:
            return False
        behind = self.found[compared + 1 : compared + 4]
        return any(piece.lexeme.value is not None for piece in behind)

    def deny(self, at: int, reach: int) -> None:
        flips = self.found[at].negates or self.word(at) in _FLIPPING
        self.open = -self.open if flips and self.empty else -1
        self.reach, self.empty = reach, True
        behind = at + 1
        while self.word(behind) in _BETWEEN and behind < at + 4:
            behind += 1
        if self.word(at) in _BEHIND and at > self.began and len(self.word(at - 1)) > 3:
            self.sign[at - 1] = -self.sign[at - 1]  # "holds no lock" is "does not hold a lock"
        if self.word(at) in _DENIALS or self.word(behind) in _PREDICATES:
            for before in range(self.began, at):
                self.sign[before] = -self.sign[before]
            self.began = at

    def spend(self, piece: Piece) -> None:
        if not self.reach or (len(piece.word) < 3 and piece.lexeme.value is None):
            return
        self.empty = False
        self.reach -= 1
        if not self.reach:
            self.open = 1
