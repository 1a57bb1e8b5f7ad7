"""The frame of the pages is kept once rendered, and still is each reader's own."""

from __future__ import annotations

import re
from uuid import uuid4

import pytest
from django.template import Context, Template
from django.test import Client
from django.urls import reverse

from questions.web.frame import TOKEN
from tests import make


def marked(client, name):
    """The names of the links that say they are the page one is on."""
    html = client.get(reverse(name)).content.decode()
    return re.findall(r'data-key-name="([^"]*)"\s+aria-current="page"', html)


def test_each_page_marks_its_own_link_however_often_it_is_shown(browser, learner):
    for _ in range(2):
        assert marked(browser, "progress:today") == ["Today"]
        assert marked(browser, "flashcards:cards") == ["Cards"]
        assert marked(browser, "bank:questions") == ["Bank"]


def test_who_is_signed_in_sees_the_links_of_such_and_nobody_else_does(browser):
    for _ in range(2):
        assert "Sign out" in browser.get(reverse("bank:questions")).content.decode()
        nobodys = Client().get(reverse("bank:questions")).content.decode()
        assert "Sign out" not in nobodys
        assert "Sign in" in nobodys


def test_each_reader_has_the_token_of_their_own_forms(learner, stranger):
    for person in (learner, stranger, learner):
        client = Client(enforce_csrf_checks=True)
        client.force_login(person)
        html = client.get(reverse("progress:today")).content.decode()
        assert TOKEN not in html
        (form,) = re.findall(r'action="/accounts/logout/">(.*?)</form>', html, re.DOTALL)
        (token,) = re.findall(r'name="csrfmiddlewaretoken" value="(\w{64})"', form)
        answer = client.post(reverse("account_logout"), {"csrfmiddlewaretoken": token})
        assert answer.status_code == 302


def test_while_one_writes_templates_nothing_is_kept(learner, settings, rf):
    template = Template("{% kept %}{{ word }}{% endkept %}")
    request = rf.get("/")
    request.user, request.resolver_match = learner, None

    def shown(word):
        return template.render(Context({"word": word, "request": request}))

    assert (shown("one"), shown("two")) == ("one", "one")
    settings.DEBUG = True
    assert shown("three") == "three"


@pytest.mark.parametrize("name", ["bank:question", "bank:part", "flashcards:grade"])
def test_an_address_is_what_the_framework_says(name):
    id = uuid4()
    template = Template("{% address name id %}")
    assert template.render(Context({"name": name, "id": id})) == reverse(name, args=[id])


def test_a_page_with_rows_says_whose_they_are(browser, learner):
    question = make.question("What is a tide?", "The sea that rises.", owner=learner)
    html = browser.get(reverse("bank:question", args=[question.pk])).content.decode()
    assert reverse("bank:edit", args=[question.pk]) in html
