"""What Today and the front page read."""

from __future__ import annotations

from datetime import date, timedelta
from uuid import uuid4

from questions.bank.models import KeyPoint
from questions.flashcards.models import subjects
from questions.marks import actions as marks
from questions.marks.rules import Verdict, Where
from questions.progress import models
from tests import make

HIT, PARTLY, MISSED = Verdict.HIT, Verdict.PARTLY, Verdict.MISSED


def tick(learner, question, *verdicts, at):
    points = KeyPoint.objects.filter(question=question)
    given = {point.pk: verdict for point, verdict in zip(points, verdicts, strict=True)}
    marks.tick(learner, given, where=Where.CARD, key=uuid4(), at=at)


def test_a_standing_counts_partly_as_half(learner, stranger, noon):
    storage = make.topic("Storage")
    points = [("one", True), ("two", False), ("three", False)]
    question = make.question(points=points, topics=[storage])
    tick(learner, question, HIT, PARTLY, MISSED, at=noon)
    tick(stranger, question, MISSED, MISSED, MISSED, at=noon)
    assert [(s.slug, s.ticked, s.hit) for s in models.standings(learner)] == [("storage", 3, 1.5)]


def test_what_has_no_topic_or_anothers_topic_is_left_out(learner, stranger, noon):
    theirs = make.topic("Theirs", owner=stranger)
    tick(learner, make.question("One?", topics=[theirs]), MISSED, at=noon)
    tick(learner, make.question("Two?"), MISSED, at=noon)
    assert models.standings(learner) == []


def test_only_topics_with_questions_are_offered(learner, stranger):
    cloud, empty = make.topic("Cloud"), make.topic("Empty")
    make.question("One?", topics=[make.topic("Storage", parent=cloud)])
    make.question("Theirs?", owner=stranger, topics=[empty])
    assert subjects(learner) == [cloud]


def test_another_question_is_on_the_front_page_each_day(db):
    for n in range(3):
        make.question(f"Number {n}?")
    day = date(2026, 11, 10)
    found = {models.question_of(day + timedelta(days=n)) for n in range(3)}
    assert len(found) == 3
    assert models.question_of(day) == models.question_of(day)


def test_the_front_page_shows_only_public_open_questions_with_an_answer(stranger):
    make.question("Theirs?", owner=stranger)
    make.question("Which?", choices=[("a", True), ("b", False)])
    make.question("Unanswered?", answer="")
    assert models.question_of(date(2026, 11, 10)) is None
