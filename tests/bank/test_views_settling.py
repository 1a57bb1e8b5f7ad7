"""The lists to settle in a browser and over the API, and what a question's page shows of them."""

from __future__ import annotations

from datetime import timedelta
from uuid import uuid4

import pytest
from django.urls import reverse

from questions.bank.models import Disagreement, Question, Suggestion
from tests import make
from tests.conftest import HTMX, signed_in

pytestmark = pytest.mark.django_db
LATER = make.AT + timedelta(days=1)
TWIN = "What is a bucket, and what is in it?"


@pytest.fixture
def suggestion(learner):
    mine = make.question(owner=learner)
    return make.suggestion(mine, make.question(TWIN, document=mine.document, created=LATER))


@pytest.fixture
def disagreement(learner):
    return make.disagreement(make.question("How many regions has it?", owner=learner))


def text(page):
    return " ".join(page.content.decode().split())


def test_likely_duplicates_stand_side_by_side_with_their_evidence(browser, suggestion):
    page = browser.get(reverse("bank:duplicates"))
    assert page.status_code == 200
    for said in ("What is a bucket?", TWIN, "Both prompts have: bucket", "Keep them apart"):
        assert said in text(page)


def test_a_pair_is_made_one_parted_again_and_dismissed(browser, suggestion):
    address = reverse("bank:accept", args=[suggestion.pk])
    assert browser.post(address).url == reverse("bank:duplicates")
    assert Question.objects.standing().count() == 1
    assert "One question" in text(browser.get(reverse("bank:duplicates") + "?decided=1"))
    browser.post(reverse("bank:reopen", args=[suggestion.pk]))
    assert Question.objects.standing().count() == 2
    browser.post(reverse("bank:dismiss", args=[suggestion.pk]))
    page = text(browser.get(reverse("bank:duplicates")))
    assert "No two questions look alike" in page
    assert TWIN not in page


@pytest.mark.parametrize("name", ["duplicates", "disagreements"])
def test_an_empty_list_says_what_comes_here_and_htmx_gets_the_fragment(browser, name):
    assert 'class="empty"' in text(browser.get(reverse(f"bank:{name}")))
    assert 'class="empty"' in text(browser.get(reverse(f"bank:{name}") + "?decided=1&settled=1"))
    fragment = browser.get(reverse(f"bank:{name}"), headers=HTMX)
    assert fragment.content.startswith(f'<section id="{name}"'.encode())


def test_only_ones_own_are_listed(suggestion, disagreement, stranger, editor):
    for person in (stranger, editor):
        for name in ("duplicates", "disagreements"):
            assert 'class="empty"' in text(signed_in(person).get(reverse(f"bank:{name}")))


def test_a_question_shows_its_flag_until_it_is_settled(browser, disagreement):
    question = reverse("bank:question", args=[disagreement.one.question_id])
    page = text(browser.get(question))
    for said in ("Sources disagree", disagreement.one_says, disagreement.other_says):
        assert said in page
    sent = {f"{disagreement.pk}-right": "one", f"{disagreement.pk}-reason": "It was measured."}
    answer = browser.post(reverse("bank:settle", args=[disagreement.pk]), sent)
    assert answer.url == reverse("bank:disagreements")
    page = text(browser.get(question))
    assert "Sources disagree" not in page
    assert "<del>It belongs to 3 regions" in page
    assert "It was measured." in page
    listed = text(browser.get(reverse("bank:disagreements") + "?settled=1"))
    assert "The first is right" in listed
    browser.post(reverse("bank:unsettle", args=[disagreement.pk]))
    page = text(browser.get(question))
    assert "Sources disagree" in page
    assert "<del>" not in page


def test_settling_needs_a_reason(browser, disagreement):
    sent = {f"{disagreement.pk}-right": "one"}
    answer = browser.post(reverse("bank:settle", args=[disagreement.pk]), sent)
    assert answer.status_code == 422
    assert "This field is required" in text(answer)
    assert Disagreement.objects.open().exists()


def test_a_folded_answer_can_be_parted_from_the_questions_page(browser, suggestion):
    browser.post(reverse("bank:accept", args=[suggestion.pk]))
    page = text(browser.get(reverse("bank:question", args=[suggestion.one_id])))
    address = reverse("bank:part", args=[suggestion.other_id])
    assert address in page
    assert browser.post(address).url == reverse("bank:question", args=[suggestion.other_id])
    assert Question.objects.standing().count() == 2


@pytest.mark.parametrize("rows", [1, 8])
def test_the_lists_take_as_many_statements_for_many_as_for_one(
    browser, learner, rows, django_assert_max_num_queries
):
    for _ in range(rows):
        mine = make.question(owner=learner)
        make.suggestion(mine)
        make.disagreement(mine)
    for name in ("duplicates", "disagreements"):
        with django_assert_max_num_queries(8):
            browser.get(reverse(f"bank:{name}"))


def test_a_phone_lists_and_decides(phone, learner, suggestion, disagreement):
    client = phone(learner)
    (row,) = client.get("/api/v1/duplicates/").json()["results"]
    assert (row["one"]["title"], row["other"]["title"]) == ("What is a bucket?", TWIN)
    key = str(uuid4())
    address = f"/api/v1/duplicates/{row['id']}/accept/"
    assert client.post(address, {"key": key}).json()["decision"] == "accepted"
    assert client.post(address, {"key": key}).json()["decision"] == "accepted"
    assert client.get("/api/v1/duplicates/").json()["count"] == 0
    assert client.get("/api/v1/duplicates/?done=true").json()["count"] == 1
    (row,) = client.get("/api/v1/disagreements/").json()["results"]
    address = f"/api/v1/disagreements/{row['id']}/settle/"
    given = {"key": str(uuid4()), "right": "neither", "reason": "Both guess."}
    assert client.post(address, given).json()["right"] == "neither"
    body = client.get(f"/api/v1/questions/{row['one']['question']}/").json()
    assert [one["right"] for one in body["disagreements"]] == ["neither"]
    assert body["answers"][0]["struck"] == [
        {"text": "It belongs to one region.", "reason": "Both guess."}
    ]
    assert Suggestion.objects.get(pk=suggestion.pk).decision == "accepted"
