"""What quizzes do in the background: write down what the clock has ended, and tidy up."""

from __future__ import annotations

from datetime import datetime, timedelta

from questions.accounts import actions as accounts
from questions.jobs.registry import chore

from . import actions


@chore(every=timedelta(minutes=1))
def hand_in(at: datetime) -> None:
    """Write down which quizzes the clock has ended."""
    actions.hand_in_due(at=at)


@chore(every=timedelta(hours=1))
def measure(at: datetime) -> None:
    """Write down what first attempts say of questions and of what is shared."""
    actions.measure_questions(at=at)
    actions.measure_setups(at=at)
    actions.learn_difficulties()


@chore(every=timedelta(hours=6))
def forget_guests(at: datetime) -> None:
    """Throw away guests who stayed away for a month."""
    accounts.forget_guests(at=at)
