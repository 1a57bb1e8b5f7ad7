"""How quizzes go in each mode, what the clock does, and what an exam keeps to itself."""

from __future__ import annotations

import json
from datetime import timedelta
from uuid import uuid4

import pytest
from django.db import connection, transaction
from django.test.utils import CaptureQueriesContext
from django.urls import reverse

from questions.accounts.rules import NeedsAddress
from questions.errors import KeyReused
from questions.marks.models import Ability, Hardness, Tick
from questions.marks.rules import Verdict
from questions.quizzes import actions as quizzes
from questions.quizzes import tasks
from questions.quizzes.actions import Said
from questions.quizzes.models import Given, Quiz, Setup, pace_of
from questions.quizzes.rules import Certainty, ItemKind, Mode, Settings
from tests import make

SAID = Said(text="It gives light at night")


@pytest.fixture
def lamp(db):
    return make.question(
        "What is a lamp?",
        "A lamp gives light at night.",
        points=[("gives light at night", True), ("burns oil", False)],
        topics=[make.topic("Light")],
    )


@pytest.fixture
def colour(db):
    return make.question(
        "Which is a colour?", "Red.", points=(), choices=[("red", True), ("loud", False)]
    )


@pytest.fixture
def exam(learner, lamp, colour, noon):
    return make.quiz(learner, [lamp, colour], at=noon, mode=Mode.EXAM, minutes=10)


def answered(quiz, position, said, at, key=None):
    return quizzes.answer(quiz, position, said, key=key or uuid4(), at=at)


def picked(quiz, position, *, right=True):
    options = quiz.items.get(position=position).options
    return Said(picked=[o["id"] for o in options if o["correct"] is right][:1])


def later(noon, **more):
    return noon + timedelta(**more)


def test_an_exam_ends_at_its_limit(exam, noon):
    assert exam.deadline == later(noon, minutes=10)
    assert list(Quiz.objects.open(later(noon, minutes=9))) == [exam]
    assert list(Quiz.objects.over(later(noon, minutes=10))) == [exam]
    assert exam.left(later(noon, minutes=9)) == 60


def test_a_close_comes_before_the_limit_and_after_it_nothing_starts(learner, lamp, noon):
    close = later(noon, minutes=5)
    quiz = make.quiz(learner, [lamp], at=noon, mode=Mode.EXAM, minutes=10, close=close)
    assert quiz.deadline == close
    with pytest.raises(quizzes.Closed):
        make.quiz(learner, [lamp], at=close, mode=Mode.EXAM, close=close)


@pytest.mark.parametrize(("factor", "minutes"), [(1.5, 15), (2.0, 20), (None, None)])
def test_a_person_has_the_time_that_is_stored_for_them(learner, lamp, noon, factor, minutes):
    quizzes.set_pace(learner, factor)
    assert pace_of(learner) == factor
    quiz = make.quiz(learner, [lamp], at=noon, mode=Mode.EXAM, minutes=10)
    assert quiz.deadline == (minutes and later(noon, minutes=minutes))


def test_an_answer_in_an_exam_may_be_changed_and_tells_nothing(exam, learner, noon):
    answered(exam, 1, Said(text="no idea"), noon)
    item = answered(exam, 1, SAID, later(noon, seconds=30))
    assert item.open_now
    assert (item.outcome, item.shown_points) == ("given", [])
    assert item.text == SAID.text
    assert item.seconds == 30
    assert not Tick.objects.exists()
    assert not Ability.objects.exists()


def test_handing_in_tells_ticks_and_teaches(exam, learner, noon):
    answered(exam, 1, SAID, noon)
    quizzes.finish(exam, at=later(noon, minutes=1))
    assert Tick.objects.of(learner).count() == 2
    assert Ability.objects.get().answers == 1
    assert Quiz.objects.get().items.first().outcome == "partly"


def test_a_late_answer_is_refused_kept_and_shown(exam, noon):
    late = later(noon, minutes=10, seconds=12)
    key = uuid4()
    for _ in range(2):
        with pytest.raises(quizzes.TooLate):
            answered(exam, 1, SAID, late, key)
    kept = Given.objects.get()
    assert (kept.late, kept.said) == (True, SAID.text)
    quiz = Quiz.objects.get().settle(late)
    item = quiz.items.first()
    assert (item.answered, item.outcome) == (None, "left")
    assert [(given.said, given.seconds) for given in item.late] == [(SAID.text, 12)]


def test_a_late_answer_is_kept_though_a_transaction_around_it_is_rolled_back(exam, noon):
    with pytest.raises(quizzes.TooLate) as late, transaction.atomic():
        answered(exam, 1, SAID, later(noon, hours=1))
    assert not Given.objects.exists()
    late.value.keep()
    assert Given.objects.get().late


