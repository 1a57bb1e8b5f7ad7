"""Drawing a script, who may do what, calendars, trends: without a database."""

from __future__ import annotations

import random
from datetime import UTC, date, datetime
from uuid import UUID, uuid4
from zoneinfo import ZoneInfo

import pytest
from hypothesis import given, settings
from hypothesis import strategies as st
from icalendar import Calendar

from questions.errors import NotAllowed
from questions.interviews.rules import (
    ACTS,
    DEFAULT,
    NotNow,
    Offer,
    Role,
    Stage,
    Verb,
    Wish,
    check,
    dimensions_from,
    dimensions_json,
    draw,
)
from questions.interviews.rules.addresses import NoMeetingLink, meeting_link
from questions.interviews.rules.calendar import Appointment, ics
from questions.interviews.rules.clocks import elapsed, shown
from questions.interviews.rules.drawing import stages_for
from questions.interviews.rules.hints import FOLLOW_UPS, follow_ups, hint
from questions.interviews.rules.outcome import (
    Ticked,
    asked_again,
    due_before,
    percent,
    trends,
)
from questions.interviews.rules.rubric import NoSuchRubric
from questions.interviews.rules.setup import NoSuchScript, Own, Setup, points_of

QUEUES, CACHES = UUID(int=1), UUID(int=2)
AT = datetime(2026, 11, 10, 12, tzinfo=UTC)


def offer(text="a thing", difficulty="medium", topics=(QUEUES,), **more):
    return Offer(uuid4(), difficulty, frozenset(topics), text, **more)


def test_what_was_missed_is_looked_for_in_other_words_before_anything_else():
    wish = Wish(uuid4(), "visibility timeout hides a message while it is worked on")
    meant = offer("How long does a timeout hide a message that a worker took?")
    drawn = draw([offer(weak=True), meant, offer()], [wish], 1, random.Random(1))
    assert [(one.id, one.wish) for one in drawn] == [(meant.id, wish.id)]


def test_a_wish_that_nothing_asks_for_takes_no_place():
    drawn = draw([offer("something else")], [Wish(uuid4(), "cold starts")], 1, random.Random(1))
    assert [one.wish for one in drawn] == [None]


def test_weak_questions_come_before_others_and_topics_take_turns():
    weak, other = offer(weak=True), offer(topics=(CACHES,))
    drawn = draw([offer(), weak, offer(), other], [], 2, random.Random(3))
    assert {one.id for one in drawn} == {weak.id, other.id}


@settings(max_examples=40, deadline=None)
@given(
    st.lists(st.sampled_from(["easy", "medium", "hard"]), max_size=20),
    st.integers(0, 12),
    st.integers(),
)
def test_a_script_has_no_question_twice_none_that_is_taken_and_goes_from_easy_to_hard(
    levels, number, seed
):
    offers = [offer(f"question {n}", level) for n, level in enumerate(levels)]
    taken = {one.id for one in offers[::3]}
    drawn = draw(offers, [], number, random.Random(seed), taken=taken)
    ids = [one.id for one in drawn]
    assert len(set(ids)) == len(ids) == min(number, len(offers) - len(taken))
    assert not taken & set(ids)
    order = ["easy", "medium", "hard"]
    found = [order.index(next(o.difficulty for o in offers if o.id == pk)) for pk in ids]
    assert found == sorted(found)
    assert [one.stage for one in drawn] == stages_for(len(drawn))


def test_five_questions_warm_up_ask_and_go_deep():
    stages = [stage.value for stage in stages_for(5)]
    assert stages == ["warm-up", "core", "core", "core", "deep dive"]


@pytest.mark.parametrize("verb", list(ACTS))
def test_a_candidate_may_write_on_the_pad_and_nothing_else(verb):
    stage = next(iter(ACTS[verb].stages))
    if verb in (Verb.WRITE, Verb.LANGUAGE):
        assert check(verb, Role.CANDIDATE, stage).shared
    else:
        with pytest.raises(NotAllowed):
            check(verb, Role.CANDIDATE, stage)


def test_what_the_mentor_ticks_scores_and_notes_is_told_to_nobody():
    assert {verb for verb, rule in ACTS.items() if not rule.shared} == {
        Verb.TICK,
        Verb.SCORE,
        Verb.NOTE,
    }


@pytest.mark.parametrize(
    ("verb", "stage"),
    [
        (Verb.BEGIN, Stage.CORE),
        (Verb.MOVE, Stage.PLANNED),
        (Verb.END, Stage.OVER),
        (Verb.WRITE, Stage.OVER),
        (Verb.NOTE, Stage.CANCELLED),
    ],
)
def test_an_act_at_the_wrong_stage_is_refused(verb, stage):
    with pytest.raises(NotNow):
        check(verb, Role.MENTOR, stage)


def test_a_rubric_survives_being_stored():
    assert tuple(dimensions_from(dimensions_json(DEFAULT))) == DEFAULT


@pytest.mark.parametrize("names", [[], ["Depth", "depth"], [""], list("abcdefghi")])
def test_a_rubric_needs_one_to_eight_names_of_their_own(names):
    with pytest.raises(NoSuchRubric):
        dimensions_from([{"name": name, "key": name.lower()} for name in names])


def test_points_that_begin_with_a_star_are_core_else_the_first_is():
    assert points_of("* names the cause\nmeasures") == (
        ("names the cause", True),
        ("measures", False),
    )
    assert points_of("one\n\ntwo") == (("one", True), ("two", False))
    assert points_of("") == ()


