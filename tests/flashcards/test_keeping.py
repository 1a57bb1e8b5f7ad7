"""Flags and notes on cards, and cards that are split by key point."""

from __future__ import annotations

from datetime import timedelta
from uuid import uuid4

import pytest
from django.http import Http404
from django.urls import reverse
from django.utils.timezone import now

from questions.flashcards import actions, rules
from questions.flashcards.models import Card, asked
from questions.flashcards.rules import Flag, Grade
from tests import make

POINTS = [("a named place", True), ("in one region", True), ("named for all the world", False)]


def test_a_flag_and_a_note_stay_with_the_card_through_answers(learner, noon):
    card = make.card(learner)
    actions.keep(learner, card.pk, flag=Flag.ASK, note="  As we did it at work. ")
    actions.keep(learner, card.pk, flag=Flag.CHECK)
    actions.grade(learner, card.pk, Grade.GOOD, key=uuid4(), at=noon)
    card.refresh_from_db()
    assert (card.flag, card.note) == ("check", "As we did it at work.")


def test_a_note_that_nobody_reads_is_refused_and_the_old_one_kept(learner):
    card = make.card(learner, note="short")
    with pytest.raises(rules.NoteTooLong):
        actions.keep(learner, card.pk, note="x" * 2001)
    card.refresh_from_db()
    assert card.note == "short"


def test_a_strangers_card_cannot_be_kept_split_or_joined(learner, stranger, noon):
    card = make.card(stranger)
    with pytest.raises(Http404):
        actions.keep(learner, card.pk, flag=Flag.ASK)
    for verb in (actions.split, actions.join):
        with pytest.raises(Http404):
            verb(learner, card.pk, key=uuid4(), at=noon)


def test_a_card_is_split_into_one_for_each_point_and_rests_meanwhile(learner, noon):
    card = make.card(learner, make.question(points=POINTS), due=noon.date())
    key = uuid4()
    for _ in range(2):
        faces = actions.split(learner, card.pk, key=key, at=noon)
    assert [face.face.text for face in faces] == [text for text, _ in POINTS]
    card.refresh_from_db()
    assert card.suspended
    assert card.memory.strength is not None
    shown = asked(learner, faces[1].pk)
    assert [point.text for point in shown.asked] == ["in one region"]
    assert [point.text for point in shown.given] == ["a named place", "named for all the world"]


def test_what_asks_for_one_thing_cannot_be_split(learner, noon):
    with pytest.raises(actions.NothingToSplit):
        actions.split(learner, make.card(learner).pk, key=uuid4(), at=noon)
    card = make.card(learner, make.question(points=POINTS))
    face = actions.split(learner, card.pk, key=uuid4(), at=noon)[0]
    with pytest.raises(actions.NothingToSplit):
        actions.split(learner, face.pk, key=uuid4(), at=noon)


def test_joined_again_the_whole_is_asked_and_answered_points_rest(learner, noon):
    card = make.card(learner, make.question(points=POINTS), due=noon.date())
    first, second, _ = actions.split(learner, card.pk, key=uuid4(), at=noon)
    actions.grade(learner, first.pk, Grade.GOOD, key=uuid4(), at=noon + timedelta(minutes=1))
    whole = actions.join(learner, second.pk, key=uuid4(), at=noon + timedelta(minutes=2))
    assert (whole.pk, whole.suspended) == (card.pk, False)
    (face,) = Card.objects.exclude(face=None)
    assert (face.pk, face.suspended) == (first.pk, True)
    faces = actions.split(learner, card.pk, key=uuid4(), at=noon + timedelta(minutes=3))
    assert [face.suspended for face in faces] == [False] * 3


@pytest.mark.parametrize(
    ("lapses", "nags"), [(7, False), (8, True), (9, False), (11, False), (12, True), (16, True)]
)
def test_a_change_is_suggested_at_eight_lapses_and_every_four_after(lapses, nags):
    assert rules.nags(lapses) is nags


def test_a_card_that_is_often_forgotten_offers_three_ways_out(browser, learner):
    question = make.question(points=POINTS, owner=learner)
    card = make.card(learner, question, due=learner.day_of(now()), lapses=8)
    page = browser.get(reverse("flashcards:review")).content.decode()
    for way in (
        reverse("flashcards:split", args=[card.pk]),
        reverse("bank:edit", args=[question.pk]),
        reverse("flashcards:note", args=[card.pk]),
        reverse("bank:question", args=[question.pk]),
    ):
        assert way in page


def test_a_card_of_one_point_tells_the_others_and_asks_for_it(browser, learner):
    card = make.card(learner, make.question(points=POINTS))
    browser.post(reverse("flashcards:split", args=[card.pk]), {"key": uuid4()})
    face = Card.objects.exclude(face=None).order_by("place").first()
    page = browser.get(reverse("flashcards:card", args=[face.pk])).content.decode()
    before, after = page.split('class="answer"')
    assert "in one region" in before
    assert "a named place" not in before.replace("A named place", "")
    assert "a named place" in after
    browser.post(reverse("flashcards:join", args=[face.pk]), {"key": uuid4()})
    assert not Card.objects.exclude(face=None).exists()


def test_the_note_is_written_on_its_page_and_shown_with_the_answer(browser, learner):
    card = make.card(learner)
    to = reverse("flashcards:note", args=[card.pk])
    assert browser.post(to, {"flag": "odd", "note": "Kept?"}).status_code == 422
    response = browser.post(to, {"flag": "practise", "note": "Tell of the <b>migration</b>."})
    page = browser.get(response["Location"]).content.decode()
    assert "Say it aloud" in page
    assert "Tell of the &lt;b&gt;migration&lt;/b&gt;." in page
    listed = browser.get(reverse("flashcards:cards"), {"which": "flagged"})
    assert [row.pk for row, _ in listed.context["rows"]] == [card.pk]


def test_a_phone_flags_notes_splits_joins_and_undoes(phone, learner):
    card, mine = make.card(learner, make.question(points=POINTS)), phone(learner)
    address = f"/api/v1/cards/{card.pk}/"
    given = {"key": str(uuid4()), "flag": "ask", "note": "Why one?"}
    kept = mine.post(f"{address}keep/", given).json()
    assert (kept["flag"], kept["note"]) == ("ask", "Why one?")
    faces = mine.post(f"{address}split/", {"key": str(uuid4())}).json()
    assert [face["face"] is not None for face in faces] == [True] * 3
    joined = mine.post(f"{address}join/", {"key": str(uuid4())}).json()
    assert (joined["id"], joined["suspended"]) == (str(card.pk), False)
    mine.post(f"{address}grade/", {"key": str(uuid4()), "grade": 3})
    undone = mine.post("/api/v1/cards/undo-last/", {"key": str(uuid4())}).json()
    assert undone["card"]["reps"] == 0