def test_the_clock_hands_in_by_itself_and_a_chore_writes_it(exam, learner, noon):
    answered(exam, 1, SAID, noon)
    after = later(noon, hours=1)
    assert Quiz.objects.get().settle(after).finished == exam.deadline
    assert Quiz.objects.get().finished is None
    tasks.hand_in(after)
    assert Quiz.objects.get().finished == exam.deadline
    assert Tick.objects.of(learner).count() == 2
    tasks.hand_in(after)
    assert Ability.objects.get().answers == 1


def test_handing_in_late_counts_as_handed_in_at_the_deadline(exam, noon):
    quiz = quizzes.finish(exam, at=later(noon, hours=1))
    assert quiz.finished == exam.deadline
    assert quiz.by_clock


def test_two_devices_answer_the_same_exam(exam, noon):
    key = uuid4()
    answered(exam, 1, SAID, noon, key)
    answered(exam, 1, SAID, noon, key)
    answered(exam, 2, picked(exam, 2), noon)
    assert Given.objects.count() == 2
    with pytest.raises(KeyReused):
        answered(exam, 2, picked(exam, 2), noon, key)


def test_an_exam_that_goes_on_gives_nothing_to_cards_and_is_not_tried_again(exam, learner, noon):
    for act in (quizzes.to_cards, quizzes.again):
        with pytest.raises(quizzes.NotYet):
            act(exam, key=uuid4(), at=noon)
    with pytest.raises(quizzes.NotYet):
        quizzes.share_questions_of(exam, by=learner, key=uuid4(), at=noon)


SECRETS = ("light at night", "burns oil", '"correct": true', '"verdict"', "overlooked")


def test_nothing_of_a_solution_leaves_the_server_before_an_exam_is_handed_in(
    exam, learner, phone, browser, lamp, settings
):
    at = Quiz.objects.get().started
    Quiz.objects.update(deadline=None)
    answered(exam, 1, Said(text="no"), at)
    answered(exam, 2, picked(exam, 2, right=False), at)
    mine = phone(learner)
    home = f"/api/v1/quizzes/{exam.pk}/"
    told = [mine.get(path).json() for path in ("/api/v1/quizzes/", home, "/api/v1/ticks/")]
    for verb, body in {
        "answer": {"position": 1, "text": "nothing"},
        "flag": {"position": 2, "flagged": True},
        "hint": {"position": 1, "shown": 0},
        "again": {},
        "missed-to-cards": {},
    }.items():
        told.append(mine.post(f"{home}{verb}/", {"key": str(uuid4()), **body}).json())
    text = json.dumps(told)
    pages = [reverse("quizzes:item", args=[exam.pk, place]) for place in (1, 2)]
    pages += [reverse("quizzes:results", args=[exam.pk]), reverse("quizzes:new")]
    for page in pages:
        text += browser.get(page).content.decode()
    assert not [secret for secret in SECRETS if secret in text]
    assert str(lamp.pk) not in text
    assert told[0]["results"][0]["score"] is None
    for item in told[1]["items"]:
        assert (item["score"], item["question"], item["preferred_answer"]) == (None, None, None)
    quizzes.finish(exam, at=at)
    text = json.dumps(mine.get(home).json())
    assert all(secret in text for secret in SECRETS[:3])


def test_a_late_answer_from_a_phone_is_kept_though_it_is_refused(exam, learner, phone):
    sent = {"key": str(uuid4()), "position": 1, "text": "It gives light"}
    for _ in range(2):
        refused = phone(learner).post(f"/api/v1/quizzes/{exam.pk}/answer/", sent)
        assert (refused.status_code, refused.json()["code"]) == (409, "too_late")
    body = phone(learner).get(f"/api/v1/quizzes/{exam.pk}/").json()
    assert body["by_clock"]
    assert [late["said"] for late in body["items"][0]["late"]] == ["It gives light"]


def test_mistakes_are_the_questions_that_went_wrong_last(learner, lamp, colour, noon):
    quiz = make.quiz(learner, [lamp, colour], at=noon)
    chosen = Settings(mode=Mode.MISTAKES)
    with pytest.raises(quizzes.NoQuestions):
        quizzes.start(learner, chosen, key=uuid4(), at=noon)
    answered(quiz, 1, SAID, noon)
    answered(quiz, 2, picked(quiz, 2, right=False), noon)
    wrong = quizzes.start(learner, chosen, key=uuid4(), at=later(noon, days=1))
    assert [item.question for item in wrong.items.all()] == [colour]
    answered(wrong, 1, picked(wrong, 1), later(noon, days=1))
    with pytest.raises(quizzes.NoQuestions):
        quizzes.start(learner, chosen, key=uuid4(), at=later(noon, days=2))


