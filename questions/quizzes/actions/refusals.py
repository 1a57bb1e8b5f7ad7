"""Why something cannot be done to a quiz."""

from __future__ import annotations

from collections.abc import Callable

from questions.errors import Refusal


class NoQuestions(Refusal):
    """No question fits what was asked for."""

    code = "no_questions"


class AlreadyAnswered(Refusal):
    """The item has an answer, and that answer stays."""

    code = "already_answered"


class NotAnswered(Refusal):
    """There is no answer yet whose marking could be corrected."""

    code = "not_answered"


class Finished(Refusal):
    """The quiz was handed in."""

    code = "finished"


class TooLate(Refusal):
    """The time was up; the answer is kept, but does not count.

    Who answers within a larger transaction, which the refusal rolls back, calls `keep` after it.
    """

    code = "too_late"
    kept = True
    keep: Callable[[], None] = staticmethod(lambda: None)


class Closed(Refusal):
    """The set-up could be taken until a moment that has passed."""

    code = "closed"


class NothingMissed(Refusal):
    """There is nothing to try again."""

    code = "nothing_missed"


class NotYet(Refusal):
    """An exam that still goes on tells nothing of how it goes."""

    code = "not_yet"


class NoHint(Refusal):
    """Help is not to be had here, or was all given."""

    code = "no_hint"


class NotTurned(Refusal):
    """The points of a spoken answer were not looked at yet, so nothing can be said of them."""

    code = "not_turned"


class WrongAnswer(Refusal):
    """The answer is not of the item's kind, or names an option or point that it does not have."""

    code = "wrong_answer"
