"""What an answer claims that another may contradict: amounts, defaults, and yes or no."""

from __future__ import annotations

import re
from dataclasses import dataclass
from functools import lru_cache

from . import quantities
from .points.blocks import Block, Shape, read
from .points.phrases import illustrates, without_answer_label
from .points.plain import plain
from .points.sentences import sentences
from .quantities import Amount
from .roots import FRAMES, roots
from .words import bag, fold

MOST = 120
"""Sentences of an answer that are looked at."""

KEPT = 2_000
"""Answers whose claims are remembered: every document of a bank hears those of the others."""

_ASIDE = re.compile(r"\b(?:e\.g\.|for (?:example|instance)|such as|say,|suppose|imagine|like)\b")
_DEFAULT = re.compile(r"\b(?:by default|defaults?)\b")
_MOST_OF = re.compile(
    r"\b(?:max\w*|limit\w*|up to|at most|no more than|exceeds?|quotas?|cap(?:s|ped)?|longest|"
    r"largest|as (?:long|large|much|many) as)\b|[≤]"
)
_LEAST_OF = re.compile(
    r"\b(?:min(?:imum)?|at least|no less than|smallest|shortest)\b|[≥]|"
    r"\bas (?:low|little|short|small|few) as\b"
)
_STEP_OF = re.compile(r"\b(?:increments?|steps? of|granularity|nearest|round\w*|multiples? of)\b")
_PIECES = re.compile(r"\s+/\s+|;\s+|,\s+(?:and|while|whereas|but)\s+|\s+(?:while|whereas|but)\s+")
_RANGE = re.compile(r"\b(?:from|between)\b.*\b(?:to|and)\b")
_MODAL = re.compile(
    r"\b(?:can(?:not)?|may|must|always|never|is possible|supports?|allows?|requires?|guarantees?|"
    r"by default|defaults?|automatically)\b|\bdo(?:es)?(?: not|n't)\b"
)
_WHOLE = 3  # words that carry meaning; a shorter sentence does not say what it is about
_OPENING = 2_000  # characters in which the first sentence ends
_EXAMPLE = re.compile(r"^\W*(?:\d+\W+)?(?:examples?|sample|use cases?|scenario)\b")
_YES = re.compile(r"^\W*yes\b")
_NO = re.compile(r"^\W*no\b(?! (?:more|less|longer|one)\b)")
_NEGATED = re.compile(
    r"\b(?:not|never|cannot|no longer|neither|without|unable|impossible)\b|n't\b|\bno (?=\w)"
)
_UNITS = {
    *roots("byte kilobyte megabyte gigabyte second minute hour day week month year increment"),
    *bag("kb mb gb tb ms sec min hr"),
}


@dataclass(frozen=True)
class Claim:
    """One statement: its sentence, what it is about, and the amounts it gives for that."""

    sentence: str
    about: frozenset[str]
    under: frozenset[str]
    amounts: tuple[Amount, ...] = ()
    default: bool = False
    bound: str = ""
    polar: bool = False
    negated: bool = False


@lru_cache(maxsize=KEPT)
def of(answer: str) -> tuple[Claim, ...]:
    """The claims of an answer in its order; examples claim nothing."""
    found: list[Claim] = []
    titles: list[Block] = []
    for block in read(without_answer_label(answer)):
        if block.shape is Shape.TITLE:
            titles = [title for title in titles if title.level < block.level]
            titles.append(block)
        elif not any(_exemplary(title) for title in titles):
            found += _of_block(block, [_heading(title) for title in titles])
        if len(found) >= MOST:
            break
    return tuple(found[:MOST])


def _heading(title: Block) -> str:
    return plain(title.raw)


def _exemplary(title: Block) -> bool:
    return bool(_EXAMPLE.match(fold(plain(title.raw))))


def _of_block(block: Block, above: list[str]) -> list[Claim]:
    """The claims of a block and of what is listed under it, which it is the heading of."""
    said = [_row(block)] if block.shape is Shape.ROW else sentences(plain(block.raw))
    found = [claim for sentence in said for claim in _claims(sentence.strip(), above)]
    for inner in block.under:
        found += _of_block(inner, [*above, *said[-1:]])
    return found


def verdict(answer: str) -> tuple[bool, str] | None:
    """Whether an answer opens with yes (True) or no (False), and the sentence that does."""
    words = plain(without_answer_label(answer[:_OPENING]))
    said = fold(words[:40])
    if not (_YES.match(said) or _NO.match(said)):
        return None
    return bool(_YES.match(said)), (sentences(words) or [words])[0]


def _row(block: Block) -> str:
    return ": ".join(cell for cell in map(plain, block.cells) if cell)


def _claims(sentence: str, above: list[str]) -> list[Claim]:
    folded = fold(sentence)
    if illustrates(sentence):
        return []
    pieces = _pieces(sentence)
    head = roots(pieces[0].partition(":")[0]) if ":" in pieces[0][:60] and len(pieces) > 1 else []
    return [_claim(sentence, folded, piece, head, above) for piece in pieces]


def _pieces(sentence: str) -> list[str]:
    """The parts of a sentence that each give an amount of their own, else the whole."""
    parts = _PIECES.split(sentence)
    amounts = [bool(quantities.found(part)) for part in parts]
    return parts if sum(amounts) > 1 and all(amounts) else [sentence]


def _claim(sentence: str, folded: str, piece: str, head: list[str], above: list[str]) -> Claim:
    said = fold(piece)
    amounts = tuple(quantities.found(_without_asides(piece)))
    if _RANGE.search(said) and len(amounts) > 1:
        amounts = amounts[-1:] if amounts[0].dimension == amounts[-1].dimension else amounts
    default = bool(_DEFAULT.search(f"{folded} {fold(above[-1] if above else '')}"))
    bound = _bound(said) or _bound(folded) or _bound(fold(above[-1] if above else ""))
    # That it is a default, or a step between amounts, is as telling as any word of it.
    kinds = ["=default"] * default + [f"={bound}"] * (bound in {"step", "least"})
    about = frozenset([*_topical([*roots(piece), *head]), *kinds])
    context = frozenset(_topical(roots(" ".join(above))))
    return Claim(
        sentence,
        about,
        context,
        amounts,
        default=default,
        bound=bound,
        polar=_is_polar(sentence, folded, about),
        negated=bool(_NEGATED.search(said)),
    )


def _is_polar(sentence: str, folded: str, about: frozenset[str]) -> bool:
    """Whether a sentence says that something is so or not, and can be denied as it stands."""
    whole = sentence.endswith((".", "!")) and len(about) >= _WHOLE
    return whole and bool(_MODAL.search(folded))


def _bound(said: str) -> str:
    """Which end of a range an amount is, or that it is the step between two values."""
    for name, pattern in (("step", _STEP_OF), ("least", _LEAST_OF), ("most", _MOST_OF)):
        if pattern.search(said):
            return name
    return ""


def _without_asides(piece: str) -> str:
    """The piece up to where it begins to give an example."""
    found = _ASIDE.search(piece.lower())
    return piece[: found.start()] if found else piece


def _topical(words: list[str]) -> list[str]:
    return [word for word in words if word not in FRAMES and word not in _UNITS and word.isalpha()]
