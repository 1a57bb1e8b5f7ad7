"""What the worker does for interviews: it takes letters to the post."""

from __future__ import annotations

from datetime import datetime, timedelta

from questions.jobs.registry import chore

from . import actions


@chore(every=timedelta(seconds=10))
def post_letters(at: datetime) -> None:
    """Send the letters that wait."""
    actions.post(at)
