"""Quizzes in a real browser: their modes, the server's clock, results, and no account at all."""

from __future__ import annotations

import re
import time
from datetime import UTC, datetime
from urllib.parse import quote

import pytest

from tests import databases

from . import server
from .axe import faults
from .conftest import DESK, PHONE
from .test_candidate import sign_up

pytestmark = pytest.mark.browser
PICKED = "kind=choice&kind=cloze"


def start(page, query: str) -> str:
    """Start a quiz with these choices; the address of its first question without the number."""
    page.goto(f"/quizzes/?{query}")
    page.get_by_role("button", name="Start", exact=True).click()
    page.wait_for_url(re.compile(r"/quizzes/[0-9a-f-]{36}/1/"))
    return str(page.url).removesuffix("1/")


def clock(page) -> int:
    """The seconds that the page shows as left."""
    minutes, seconds = page.locator("[data-clock-face]").inner_text().split(":")
    return 60 * int(minutes) + int(seconds)


def pick(page, key: str) -> None:
    page.keyboard.press(key)
    page.keyboard.press("Enter")
    page.wait_for_load_state("networkidle")


def settled(page) -> None:
    page.wait_for_selector("#item, #results")
    page.wait_for_load_state("networkidle")


def test_practice_tells_at_once_and_what_was_missed_goes_to_the_cards(visit):
    page = visit(PHONE)
    sign_up(page)
    start(page, f"length=5&{PICKED}")
    said = faults(page)
    for number in range(1, 6):
        page.get_by_role("heading", name=f"Question {number} of 5").wait_for()
        pick(page, "a")
        page.locator("p[role=status] .tag").wait_for()
        said += faults(page)
        page.keyboard.press("Enter")
    page.wait_for_url(re.compile("results"))
    for heading in ("By topic", "By difficulty", "Question by question"):
        assert page.get_by_role("heading", name=heading).is_visible()
    said += faults(page)
    assert said == []
    for _ in range(2):
        page.get_by_role("button", name="Send what I missed to my cards").click()
        page.wait_for_selector(".messages")
    assert "they are all there" in page.locator(".messages").inner_text()


def test_an_adaptive_quiz_goes_on_and_what_was_missed_makes_a_quiz_of_mistakes(visit):
    page = visit(DESK)
    sign_up(page)
    home = start(page, "length=5&kind=typed&mode=adaptive")
    prompts = []
    for number in range(1, 4):
        page.get_by_role("heading", name=f"Question {number} of 5").wait_for()
        prompts.append(page.locator(".prompt").inner_text())
        page.get_by_label("Your answer").fill("No idea.")
        page.get_by_role("button", name="Answer", exact=True).click()
        page.locator("p[role=status] .tag").wait_for()
        if number < 3:
            page.get_by_role("link", name="Next").click()
    assert len(set(prompts)) == 3
    page.get_by_text("Finish now").click()
    page.get_by_role("button", name="Finish all the same").click()
    page.wait_for_url(f"{home}results/")
    start(page, "length=5&mode=mistakes")
    assert page.locator(".prompt").inner_text() in prompts
    page.goto(f"{home}results/")
    page.get_by_role("link", name="report it as wrong or unclear").first.click()
    page.get_by_label("What is the matter").select_option("It is unclear")
    page.get_by_role("button", name="Report", exact=True).click()
    page.wait_for_selector(".messages")
    assert page.complaints == []


def test_a_tap_answers_on_a_phone(chromium, site):
    context = chromium.new_context(
        base_url=site, viewport={"width": 390, "height": 844}, has_touch=True
    )
    page = context.new_page()
    sign_up(page)
    start(page, f"length=5&{PICKED}&mode=sprint")
    page.locator("label.option .prose").first.tap()
    page.wait_for_url(re.compile(r"/2/$"))
    context.close()


