"""What an answer holds for and against the ideas of a point, clause by clause."""

from __future__ import annotations

from bisect import bisect_left
from collections import defaultdict
from collections.abc import Iterator, Sequence
from dataclasses import dataclass, field
from typing import NamedTuple

from .points import Idea
from .rarity import RARE
from .spelling import initials, nearly, shortened
from .stems import stem
from .thesaurus import SAME, Lexicon, Sense
from .tokens import Token, tokens_and_phrases

SLIP = 0.95
"""How surely a word with a slip of spelling, or cut short, is the one that it is taken for."""


class Place(NamedTuple):
    """A token that bears on an idea: with which sign, how surely, and what that tells.

    `phrase` is the phrase of the point that it stands for, or -1.
    """

    token: int
    sign: int
    sure: float
    phrase: int = -1
    tells: float = RARE

    @property
    def exact(self) -> bool:
        """Whether it is the idea's own word, and not one of much the same meaning."""
        return self.sure >= SLIP


@dataclass
class Hits:
    """Where an idea is said, denied, or has its opposite or another number in its place."""

    said: list[Place] = field(default_factory=list)
    denied: list[Place] = field(default_factory=list)
    opposed: list[Place] = field(default_factory=list)


@dataclass(frozen=True)
class Evidence:
    """An answer, its tokens (words first, then phrases), and where each thing is said."""

    tokens: Sequence[Token]
    words: int
    by_key: dict[str, list[tuple[int, int]]]
    by_initials: dict[str, list[tuple[int, int]]]
    by_sense: dict[str, list[tuple[int, int, float]]]
    by_letter: dict[str, list[str]]

    @classmethod
    def of(cls, text: str, lexicon: Lexicon, *, every_word: bool = False) -> Evidence:
        """Read an answer once for all points."""
        words, phrases = tokens_and_phrases(text, lexicon, every_word=every_word)
        found = [*words, *phrases]
        by_key: dict[str, list[tuple[int, int]]] = defaultdict(list)
        by_initials: dict[str, list[tuple[int, int]]] = defaultdict(list)
        by_sense: dict[str, list[tuple[int, int, float]]] = defaultdict(list)
        for at, token in enumerate(found):
            by_key[token.key].append((at, token.sign))
            if token.other:
                by_key[token.other].append((at, -token.sign))
            for sense in lexicon.senses_of(token.stems):
                by_sense[sense.group].append((at, token.denied * sense.side, sense.strength))
        for short, first, last in initials([token.word for token in words]):
            by_initials[short] += [(at, words[at].sign) for at in range(first, last)]
        by_letter: dict[str, list[str]] = defaultdict(list)
        for key in by_key:
            if len(key) >= 4 and key[0] != "=":
                by_letter[key[0]].append(key)
        return cls(found, len(words), by_key, by_initials, by_sense, by_letter)

    def clause_of(self, token: int) -> tuple[int, int]:
        """The sentence and the clause in which a token stands."""
        return self.tokens[token].sentence, self.tokens[token].clause

    def place_of(self, token: int) -> int:
        """Which word of the answer a token is, or a phrase begins with."""
        if token < self.words:
            return token
        start = self.tokens[token].start
        return bisect_left(self.tokens, start, hi=self.words, key=lambda word: word.start)

    def hits(self, idea: Idea) -> Hits:
        """Every place that bears on an idea."""
        found = Hits()
        if idea.value is not None:
            self._numbers(idea, found)
            return found
        best: dict[tuple[int, int], Place] = {}
        for place in self._places(idea):
            known = best.get(place[:2])
            if known is None or (place.sure, place.tells) > (known.sure, known.tells):
                best[place[:2]] = place
        for (at, way), place in best.items():
            if way > 0:
                found.said.append(place)
            elif self.tokens[at].denied == idea.denied:
                found.opposed.append(place)
            else:
                found.denied.append(place)
        return found

    def _numbers(self, idea: Idea, found: Hits) -> None:
        for at, sign in self.by_key.get("#", ()):
            value = self.tokens[at].value
            if value is None or idea.value is None:
                continue
            if idea.value.equals(value):
                (found.said if sign == idea.sign else found.denied).append(Place(at, sign, SAME))
            elif idea.value.contradicts(value) and sign > 0:
                found.opposed.append(Place(at, -1, SAME))

    def _places(self, idea: Idea) -> Iterator[Place]:
        for at, sign in (*self.by_key.get(idea.key, ()), *self.by_initials.get(idea.key, ())):
            yield Place(at, sign * idea.sign, SAME)
        if idea.other:
            for at, sign in self.by_key.get(idea.other, ()):
                yield Place(at, -sign * idea.sign, SAME)
        yield from self._senses(idea.senses, idea.denied, -1)
        for order, key, senses, denied in idea.phrases:
            for at, sign in self.by_key.get(key, ()):
                yield Place(at, sign * denied, SAME, order)
            yield from self._senses(senses, denied, order)
        for short in idea.shorts:
            for at, sign in self.by_key.get(short, ()):
                yield Place(at, sign * idea.sign, SAME)
        if idea.key not in self.by_key:
            yield from self._nearly(idea)

    def _senses(self, senses: Sequence[Sense], denied: int, phrase: int) -> Iterator[Place]:
        for sense in senses:
            for at, sign, strength in self.by_sense.get(sense.group, ()):
                sure = min(strength, sense.strength)
                yield Place(at, sign * sense.side * denied, sure, phrase, sense.tells)

    def _nearly(self, idea: Idea) -> Iterator[Place]:
        root = stem(idea.word) if idea.word else ""
        for key in self.by_letter.get(root[:1], ()) if len(root) >= 4 else ():
            if nearly(key, root) or shortened(key, root):
                for at, sign in self.by_key[key]:
                    yield Place(at, sign * idea.denied, SLIP)
