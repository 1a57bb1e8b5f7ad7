"""What devices are told of: all that changed, in pages, nothing skipped, nothing of others."""

from __future__ import annotations

from datetime import timedelta
from threading import Event, Thread
from uuid import uuid4

import pytest
from django.db import connection, transaction
from django.test.utils import CaptureQueriesContext
from django.utils.timezone import now

from questions.bank.models import Question, Sharing
from questions.flashcards import actions as flashcards
from questions.flashcards.models import Card, Target
from questions.flashcards.rules import Grade
from questions.sync.models import Entry, Feed
from questions.sync.rules import Said, differing
from tests import make

ADDRESS = "/api/v1/sync/"


@pytest.fixture
def ask(phone, learner):
    """ask(since, …): the answer of one page."""

    def asked(since="", who=learner, **query):
        answer = phone(who).get(ADDRESS, {"since": since, **query})
        assert answer.status_code == 200, answer.content
        return answer.json()

    return asked


def ids(rows):
    return {row["id"] for row in rows}


def test_everything_is_told_once_and_then_nothing(ask, learner):
    question = make.question()
    card = make.card(learner, question)
    target = make.target(learner, [make.topic()])
    first = ask()
    assert ids(first["questions"]) == {str(question.pk)}
    assert ids(first["cards"]) == {str(card.pk)}
    assert ids(first["targets"]) == {str(target.pk)}
    assert not first["more"]
    assert first["questions"][0]["key_points"]
    assert first["questions"][0]["prompt"]
    again = ask(first["cursor"])
    assert not any(again[kind] for kind in ("questions", "cards", "targets", "folded", "gone"))
    assert again["cursor"] == first["cursor"]


def test_pages_are_as_long_as_was_asked_and_hold_everything(ask):
    wanted = {str(make.question(f"Which {n}?").pk) for n in range(5)}
    found, since, more = [], "", True
    while more:
        page = ask(since, page_size=2)
        assert len(page["questions"]) <= 2
        assert (page["queue"] is None) == page["more"]
        found += page["questions"]
        since, more = page["cursor"], page["more"]
    assert ids(found) == wanted
    assert len(found) == 5


def test_a_changed_row_is_told_again(ask, learner):
    card = make.card(learner)
    since = ask()["cursor"]
    flashcards.grade(learner, card.pk, Grade.GOOD, key=uuid4(), at=make.AT + timedelta(hours=1))
    (told,) = ask(since)["cards"]
    assert (told["reps"], told["phase"]) == (1, "learning")


@pytest.mark.parametrize(
    "change",
    [
        lambda q: q.points.update(text="Something else", revision=2),
        lambda q: q.answers.update(html="<p>Otherwise.</p>"),
        lambda q: Question.objects.filter(pk=q.pk).update(difficulty="hard"),
        lambda q: q.topics.add(make.topic("Elsewhere")),
        lambda q: make.answer_to(q, "And more."),
        lambda q: make.disagreement(q),
    ],
    ids=["point", "answer", "difficulty", "topic", "source", "disagreement"],
)
def test_whatever_changes_of_a_question_is_told(ask, change):
    question = make.question()
    since = ask()["cursor"]
    change(question)
    assert ids(ask(since)["questions"]) == {str(question.pk)}


def test_a_folded_question_is_told_with_where_it_went_and_back_again(ask):
    one, other = make.question("One?"), make.question("Other?")
    since = ask()["cursor"]
    Question.objects.filter(pk=other.pk).update(folded_into=one)
    page = ask(since)
    assert page["folded"] == [{"id": str(other.pk), "into": str(one.pk)}]
    Question.objects.filter(pk=other.pk).update(folded_into=None)
    assert str(other.pk) in ids(ask(page["cursor"])["questions"])


def test_what_may_no_longer_be_seen_is_gone_and_comes_back(ask, learner, stranger):
    paper = make.document(stranger, visibility="shared")
    theirs = make.question("Theirs?", document=paper)
    share = Sharing.objects.create(document=paper, person=learner, at=make.AT)
    card = make.card(learner, theirs)
    page = ask()
    share.delete()
    page = ask(page["cursor"])
    assert page["gone"] == [
        {"what": "question", "id": str(theirs.pk)},
        {"what": "card", "id": str(card.pk)},
    ]
    Sharing.objects.create(document=paper, person=learner, at=make.AT)
    page = ask(page["cursor"])
    assert ids(page["cards"]) == {str(card.pk)}


def test_a_retired_question_stays_with_those_who_study_it(ask, learner, stranger):
    question = make.question()
    make.card(learner, question)
    mine, theirs = ask()["cursor"], ask(who=stranger)["cursor"]
    Question.objects.update(state="retired")
    assert ask(mine)["questions"][0]["state"] == "retired"
    assert ids(ask(theirs, who=stranger)["gone"]) == {str(question.pk)}