def test_an_exam_goes_on_in_another_browser_with_the_same_time_left(visit):
    page = visit(DESK)
    sign_up(page)
    home = start(page, f"length=5&{PICKED}&mode=exam&minutes=5")
    pick(page, "b")
    page.wait_for_url(re.compile(r"/2/$"))
    page.keyboard.press("f")
    page.wait_for_selector("[aria-pressed=true]")
    assert page.locator(".quiz-map .right, .quiz-map .wrong").count() == 0
    at, before = time.monotonic(), clock(page)
    read = time.monotonic()
    cookies = page.context.cookies()
    page.close()
    other = visit(PHONE)
    other.context.add_cookies(cookies)
    other.goto(home)
    settled(other)
    # The clocks are read at some moment between two looks at ours; only the rest may differ.
    again, left = time.monotonic(), clock(other)
    assert before - (time.monotonic() - at) - 2 <= left <= before - (again - read) + 2
    assert other.locator(".quiz-map .given").inner_text().startswith("1")
    assert faults(other) == []
    other.get_by_text("Hand in now").click()
    other.get_by_role("button", name="Hand in all the same").click()
    other.wait_for_url(re.compile("results"))
    assert other.locator("text=not answered").count() == 4


def test_the_timer_speaks_each_minute_then_each_ten_seconds_then_each_second(visit):
    page = visit(DESK)
    page.clock.install()
    sign_up(page)
    start(page, f"length=5&{PICKED}&mode=exam&minutes=3")
    page.clock.pause_at(datetime.fromtimestamp(page.evaluate("Date.now()") / 1000 + 2, UTC))
    page.evaluate(HEARD)
    left = clock(page)  # From here on only the test moves the time.
    page.clock.run_for(1000 * (left - 1))
    minutes = [f"{n} minutes left" for n in range((left - 1) // 60, 1, -1)]
    tens = [f"{n} seconds left" for n in range(50, 10, -10)]
    last = [str(n) for n in range(10, 0, -1)]
    assert page.evaluate("heard") == [*minutes, "1 minute left", *tens, *last]
    polite = page.locator("#announce").get_attribute("aria-live")
    assert (polite, clock(page)) == ("polite", 1)


HEARD = """
window.heard = [];
const place = document.getElementById("announce");
new MutationObserver(() => place.textContent && heard.push(place.textContent))
  .observe(place, { childList: true, characterData: true, subtree: true });
"""


def test_steps_voice_and_certainty_have_their_own_ways_to_answer(visit):
    page = visit(PHONE)
    sign_up(page)
    said = []
    page.goto("/quizzes/?length=5&kind=spoken&certainty=on&minutes=10")
    page.get_by_label("Minutes").press("Enter")  # starts, though the first button saves
    page.locator("[data-stopwatch]").filter(has_text="0:01").wait_for()
    assert clock(page) < 600
    said += faults(page)
    page.get_by_role("button", name="Done: show the key points").click()
    page.wait_for_selector(".marking")
    for point in page.locator(".marking").all():
        point.get_by_text("said", exact=True).click()
    page.get_by_text("sure (four in five)").click()
    said += faults(page)
    page.get_by_role("button", name="Answer", exact=True).click()
    page.wait_for_selector(".tag.good")
    assert said == []


def test_without_an_account_a_quiz_comes_along(visit):
    page = visit(PHONE)
    page.goto("/")
    page.get_by_role("button", name="Ten questions, no account").click()
    page.wait_for_selector("#item")
    home = page.url.removesuffix("1/")
    assert faults(page) == []
    page.get_by_text("Finish now").click()
    page.get_by_role("button", name="Finish all the same").click()
    page.wait_for_selector("#results")
    page.get_by_role("link", name="Make one").click()
    page.get_by_label("Email").fill("late.comer@example.org")
    page.get_by_label("Password").fill("a long enough phrase")
    page.get_by_role("button", name=re.compile("sign up", re.IGNORECASE)).click()
    page.wait_for_url(f"{home}results/")
    assert page.get_by_role("heading", name="Results").is_visible()


def test_a_shared_set_up_and_the_pages_around_it_are_for_everybody(visit):
    page = visit(PHONE)
    sign_up(page)
    page.goto("/quizzes/?length=5&mode=exam")
    page.get_by_text("More", exact=True).click()
    page.get_by_label("Save these choices as").fill("Short exam")
    page.get_by_role("button", name="Save", exact=True).click()
    page.get_by_role("button", name="Make a link").click()
    link = page.locator("#link").input_value()
    said = faults(page)
    page.goto("/quizzes/measured/")
    said += faults(page)
    page.goto("/quizzes/pace/")
    said += faults(page)
    stranger = visit((320, 600))
    stranger.goto(link)
    said += faults(stranger)
    stranger.get_by_role("button", name="Start").click()
    stranger.wait_for_selector("[data-clock]")
    assert said == []


def test_a_killed_server_loses_no_answer_and_hands_in_by_its_own_clock(tmp_path, chromium):
    env = server.surroundings(tmp_path, server.free_port())
    databases.fill(env, *server.BANK)
    with server.serving(env, kill=True) as site:
        page = chromium.new_context(base_url=site).new_page()
        sign_up(page)
        home = start(page, f"length=5&{PICKED}&mode=exam&minutes=1")
        pick(page, "a")
        page.wait_for_url(re.compile(r"/2/$"))
        form = {
            name: page.locator(f"form[data-answer] [name={name}]").first.input_value()
            for name in ("csrfmiddlewaretoken", "key")
        }
    # Killed with the quiz open; by the time it is back, the minute has passed.
    server.manage(env, "shell", "-c", PASSED)
    with server.serving(env):
        late = page.request.post(
            f"{home}2/answer/", form={**form, "picked": "a"}, headers={"Referer": home}
        )
        assert late.status == 409
        page.goto(home)
        page.wait_for_url(re.compile("results"))
        assert page.get_by_text("The time was up").is_visible()
        assert page.locator("text=not answered").count() == 4
        page.locator("summary").filter(has_text="2.").first.click()
        assert page.get_by_text("too late, so it does not count").count() == 1


PASSED = """
from datetime import timedelta
from questions.quizzes.models import Quiz
for quiz in Quiz.objects.all():
    quiz.started -= timedelta(minutes=2)
    quiz.deadline -= timedelta(minutes=2)
    quiz.save()
"""


def test_the_bank_and_the_cards_keep_an_answer_until_its_exam_is_handed_in(visit):
    page = visit(PHONE)
    sign_up(page)
    start(page, "length=1&kind=typed&mode=exam")
    assert "closed to you everywhere" in page.locator("#item").inner_text()
    asked = page.locator(".prompt").inner_text().split("\n")[0]
    page.goto(f"/bank/?q={quote(asked)}")
    page.locator("#found").get_by_role("link", name=asked, exact=True).click()
    page.locator("#question").wait_for()
    assert page.locator("h1").inner_text() == asked
    question = page.url
    page.get_by_role("button", name="Add to my cards").click()
    page.locator("#added").wait_for()
    said = closed(page, question, "You are being asked this in an exam")
    said += closed(page, "/flashcards/", "1 card waits until you hand your exam in")
    assert said == []
    page.goto(question)
    page.get_by_text("Hand it in now").click()
    page.get_by_role("button", name="Hand in", exact=True).click()
    page.wait_for_url(re.compile("results"))
    page.goto(question)
    assert page.locator("#question .points").is_visible()
    page.goto("/flashcards/")
    page.get_by_text("Show answer").click()
    assert page.locator(".points").is_visible()
    assert page.complaints == []


def closed(page, address: str, notice: str) -> list[str]:
    """The faults of a page that says why it shows nothing of an answer."""
    page.goto(address)
    assert notice in page.locator("main").inner_text()
    assert page.locator(".points, .sources, details.answer").count() == 0
    return faults(page)
