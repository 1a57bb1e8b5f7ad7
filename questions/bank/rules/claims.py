"""What an answer claims that another may contradict: amounts, defaults, and yes or no."""

from __future__ import annotations

import re
from collections.abc import Iterator
from dataclasses import dataclass
from functools import lru_cache
from itertools import zip_longest

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
    r"\b(?:min(?:imum)?|at least|no less than|smallest|shortest|above|beyond|more than|"
    r"(?:larger|longer|higher|greater) than|over(?= [\d$€£]))\b|[≥]|"
    r"\bas (?:low|little|short|small|few) as\b"
)
_STEP_OF = re.compile(r"\b(?:increments?|steps? of|granularity|nearest|round\w*|multiples? of)\b")
_PIECES = re.compile(r"\s+/\s+|;\s+|,\s+(?:and|while|whereas|but)\s+|\s+(?:while|whereas|but)\s+")
_RANGE = re.compile(r"\s*(?:to|and|up to|[-–—])\s*")
_FROM = re.compile(r"\b(?:from|between)\s*$", re.IGNORECASE)
_MODAL = re.compile(
    r"\b(?:can(?:not)?|may|must|always|never|is possible|supports?|allows?|requires?|guarantees?|"
    r"by default|defaults?|automatically)\b|\bdo(?:es)?(?: not|n't)\b"
)
_SUPPOSED = re.compile(r"^\W*(?:follow-?up|scenario|task|exercise|question|case)\b[^.:]{0,20}:")
_CONDITION = re.compile(
    r"\b(?:if|when(?:ever)?|unless|once|as long as|provided|in case)\b([^,;:.]*)"
)
_LATER = re.compile(r"\bdefault(?:s to| is|:)? (\d[\d,.]*)(?= *(?:$|[.,;)]))")
_PARENTHESES = re.compile(r"\([^()]*\)")
_LABEL = 60  # characters of a label before a colon
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
    *roots("nearest round rounded granularity multiple step point points"),
}


# Words that say the same where an amount is concerned.
_ALIKE = {
    **dict.fromkeys(roots("bill charge fee pay payment price pricing cost"), "cost"),
    **dict.fromkeys(roots("duration time runtime lifetime"), "time"),
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
    head: frozenset[str] = frozenset()
    condition: frozenset[str] = frozenset()


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
    if illustrates(sentence) or sentence.endswith(("?", "？")) or _SUPPOSED.match(folded):
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
    amounts = tuple(_without_lower_ends(amounts, piece))
    if amounts and (later := _LATER.search(said)):
        # "900 seconds, default 3": the unit is that of the amount before.
        amounts = _in_the_unit_before(later[1], amounts[-1], piece)
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
        head=_headed(sentence),
        condition=frozenset(_topical(roots(" ".join(_CONDITION.findall(folded))))),
    )


def _without_lower_ends(amounts: tuple[Amount, ...], piece: str) -> Iterator[Amount]:
    """The amounts of a piece; of "from 1 to 5 minutes" the upper end alone."""
    for amount, following in zip_longest(amounts, amounts[1:]):
        opens = _FROM.search(piece[: amount.start])
        between = piece[amount.end : following.start] if following else ""
        if not (opens and following and _RANGE.fullmatch(between)):
            yield amount


def _in_the_unit_before(number: str, before: Amount, piece: str) -> tuple[Amount, ...]:
    unit = piece[before.start : before.end].lstrip("0123456789., -")
    return tuple(quantities.found(f"{number} {unit}"))


def _headed(sentence: str) -> frozenset[str]:
    """What a sentence names before a colon as what it is about."""
    head, colon, _ = _PARENTHESES.sub(" ", sentence[:_OPENING]).partition(":")
    return frozenset(_topical(roots(head))) if colon and len(head) <= _LABEL else frozenset()


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


def topical(text: str) -> list[str]:
    """The roots of what a text is about, words that say the same as one."""
    return _topical(roots(text))


def _topical(words: list[str]) -> list[str]:
    kept = (word for word in words if word not in FRAMES and word not in _UNITS and word.isalpha())
    return [_ALIKE.get(word, word) for word in kept]
