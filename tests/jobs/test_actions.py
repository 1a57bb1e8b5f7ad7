"""A job's way from the queue to its end, and that it is walked once."""

from __future__ import annotations

from datetime import timedelta
from uuid import uuid4

import pytest

from questions.errors import KeyReused
from questions.jobs import actions, runner
from questions.jobs.models import Job
from questions.jobs.registry import UnknownVerb, path_of
from questions.jobs.rules import LOST
from tests.jobs import verbs


@pytest.fixture
def asked(learner, noon):
    """asked(verb, **arguments): a job in the queue."""

    def enqueue(verb=verbs.count, *, key=None, at=noon, **arguments):
        return actions.enqueue(
            learner,
            path_of(verb),
            arguments or {"to": 3},
            title="Counting",
            key=key or uuid4(),
            at=at,
        )

    return enqueue


def after(job):
    job.refresh_from_db()
    return job


def test_the_same_key_is_the_same_job(asked):
    key = uuid4()
    assert asked(key=key) == asked(key=key)
    assert Job.objects.count() == 1


def test_a_key_stands_for_one_thing_only(asked):
    key = uuid4()
    asked(key=key, to=3)
    with pytest.raises(KeyReused):
        asked(key=key, to=4)


def test_two_people_may_use_the_same_key(asked, stranger, noon):
    mine = asked()
    theirs = actions.enqueue(
        stranger, path_of(verbs.count), {"to": 3}, title="Counting", key=mine.key, at=noon
    )
    assert theirs != mine


def test_only_what_is_registered_can_be_asked_for(learner, noon):
    with pytest.raises(UnknownVerb):
        actions.enqueue(learner, "os.getcwd", {}, title="Anything", key=uuid4(), at=noon)


def test_the_oldest_is_taken_first_and_only_once(asked, noon):
    second = asked(at=noon + timedelta(seconds=1))
    first = asked(at=noon)
    assert [actions.claim(at=noon), actions.claim(at=noon)] == [first, second]
    assert actions.claim(at=noon) is None


def test_a_job_that_is_done_has_its_result(asked):
    job = asked(to=4)
    assert runner.work_once()
    job = after(job)
    assert (job.state, job.result["summary"], job.share) == ("done", "counted to 4", 100)
    assert not runner.work_once()


def test_a_refusal_fails_in_its_own_words(asked):
    job = asked(verbs.refuse)
    runner.work_once()
    assert (after(job).state, job.error) == ("failed", "This file holds no words.")


def test_an_error_of_ours_tells_no_secret(asked):
    job = asked(verbs.stumble)
    runner.work_once()
    assert after(job).state == "failed"
    assert "secret" not in job.error
    assert job.error


def test_a_row_that_names_something_else_runs_nothing(asked):
    job = asked()
    Job.objects.update(verb="os.getcwd")
    runner.work_once()
    assert after(job).state == "failed"
    assert "os.getcwd" in job.error


def test_a_database_that_is_away_is_tried_three_times(asked):
    job = asked(verbs.lose_the_database)
    states = []
    for _ in range(3):
        runner.work_once()
        states.append(after(job).state)
    assert states == ["queued", "queued", "failed"]


def test_a_worker_that_must_go_gives_its_job_back(asked):
    job = asked(verbs.stop)
    with pytest.raises(runner.Stopped):
        runner.work_once()
    assert (after(job).state, job.attempts, job.done) == ("queued", 0, 1)


def test_a_silent_job_is_taken_back_after_half_a_minute(asked, noon):
    job = asked()
    actions.claim(at=noon)
    assert actions.requeue_stale(at=noon + timedelta(seconds=30)) == 0
    assert actions.requeue_stale(at=noon + timedelta(seconds=31)) == 1
    assert after(job).state == "queued"


def test_a_heartbeat_keeps_the_job(asked, noon):
    asked()
    held = actions.claim(at=noon)
    assert actions.beat(held, at=noon + timedelta(seconds=29))
    assert actions.requeue_stale(at=noon + timedelta(seconds=40)) == 0


def test_a_job_is_given_up_when_three_workers_died_of_it(asked, noon):
    job = asked()
    at = noon
    for _ in range(3):
        assert actions.claim(at=at) == job
        at += timedelta(minutes=1)
        actions.requeue_stale(at=at)
    assert (after(job).state, job.error) == ("failed", LOST)
    assert actions.claim(at=at) is None


def test_a_worker_back_from_the_dead_writes_nothing(asked, noon):
    job = asked()
    dead = actions.claim(at=noon)
    later = noon + timedelta(minutes=1)
    actions.requeue_stale(at=later)
    actions.claim(at=later)
    with pytest.raises(actions.LeaseLost):
        actions.progress(dead, 1, 2, "Half", at=later)
    assert not actions.beat(dead, at=later)
    assert not actions.finish(dead, verbs.outcome("late"), at=later)
    assert not actions.fail(dead, "late", at=later)
    assert (after(job).state, job.result) == ("running", None)