def test_an_adaptive_quiz_asks_next_what_the_last_answer_calls_for(learner, noon):
    light = make.topic("Light")
    asked = [make.question(f"What is lamp {n}?", topics=[light]) for n in range(9)]
    for question, hard in zip(asked, (-3, -2, -1, -0.6, 0, 0.6, 1, 2, 3), strict=True):
        Hardness.objects.create(question=question, value=hard, answers=40)
    chosen = Settings(length=3, mode=Mode.ADAPTIVE, kinds=(ItemKind.TYPED,))
    quiz = quizzes.start(learner, chosen, key=uuid4(), at=noon)
    assert (quiz.items.count(), quiz.size, len(quiz.reserve)) == (1, 3, 8)
    first = answered(quiz, 1, Said(text="A named place for objects"), noon)
    assert first.score == 1
    able = Ability.objects.get().value
    second = quiz.items.get(position=2)
    left = [h for h in Hardness.objects.all() if h.question_id != first.question_id]
    nearest = min(left, key=lambda h: abs(1 / (1 + 2.718281828 ** (h.value - able)) - 0.65))
    assert second.question_id == nearest.question_id
    answered(quiz, 2, Said(text="no"), noon)
    answered(quiz, 3, Said(text="no"), noon)
    assert quiz.items.count() == 3
    quiz.refresh_from_db()
    assert len(quizzes.finish(quiz, at=noon).reserve) == 0


def test_a_sprint_counts_what_was_reached(learner, noon, browser):
    colours = [
        make.question(
            f"Which is colour {n}?", "", points=(), choices=[("red", True), ("loud", False)]
        )
        for n in range(12)
    ]
    chosen = Settings(length=5, mode=Mode.SPRINT)
    quiz = quizzes.start(learner, chosen, key=uuid4(), at=noon)
    assert quiz.items.count() == len(colours)
    answered(quiz, 1, picked(quiz, 1), noon)
    answered(quiz, 2, picked(quiz, 2, right=False), noon)
    tasks.hand_in(later(noon, minutes=2))
    read = Quiz.objects.with_progress().get()
    assert (read.percent, read.done) == (50, 2)
    assert len(quizzes.missed(read)) == 1
    page = browser.get(reverse("quizzes:results", args=[quiz.pk]))
    assert page.context["percent"] == 50


def test_a_spoken_answer_is_marked_by_its_speaker_once_the_points_are_shown(learner, lamp, noon):
    quiz = make.quiz(learner, [lamp], at=noon, kinds=(ItemKind.SPOKEN,))
    item = quiz.items.get()
    said = Said(verdicts={p["id"]: Verdict.HIT for p in item.asked["points"]})
    assert item.turned_points == []
    with pytest.raises(quizzes.NotTurned):
        answered(quiz, 1, said, noon)
    turned = quizzes.turn(quiz, 1, at=later(noon, seconds=40))
    assert len(turned.turned_points) == 2
    item = answered(quiz, 1, said, later(noon, seconds=60))
    assert (item.score, item.seconds) == (1, 60)
    assert set(Tick.objects.values_list("where", flat=True)) == {"rehearsal"}
    with pytest.raises(quizzes.WrongAnswer):
        answered(quiz, 1, Said(text="no"), noon)


def test_a_hint_shows_the_next_point_and_costs_half_of_it(learner, lamp, noon):
    quiz = make.quiz(learner, [lamp], at=noon)
    for _ in range(2):
        item = quizzes.hint(quiz, 1, shown=0, at=noon)
    assert item.shown_hints == ["gives …"]
    assert answered(quiz, 1, SAID, noon).score == pytest.approx(1 / 3)


def test_there_is_no_help_in_an_exam_nor_with_a_choice(exam, learner, colour, noon):
    with pytest.raises(quizzes.NoHint):
        quizzes.hint(exam, 1, shown=0, at=noon)
    with pytest.raises(quizzes.NoHint):
        quizzes.hint(make.quiz(learner, [colour], at=noon), 1, shown=0, at=noon)


def test_certainty_is_kept_where_it_was_asked_for(learner, colour, noon):
    for asked, kept in ((True, 3), (False, None)):
        quiz = make.quiz(learner, [colour], at=noon, certainty=asked)
        said = Said(picked=picked(quiz, 1).picked, certainty=Certainty.SURE)
        assert answered(quiz, 1, said, noon).certainty == kept


