"""What first attempts teach about questions, and who may see it."""

from __future__ import annotations

from datetime import timedelta
from uuid import uuid4

import pytest
from django.urls import reverse

from questions.bank.models import Question
from questions.marks.models import Hardness
from questions.quizzes import actions as quizzes
from questions.quizzes import tasks
from questions.quizzes.models import Item, Quiz, Setup, Statistic
from questions.quizzes.rules import Settings, alpha
from tests import make
from tests.conftest import signed_in

COLOURS = [("red", True), ("loud", False), ("heavy", False)]
RIGHT = {"picked": ["a"]}
WRONG = {"picked": ["b"]}
OPTIONS = [
    {"id": id, "text": text, "html": "", "correct": correct, "why": ""}
    for id, (text, correct) in zip("abc", COLOURS, strict=True)
]


@pytest.fixture
def asked(db):
    return [
        make.question(f"Which is colour {n}?", "Red.", points=(), choices=COLOURS) for n in range(3)
    ]


def attempts(asked, scores, at, setup=None):
    """People who were asked these questions and scored this; the rows as a quiz leaves them."""
    people = [make.person(f"p{n}@example.org") for n in range(len(scores))]
    chosen = Settings().as_json()
    for n, (person, row) in enumerate(zip(people, scores, strict=True)):
        then = at + timedelta(minutes=n)
        quiz = Quiz.objects.create(
            learner=person, key=uuid4(), settings=chosen, started=then, finished=then, setup=setup
        )
        Item.objects.bulk_create(
            Item(
                quiz=quiz,
                position=place,
                question=question,
                kind="choice",
                asked={},
                options=OPTIONS,
                response=RIGHT if score else WRONG,
                score=score,
                answered=then,
            )
            for place, (question, score) in enumerate(zip(asked, row, strict=True), 1)
        )
    return people


ROWS = [[1, 1, 0]] * 10 + [[1, 0, 1]] * 5 + [[0, 0, 1]] * 15


def test_thirty_first_attempts_are_measured_and_twenty_nine_are_not(asked, noon):
    people = attempts(asked, ROWS[:29], noon)
    assert quizzes.measure_questions(at=noon) == 0
    Quiz.objects.all().delete()
    for person in people:
        person.delete()
    attempts(asked, ROWS, noon)
    assert quizzes.measure_questions(at=noon) == 3
    first, _, last = (Statistic.objects.get(question=question) for question in asked)
    assert (first.attempts, first.facility) == (30, 50)
    assert first.unpicked == ["heavy"]
    assert last.discrimination < 0
    assert "who knows more" in last.hurts


def test_second_attempts_change_nothing(asked, noon):
    people = attempts(asked, ROWS, noon)
    quizzes.measure_questions(at=noon)
    before = Statistic.objects.get(question=asked[0]).facility
    later = noon + timedelta(days=1)
    quiz = make.quiz(people[-1], asked[:2], at=later)
    right = quiz.items.get(question=asked[0]).right
    quizzes.answer(quiz, 1, quizzes.Said(picked=right), key=uuid4(), at=later)
    quizzes.finish(quiz, at=later)
    quizzes.measure_questions(at=later)
    assert Statistic.objects.get(question=asked[0]).facility == before


def test_a_shared_set_has_an_alpha_once_thirty_people_tried_it(asked, learner, noon):
    questions = tuple(question.pk for question in asked)
    setup = make.setup(learner, link=uuid4(), questions=questions, length=3)
    attempts(asked, ROWS, noon, setup)
    assert quizzes.measure_setups(at=noon) == 1
    found = Setup.objects.get()
    assert found.attempts == 30
    assert found.alpha == pytest.approx(alpha(ROWS))


@pytest.mark.parametrize(
    ("source", "answers", "difficulty"),
    [
        ("signals", 30, "hard"),
        ("stated", 30, "hard"),
        ("editor", 30, "medium"),
        ("stated", 29, "medium"),
    ],
)
def test_what_answers_show_stands_above_documents_and_below_editors(
    db, source, answers, difficulty
):
    question = make.question(difficulty_source=source)
    Hardness.objects.create(question=question, value=2, answers=answers)
    quizzes.learn_difficulties()
    found = Question.objects.get()
    assert found.difficulty == difficulty
    assert found.difficulty_source == ("learned" if difficulty == "hard" else source)
    assert quizzes.learn_difficulties() == 0


def test_an_editor_sees_what_hurts_and_a_candidate_only_their_own(
    asked, editor, learner, noon, django_assert_max_num_queries
):
    page = signed_in(editor).get(reverse("quizzes:measured"))
    assert "Not enough answers yet" in page.content.decode()
    attempts(asked, ROWS, noon)
    tasks.measure(noon)
    client = signed_in(editor)
    client.get(reverse("quizzes:measured"))
    with django_assert_max_num_queries(7):
        page = client.get(reverse("quizzes:measured")).content.decode()
    for said in ("Which is colour 2?", "who knows more", "nobody picks: heavy", "<svg"):
        assert said in page
    other = signed_in(learner).get(reverse("quizzes:measured")).content.decode()
    assert "Which is colour" not in other


def test_a_phone_gets_the_same_figures(asked, editor, learner, phone, noon):
    attempts(asked, ROWS, noon)
    quizzes.measure_questions(at=noon)
    rows = phone(editor).get("/api/v1/question-statistics/").json()["results"]
    assert rows[0]["question"] == str(asked[2].pk)
    assert phone(learner).get("/api/v1/question-statistics/").json()["count"] == 0
