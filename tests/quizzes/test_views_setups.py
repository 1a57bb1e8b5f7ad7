"""What the pages of a saved and of a shared set-up say of its choices."""

from __future__ import annotations

from uuid import uuid4

import pytest
from django.urls import reverse

from questions.quizzes.rules import ItemKind, Mode, Settings
from tests import make
from tests.quizzes.test_views import text_of


@pytest.fixture
def setup(learner):
    make.question("What is a lamp?", topics=[make.topic("Light and shade")])
    secret = make.topic("My secret employer")
    make.question("Whose is it?", owner=learner, topics=[secret])
    chosen = {"topics": ("light-and-shade", secret.slug), "mode": Mode.EXAM, "length": 5}
    return make.setup(learner, link=uuid4(), kinds=(ItemKind.TYPED,), **chosen)


def test_choices_are_told_in_words(browser, setup):
    page = text_of(browser.get(reverse("quizzes:setup", args=[setup.pk])))
    for said in ["Light and shade, My secret employer", "7 min 30 s", "<dd> typed </dd>"]:
        assert said in page


def test_whoever_has_the_link_is_told_no_topic_that_they_may_not_see(
    client, phone, stranger, setup
):
    page = text_of(client.get(reverse("quizzes:shared", args=[setup.link])))
    assert "<dd> Light and shade </dd>" in page
    assert "secret" not in page
    told = phone(stranger).get(f"/api/v1/quiz-setups/shared/{setup.link}/").json()
    assert told["settings"]["topics"] == ["light-and-shade"]


@pytest.mark.parametrize(
    ("chosen", "limit"),
    [
        ({}, ""),
        ({"minutes": 10}, "10 min"),
        ({"mode": Mode.EXAM, "length": 5}, "7 min 30 s"),
        ({"mode": Mode.SPRINT}, "2 min"),
    ],
)
def test_a_limit_is_said_as_people_say_it(chosen, limit):
    assert Settings(**chosen).limit == limit
