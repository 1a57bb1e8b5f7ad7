from __future__ import annotations

from datetime import timedelta
from uuid import uuid4

import pytest
from django.http import Http404

from questions.bank.models import Choice, Question
from questions.bank.rules.states import State, Visibility
from questions.errors import KeyReused
from questions.flashcards.models import Card
from questions.marks.models import Tick
from questions.marks.rules import Verdict
from questions.quizzes import actions as quizzes
from questions.quizzes.actions import Said
from questions.quizzes.models import Item, Quiz
from questions.quizzes.rules import ItemKind, Settings
from tests import make
from tests.quizzes.facts import FACTS

TYPED = (ItemKind.TYPED,)


def start(learner, at, key=None, **settings):
    return quizzes.start(learner, Settings(**settings), key=key or uuid4(), at=at)


@pytest.fixture
def lamp(db):
    return make.question(
        "What is a lamp?",
        "A lamp gives light at night. It burns oil.",
        points=[("gives light at night", True), ("burns oil", False)],
    )


@pytest.fixture
def colours(db):
    return make.question(
        "Which are colours?",
        "Red and green.",
        points=(),
        choices=[("red", True), ("green", True), ("loud", False), ("wet", False)],
    )


@pytest.fixture
def one_right(db):
    return make.question(
        "Which is a colour?", "Red.", points=(), choices=[("red", True), ("loud", False)]
    )


def answered(quiz, text="It gives light at night.", position=1, key=None, at=None):
    said = Said(text=text)
    at = at or quiz.started + timedelta(seconds=40)
    return quizzes.answer(quiz, position, said, key=key or uuid4(), at=at)


def pick(item, *texts):
    return Said(picked=[o["id"] for o in item.options if o["text"] in texts])


def test_a_quiz_freezes_what_it_asks(learner, lamp, noon):
    [item] = make.quiz(learner, [lamp], at=noon).items.all()
    assert (item.position, item.kind, item.question) == (1, "typed", lamp)
    assert item.asked["prompt"] == "What is a lamp?"
    assert [(p["text"], p["core"]) for p in item.asked["points"]] == [
        ("gives light at night", True),
        ("burns oil", False),
    ]
    assert item.asked["answer"]["document"] == lamp.document.name
    assert (item.asked["answer"]["first_line"], item.asked["answer"]["last_line"]) == (1, 3)


def test_the_same_key_starts_one_quiz_and_other_settings_are_refused(learner, lamp, noon):
    key = uuid4()
    assert start(learner, noon, key) == start(learner, noon, key)
    assert Quiz.objects.count() == Item.objects.count() == 1
    with pytest.raises(KeyReused):
        start(learner, noon, key, length=5)


def test_where_nothing_fits_there_is_no_quiz(learner, lamp, noon):
    with pytest.raises(quizzes.NoQuestions):
        start(learner, noon, difficulty=("hard",))
    assert not Quiz.objects.exists()


def test_only_standing_questions_that_the_learner_may_see_are_asked(learner, stranger, lamp, noon):
    make.question("Whose?", owner=stranger)
    mine = make.question("Mine?", owner=learner)
    make.question("Gone?", state=State.RETIRED.value)
    make.question("Folded?", folded_into=lamp)
    make.question("Without a checklist?", points=())
    make.question("Nothing right?", points=(), choices=[("a", False), ("b", False)])
    quiz = start(learner, noon, kinds=TYPED)
    assert {item.question for item in quiz.items.all()} == {lamp, mine}


def test_choice_questions_are_not_asked_for_a_text(learner, lamp, colours, noon):
    assert start(learner, noon, kinds=TYPED).items.get().question == lamp
    kinds = {item.question: item.kind for item in start(learner, noon).items.all()}
    assert kinds == {lamp: "typed", colours: "choice"}


def test_who_wants_to_pick_picks_as_long_as_there_is_something_to_pick(learner, noon):
    for number in range(40):
        make.question(f"Number {number}?")
    for number in range(5):
        make.question(f"Which {number}?", points=(), choices=[("a", True), ("b", False)])
    quiz = start(learner, noon, kinds=(ItemKind.CHOICE,), length=5)
    assert {item.kind for item in quiz.items.all()} == {"choice"}


def test_a_quiz_is_as_long_as_was_asked_for(learner, noon):
    for number in range(8):
        make.question(f"Number {number}?")
    assert start(learner, noon, length=5).items.count() == 5
    assert start(learner, noon, length=20).items.count() == 8


