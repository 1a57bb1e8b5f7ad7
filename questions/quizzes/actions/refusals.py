"""Why something cannot be done to a quiz."""

from __future__ import annotations

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


class NothingMissed(Refusal):
    """There is nothing to try again."""

    code = "nothing_missed"


class WrongAnswer(Refusal):
    """The answer is not of the item's kind, or names an option or point that it does not have."""

    code = "wrong_answer"
