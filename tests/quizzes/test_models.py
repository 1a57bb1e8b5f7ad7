from __future__ import annotations

from datetime import timedelta
from uuid import uuid4

import pytest
from django.contrib.auth.models import AnonymousUser
from django.db import IntegrityError
from django.db.models import RestrictedError

from questions.quizzes import actions as quizzes
from questions.quizzes.actions import Said
from questions.quizzes.models import Item, Quiz, askable, topic_groups
from questions.quizzes.rules import ItemKind, Settings
from tests import make


def test_quizzes_are_ones_own_newest_first(learner, stranger, noon):
    asked = [make.question()]
    old = make.quiz(learner, asked, at=noon)
    new = make.quiz(learner, asked, at=noon + timedelta(hours=1))
    make.quiz(stranger, asked, at=noon)
    assert list(Quiz.objects.of(learner).newest_first()) == [new, old]
    assert not Quiz.objects.of(AnonymousUser()).exists()


def test_progress_counts_what_is_answered_and_what_is_not_is_worth_nothing(learner, noon):
    asked = [make.question(), make.question("What is an object?")]
    quiz = make.quiz(learner, asked, at=noon)
    said = Said(text="A named place for objects")
    quizzes.answer(quiz, 1, said, key=uuid4(), at=noon)
    read = Quiz.objects.with_progress().get()
    assert [vars(read)[name] for name in ("total", "done", "mean")] == [2, 1, 0.5]
    assert read.percent == 50
    assert list(Quiz.objects.open(noon)) == [quiz]
    quizzes.finish(quiz, at=noon)
    assert list(Quiz.objects.over(noon)) == [quiz]


def test_an_item_says_nothing_of_its_solution_while_it_is_open(learner, noon):
    asked = make.question("Which?", points=(), choices=[("one", True), ("two", False)])
    quiz = make.quiz(learner, [asked], at=noon)
    item = quiz.items.get()
    assert item.open_now
    assert {option.correct for option in item.shown_options} == {None}
    quizzes.finish(quiz, at=noon)
    assert {option.correct for option in Item.objects.get().shown_options} == {True, False}


def test_a_question_in_a_quiz_cannot_be_deleted(learner, noon):
    asked = make.question()
    make.quiz(learner, [asked], at=noon)
    with pytest.raises(RestrictedError):
        asked.delete()


def test_a_place_in_a_quiz_is_taken_once(learner, noon):
    asked = make.question()
    quiz = make.quiz(learner, [asked], at=noon)
    with pytest.raises(IntegrityError):
        Item.objects.create(quiz=quiz, position=1, question=asked, kind="typed", asked={})


def test_what_fits_is_counted_by_topic_level_and_kind(learner):
    storage = make.topic("Storage")
    disks = make.topic("Disks", parent=storage)
    make.question("One?", topics=[storage], difficulty="hard")
    make.question("Two?", topics=[disks])
    make.question("Three?", points=(), choices=[("a", True), ("b", False)])

    def count(**settings):
        return askable(learner, Settings(**settings)).count()

    assert count() == 3
    assert count(topics=("storage",)) == 2
    assert count(topics=("disks",)) == 1
    assert count(difficulty=("hard",)) == 1
    assert count(kinds=(ItemKind.TYPED,)) == 2


def test_topics_with_fitting_questions_stand_below_their_parents(
    learner, stranger, django_assert_num_queries
):
    trades = make.topic("Trades")
    forge, field = make.topic("Forge", parent=trades), make.topic("Field", parent=trades)
    make.topic("Empty")
    theirs = make.topic("Secret", owner=stranger)
    make.question("One?", topics=[forge], difficulty="hard")
    make.question("Two?", topics=[field, forge])
    make.question("Three?", topics=[theirs], owner=stranger)
    with django_assert_num_queries(1):
        [group] = topic_groups(learner, Settings(topics=("forge",)))
    assert (group.name, group.chosen, group.open) == ("Trades", False, True)
    assert [(part.name, part.chosen) for part in group.parts] == [("Field", False), ("Forge", True)]
    [group] = topic_groups(learner, Settings(difficulty=("hard",)))
    assert [part.name for part in group.parts] == ["Forge"]
