from __future__ import annotations

from datetime import timedelta
from uuid import uuid4

import pytest

from questions.marks import actions as marks
from questions.marks.models import Tick
from questions.marks.rules import Verdict, Where
from tests import make


@pytest.fixture
def points(db):
    made = make.question(points=[("stays in one region", True), ("its name is unique", False)])
    return list(made.points.all())


def test_ticking_keeps_a_verdict_for_each_point(learner, points, noon):
    one, two = points
    verdicts = {one.pk: Verdict.HIT, two.pk: Verdict.MISSED}
    ticks = marks.tick(learner, verdicts, where=Where.CARD, key=uuid4(), at=noon)
    assert [(t.key_point_id, t.verdict, t.where, t.at) for t in ticks] == [
        (one.pk, "hit", "card", noon),
        (two.pk, "missed", "card", noon),
    ]


def test_the_same_key_twice_ticks_once_and_the_first_verdict_stays(learner, points, noon):
    point, key = points[0], uuid4()
    marks.tick(learner, {point.pk: Verdict.HIT}, where=Where.CARD, key=key, at=noon)
    again = marks.tick(learner, {point.pk: Verdict.MISSED}, where=Where.CARD, key=key, at=noon)
    assert [t.verdict for t in again] == ["hit"]
    assert Tick.objects.count() == 1


def test_two_people_may_use_the_same_key(learner, stranger, points, noon):
    key = uuid4()
    for person in (learner, stranger):
        marks.tick(person, {points[0].pk: Verdict.HIT}, where=Where.CARD, key=key, at=noon)
    assert Tick.objects.under(key).count() == 2


def test_a_point_that_is_no_more_is_left_out(learner, points, noon):
    verdicts = {uuid4(): Verdict.HIT, points[0].pk: Verdict.PARTLY}
    ticks = marks.tick(learner, verdicts, where=Where.QUIZ, key=uuid4(), at=noon)
    assert [t.key_point_id for t in ticks] == [points[0].pk]


def test_unticking_takes_back_what_one_key_ticked(learner, stranger, points, noon):
    key = uuid4()
    verdicts = {point.pk: Verdict.HIT for point in points}
    marks.tick(learner, verdicts, where=Where.CARD, key=key, at=noon)
    marks.tick(learner, verdicts, where=Where.CARD, key=uuid4(), at=noon + timedelta(hours=1))
    marks.tick(stranger, verdicts, where=Where.CARD, key=key, at=noon)
    assert marks.untick(learner, key=key) == 2
    assert Tick.objects.of(learner).count() == Tick.objects.of(stranger).count() == 2
