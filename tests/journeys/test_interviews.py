"""A whole mock in two browsers, with the line cut on each side and the server killed once."""

from __future__ import annotations

import json
import re
import signal
import sqlite3

import pytest

from tests import databases
from tests.safety import started as startable

from . import server
from .axe import faults_as_it_stands as faults
from .conftest import DESK, PHONE

pytestmark = pytest.mark.browser
PASSWORD = "rehearse with me"
OFFLINE = 6_000


@pytest.fixture
def running(tmp_path):
    """A started server of its own, for it is killed on the way; with people and questions."""
    env = server.surroundings(tmp_path, server.free_port())
    databases.fill(env, *server.BANK)
    with startable.started(env) as one:
        yield one


@pytest.fixture
def enter(chromium, running):
    """enter(email, size): a page of that person, in a browser context of its own."""
    contexts = []

    def open_page(email, size):
        context = chromium.new_context(
            base_url=running.url,
            viewport={"width": size[0], "height": size[1]},
            reduced_motion="reduce",
            timezone_id="Europe/Berlin",
        )
        contexts.append(context)
        page = context.new_page()
        page.set_default_timeout(20_000)
        if email:
            page.goto("/accounts/login/")
            page.locator("[name=login]").fill(email)
            page.locator("[name=password]").fill(PASSWORD)
            page.keyboard.press("Enter")
            page.wait_for_url("**/today/")
        return page

    yield open_page
    for context in contexts:
        context.close()


def rows(running, query, *values):
    """What the database says at the end."""
    name = running.env["DATABASE_URL"].removeprefix("sqlite:///")
    with sqlite3.connect(name) as file:
        return file.execute(query, values).fetchall()


def says(page, text):
    page.wait_for_function(
        "text => document.getElementById('pad').value === text", arg=text, timeout=20_000
    )


def ready(page):
    """The room's script runs: what is pressed from now on counts."""
    page.locator("[data-room][data-ready]").wait_for()


def sent(page):
    """Everything that was done on this page has reached the server."""
    page.wait_for_function("() => !Object.keys(localStorage).some(k => k.startsWith('room '))")


def test_a_whole_mock_through_cut_lines_and_a_killed_server(enter, running):
    mentor = enter("mentor@example.org", DESK)
    mentor.goto("/interviews/")
    said = faults(mentor)
    mentor.get_by_role("link", name="New mock interview").click()
    mentor.get_by_label("Questions").fill("3")
    said += faults(mentor)
    mentor.get_by_role("button", name="Draw the script").click()
    mentor.wait_for_url("**/script/")
    said += faults(mentor)
    mentor.get_by_role("link", name="Done").click()
    mentor.get_by_role("button", name="Make a link to send").click()
    link = mentor.get_by_label("Link to send").input_value()
    said += faults(mentor)
    room = f"{mentor.url}room/"

    candidate = enter("", PHONE)
    candidate.goto(link)
    said += faults(candidate)
    candidate.get_by_role("button", name="Join as a guest").click()
    candidate.get_by_role("link", name="Into the room").click()
    candidate.get_by_text("You are in").wait_for()
    ready(candidate)
    mentor.goto(room)
    ready(mentor)
    mentor.get_by_text("is here").wait_for()
    mentor.keyboard.press("Enter")
    candidate.locator("article.panel").wait_for()
    said += faults(candidate) + faults(mentor)

    # The candidate's line is cut while both write and the mentor ticks.
    candidate.context.set_offline(True)
    candidate.locator("#pad").fill("first\nsecond")
    mentor.keyboard.press("1")
    mentor.locator("#note-1").fill("calm, exact")
    mentor.keyboard.press("Escape")
    candidate.get_by_text("The line is down").wait_for()
    candidate.context.set_offline(False)
    says(mentor, "first\nsecond")

    # The mentor's line is cut: what they do meanwhile is kept, and sent in order.
    mentor.context.set_offline(True)
    mentor.keyboard.press("2")
    mentor.keyboard.press("2")  # said, then partly: two steps though nothing answers
    mentor.keyboard.press("h")
    mentor.keyboard.press("a")
    mentor.keyboard.press("3")
    mentor.locator("#note-whole").fill("a good hour")
    mentor.keyboard.press("Escape")
    mentor.get_by_text("The line is down").wait_for()
    mentor.context.set_offline(False)
    candidate.locator(".told").wait_for()
    sent(mentor)

    # The server is killed while both write different lines; a second tab looks on.
    second = mentor.context.new_page()
    second.goto(room)
    says(second, "first\nsecond")
    running.end(signal.SIGKILL)
    candidate.locator("#pad").fill("first\nsecond\nfrom the candidate")
    mentor.locator("#pad").fill("from the mentor\nfirst\nsecond")
    mentor.keyboard.press("Escape")
    mentor.get_by_text("The line is down").wait_for()
    running.start()
    whole = "from the mentor\nfirst\nsecond\nfrom the candidate"
    for page in (mentor, candidate, second):
        says(page, whole)
    second.close()

    # A note that is typed on the very way to the next question goes with its own.
    mentor.locator("#note-1").fill("calm, exact, and quick")
    mentor.keyboard.press("Escape")
    mentor.keyboard.press("n")
    candidate.wait_for_function("() => document.querySelectorAll('#earlier-questions li').length")
    mentor.locator("[id^=missed-]").first.click()
    mentor.keyboard.press("e")
    mentor.keyboard.press("y")
    mentor.get_by_role("link", name="Write the report").click()
    mentor.get_by_label("In your words").fill("You think aloud. Keep that.")
    said += faults(mentor)
    mentor.get_by_role("button", name="Save and release").click()
    candidate.get_by_role("link", name="Your own view").click()
    candidate.get_by_text("Your own view first").wait_for()
    said += faults(candidate)
    candidate.get_by_label("In your words").fill("I was slow")
    candidate.get_by_role("button", name="Keep it and open the report").click()
    candidate.get_by_text("You think aloud. Keep that.").wait_for()
    said += faults(candidate)
    assert len(re.findall(rb"/Type\s*/Page\b", candidate.pdf(format="A4"))) <= 2
    candidate.locator("label.chip", has_text="5").click()
    candidate.get_by_role("button", name="Say thank you").click()
    candidate.get_by_text("Your mentor will be glad").wait_for()
    mentor.goto("/interviews/")
    mentor.get_by_text("Still misses").wait_for()
    said += faults(mentor)
    assert said == []
    compare(running)


