"""The one way in which a reader says no."""

from __future__ import annotations

from questions.errors import Malformed


class Unreadable(Malformed):
    """A document that cannot be read; the message says why, to the person who brought it."""

    code = "unreadable"
