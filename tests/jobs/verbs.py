"""Verbs that the tests put to work."""

from __future__ import annotations

from datetime import datetime

from django.db import OperationalError

from questions.errors import Refusal
from questions.jobs import runner
from questions.jobs.registry import verb


def outcome(words):
    return {"summary": words, "rows": []}


@verb
def count(job, tell):
    total = job.arguments["to"]
    for step in range(total):
        tell(step, total, f"Step {step + 1}")
    return outcome(f"counted to {total}")


@verb
def refuse(job, tell):
    raise Refusal("This file holds no words.")


@verb
def stumble(job, tell):
    raise ValueError("a secret of the code")


@verb
def lose_the_database(job, tell):
    raise OperationalError("gone")


@verb
def stop(job, tell):
    tell(1, 4, "One of four")
    raise runner.Stopped


turns: list[datetime] = []


def note_the_turn(at):
    turns.append(at)


def break_down(at):
    raise ValueError("a secret of the code")