def test_steps_are_put_in_order(learner, noon):
    text = "In order:\n\n1. Fill the tank with oil\n2. Trim its wick short\n3. Hold a match near\n"
    lit = make.question("How do you light a lamp?", text)
    quiz = make.quiz(learner, [lit], at=noon, kinds=(ItemKind.ORDER,))
    item = quiz.items.get()
    assert item.kind == "order"
    assert {step.place for step in item.shown_steps} == {None}
    with pytest.raises(quizzes.WrongAnswer):
        answered(quiz, 1, Said(order=item.right[:2]), noon)
    done = answered(quiz, 1, Said(order=item.right), noon)
    assert done.score == 1
    assert [step.place for step in done.shown_steps] == [1, 2, 3]


def test_only_first_answers_teach(learner, stranger, colour, noon):
    for person in (learner, learner, stranger):
        quiz = make.quiz(person, [colour], at=noon)
        answered(quiz, 1, picked(quiz, 1), noon)
    assert Hardness.objects.get().answers == 2


def test_a_saved_set_up_is_shared_by_a_link_that_can_be_taken_back(learner, lamp, noon):
    key = uuid4()
    setup = quizzes.save_setup(learner, " My  lamps ", Settings(length=5), key=key, at=noon)
    assert setup.name == "My lamps"
    assert quizzes.save_setup(learner, "My lamps", Settings(length=5), key=key, at=noon) == setup
    with pytest.raises(KeyReused):
        quizzes.save_setup(learner, "My lamps", Settings(length=6), key=key, at=noon)
    link = quizzes.share_setup(setup, by=learner, key=key).link
    assert quizzes.share_setup(setup, by=learner, key=uuid4()).link == link
    assert Setup.objects.behind(link).get() == setup
    quizzes.unshare_setup(setup)
    assert not Setup.objects.behind(link).exists()
    assert quizzes.share_setup(setup, by=learner, key=uuid4()).link != link


def test_a_guest_shares_nothing(learner, noon):
    learner.is_guest = True
    learner.save()
    with pytest.raises(NeedsAddress):
        quizzes.share_setup(make.setup(learner), by=learner, key=uuid4())


def test_a_shared_link_asks_only_what_one_may_see(learner, stranger, lamp, noon):
    own = make.question("What is mine?", owner=learner)
    setup = make.setup(learner, link=uuid4(), questions=(lamp.pk, own.pk), length=2)
    quiz = quizzes.start(stranger, setup.chosen, key=uuid4(), at=noon, setup=setup)
    assert [item.question for item in quiz.items.all()] == [lamp]


def test_the_questions_of_a_quiz_are_shared_as_they_were(learner, stranger, lamp, colour, noon):
    quiz = make.quiz(learner, [colour, lamp], at=noon)
    setup = quizzes.share_questions_of(quiz, by=learner, key=uuid4(), at=noon)
    theirs = quizzes.start(stranger, setup.chosen, key=uuid4(), at=noon, setup=setup)
    assert [item.question for item in theirs.items.order_by("position")] == [colour, lamp]


def test_questions_are_shared_without_how_they_were_found(learner, lamp, noon):
    mine = {"topics": ("my-secret-employer",), "difficulty": ("hard",), "mode": Mode.MISTAKES}
    quiz = make.quiz(learner, [lamp], at=noon)
    quiz.settings = Settings(**mine).as_json()
    shared = quizzes.share_questions_of(quiz, by=learner, key=uuid4(), at=noon).chosen
    assert (shared.topics, shared.difficulty, shared.mode) == ((), (), Mode.PRACTICE)
    assert shared.questions == (lamp.pk,)


def test_a_phone_shares_the_questions_of_a_quiz(learner, stranger, phone, lamp):
    quiz = make.quiz(learner, [lamp])
    shared = phone(learner).post(f"/api/v1/quizzes/{quiz.pk}/share/", {"key": str(uuid4())})
    assert shared.status_code == 201
    link = shared.json()["link"]
    told = phone(stranger).get(f"/api/v1/quiz-setups/shared/{link}/").json()
    assert (told["by"], told["questions"], told["settings"]["questions"]) == ("Lena", 1, [])
    started = phone(stranger).post("/api/v1/quizzes/", {"key": str(uuid4()), "link": link})
    assert started.status_code == 201
    assert started.json()["items"][0]["question"] == str(lamp.pk)


def test_handing_in_costs_as_many_statements_for_5_answers_as_for_50(learner, noon):
    topic = make.topic("Light")
    asked = [
        make.question(f"What is lamp {n}?", topics=[topic], points=[("a light", True)])
        for n in range(50)
    ]
    costs = []
    for length in (5, 50):
        exam = make.quiz(learner, asked[:length], at=noon, mode=Mode.EXAM)
        for position in range(1, length + 1):
            answered(exam, position, Said(text="a light"), noon)
        with CaptureQueriesContext(connection) as caught:
            quizzes.finish(exam, at=noon)
        costs.append(len(caught))
    assert costs[0] == costs[1]
