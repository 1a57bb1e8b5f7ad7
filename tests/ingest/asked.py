"""Made-up questions with answers of several kinds, the same for the same seed."""

from __future__ import annotations

import random
from dataclasses import dataclass

SUBJECTS = (
    "a mutex", "the page cache", "a bloom filter", "consistent hashing", "a write-ahead log",
    "a foreign key", "the event loop", "a closure", "tail latency", "an index scan",
    "a canary release", "two-phase commit", "a heap", "back pressure", "a vector clock",
)  # fmt: skip
OPENINGS = (
    "What is {}?", "Why does {} matter?", "How would you explain {} to a colleague?",
    "When should you avoid {}?", "Explain {}.", "Which problems does {} solve?",
    "What can go wrong with {}, and how would you notice it before anybody else does?",
)  # fmt: skip
SENTENCES = (
    "It keeps two writers from changing the same thing at once.",
    "The cost shows up under load, not in a test with one user, and by then it is late.",
    "Measure before and after, then decide.",
    "Most systems need it only in one hot place, so look for that place before anything else.",
    "It trades memory for time.",
    "A simple lock is often enough.",
)
POINTS = ("fast", "small", "safe under load", "easy to undo", "cheap to run")
CODE = (("x = 1", "print(x)"), ("def f(n):", "    return n + 1"), ("SELECT 1;",))
OPTIONS = (
    ("A spin lock", "A read-write lock", "A barrier"),
    ("Permits", "Threads", "Errors", "Signals"),
    ("Before the commit", "After the commit"),
)  # fmt: skip


@dataclass(frozen=True)
class Block:
    """A paragraph, points, steps or code."""

    kind: str
    lines: tuple[str, ...]


@dataclass(frozen=True)
class Item:
    """One question; with options the blocks say why."""

    prompt: str
    blocks: tuple[Block, ...]
    options: tuple[str, ...] = ()
    right: int = 0


def made(seed: int, *, choice: bool = False) -> list[Item]:
    """Some questions with answers, or with options, all different."""
    chance = random.Random(seed)
    subjects = chance.sample(SUBJECTS, chance.randint(5, 9))
    items = []
    for subject in subjects:
        prompt = chance.choice(OPENINGS[:4] if choice else OPENINGS).format(subject)
        blocks = [Block("text", (one,)) for one in chance.sample(SENTENCES, chance.randint(1, 2))]
        if choice:
            options = chance.choice(OPTIONS)
            items.append(Item(prompt, tuple(blocks[:1]), options, chance.randrange(len(options))))
            continue
        if chance.random() < 0.4:
            kind = chance.choice(("points", "steps"))
            blocks.append(Block(kind, tuple(chance.sample(POINTS, 3))))
        if chance.random() < 0.3:
            blocks.append(Block("code", chance.choice(CODE)))
        items.append(Item(prompt, tuple(blocks)))
    return items


def plain(text: str) -> str:
    """The letters and digits of a text."""
    return "".join(c for c in text.casefold() if c.isalnum())


def body(item: Item) -> str:
    """An answer's words."""
    return " ".join(line for block in item.blocks for line in block.lines)