def test_options_are_made_from_the_bank_and_never_from_folded_questions(learner, noon):
    topic = make.topic("Trades")
    asked = [make.question(p, o, points=[(o.rstrip("."), True)], topics=[topic]) for p, o in FACTS]
    opening = "A beacon carries warnings along a coast at any hour."
    folded = make.question("What is a beacon?", opening, topics=[topic], folded_into=asked[0])
    for _ in range(4):
        quiz = start(learner, noon, kinds=(ItemKind.CHOICE,), length=5)
        for item in quiz.items.all():
            assert item.kind == "choice"
            assert len(item.options) == 4
            [right] = item.right
            by_id = {option["id"]: option for option in item.options}
            assert by_id[right]["from"] == str(item.question_id)
            assert str(folded.pk) not in {option["from"] for option in item.options}


def test_without_sound_options_a_text_is_asked_for(learner, lamp, noon):
    [item] = start(learner, noon, kinds=(ItemKind.CHOICE,)).items.all()
    assert (item.kind, item.options) == ("typed", [])


def test_building_takes_as_many_statements_for_one_question_as_for_many(
    learner, noon, django_assert_num_queries
):
    topic = make.topic("Trades")
    for p, o in FACTS:
        make.question(p, o, points=[(o.rstrip("."), True)], topics=[topic])

    def statements(length):
        from django.db import connection
        from django.test.utils import CaptureQueriesContext

        with CaptureQueriesContext(connection) as caught:
            start(learner, noon, length=length)
        return len(caught)

    assert statements(1) == statements(8)


def test_a_typed_answer_is_marked_and_ticked(learner, lamp, noon):
    quiz, key = make.quiz(learner, [lamp], at=noon), uuid4()
    item = answered(quiz, "It gives light at night", key=key)
    assert {p.text: p.verdict for p in item.shown_points} == {
        "gives light at night": Verdict.HIT,
        "burns oil": Verdict.MISSED,
    }
    assert item.shown_points[0].words == ("gives light", "night")
    assert item.score == pytest.approx(2 / 3)
    assert item.seconds == 40
    ticks = Tick.objects.of(learner).under(key)
    assert sorted(ticks.values_list("verdict", "where")) == [("hit", "quiz"), ("missed", "quiz")]


def test_answering_twice_with_the_same_key_is_one_answer(learner, lamp, noon):
    quiz, key = make.quiz(learner, [lamp], at=noon), uuid4()
    first = answered(quiz, key=key)
    again = answered(quiz, key=key, at=noon + timedelta(hours=1))
    assert (again.answered, again.seconds) == (first.answered, first.seconds)
    assert Tick.objects.count() == 2
    with pytest.raises(KeyReused):
        answered(quiz, "Something else", key=key)


def test_another_answer_to_the_same_item_is_refused(learner, lamp, noon):
    quiz = make.quiz(learner, [lamp], at=noon)
    answered(quiz)
    with pytest.raises(quizzes.AlreadyAnswered):
        answered(quiz, "It burns oil")


def test_a_key_answers_one_item_only(learner, lamp, colours, noon):
    other = make.question("What is a wick?", "It is a thread that burns.")
    quiz, key = make.quiz(learner, [lamp, other], at=noon), uuid4()
    answered(quiz, key=key)
    with pytest.raises(KeyReused):
        answered(quiz, position=2, key=key)


def test_nothing_is_answered_after_handing_in(learner, lamp, noon):
    quiz = quizzes.finish(make.quiz(learner, [lamp], at=noon), at=noon)
    with pytest.raises(quizzes.Finished):
        answered(quiz)


def test_handing_in_twice_keeps_the_first_time(learner, lamp, noon):
    quiz = make.quiz(learner, [lamp], at=noon)
    quizzes.finish(quiz, at=noon)
    assert quizzes.finish(quiz, at=noon + timedelta(hours=1)).finished == noon


def test_options_are_scored_with_partial_credit(learner, colours, noon):
    quiz = make.quiz(learner, [colours], at=noon)
    item = quiz.items.get()
    assert item.several
    done = quizzes.answer(quiz, 1, pick(item, "red"), key=uuid4(), at=noon)
    assert (done.score, done.outcome) == (0.5, "partly")
    assert not Tick.objects.exists()


@pytest.mark.parametrize(
    "said", [Said(), Said(text="red"), Said(picked=["z"]), Said(picked=["a", "b"])]
)
def test_an_answer_that_does_not_fit_a_choice_is_refused(learner, one_right, noon, said):
    quiz = make.quiz(learner, [one_right], at=noon)
    with pytest.raises(quizzes.WrongAnswer):
        quizzes.answer(quiz, 1, said, key=uuid4(), at=noon)
    assert quiz.items.get().answered is None