def test_nobody_hears_of_what_is_not_theirs(ask, stranger):
    make.card(stranger, make.question("A secret?", owner=stranger))
    since = ask()["cursor"]
    Question.objects.all().update(title="Another secret?")
    Card.objects.all().delete()
    Question.objects.all().delete()
    page = ask(since)
    assert not any(page[kind] for kind in ("questions", "cards", "folded", "gone"))


def test_a_given_up_date_is_gone(ask, learner):
    target = make.target(learner, [make.topic()])
    since = ask()["cursor"]
    Target.objects.all().delete()
    assert ask(since)["gone"] == [{"what": "target", "id": str(target.pk)}]


@pytest.mark.parametrize(
    ("since", "status", "code"),
    [("nonsense", 400, "invalid"), ("0123456789ab-1", 409, "cursor_gone")],
)
def test_a_cursor_that_is_none_is_refused_by_name(phone, learner, since, status, code):
    answer = phone(learner).get(ADDRESS, {"since": since})
    assert (answer.status_code, answer.json()["code"]) == (status, code)


def test_a_cursor_beyond_the_feed_begins_anew(ask, phone, learner):
    make.question()
    since = ask()["cursor"]
    Feed.objects.update(last=0)
    Entry.objects.all().delete()
    answer = phone(learner).get(ADDRESS, {"since": since})
    assert answer.json()["code"] == "cursor_gone"


def test_what_the_queue_foretells_is_what_a_grade_does(ask, learner):
    today = learner.day_of(now())
    make.card(learner, due=today)
    make.card(learner)
    for day in ask(days=3)["queue"][:1]:
        assert {one["new"] for one in day["cards"]} == {True, False}
        for one in day["cards"]:
            foretold = one["next"][2]
            at = now()
            done = flashcards.grade(learner, one["card"], Grade.GOOD, key=uuid4(), at=at)
            assert str(done.card.due_day) == foretold["due_day"]
            if foretold["seconds"] is not None:
                wait = (done.card.due_at - at).total_seconds()
                assert abs(wait - foretold["seconds"]) < 1


def test_coming_days_hold_what_is_due_on_them_and_new_cards_within_the_limit(ask, learner):
    today = learner.day_of(now())
    later = make.card(learner, due=today + timedelta(days=2))
    flashcards.change_settings(learner, new_per_day=1)
    fresh = [make.card(learner, added=make.AT + timedelta(hours=n)) for n in range(3)]
    queue = ask(days=3)["queue"]
    asked = [[one["card"] for one in day["cards"]] for day in queue]
    assert asked == [
        [str(fresh[0].pk)],
        [str(fresh[1].pk)],
        [str(fresh[2].pk), str(later.pk)],
    ]


def test_the_last_page_holds_all_that_the_schedule_needs(ask, learner):
    found = ask()["settings"]
    assert len(found["weights"]) == 21
    assert (found["steps"], found["relearning"]) == ([60, 600], [600])
    assert found["time_zone"] == learner.time_zone


def test_the_number_of_statements_does_not_grow(ask, learner):
    make.card(learner)
    ask()
    counts = []
    for count in (1, 12):
        for n in range(count):
            make.card(learner, make.question(f"What of {n} in {count}?"))
        with CaptureQueriesContext(connection) as sent:
            ask()
        counts.append(len(sent))
    assert counts[0] == counts[1]


@pytest.mark.django_db(transaction=True)
@pytest.mark.skipif(connection.vendor != "postgresql", reason="SQLite commits one at a time")
def test_a_transaction_that_commits_late_is_not_passed_over(ask, learner):
    """Its rows are older than the cursor by every clock and sequence, and are told all the same."""
    written, asked = Event(), Event()
    slow, quick = make.question("The late one?"), make.question("The quick one?")

    def late():
        try:
            with transaction.atomic():
                make.card(learner, slow)
                written.set()
                assert asked.wait(20)
        finally:
            connection.close()

    thread = Thread(target=late)
    thread.start()
    assert written.wait(20)
    make.card(learner, quick)
    first = ask()
    assert [card["title"] for card in first["cards"]] == ["The quick one?"]
    asked.set()
    thread.join()
    assert [card["title"] for card in ask(first["cursor"])["cards"]] == ["The late one?"]


def test_a_feed_says_what_differs_and_each_loss_once():
    one, two, three = (("card", uuid4()) for _ in range(3))
    now_ = {one: "a", two: "b"}
    said = {two: Said("old"), three: Said("c")}
    told = dict(differing(now_, said))
    assert told == {one: Said("a"), two: Said("b"), three: Said("", gone=True)}
    assert dict(differing(now_, {**said, **told})) == {}
