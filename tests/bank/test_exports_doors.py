"""The way out of the bank at both doors."""

from __future__ import annotations

import json
import re

import pytest
from django.db import connection
from django.test import Client
from django.test.utils import CaptureQueriesContext
from django.urls import reverse, reverse_lazy

from questions.bank.exports import KINDS, gather
from tests import make

pytestmark = pytest.mark.django_db
PAGE = reverse_lazy("bank:export")
API = "/api/v1/questions/export/"
SUFFIXES = {form.value: kind.suffix for form, kind in KINDS.items()}


@pytest.fixture
def some(learner):
    make.question("What is a bucket?", topics=[make.topic("Storage")], difficulty="easy")
    make.question("What is a queue?", difficulty="hard")
    make.question("What is mine?", owner=learner)


def test_the_list_leads_to_the_export_of_what_it_shows(browser, some):
    page = browser.get(reverse("bank:questions"), {"q": "queue", "difficulty": "hard"})
    href = re.search(r'href="([^"]*/export/[^"]*)"', page.content.decode())[1]
    page = browser.get(href.replace("&amp;", "&")).content.decode()
    assert "1 question that you searched or filtered for" in " ".join(page.split())
    assert '<input type="hidden" name="q" value="queue">' in page
    assert '<input type="hidden" name="difficulty" value="hard">' in page


def test_nobody_is_offered_what_they_would_have_to_sign_in_for(some):
    assert b"/export/" not in Client().get(reverse("bank:questions")).content
    assert Client().get(PAGE).status_code == 302


@pytest.mark.parametrize("form", SUFFIXES)
def test_a_file_is_to_keep_and_not_to_show(browser, phone, learner, some, form):
    for answer in (
        browser.get(PAGE, {"into": form}),
        phone(learner).get(API, {"into": form}, headers={"Accept": "text/html"}),
    ):
        assert answer.status_code == 200
        name = re.fullmatch(
            r'attachment; filename="questions-\d{4}-\d\d-\d\d\.(\w+)"',
            answer["Content-Disposition"],
        )[1]
        assert name == SUFFIXES[form]
        assert answer["X-Content-Type-Options"] == "nosniff"
        assert "no-store" in answer["Cache-Control"]


def test_both_doors_give_the_same_file(browser, phone, learner, some):
    asked = {"into": "json", "q": "queue"}
    page, api = browser.get(PAGE, asked), phone(learner).get(API, asked)
    assert page.content == api.content
    assert [one["prompt"] for one in json.loads(page.content)["questions"]] == ["What is a queue?"]


def test_filters_decide_what_is_in_the_file(browser, some):
    def prompts(**asked):
        file = browser.get(PAGE, {"into": "json", **asked}).content
        return sorted(one["prompt"] for one in json.loads(file)["questions"])

    assert prompts() == ["What is a bucket?", "What is a queue?", "What is mine?"]
    assert prompts(topic="storage") == ["What is a bucket?"]
    assert prompts(mine="1") == ["What is mine?"]


def test_an_empty_selection_says_so(browser, phone, learner):
    assert b"nothing to export" in browser.get(PAGE, {"q": "zebra"}).content
    page = browser.get(PAGE, {"q": "zebra", "into": "csv"})
    assert (page.status_code, b"nothing to export" in page.content) == (409, True)
    answer = phone(learner).get(API, {"q": "zebra", "into": "csv"})
    assert (answer.status_code, answer.json()["code"]) == (409, "nothing_to_export")


def test_a_format_that_is_none_is_asked_for_again(browser, phone, learner, some):
    assert b"<fieldset" in browser.get(PAGE, {"into": "exe"}).content
    assert phone(learner).get(API, {"into": "exe"}).json()["fields"].keys() == {"into"}
    assert phone(learner).get(API).status_code == 400


def test_a_selection_that_is_too_long_says_so(browser, some, monkeypatch):
    monkeypatch.setattr("questions.bank.views.exporting.MOST", 2)
    monkeypatch.setattr(gather, "MOST", 2)
    assert b"holds 2 questions at most" in browser.get(PAGE).content
    whole = json.loads(browser.get(PAGE, {"into": "json"}).content)
    assert (whole["cut"], len(whole["questions"])) == (True, 2)


def test_more_questions_take_no_more_statements_at_the_door(browser):
    counts = []
    for many in (1, 25):
        for number in range(many):
            make.question(f"What is thing {many} {number}?")
        with CaptureQueriesContext(connection) as seen:
            browser.get(PAGE, {"into": "csv"})
        counts.append(len(seen))
    assert counts[0] == counts[1] <= 14
