"""What may run in the background: verbs, which a row names, and chores, which come round again."""

from __future__ import annotations

from collections.abc import Callable, Mapping
from dataclasses import dataclass
from datetime import datetime, timedelta
from types import MappingProxyType
from typing import Any, Protocol

from questions.errors import Refusal

from .models import Job


class Tell(Protocol):
    """How a verb says how far it has come; raises `actions.LeaseLost` when it should stop."""

    def __call__(self, done: int, total: int, words: str) -> None: ...


Verb = Callable[[Job, Tell], dict[str, Any]]

_verbs: dict[str, Verb] = {}


class UnknownVerb(Refusal):
    """A job names work that nobody here knows how to do."""

    code = "unknown_verb"


def verb(act: Verb) -> Verb:
    """Register a function of some slice's `tasks` under its dotted path.

    It is given the job and a way to tell its progress, returns what is kept as the result, and
    may be run again after a worker died: what it has done by then must not be done twice.
    """
    _verbs[path_of(act)] = act
    return act


Act = Callable[[datetime], None]


@dataclass(frozen=True)
class Recurring:
    """A chore: what is done, and how long after one turn the next one comes."""

    act: Act
    every: timedelta


_chores: dict[str, Recurring] = {}
CHORES: Mapping[str, Recurring] = MappingProxyType(_chores)
"""Every chore of the house under its dotted path."""


def chore(*, every: timedelta) -> Callable[[Act], Act]:
    """Register a function of some slice's `tasks` that a worker calls again and again.

    It is given the moment of its turn. Of many workers one has the turn; one that dies in the
    middle leaves the rest to the next turn. So a chore asks the rows what is to be done, does it
    in small transactions, and is short: jobs wait meanwhile. What takes long enqueues a verb.
    """

    def register(act: Act) -> Act:
        _chores[path_of(act)] = Recurring(act, every)
        return act

    return register


def path_of(act: Callable[..., object]) -> str:
    """The dotted path under which a verb or a chore is registered."""
    return f"{act.__module__}.{act.__qualname__}"


def find(path: str) -> Verb:
    """The verb of that name. Nothing is ever imported because a row says so."""
    try:
        return _verbs[path]
    except KeyError:
        raise UnknownVerb(f"Nobody here knows how to do {path}.") from None
