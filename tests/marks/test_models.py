from __future__ import annotations

from datetime import timedelta
from uuid import uuid4

import pytest
from django.contrib.auth.models import AnonymousUser
from django.db.models import RestrictedError

from questions.marks import actions as marks
from questions.marks.models import Tick
from questions.marks.rules import Verdict, Where
from tests import make


def ticked(person, point, verdict, at):
    [tick] = marks.tick(person, {point.pk: verdict}, where=Where.QUIZ, key=uuid4(), at=at)
    return tick


def test_the_newest_tick_of_a_point_is_what_counts(learner, stranger, noon):
    one, two = make.question(points=[("a", True), ("b", False)]).points.all()
    ticked(learner, one, Verdict.MISSED, noon)
    now = ticked(learner, one, Verdict.HIT, noon + timedelta(hours=1))
    other = ticked(learner, two, Verdict.MISSED, noon)
    ticked(stranger, one, Verdict.MISSED, noon + timedelta(hours=2))
    assert set(Tick.objects.of(learner).newest()) == {now, other}
    assert list(Tick.objects.of(learner).newest().missed()) == [other]


def test_of_two_ticks_at_the_same_moment_one_is_the_newest(learner, noon):
    point = make.question().points.get()
    ticked(learner, point, Verdict.MISSED, noon)
    ticked(learner, point, Verdict.HIT, noon)
    assert Tick.objects.of(learner).newest().count() == 1


def test_nobody_has_ticks(learner, noon):
    ticked(learner, make.question().points.get(), Verdict.HIT, noon)
    assert not Tick.objects.of(AnonymousUser()).exists()


def test_ticks_about_one_question(learner, noon):
    asked, other = make.question(), make.question(prompt="Another?")
    mine = ticked(learner, asked.points.get(), Verdict.HIT, noon)
    ticked(learner, other.points.get(), Verdict.HIT, noon)
    assert list(Tick.objects.about(asked)) == [mine]


def test_a_point_that_was_ticked_cannot_be_deleted(learner, noon):
    point = make.question().points.get()
    ticked(learner, point, Verdict.HIT, noon)
    with pytest.raises(RestrictedError):
        point.delete()
