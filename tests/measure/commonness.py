"""Writes down how common each word is in the house's documents.

`python -m tests.measure.commonness` prints the module `questions/marks/rules/words/common.py`.

The marker weighs a word by what it tells. A passage is a paragraph of an answer or a list of key
points, about as long as a typed answer; only words in many passages are written, the others count
as rare. Run it again when the documents have changed much, then `tests.measure.fitting`.
"""

from __future__ import annotations

import re
import sys
from collections import Counter, defaultdict
from collections.abc import Iterator
from math import log

from questions.marks.rules.lexemes import pieces
from questions.marks.rules.rarity import RARE, STEP
from questions.marks.rules.stems import stem
from tests.content.documents import files

SHORTEST = 15
"""A paragraph of fewer words says too little to be counted."""
WIDTH = 96


def passages() -> Iterator[str]:
    """The paragraphs of every answer and the key points of every question."""
    for path in files():
        for question in path.read_text("utf-8").split("\n## ")[1:]:
            text = re.sub(r"```.*?```|\*\*Checked against:.*", "", question, flags=re.S)
            prose, _, points = text.partition("**Key points**")
            yield from (part for part in prose.split("\n\n")[1:] if len(part.split()) >= SHORTEST)
            yield ". ".join(re.findall(r"^- (.*)$", points, re.M)).replace("(core)", "")


def classes() -> dict[int, list[str]]:
    """The stems of the documents by how many steps they tell, the commonest first."""
    found = Counter[str]()
    count = 0
    for passage in passages():
        count += 1
        words = pieces(re.sub(r"[*`#]", " ", passage))
        found.update({stem(piece.word) for piece in words if piece.word})
    by_class = defaultdict(list)
    for word, times in sorted(found.items()):
        tells = -log((times + 2) / (count + 2))
        if tells < RARE - STEP / 2:
            by_class[round(tells / STEP)].append(word)
    return dict(sorted(by_class.items()))


def module() -> Iterator[str]:
    """The lines of `questions/marks/rules/words/common.py`."""
    yield '"""Stems that are common in the house\'s documents, by what they tell: a line a step.'
    yield ""
    yield "Written by `python -m tests.measure.commonness`."
    yield '"""'
    yield ""
    yield "from __future__ import annotations"
    yield ""
    yield 'COMMON = """'
    for steps, words in classes().items():
        line = f"{steps}:"
        for word in words:
            if len(line) + 1 + len(word) > WIDTH:
                yield line
                line = " "
            line += f" {word}"
        yield line
    yield '"""'


if __name__ == "__main__":
    sys.stdout.writelines(f"{line}\n" for line in module())
