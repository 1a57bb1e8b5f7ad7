"""What an exam closes for its learner, for how long, and what other quizzes make of that."""

from __future__ import annotations

from datetime import timedelta
from importlib import import_module
from uuid import uuid4

import pytest
from django.apps import apps
from django.urls import reverse
from django.utils.timezone import now

from questions.bank.models import Seal, exam_of
from questions.bank.rules.seals import Sealed
from questions.quizzes import actions as quizzes
from questions.quizzes import tasks
from questions.quizzes.actions import Said
from questions.quizzes.models import Quiz, askable
from questions.quizzes.rules import ItemKind, Mode, Settings
from tests import make

SAID = Said(text="It gives light at night")


@pytest.fixture
def lamp(db):
    return make.question(
        "What is a lamp?", "A lamp gives light.", points=[("gives light at night", True)]
    )


@pytest.fixture
def ship(db):
    return make.question("What is a ship?", "A ship floats.", points=[("floats", True)])


def exam_about(learner, *questions, **more):
    return make.quiz(learner, questions, at=now(), mode=Mode.EXAM, **more)


def test_an_exam_closes_what_it_asks_until_its_deadline(learner, lamp, ship):
    exam = exam_about(learner, lamp)
    (seal,) = Seal.objects.all()
    assert (seal.person, seal.question, seal.exam) == (learner, lamp, exam.pk)
    assert seal.until == exam.deadline


def test_handing_in_opens_it(learner, lamp):
    exam = exam_about(learner, lamp)
    quizzes.finish(exam, at=now())
    assert not Seal.objects.exists()
    assert quizzes.finish(exam, at=now()).finished


def test_the_clock_opens_it_before_the_chore_has_written_that(learner, lamp):
    start = now() - timedelta(minutes=11)
    make.quiz(learner, [lamp], at=start, mode=Mode.EXAM, minutes=10)
    assert exam_of(learner, lamp.pk) is None
    tasks.hand_in(now())
    assert not Seal.objects.exists()


def test_without_a_limit_it_stays_closed_until_it_is_handed_in(learner, lamp):
    quizzes.set_pace(learner, None)
    exam = make.quiz(learner, [lamp], at=now() - timedelta(days=90), mode=Mode.EXAM)
    assert exam_of(learner, lamp.pk) == exam.pk


@pytest.mark.parametrize("mode", [mode for mode in Mode if mode.tells])
def test_no_other_mode_closes_anything(learner, lamp, mode):
    settings = Settings(questions=(lamp.pk,), length=1, mode=mode)
    if mode is not Mode.MISTAKES:
        quizzes.start(learner, settings, key=uuid4(), at=now())
    assert not Seal.objects.exists()


def test_the_same_key_again_closes_nothing_twice(learner, lamp):
    key, chosen = uuid4(), Settings(length=1, questions=(lamp.pk,), mode=Mode.EXAM)
    for _ in range(2):
        exam = quizzes.start(learner, chosen, key=key, at=now())
    quizzes.finish(exam, at=now())
    assert quizzes.start(learner, chosen, key=key, at=now()) == exam
    assert not Seal.objects.exists()


def test_a_new_quiz_asks_nothing_of_it(learner, stranger, lamp, ship):
    exam_about(learner, lamp)
    assert list(askable(learner, Settings())) == [ship]
    assert set(askable(stranger, Settings())) == {lamp, ship}


def test_a_quiz_begun_before_takes_no_answer_to_it(learner, lamp, ship):
    practice = make.quiz(learner, [lamp, ship], at=now(), kinds=(ItemKind.TYPED,))
    exam = exam_about(learner, lamp)
    for act in (
        lambda: quizzes.answer(practice, 1, SAID, key=uuid4(), at=now()),
        lambda: quizzes.hint(practice, 1, shown=0, at=now()),
    ):
        with pytest.raises(Sealed):
            act()
    assert quizzes.answer(practice, 2, SAID, key=uuid4(), at=now()).answered
    quizzes.finish(exam, at=now())
    assert quizzes.answer(practice, 1, SAID, key=uuid4(), at=now()).answered