def test_a_setup_or_question_beyond_reason_is_refused():
    for wrong in ({"number": 13}, {"minutes": 5}, {"number": -1}):
        with pytest.raises(NoSuchScript):
            Setup(**wrong)
    for wrong in ({"prompt": " "}, {"prompt": "a", "stage": Stage.WRAP_UP}):
        with pytest.raises(NoSuchScript):
            Own(**wrong)
    own = Own("Why?", "Because.", (("the cause", True),), ("think",), ("and then?",))
    assert Own.from_json(own.as_json()) == own


def test_a_hint_gives_the_lead_of_a_point_and_not_the_answer():
    assert (
        hint("Gas leaves first: carbon dioxide pushes water away")
        == "Think about: Gas leaves first"
    )
    assert hint("the caller waits for an answer") == "Think about: the caller waits …"


@pytest.mark.parametrize(
    "link", ["javascript:alert(1)", "//x", "https://", "ftp://a/b", "https://a b"]
)
def test_what_is_no_link_to_a_meeting_is_refused(link):
    with pytest.raises(NoMeetingLink):
        meeting_link(link)


def test_any_meeting_on_the_web_will_do():
    assert meeting_link(" https://meet.example/a?b=1 ") == "https://meet.example/a?b=1"
    assert meeting_link("") == ""


def test_a_clock_that_stands_adds_nothing_and_none_runs_for_ever():
    assert elapsed(None, AT) == 0
    assert elapsed(AT, AT.replace(minute=1)) == 60
    assert elapsed(AT, AT.replace(year=2028)) == 24 * 3600
    assert [shown(n) for n in (5, 65, 3665)] == ["0:05", "1:05", "1:01:05"]


@pytest.mark.parametrize(
    ("next_mock", "due"),
    [(None, 11), (date(2026, 11, 20), 11), (date(2026, 11, 11), 10), (date(2026, 11, 10), 10)],
)
def test_a_missed_question_is_due_tomorrow_or_before_the_next_mock(next_mock, due):
    assert due_before(date(2026, 11, 10), next_mock) == date(2026, 11, due)


def test_a_missed_point_is_fixed_missed_again_or_open():
    assert asked_again("hit") == asked_again("partly") == "fixed"
    assert asked_again("missed") == "missed again"
    assert asked_again("") == "open"


def test_a_trend_has_a_share_for_each_mock_in_which_a_topic_came_up():
    first, second = uuid4(), uuid4()
    ticked = [
        Ticked(first, ("Queues",), True, "missed"),
        Ticked(first, ("Queues",), False, "hit"),
        Ticked(second, ("Queues", "Caches"), True, "hit"),
    ]
    rows = {row.topic: row.shares for row in trends([first, second], ticked)}
    assert rows == {"Queues": (50, 100), "Caches": (None, 100)}
    assert percent([]) is None


def appointment(**more):
    given = {
        "uid": "1@example.org",
        "sequence": 0,
        "starts": datetime(2026, 11, 10, 15, tzinfo=ZoneInfo("Europe/Berlin")),
        "minutes": 45,
        "title": "Mock interview with Mara",
        "text": "The room: https://example.org/",
        "place": "https://meet.example/a",
        "address": "https://example.org/",
        "cancelled": False,
        "stamp": AT,
    }
    return Appointment(**{**given, **more})


def read(text):
    (event,) = Calendar.from_ical(text).walk("VEVENT")
    return event


def test_another_library_reads_the_calendar_file_as_it_was_meant():
    event = read(ics(appointment()))
    assert event.decoded("dtstart") == datetime(2026, 11, 10, 14, tzinfo=UTC)
    assert event.decoded("dtend") == datetime(2026, 11, 10, 14, 45, tzinfo=UTC)
    assert (event["uid"], event["sequence"], event["status"]) == ("1@example.org", 0, "CONFIRMED")


def test_a_later_file_moves_the_appointment_and_a_cancelled_one_removes_it():
    moved = read(ics(appointment(sequence=1)))
    gone = ics(appointment(sequence=2, cancelled=True))
    assert moved["sequence"] == 1
    assert moved["uid"] == read(gone)["uid"]
    assert (read(gone)["sequence"], read(gone)["status"]) == (2, "CANCELLED")
    assert Calendar.from_ical(gone)["method"] == "CANCEL"


@settings(max_examples=60, deadline=None)
@given(
    st.text(st.characters(codec="utf-8", exclude_categories=["Cc", "Cs", "Zl", "Zp"]), max_size=200)
)
def test_no_name_breaks_a_calendar_file(name):
    text = ics(appointment(title=f"Mock with {name}", text=f"{name}\nnext; line, \\ end"))
    assert all(len(line.encode()) <= 75 for line in text.split("\r\n"))
    event = read(text)
    assert str(event["summary"]) == f"Mock with {name}"
    assert str(event["description"]) == f"{name}\nnext; line, \\ end"


@pytest.mark.parametrize(
    "said",
    [
        "**Follow-up:** What would a second region cost?",
        "Follow up: What would a second region cost?",
        "**Follow-up questions**: What would a second region cost?",
    ],
)
def test_what_an_answer_names_to_ask_on_comes_before_the_houses_own(said):
    answer = f"Two zones, and a copy elsewhere.\n\n{said}\n\n**Common mistake:** None."
    assert follow_ups([answer], 2) == ["What would a second region cost?", FOLLOW_UPS[2]]


def test_an_answer_that_names_nothing_to_ask_on_gets_two_of_the_house():
    assert follow_ups(["We follow up: never mid-sentence."], 3) == [FOLLOW_UPS[3], FOLLOW_UPS[0]]
