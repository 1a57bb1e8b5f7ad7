"""The ways a rule says no; the doors turn them into pages, fragments or JSON."""

from __future__ import annotations


class Refusal(Exception):
    """What was asked cannot be done as things stand; the message says why, in plain words.

    `kept` where what was sent is kept all the same: else nothing was changed.
    """

    code = "refused"
    kept = False

    def __init__(self, message: str, *, code: str | None = None) -> None:
        super().__init__(message)
        self.message = message
        if code is not None:
            self.code = code


class NotAllowed(Refusal):
    """The person may see the thing but may not do this to it."""

    code = "not_allowed"


class Malformed(Refusal):
    """What was sent cannot be read, whatever the state of things."""

    code = "malformed"


class KeyReused(Refusal):
    """A key that this person has used before came again with another body."""

    code = "key_reused"
