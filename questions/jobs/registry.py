"""The verbs that may run in the background: a row names one of these, or nothing is run."""

from __future__ import annotations

from collections.abc import Callable
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


def path_of(act: Verb) -> str:
    """The dotted path under which a verb is registered."""
    return f"{act.__module__}.{act.__qualname__}"


def find(path: str) -> Verb:
    """The verb of that name. Nothing is ever imported because a row says so."""
    try:
        return _verbs[path]
    except KeyError:
        raise UnknownVerb(f"Nobody here knows how to do {path}.") from None
