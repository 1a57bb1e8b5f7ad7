"""The pages of cards: who may enter, page or fragment, and what a click does."""

from __future__ import annotations

from datetime import timedelta
from uuid import uuid4

import pytest
from django.test import Client
from django.urls import reverse
from django.utils.timezone import now

from questions.flashcards import actions
from questions.flashcards.models import Card, Event
from questions.flashcards.rules import Grade
from questions.marks.models import Tick
from tests import make
from tests.conftest import HTMX

REVIEW = reverse("flashcards:review")


def to(verb, card):
    return reverse(f"flashcards:{verb}", args=[card.pk])


def due(learner, **fields):
    return make.card(learner, due=learner.day_of(now()), **fields)


def graded(browser, card, grade=3, **more):
    given = {"key": uuid4(), "grade": grade, **more}
    headers = given.pop("headers", None)
    return browser.post(to("grade", card), given, headers=headers)


@pytest.mark.parametrize("name", ["review", "cards"])
def test_cards_are_for_those_who_are_signed_in(db, name):
    response = Client().get(reverse(f"flashcards:{name}"))
    assert response.status_code == 302
    assert reverse("account_login") in response["Location"]


def test_the_next_card_is_shown_with_its_answer_folded_away(browser, learner):
    due(learner, question_=make.question("What is a lock?", "A promise."))
    page = browser.get(REVIEW).content.decode()
    assert "<h1" in page
    assert "What is a lock?" in page
    assert '<details class="answer" >' in page
    assert "A promise." in page


def test_htmx_gets_the_fragment_alone(browser, learner):
    due(learner)
    assert browser.get(REVIEW, headers=HTMX).content.startswith(b'<section id="review"')


def test_the_buttons_say_when_the_card_comes_again(browser, learner):
    learner.day_start = (now().hour + 12) % 24  # or a step may cross the end of the day
    learner.save()
    make.card(learner)
    waits = browser.get(REVIEW).context["waits"]
    assert waits["AGAIN"] == "1 min"
    assert waits["EASY"].endswith(" d")


def test_a_grade_goes_on_to_the_next_card(browser, learner):
    card = due(learner)
    assert graded(browser, card)["Location"] == REVIEW
    assert Event.objects.get().grade == 3


def test_htmx_is_answered_with_the_next_card_at_once(browser, learner):
    card, other = due(learner), due(learner)
    response = graded(browser, card, headers=HTMX)
    assert response.status_code == 200
    assert response.content.startswith(b'<section id="review"')
    assert response.context["asked"].card.pk in {card.pk, other.pk} - {card.pk}
    assert response["HX-Replace-Url"] == REVIEW


def test_ticked_points_are_hit_and_the_others_missed(browser, learner):
    card = due(learner, question_=make.question(points=[("one", True), ("two", False)]))
    one, two = card.question.points.all()
    graded(browser, card, point=[one.pk, two.pk], hit=[two.pk])
    verdicts = dict(Tick.objects.values_list("key_point", "verdict"))
    assert verdicts == {one.pk: "missed", two.pk: "hit"}


@pytest.mark.parametrize(("grade", "ticks"), [(1, 1), (2, 0), (3, 0)])
def test_an_untouched_checklist_says_nothing_unless_the_card_was_not_known(
    browser, learner, grade, ticks
):
    card = due(learner)
    graded(browser, card, grade, point=[card.question.points.get().pk])
    assert Tick.objects.count() == ticks


@pytest.mark.parametrize(
    ("ago", "seconds"), [(12, 12), (-30, None), (3 * 24 * 3600, None), (None, None)]
)
def test_the_time_an_answer_took_is_kept_where_it_makes_sense(browser, learner, ago, seconds):
    since = {} if ago is None else {"since": int(now().timestamp()) - ago}
    graded(browser, due(learner), **since)
    found = Event.objects.get().seconds
    assert found == seconds or (seconds and found == pytest.approx(seconds, abs=1))


@pytest.mark.parametrize(
    "wrong", [{"grade": 5}, {"grade": "x"}, {"key": "k"}, {"hit": "no-id"}, {"since": "x"}]
)
def test_a_grade_that_cannot_be_read_shows_the_card_again(browser, learner, wrong):
    card = due(learner)
    response = browser.post(to("grade", card), {"key": uuid4(), "grade": 3, **wrong})
    assert response.status_code == 422
    assert response.context["asked"].card == card
    assert Event.objects.count() == 0


