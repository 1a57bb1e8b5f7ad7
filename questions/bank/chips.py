"""The filters of the bank's list as links: each adds its value to the address, or takes it away."""

from __future__ import annotations

from collections.abc import Iterable
from dataclasses import dataclass, field, replace
from typing import Any
from uuid import UUID

from . import forms
from .models import Facets, Share
from .rules.difficulty import Difficulty
from .rules.states import Kind
from .rules.wanted import Wanted

SOURCES = 30
"""Documents that are offered; the rest is reached from the library."""
FIRST = 6
"""So many sources are shown at once; a library of forty would bury the list of questions."""
KINDS = {Kind.OPEN: "Open", Kind.CHOICE: "Choice"}


@dataclass(frozen=True)
class Chip:
    """One link of a filter."""

    label: str
    count: int
    query: str
    on: bool
    under: bool = False


@dataclass(frozen=True)
class Filter:
    """One filter with its links; those that are `further` are shown on asking."""

    name: str
    chips: list[Chip]
    further: list[Chip] = field(default_factory=list)


def filters(wanted: Wanted, facets: Facets) -> list[Filter]:
    """The filters that have something to choose between, in the order of the page."""
    every = [
        Filter(
            "Difficulty",
            [
                _chip(
                    wanted, "levels", level, level.value.capitalize(), facets.levels.get(level, 0)
                )
                for level in Difficulty
            ],
        ),
        Filter(
            "Kind",
            [
                _chip(wanted, "kinds", kind, name, facets.kinds.get(kind.value, 0))
                for kind, name in KINDS.items()
            ],
        ),
        Filter("Whose", _mine(wanted, facets.mine)),
        Filter("Topic", [_topic(wanted, share) for share in _distinct(facets.topics)]),
        _sources([_document(wanted, share) for share in facets.documents[:SOURCES]]),
    ]
    return [one for one in every if any(chip.count or chip.on for chip in one.chips)]


def _sources(every: list[Chip]) -> Filter:
    """The largest documents and whichever are chosen, then the others."""
    first = [chip for place, chip in enumerate(every) if place < FIRST or chip.on]
    further = [chip for chip in every if chip not in first]
    # One alone behind a summary would take as much room as it saves.
    return Filter("Source", first, further) if len(further) > 1 else Filter("Source", every)


def _distinct(shares: Iterable[Share]) -> list[Share]:
    return list({share.key: share for share in shares}.values())


def _topic(wanted: Wanted, share: Share) -> Chip:
    chip = _chip(wanted, "topics", share.key, share.name, share.count)
    return replace(chip, under=bool(share.parent))


def _document(wanted: Wanted, share: Share) -> Chip:
    return _chip(wanted, "documents", UUID(share.key), share.name or "Untitled", share.count)


def _mine(wanted: Wanted, count: int) -> list[Chip]:
    query = forms.query(replace(wanted, mine=not wanted.mine))
    return [Chip("From my documents", count, query, wanted.mine)]


def _chip(wanted: Wanted, name: str, value: Any, label: str, count: int) -> Chip:
    chosen = getattr(wanted, name)
    on = value in chosen
    left = tuple(one for one in chosen if one != value) if on else (*chosen, value)
    asked: dict[str, Any] = {name: left}
    return Chip(label, count, forms.query(replace(wanted, **asked)), on)
