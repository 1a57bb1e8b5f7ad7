"""What tells one question from another, and the words by which it is shown in a list."""

from __future__ import annotations

from collections.abc import Iterable
from hashlib import blake2s

from . import likeness
from .points.blocks import Block, Shape, read
from .points.phrases import without_answer_label
from .points.plain import plain
from .points.sentences import sentences

LONGEST = 400


def fingerprint(prompt: str, options: Iterable[str] = ()) -> str:
    """The same for questions that are one; "" for a prompt that alone does not say what is asked.

    Two choice questions are one where their options, in any order, are the same too.
    """
    plainest = sorted(likeness.plainest(option) for option in options)
    if not plainest:
        return likeness.fingerprint(prompt)
    whole = "\x00".join([likeness.plainest(prompt), *plainest])
    return blake2s(whole.encode("utf-8", "surrogatepass"), digest_size=16).hexdigest()


def opening(answer: str) -> str:
    """The first sentence of an answer's prose, or of whatever it has; at most 400 letters."""
    blocks = read(without_answer_label(answer))
    for wanted in (_is_prose, _says_anything):
        for block in blocks:
            if wanted(block) and (found := sentences(plain(block.raw))):
                return shortened(_closed(found[0]), LONGEST)
    return ""


def _closed(sentence: str) -> str:
    """The sentence, ended where it was cut at a semicolon."""
    bare = sentence.rstrip(" ;,")
    return bare if bare == sentence else bare + "."


def _is_prose(block: Block) -> bool:
    return block.shape is Shape.PARAGRAPH and _says_anything(block)


def _says_anything(block: Block) -> bool:
    return any(letter.isalnum() for letter in block.raw)


def shortened(text: str, most: int) -> str:
    """The text on one line, cut between words where it is longer than `most` letters."""
    text = " ".join(text.split())
    if len(text) <= most:
        return text
    cut = text[: most - 1]
    at_word = cut.rpartition(" ")[0]
    return (at_word if len(at_word) > most // 2 else cut).rstrip(" ,;:.-–") + "…"
