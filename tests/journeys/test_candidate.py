"""A candidate's first evening, in a real browser against the started server."""

from __future__ import annotations

import re
from itertools import count

import pytest

from . import server
from .conftest import DESK, PHONE

pytestmark = pytest.mark.browser
PASSWORD = "a long enough phrase"
number = count(1)


def sign_up(page) -> str:
    """A new person, left on Today."""
    email = f"nia{next(number)}-{id(page)}@example.org"
    page.goto("/accounts/signup/")
    page.get_by_label("Email").fill(email)
    page.get_by_label("Password", exact=True).fill(PASSWORD)
    page.get_by_role("button", name="Sign Up").click()
    page.wait_for_url("**/today/")
    return email


def bring(page, folder) -> None:
    """Upload a document of one's own, wait until it is read, and add what is in it."""
    paper = folder / "brewing.md"
    paper.write_text(server.NOTES)
    page.goto("/library/")
    page.get_by_label("Documents").set_input_files(paper)
    page.get_by_role("button", name="Read these documents").click()
    page.get_by_role("button", name="Add all 2 questions").click()
    page.get_by_text("2 new").first.wait_for()


def answer(page) -> None:
    """Answer the question that the page shows, of whatever kind it is, and hand the answer in."""
    places = page.locator("[data-place]")
    if page.locator("textarea#text").count():
        page.locator("textarea#text").fill("It grows by itself with the traffic.")
    elif places.count():
        for place in range(places.count()):
            places.nth(place).select_option(str(place + 1))
    else:
        page.keyboard.press("a")
    page.get_by_role("button", name="Answer", exact=True).click()


def answer_quiz(page, questions: int) -> None:
    """Answer every question, then look at the results."""
    page.goto("/quizzes/")
    page.get_by_role("button", name="Start").click()
    for position in range(1, questions + 1):
        page.get_by_text(f"Question {position} of {questions}").wait_for()
        page.wait_for_load_state()
        answer(page)
        page.locator("a.quiz-next.primary, button:has-text('See the results')").first.wait_for()
        page.keyboard.press("Enter")
    page.get_by_role("heading", name="Results").wait_for()


def review(page, cards: int) -> None:
    """Review so many cards with the keyboard alone."""
    page.goto("/flashcards/")
    for _ in range(cards):
        before = page.locator("#prompt").inner_text()
        page.keyboard.press("Space")
        page.locator(".grades").wait_for()
        page.keyboard.press("3")
        page.wait_for_function(
            "before => document.querySelector('#prompt')?.innerText !== before", arg=before
        )


@pytest.mark.parametrize(("size", "scheme"), [(PHONE, "light"), (DESK, "dark")])
def test_a_first_evening(visit, tmp_path, size, scheme):
    page = visit(size, scheme)
    sign_up(page)
    bring(page, tmp_path)

    page.goto("/bank/")
    page.keyboard.press("/")
    page.keyboard.type("blooming")
    page.get_by_role("link", name="What is blooming in pour-over coffee?").click()
    page.get_by_text("carbon dioxide").first.wait_for()
    page.get_by_text("lines 3–8").wait_for()

    answer_quiz(page, 10)
    page.get_by_role("button", name="Send what I missed to my cards").click()
    page.get_by_text(re.compile(r"card", re.I)).first.wait_for()

    page.goto("/today/")
    add = page.request.get("/today/")
    assert add.ok
    page.goto("/bank/")
    page.get_by_role("button", name=re.compile("Add these 25")).click()
    page.get_by_text(re.compile("added", re.I)).first.wait_for()
    review(page, 10)

    kept = page.locator("#prompt").inner_text()
    page.keyboard.press("z")
    page.wait_for_function(
        "kept => document.querySelector('#prompt')?.innerText !== kept", arg=kept
    )
    assert page.complaints == []


def test_a_quiz_goes_on_in_another_browser(visit):
    first = visit()
    email = sign_up(first)
    first.goto("/quizzes/")
    first.get_by_role("button", name="Start").click()
    first.get_by_text("Question 1 of 10").wait_for()
    address = first.url

    other = visit(DESK)
    other.goto("/accounts/login/")
    other.get_by_label("Email").fill(email)
    other.get_by_label("Password", exact=True).fill(PASSWORD)
    other.get_by_role("button", name="Sign In", exact=True).click()
    other.goto("/quizzes/")
    other.locator("a[href*='/quizzes/']:not([href='/quizzes/'])").first.click()
    other.get_by_text(re.compile("Question 1 of 10")).wait_for()
    assert address.split("/")[4] in other.url


def test_every_step_works_without_scripts(visit, tmp_path):
    page = visit(java_script_enabled=False)
    sign_up(page)
    paper = tmp_path / "brewing.md"
    paper.write_text(server.NOTES)
    page.goto("/library/")
    page.get_by_label("Documents").set_input_files(paper)
    page.get_by_role("button", name="Read these documents").click()
    for _ in range(40):
        if page.get_by_role("button", name="Add all 2 questions").count():
            break
        page.wait_for_timeout(250)
        page.reload()
    page.get_by_role("button", name="Add all 2 questions").click()
    page.get_by_text("2 new").first.wait_for()
    page.goto("/bank/?q=blooming")
    page.get_by_role("link", name="What is blooming in pour-over coffee?").click()
    page.get_by_role("button", name="Add to my cards").click()
    page.goto("/flashcards/")
    page.get_by_text("Show answer").click()
    page.get_by_role("button", name="Good").click()
    assert page.url.endswith("/flashcards/")
    page.goto("/quizzes/")
    page.get_by_role("button", name="Start").click()
    page.get_by_text("Question 1 of").wait_for()


def test_the_keys_are_listed_on_asking(visit):
    page = visit(DESK)
    page.goto("/bank/")
    page.keyboard.press("?")
    assert page.locator("dialog#keys").is_visible()
    assert "/" in page.locator("dialog#keys dl").inner_text()


def test_the_theme_is_kept(visit):
    page = visit(DESK)
    page.goto("/")
    page.get_by_role("button", name="Light or dark").click()
    page.reload()
    assert page.locator("html").get_attribute("data-theme") == "dark"
