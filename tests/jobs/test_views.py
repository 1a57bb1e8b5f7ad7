"""The page of a job."""

from __future__ import annotations

from uuid import uuid4

import pytest
from django.urls import reverse

from questions.jobs import actions, runner
from questions.jobs.registry import path_of
from tests.conftest import HTMX, signed_in
from tests.jobs import verbs


@pytest.fixture
def job(learner, noon):
    return actions.enqueue(
        learner, path_of(verbs.count), {"to": 3}, title="Counting", key=uuid4(), at=noon
    )


@pytest.fixture
def address(job):
    return reverse("jobs:job", args=[job.id])


def test_a_job_under_way_is_watched(browser, job, address, noon):
    held = actions.claim(at=noon)
    actions.progress(held, 1, 4, "Reading notes.md", at=noon)
    shown = browser.get(address, headers=HTMX).content.decode()
    assert shown.startswith('<section id="job"')
    assert 'hx-trigger="every 1s"' in shown
    assert "Reading notes.md" in shown
    assert 'value="25"' in shown
    assert f'href="{address}"' in shown


def test_a_job_that_is_over_is_watched_no_more(browser, address):
    runner.work_once()
    shown = browser.get(address, headers=HTMX).content.decode()
    assert "hx-trigger" not in shown
    assert "counted to 3" in shown


def test_a_failed_job_says_why(browser, job, address, noon):
    actions.fail(actions.claim(at=noon), "The file is empty.", at=noon)
    assert "The file is empty." in browser.get(address, headers=HTMX).content.decode()


def test_another_persons_job_is_not_there(stranger, address):
    assert signed_in(stranger).get(address).status_code == 404


def test_nobody_is_asked_to_sign_in(client, address):
    assert client.get(address).status_code == 302


def test_the_page_needs_few_statements(browser, address, django_assert_max_num_queries):
    with django_assert_max_num_queries(4):
        browser.get(address, headers=HTMX)
