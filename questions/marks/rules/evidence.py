"""What an answer holds for and against the ideas of a point, clause by clause."""

from __future__ import annotations

from collections import defaultdict
from collections.abc import Iterator, Sequence
from dataclasses import dataclass, field

from .points import Idea
from .spelling import initials, nearly, shortened
from .stems import stem
from .thesaurus import SAME, Lexicon
from .tokens import Token, tokens_and_phrases

SLIP = 0.95
"""How surely a word with a slip of spelling, or cut short, is the one that it is taken for."""

Place = tuple[int, int, float, int]
"""A token, the sign with which it says a thing, how surely, and the phrase of the point, or -1."""


@dataclass
class Hits:
    """Where an idea is said, denied, or has its opposite or another number in its place."""

    said: list[Place] = field(default_factory=list)
    denied: list[Place] = field(default_factory=list)
    opposed: list[Place] = field(default_factory=list)


@dataclass(frozen=True)
class Evidence:
    """An answer, its tokens (words first, then phrases), and where each thing is said."""

    text: str
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
        return cls(text, found, len(words), by_key, by_initials, by_sense, by_letter)

    def hits(self, idea: Idea) -> Hits:
        """Every place that bears on an idea."""
        found = Hits()
        if idea.value is not None:
            self._numbers(idea, found)
            return found
        best: dict[tuple[int, int], Place] = {}
        for place in self._places(idea):
            known = best.get(place[:2])
            if known is None or place[2] > known[2]:
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
                (found.said if sign == idea.sign else found.denied).append((at, sign, SAME, -1))
            elif idea.value.contradicts(value) and sign > 0:
                found.opposed.append((at, -1, SAME, -1))

    def _places(self, idea: Idea) -> Iterator[Place]:
        for at, sign in (*self.by_key.get(idea.key, ()), *self.by_initials.get(idea.key, ())):
            yield at, sign * idea.sign, SAME, -1
        if idea.other:
            for at, sign in self.by_key.get(idea.other, ()):
                yield at, -sign * idea.sign, SAME, -1
        for sense in idea.senses:
            for at, sign, strength in self.by_sense.get(sense.group, ()):
                yield at, sign * sense.side * idea.denied, min(strength, sense.strength), -1
        for order, key, senses, denied in idea.phrases:
            for at, sign in self.by_key.get(key, ()):
                yield at, sign * denied, SAME, order
            for sense in senses:
                for at, sign, strength in self.by_sense.get(sense.group, ()):
                    yield at, sign * sense.side * denied, min(strength, sense.strength), order
        for short in idea.shorts:
            for at, sign in self.by_key.get(short, ()):
                yield at, sign * idea.sign, SAME, -1
        if idea.key not in self.by_key:
            yield from self._nearly(idea)

    def _nearly(self, idea: Idea) -> Iterator[Place]:
        root = stem(idea.word) if idea.word else ""
        for key in self.by_letter.get(root[:1], ()) if len(root) >= 4 else ():
            if nearly(key, root) or shortened(key, root):
                for at, sign in self.by_key[key]:
                    yield at, sign * idea.denied, SLIP, -1