@pytest.mark.parametrize("said", [Said(picked=["a"]), Said(text="x" * 10_001)])
def test_an_answer_that_does_not_fit_a_text_is_refused(learner, lamp, noon, said):
    quiz = make.quiz(learner, [lamp], at=noon)
    with pytest.raises(quizzes.WrongAnswer):
        quizzes.answer(quiz, 1, said, key=uuid4(), at=noon)


def test_an_empty_text_misses_everything(learner, lamp, noon):
    item = answered(make.quiz(learner, [lamp], at=noon), "")
    assert (item.score, item.missed, item.outcome) == (0, True, "wrong")


def test_there_is_no_such_item(learner, lamp, noon):
    with pytest.raises(Http404):
        answered(make.quiz(learner, [lamp], at=noon), position=2)


def test_the_learner_corrects_the_marking_and_both_are_kept(learner, lamp, noon):
    quiz, key = make.quiz(learner, [lamp], at=noon), uuid4()
    answered(quiz, key=key)
    oil = str(lamp.points.get(text="burns oil").pk)
    item = quizzes.correct(quiz, 1, {oil: Verdict.HIT}, at=noon)
    assert item.score == 1
    point = item.shown_points[1]
    assert (point.verdict, point.marked, point.corrected) == (Verdict.HIT, Verdict.MISSED, True)
    assert (item.marking or {})["corrected"] == {oil: "hit"}
    verdicts = Tick.objects.of(learner).under(key).values_list("verdict", flat=True)
    assert list(verdicts) == ["hit", "hit"]
    back = quizzes.correct(quiz, 1, {oil: Verdict.MISSED}, at=noon)
    assert (back.marking or {})["corrected"] == {}


def test_a_correction_names_points_of_an_answer(learner, lamp, colours, noon):
    quiz = make.quiz(learner, [lamp, colours], at=noon)
    for position in (1, 2):
        with pytest.raises(quizzes.NotAnswered):
            quizzes.correct(quiz, position, {}, at=noon)
    answered(quiz)
    with pytest.raises(quizzes.WrongAnswer):
        quizzes.correct(quiz, 1, {str(uuid4()): Verdict.HIT}, at=noon)


def test_what_was_missed_becomes_cards_once(learner, lamp, colours, noon):
    wick = make.question("What is a wick?", "A thread in oil.", points=[("a thread in oil", True)])
    quiz = make.quiz(learner, [lamp, wick, colours], at=noon)
    answered(quiz, "a thread in oil", position=2)
    assert quizzes.to_cards(quiz, key=uuid4(), at=noon) == 2
    assert quizzes.to_cards(quiz, key=uuid4(), at=noon) == 0
    assert set(Card.objects.values_list("question", flat=True)) == {lamp.pk, colours.pk}


def test_what_was_missed_is_tried_again_as_far_as_it_stands(learner, lamp, colours, noon):
    quiz = make.quiz(learner, [lamp, colours], at=noon)
    Question.objects.filter(pk=colours.pk).update(state=State.RETIRED.value)
    again = quizzes.again(quiz, key=uuid4(), at=noon)
    assert [item.question for item in again.items.all()] == [lamp]
    answered(again, "It gives light at night and burns oil")
    with pytest.raises(quizzes.NothingMissed):
        quizzes.again(again, key=uuid4(), at=noon)


def test_a_question_that_goes_away_breaks_no_attempt(learner, stranger, noon):
    asked = make.question(
        "What is a lamp?", "It gives light.", points=[("gives light", True)], owner=stranger,
        visibility=Visibility.PUBLIC.value,
    )  # fmt: skip
    quiz = make.quiz(learner, [asked], at=noon)
    asked.points.update(text="something newer", retired=True)
    Question.objects.filter(pk=asked.pk).update(
        visibility=Visibility.PRIVATE.value, state=State.RETIRED.value, prompt="newer"
    )
    item = answered(quiz, "It gives light")
    assert item.score == 1
    assert item.asked["prompt"] == "What is a lamp?"
    assert [point.text for point in item.shown_points] == ["gives light"]
    quizzes.finish(quiz, at=noon)


def test_options_stay_as_they_were(learner, colours, noon):
    quiz = make.quiz(learner, [colours], at=noon)
    item = quiz.items.get()
    Choice.objects.filter(question=colours).update(correct=False, text="newer")
    done = quizzes.answer(quiz, 1, pick(item, "red", "green"), key=uuid4(), at=noon)
    assert done.score == 1
