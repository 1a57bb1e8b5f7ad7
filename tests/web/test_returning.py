"""Where people are brought back to, when what they came for can only be sent to."""

from __future__ import annotations

from uuid import UUID

import pytest
from django.test import RequestFactory
from django.urls import reverse

from questions.errors import Refusal
from questions.web import errors
from questions.web.pages import came_from
from questions.web.returning import above
from tests.conftest import HTMX

QUIZ = f"/quizzes/{UUID(int=7)}/3/"
ANSWER = f"{QUIZ}answer/"
SENT_FROM = {
    "by a form": {"Referer": f"http://testserver{QUIZ}?a=b"},
    "by htmx": {"HX-Current-URL": f"http://testserver{QUIZ}?a=b", "Referer": "http://testserver/"},
}


def sign_in_for(page):
    return f"{reverse('account_login')}?next={page.replace('?', '%3F').replace('=', '%3D')}"


@pytest.mark.parametrize("headers", SENT_FROM.values(), ids=list(SENT_FROM))
def test_a_request_names_the_page_that_it_was_sent_from(headers):
    assert came_from(RequestFactory().post(ANSWER, headers=headers)) == f"{QUIZ}?a=b"


@pytest.mark.parametrize("said", ["", "https://elsewhere.example/x", "javascript:alert(1)", "//x/"])
def test_no_page_of_another_site_is_gone_back_to(said):
    assert came_from(RequestFactory().post(ANSWER, headers={"Referer": said})) == ""


@pytest.mark.parametrize(
    ("path", "page"),
    [
        (ANSWER, QUIZ),
        ("/quizzes/start/", "/quizzes/"),
        (f"/bank/duplicates/{UUID(int=7)}/accept/", "/bank/duplicates/"),
        ("/nothing/here/at/all/", "/"),
    ],
)
def test_the_page_above_is_the_nearest_that_leads_anywhere(path, page):
    assert above(path) == page


def test_asking_for_what_only_a_form_sends_leads_to_its_page(browser):
    assert browser.get(ANSWER)["Location"] == QUIZ
    assert browser.get("/api/v1/guests/").status_code == 405


def test_whoever_was_signed_out_meanwhile_comes_back_to_the_page_of_the_form(client, db):
    sent = client.post(ANSWER, headers=SENT_FROM["by a form"])
    assert sent["Location"] == sign_in_for(f"{QUIZ}?a=b")
    assert client.post(ANSWER)["Location"] == sign_in_for(QUIZ)
    assert client.get(f"{QUIZ}?a=b")["Location"] == sign_in_for(f"{QUIZ}?a=b")


def test_the_page_for_signing_in_never_lands_in_a_fragment(client, db):
    sent = client.post(ANSWER, headers=HTMX | SENT_FROM["by htmx"])
    assert (sent.status_code, sent["HX-Redirect"]) == (200, sign_in_for(f"{QUIZ}?a=b"))
    assert client.get(QUIZ, headers=HTMX)["HX-Redirect"] == sign_in_for(QUIZ)


def test_a_refusal_leads_back_and_says_what_became_of_what_was_sent():
    refusal = Refusal("The quiz is over.")
    sent = RequestFactory().post(ANSWER, headers=SENT_FROM["by a form"])
    page = errors.refuse(sent, refusal).content.decode()
    assert f'href="{QUIZ}?a=b"' in page
    assert "Nothing was changed." in page
    refusal.kept = True
    assert "Nothing was changed." not in errors.refuse(sent, refusal).content.decode()


def test_a_refused_page_does_not_lead_back_to_itself():
    asked = RequestFactory().get(QUIZ, headers={"Referer": f"http://testserver{QUIZ}"})
    page = errors.refuse(asked, Refusal("Not now.")).content.decode()
    assert f'href="{QUIZ}"' not in page
    assert "To the start" in page