def test_pressing_twice_is_one_review_and_another_grade_is_refused(browser, learner):
    card, key = due(learner), uuid4()
    assert graded(browser, card, key=key).status_code == 302
    assert graded(browser, card, key=key).status_code == 302
    assert graded(browser, card, 1, key=key).status_code == 409
    assert Event.objects.count() == 1


@pytest.mark.parametrize("verb", ["grade", "suspend", "resume", "bury"])
def test_a_strangers_card_is_404(browser, stranger, verb):
    card = make.card(stranger)
    given = {"key": uuid4(), "grade": 3}
    assert browser.post(to(verb, card), given).status_code == 404
    assert browser.get(to("card", card)).status_code == 404


def test_undo_shows_the_card_that_it_brought_back(browser, learner):
    card = due(learner)
    graded(browser, card)
    response = browser.post(reverse("flashcards:undo"), {"key": uuid4()})
    assert response["Location"] == to("card", card)
    shown = browser.get(response["Location"])
    assert shown.context["asked"].card == card
    assert b"Taken back" in shown.content


def test_undo_with_htmx_says_so_once(browser, learner):
    card = due(learner)
    graded(browser, card)
    response = browser.post(reverse("flashcards:undo"), {"key": uuid4()}, headers=HTMX)
    assert response.content.count(b"Taken back") == 1


def test_nothing_to_undo_is_a_refusal(browser):
    assert browser.post(reverse("flashcards:undo"), {"key": uuid4()}).status_code == 409


@pytest.mark.parametrize("verb", ["suspend", "bury"])
def test_a_card_is_put_away_and_the_next_one_shown(browser, learner, verb):
    card = due(learner)
    assert browser.post(to(verb, card), {"key": uuid4()})["Location"] == REVIEW
    assert browser.get(REVIEW).context["asked"] is None


def test_a_suspended_card_is_resumed_from_the_list(browser, learner):
    card, here = (
        make.card(learner, suspended=True),
        reverse("flashcards:cards") + "?which=suspended",
    )
    assert b"Resume" in browser.get(here).content
    response = browser.post(to("resume", card), {"key": uuid4(), "next": here})
    assert response["Location"] == here
    card.refresh_from_db()
    assert not card.suspended


@pytest.mark.parametrize("evil", ["https://example.org/", "//example.org", "javascript:x"])
def test_nobody_is_sent_to_another_site(browser, learner, evil):
    response = browser.post(to("suspend", due(learner)), {"key": uuid4(), "next": evil})
    assert response["Location"] == REVIEW


def test_when_all_is_done_the_page_says_what_comes_and_when(browser, learner):
    make.card(learner, due=learner.day_of(now()) + timedelta(days=1))
    page = browser.get(REVIEW).content.decode()
    assert "Nothing is due" in page
    assert "tomorrow" in page


def test_a_newcomer_is_told_what_to_do(browser):
    assert b"Choose topics" in browser.get(REVIEW).content
    assert b"You have no cards yet" in browser.get(reverse("flashcards:cards")).content


def test_a_choice_question_shows_its_options_and_the_right_one(browser, learner):
    choices = [("red", False), ("green", True)]
    due(learner, question_=make.question("Which colour?", choices=choices))
    response = browser.get(REVIEW)
    assert [choice.text for choice in response.context["asked"].choices] == ["red", "green"]


def test_the_list_is_filtered_and_an_unknown_filter_is_422(browser, learner):
    storage = make.topic("Storage")
    make.card(learner, make.question("About storage?", topics=[storage]))
    make.card(learner, make.question("About queues?"))
    page = browser.get(reverse("flashcards:cards"), {"topic": "storage"}).content
    assert b"About storage?" in page
    assert b"About queues?" not in page
    assert browser.get(reverse("flashcards:cards"), {"which": "odd"}).status_code == 422


def test_a_question_becomes_a_card_once(browser, learner):
    question, key = make.question(), uuid4()
    for _ in range(2):
        response = browser.post(reverse("flashcards:add"), {"key": key, "question": question.pk})
        assert response["Location"] == reverse("flashcards:added", args=[key])
    assert Card.objects.of(learner).count() == 1
    assert b"1 card added" in browser.get(response["Location"]).content


def test_the_same_key_for_another_question_is_refused(browser):
    key = uuid4()
    for expected in (302, 409):
        given = {"key": key, "question": make.question(f"Which {expected}?").pk}
        assert browser.post(reverse("flashcards:add"), given).status_code == expected


def test_topics_become_cards_in_the_order_of_their_documents(browser, learner):
    aws, parts = make.topic("AWS"), make.document()
    part = make.topic("Storage", parent=aws)
    make.question("Second?", document=parts, position=2, topics=[part])
    make.question("First?", document=parts, position=1, topics=[aws])
    browser.post(reverse("flashcards:add"), {"key": uuid4(), "topic": ["aws"]})
    cards = Card.objects.of(learner).new(learner.day_of(now()))
    assert [card.question.prompt for card in cards] == ["First?", "Second?"]