def compare(running):
    """The rows at the end: nothing lost, nothing twice."""
    ((version, shared, pad, stage),) = rows(
        running,
        "SELECT version, shared_version, pad_version, stage FROM interviews_interview",
    )
    verbs = [verb for (verb,) in rows(running, "SELECT verb FROM interviews_event ORDER BY seq")]
    assert stage == "over"
    assert len(verbs) == version
    assert [v for v in verbs if v not in {"note"}] == [
        *("join", "begin", "tick", "tick", "tick", "release", "score", "move", "tick", "end")
    ]
    assert shared == 5
    notes = {text for (text,) in rows(running, "SELECT text FROM interviews_note")}
    assert notes == {"calm, exact, and quick", "a good hour"}
    writes = rows(running, "SELECT seq, text FROM interviews_write WHERE NOT removed ORDER BY seq")
    assert len(writes) <= pad
    assert {"first", "second", "from the mentor", "from the candidate"} <= {t for _, t in writes}
    ticked = rows(running, "SELECT verdict, COUNT(*) FROM interviews_point GROUP BY verdict")
    assert dict(ticked)["hit"] == 1
    assert dict(ticked)["partly"] == 1
    assert dict(ticked)["missed"] == 1
    assert rows(running, "SELECT stars FROM interviews_feedback") == [(5,)]
    assert rows(running, "SELECT COUNT(*) FROM flashcards_card") == [(1,)]


def test_a_rehearsal_alone_keeps_the_recording_in_the_browser(enter):
    page = enter("candidate@example.org", PHONE)
    posted = []
    page.on("request", lambda r: r.method == "POST" and posted.append(r.post_data or ""))
    page.goto("/interviews/rehearse/")
    said = faults(page)
    page.get_by_label("Questions").fill("1")
    page.get_by_role("button", name="Into the room").click()
    ready(page)
    page.get_by_role("button", name="Begin").click()
    page.locator("#reveal").wait_for()
    said += faults(page)
    page.evaluate(
        """() => { navigator.mediaDevices.getUserMedia = async () => {
          const sound = new AudioContext();
          return sound.createMediaStreamDestination().stream; }; }"""
    )
    page.get_by_role("button", name="Record my answer").click()
    page.get_by_role("button", name="Stop recording").click()
    page.locator("audio").wait_for()
    assert page.locator("audio").get_attribute("src").startswith("blob:")
    page.locator("#reveal").click()
    page.locator(".ticks").wait_for()
    assert page.locator("audio").count() == 1
    said += faults(page)
    page.keyboard.press("1")
    page.get_by_role("button", name="Finish").click()
    page.get_by_role("link", name="See how it went").click()
    page.get_by_text("of the points said").wait_for()
    said += faults(page)
    assert said == []
    assert all(len(body) < 2_000 for body in posted), json.dumps(posted)[:500]
