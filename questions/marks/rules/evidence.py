"""What an answer holds for and against the ideas of a point, by neighbouring sentences."""

from __future__ import annotations

from collections import defaultdict
from collections.abc import Sequence
from dataclasses import dataclass, field

from .points import PLAIN, Idea
from .spelling import initials, nearly
from .thesaurus import Lexicon
from .tokens import Token, tokens

_WINDOW = 2
"""How many neighbouring sentences are read together."""


@dataclass
class Window:
    """A sentence and the next: the weight of ideas said there, denied there, and their tokens.

    `telling` counts those said that are more than a small word or one of the question's own, a
    number twice.
    """

    sentence: int
    agreed: float = 0.0
    telling: int = 0
    denied: float = 0.0
    denied_clauses: float = 0.0
    wrong_number: float = 0.0
    earned: set[int] = field(default_factory=set)
    deniers: dict[int, list[int]] = field(default_factory=dict)


@dataclass
class Hits:
    """The tokens, by sentence, that say an idea, deny it, or name another number."""

    agree: dict[int, list[int]] = field(default_factory=dict)
    deny: dict[int, list[int]] = field(default_factory=dict)
    others: dict[int, list[int]] = field(default_factory=dict)


@dataclass(frozen=True)
class Evidence:
    """An answer, its tokens and where each idea is."""

    text: str
    tokens: Sequence[Token]
    places: dict[str, list[tuple[int, int]]]
    by_letter: dict[str, list[str]]

    @classmethod
    def of(cls, text: str, lexicon: Lexicon, *, every_word: bool = False) -> Evidence:
        """Read an answer. A place is a token and the sign with which it says the idea."""
        found = tokens(text, lexicon, every_word=every_word)
        places: dict[str, list[tuple[int, int]]] = defaultdict(list)
        for at, token in enumerate(found):
            places[token.key].append((at, token.sign))
            if token.other:
                places[token.other].append((at, -token.sign))
        for short, first, last in initials([token.word for token in found]):
            places[short] += [(at, found[at].sign) for at in range(first, last)]
        by_letter: dict[str, list[str]] = defaultdict(list)
        for key in places:
            if len(key) >= 6 and key[0] != "=":
                by_letter[key[0]].append(key)
        return cls(text, found, dict(places), dict(by_letter))

    def within(self, window: Window) -> list[Token]:
        """The tokens of a window."""
        near = range(window.sentence, window.sentence + _WINDOW)
        return [token for token in self.tokens if token.sentence in near]

    def windows(self, ideas: Sequence[Idea]) -> list[Window]:
        """The windows in which something of the ideas stands, with what they weigh there."""
        hits = [self._hits(idea) for idea in ideas]
        sentences = {at for found in hits for at in (*found.agree, *found.deny)}
        return [self._window(sentence, ideas, hits) for sentence in sorted(sentences)]

    def _hits(self, idea: Idea) -> Hits:
        hits = Hits()
        for at, sign in self._places(idea):
            token = self.tokens[at]
            if idea.value is not None and not (token.value and idea.value.equals(token.value)):
                hits.others.setdefault(token.sentence, []).append(at)
            elif sign == idea.sign:
                hits.agree.setdefault(token.sentence, []).append(at)
            else:
                hits.deny.setdefault(token.sentence, []).append(at)
        return hits

    def _places(self, idea: Idea) -> list[tuple[int, int]]:
        """Where the idea is, by its own name, by its opposite's, or nearly as it is written."""
        places = list(self.places.get(idea.key, ()))
        if idea.other:
            places += [(at, -sign) for at, sign in self.places.get(idea.other, ())]
        for short in idea.shorts:
            places += self.places.get(short, ())
        if not places and len(idea.key) >= 6 and idea.key[0] != "=":
            close = (key for key in self.by_letter.get(idea.key[0], ()) if nearly(key, idea.key))
            places = [place for key in close for place in self.places[key]]
        return places

    def _window(self, sentence: int, ideas: Sequence[Idea], hits: Sequence[Hits]) -> Window:
        window = Window(sentence)
        near = range(sentence, sentence + _WINDOW)
        agree = [[at for n in near for at in hit.agree.get(n, ())] for hit in hits]
        window.earned.update(at for found in agree for at in found)
        denied: set[int] = set()
        clauses: list[tuple[float, set[int]]] = []
        for order, (idea, hit) in enumerate(zip(ideas, hits, strict=True)):
            # A word that says one idea does not deny another: "read" next to "write".
            deny = [at for n in near for at in hit.deny.get(n, ()) if at not in window.earned]
            others = [at for n in near for at in hit.others.get(n, ())]
            if agree[order]:
                window.agreed += idea.weight
                window.telling += 2 if idea.value else idea.weight >= PLAIN
            elif deny:
                window.denied += idea.weight
                window.deniers[order] = deny
                denied |= {self.tokens[at].clause for at in deny}
            elif self._wrong(ideas, order, others):
                window.wrong_number += idea.weight
            clauses.append((idea.weight, {self.tokens[at].clause for at in agree[order] + deny}))
        window.denied_clauses = sum(weight for weight, of in clauses if of & denied)
        return window

    def _wrong(self, ideas: Sequence[Idea], order: int, others: Sequence[int]) -> bool:
        """Whether another number stands where this one should: of its kind, or of its noun."""
        value = ideas[order].value
        if value is None:
            return False
        noun = ideas[order + 1].key if order + 1 < len(ideas) else ""
        for at in others:
            token = self.tokens[at]
            if token.sign < 0 or token.value is None:
                continue
            after = self.tokens[at + 1].key if at + 1 < len(self.tokens) else ""
            if value.contradicts(token.value) or (noun == after and not value.kind):
                return True
        return False