@pytest.mark.parametrize("given", [{}, {"topic": ""}, {"question": "no-id"}])
def test_an_addition_that_says_nothing_is_422(browser, given):
    response = browser.post(reverse("flashcards:add"), {"key": uuid4(), **given})
    assert response.status_code == 422


def test_all_that_a_search_finds_becomes_cards(browser, learner):
    make.question("What is a bucket?", points=())
    make.question("What is a queue?", points=())
    response = browser.post(reverse("flashcards:add"), {"key": uuid4(), "q": "bucket"})
    assert browser.get(response["Location"]).context["count"] == 1
    assert Card.objects.of(learner).get().question.prompt == "What is a bucket?"


def test_nothing_found_is_nothing_to_add(browser):
    response = browser.post(reverse("flashcards:add"), {"key": uuid4(), "topic": "no-such"})
    assert b"Nothing to add" in browser.get(response["Location"]).content


def test_an_addition_is_taken_back(browser, learner):
    key = uuid4()
    browser.post(reverse("flashcards:add"), {"key": key, "question": make.question().pk})
    response = browser.post(reverse("flashcards:take_back", args=[key]), follow=True)
    assert b"Taken back" in response.content
    assert not Card.objects.exists()


@pytest.mark.parametrize("count", [2, 25, 500])
def test_a_page_asks_the_same_whatever_the_number_of_cards(
    browser, learner, count, django_assert_num_queries
):
    source, storage = make.document(), make.topic("Storage")
    questions = [
        make.question(f"Number {n}?", document=source, topics=[storage], points=())
        for n in range(min(count, 30))
    ]
    for question in questions:
        due(learner, question_=question)
    Card.objects.bulk_create(
        Card(
            learner=learner,
            question=questions[0],
            added=make.AT,
            added_under=uuid4(),
            face=make.KeyPoint.objects.create(question=questions[0], position=n, text=str(n)),
        )
        for n in range(count - len(questions))
    )
    browser.get(REVIEW)
    with django_assert_num_queries(5):  # session, person, the day, the card, its points
        browser.get(REVIEW)
    with django_assert_num_queries(5):  # session, person, the number of cards, the page, topics
        browser.get(reverse("flashcards:cards"))
    card = Card.objects.of(learner).daily(learner.day_of(now())).first()
    with django_assert_num_queries(11):  # and begin, lock, insert, update, wording, commit
        graded(browser, card, headers=HTMX)


def test_all_that_was_added_is_asked_over_the_days(learner, noon):
    questions = [make.question(f"Number {n}?") for n in range(25)]
    actions.add(learner, [q.pk for q in questions], key=uuid4(), at=noon)
    met = set()
    for day in range(3):
        at = noon + timedelta(days=day)
        from questions.flashcards.models import outlook

        while (card := outlook(learner, at).next) is not None:
            actions.grade(learner, card, Grade.EASY, key=uuid4(), at=at)
            met.add(card)
    assert len(met) == 25


def test_the_card_after_the_one_in_sight_is_there_before_it_is_graded(browser, learner):
    first, second, third = (due(learner) for _ in range(3))
    shown = browser.get(REVIEW).context["asked"].card
    ahead = browser.get(REVIEW, {"after": shown.pk}, headers=HTMX)
    following = ahead.context["asked"].card
    assert following != shown
    assert (ahead.context["day"].answered, ahead.context["day"].due) == (1, 2)
    given = {"key": uuid4(), "grade": 3, "after": following.pk}
    response = browser.post(to("grade", shown), given, headers=HTMX)
    (last,) = {first, second, third} - {shown, following}
    assert response.context["asked"].card == last
    assert (response.context["day"].answered, response.context["day"].due) == (2, 1)


def test_a_new_card_in_sight_counts_as_met_in_what_comes_after_it(browser, learner):
    for _ in range(3):
        make.card(learner)
    shown = browser.get(REVIEW).context["asked"].card
    day = browser.get(REVIEW, {"after": shown.pk}).context["day"]
    assert (day.introduced, day.new, day.total) == (1, 2, 3)


def test_nothing_comes_after_the_last_card_and_an_odd_id_is_nobody(browser, learner):
    card = due(learner)
    assert browser.get(REVIEW, {"after": card.pk}).context["asked"] is None
    assert browser.get(REVIEW, {"after": "odd"}).context["asked"].card == card