def test_the_exam_itself_takes_its_answers_and_tells_after_the_end(learner, lamp):
    exam = exam_about(learner, lamp, kinds=(ItemKind.TYPED,))
    item = quizzes.answer(exam, 1, SAID, key=uuid4(), at=now())
    assert not item.sealed
    assert not item.told
    quizzes.finish(exam, at=now())
    assert Quiz.objects.get().items.get().told


def test_of_two_exams_about_one_question_the_first_to_end_tells_nothing(learner, lamp):
    first = exam_about(learner, lamp)
    Seal.objects.all().delete()
    second = exam_about(learner, lamp)
    assert quizzes.answer(second, 1, SAID, key=uuid4(), at=now()).answered
    quizzes.finish(first, at=now())
    assert not first.items.get().told


def test_what_was_answered_before_is_not_told_meanwhile(learner, lamp):
    practice = make.quiz(learner, [lamp], at=now(), kinds=(ItemKind.TYPED,))
    quizzes.answer(practice, 1, SAID, key=uuid4(), at=now())
    assert practice.items.get().outcome == "right"
    exam = exam_about(learner, lamp)
    item = Quiz.objects.get(pk=practice.pk).items.get()
    assert (item.outcome, item.shown_points, item.statement) == ("given", [], "")
    assert item.exam == exam.pk


def test_a_call_that_comes_again_tells_no_more_than_a_new_one(learner, lamp, phone):
    practice = make.quiz(learner, [lamp], at=now(), kinds=(ItemKind.TYPED,))
    address = f"/api/v1/quizzes/{practice.pk}/answer/"
    body = {"key": str(uuid4()), "position": 1, "text": "It gives light"}
    told = phone(learner).post(address, body)
    exam_about(learner, lamp)
    again = phone(learner).post(address, body)
    assert told.json()["preferred_answer"]
    assert (again.status_code, again.json()["preferred_answer"]) == (200, None)
    assert again.json()["sealed"] is True


def test_a_phone_that_answers_it_elsewhere_is_told_why_not(learner, lamp, phone):
    practice = make.quiz(learner, [lamp], at=now(), kinds=(ItemKind.TYPED,))
    exam_about(learner, lamp)
    event = {"kind": "answer", "quiz": str(practice.pk), "position": 1, "text": "Light."}
    events = [{"key": str(uuid4()), "at": now().isoformat(), **event}]
    (result,) = phone(learner).post("/api/v1/sync/events/", {"events": events}).json()["results"]
    assert (result["status"], result["code"]) == ("refused", "sealed")


def test_exams_that_went_on_when_this_came_are_closed_too(learner, lamp, ship):
    exam = exam_about(learner, lamp)
    quizzes.finish(exam_about(learner, ship), at=now())
    exam_about(learner, ship, close=now() + timedelta(hours=1))
    Quiz.objects.exclude(pk=exam.pk).update(deadline=now() - timedelta(hours=1))
    Seal.objects.all().delete()
    step = import_module("questions.quizzes.migrations.0004_seal_running_exams")
    step.seal_running_exams(apps, None)
    assert [(seal.exam, seal.until) for seal in Seal.objects.all()] == [(exam.pk, exam.deadline)]


def test_one_reads_beforehand_what_an_exam_closes(browser, learner, lamp):
    assert "closed to you everywhere" in browser.get(reverse("quizzes:new")).content.decode()
    setup = make.setup(learner, mode=Mode.EXAM)
    page = browser.get(reverse("quizzes:setup", args=[setup.pk])).content.decode()
    assert "closed to you everywhere" in page
    exam = exam_about(learner, lamp)
    page = browser.get(reverse("quizzes:item", args=[exam.pk, 1])).content.decode()
    assert "closed to you everywhere" in page
