"""Who leaves takes all along: model by model, nothing of theirs stays but what is for all."""

from __future__ import annotations

from datetime import timedelta
from uuid import uuid4

import pytest
from django.apps import apps
from django.db import models
from django.urls import reverse

from questions.accounts import devices
from questions.accounts.models import Receipt, User
from questions.bank.models import Document, Question, Revision, Sharing
from questions.exchange import actions
from questions.flashcards import actions as flashcards
from questions.flashcards.models import Card
from questions.flashcards.rules import Grade
from questions.ingest.models import Reading
from questions.marks.models import Tick
from questions.marks.rules import Verdict
from questions.sync.actions import take_in, tell
from tests import make
from tests.conftest import signed_in

SECRET = "xyzzyplugh"
KEPT_WITHOUT_A_NAME = {Revision, Reading}
"""The history of questions and documents: it says what changed, and no longer who changed it."""


@pytest.fixture
def full(learner, stranger, noon):
    """The learner with a row of nearly every kind, and somebody who studies what they shared."""
    topic = make.topic()
    paper = make.document(learner, title=SECRET, name=f"{SECRET}.md", visibility="shared")
    mine = make.question(f"What is {SECRET}?", document=paper, topics=[topic])
    Sharing.objects.create(document=paper, person=stranger, at=make.AT)
    card = make.card(learner, mine)
    point = mine.points.get()
    ticks = {point.pk: Verdict.HIT}
    flashcards.grade(learner, card.pk, Grade.GOOD, key=uuid4(), at=noon, verdicts=ticks)
    theirs = make.card(stranger, mine)
    flashcards.grade(stranger, theirs.pk, Grade.GOOD, key=uuid4(), at=noon, verdicts=ticks)
    make.quiz(stranger, [mine, make.question()])
    make.quiz(learner, [mine])
    make.target(learner, [topic])
    make.revision(mine, learner)
    make.report(mine, learner)
    make.preview(learner)
    flashcards.change_settings(learner, new_per_day=3)
    devices.sign_in(learner, "A phone", key=uuid4(), at=noon)
    tell(learner, "", size=10)
    note = {"kind": "note", "key": str(uuid4()), "at": make.AT.isoformat(), "note": SECRET}
    learner.joined = make.AT - timedelta(days=1)
    learner.save()
    take_in(learner, [{**note, "card": str(card.pk)}], now=noon)
    return learner


def test_no_row_of_any_model_is_left(full):
    person = full.pk
    before = {model for model in apps.get_models() if of(model, person)}
    assert len(before) >= 15
    actions.leave(full)
    assert {model for model in apps.get_models() if of(model, person)} == set()
    assert not User.objects.filter(pk=person).exists()
    words = [model for model in apps.get_models() if says(model, SECRET)]
    assert set(words) <= KEPT_WITHOUT_A_NAME


def of(model, person) -> bool:
    """Whether a row of this model names the person."""
    ways = [
        field.name
        for field in model._meta.get_fields()
        if field.concrete and field.is_relation and field.related_model is User
    ]
    return any(model.objects.filter(**{way: person}).exists() for way in ways)


def says(model, word) -> bool:
    """Whether a text of any row of this model has the word in it."""
    texts = [
        field.name
        for field in model._meta.get_fields()
        if isinstance(field, models.CharField | models.TextField | models.JSONField)
    ]
    return any(word in str(row) for row in model._default_manager.values_list(*texts) if texts)


def test_what_others_study_elsewhere_stays_with_them(full, stranger):
    kept = make.card(stranger)
    actions.leave(full)
    assert list(Card.objects.all()) == [kept]
    assert not Tick.objects.exists()


def test_what_was_made_public_stays_with_all(learner):
    make.document(name="open.md")
    paper = make.document(learner, name="open.md", visibility="public")
    make.question("For all?", document=paper)
    actions.leave(learner)
    given = Question.objects.get(title="For all?")
    assert (given.owner, given.document.owner) == (None, None)
    assert Document.objects.filter(owner=None).count() == 2


def test_the_page_asks_once_and_then_it_is_done(full):
    client = signed_in(full)
    assert client.get(reverse("exchange:leave")).status_code == 200
    assert User.objects.filter(pk=full.pk).exists()
    answer = client.post(reverse("exchange:leave"), follow=True)
    assert "deleted" in answer.content.decode()
    assert not User.objects.filter(pk=full.pk).exists()
    assert client.get(reverse("accounts:settings")).status_code == 302


def test_a_phone_leaves_by_saying_that_it_is_sure(full, phone):
    unsure = phone(full).post("/api/v1/me/leave/", {"key": str(uuid4()), "sure": False})
    assert unsure.status_code == 400
    done = phone(full).post("/api/v1/me/leave/", {"key": str(uuid4()), "sure": True})
    assert done.status_code == 204
    assert not User.objects.filter(pk=full.pk).exists()
    assert not Receipt.objects.exists()
