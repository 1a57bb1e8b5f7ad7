"""Cards in a real browser: the next one is there at once, and no grade is lost behind it."""

from __future__ import annotations

import pytest

from .axe import faults
from .conftest import DESK, PHONE
from .test_candidate import sign_up

pytestmark = pytest.mark.browser


@pytest.fixture
def page(visit):
    """Someone with cards, at the first of them."""
    page = visit(PHONE)
    with_cards(page)
    return page


def with_cards(page) -> None:
    sign_up(page)
    page.goto("/bank/")
    page.locator("form:has(button:has-text('Add these')) button").click()
    page.wait_for_load_state()
    with page.expect_response("**/flashcards/?after=*"):
        page.goto("/flashcards/")


def prompt(page):
    return page.locator("#prompt").inner_text()


def grade(page, key="3") -> None:
    page.keyboard.press("Space")
    page.locator(".grades").wait_for()
    page.keyboard.press(key)


def soon(page, holds) -> None:
    """Let the browser go on until something holds, at most ten seconds."""
    for _ in range(200):
        if holds():
            return
        page.wait_for_timeout(50)


def answered(page):
    page.goto("/flashcards/")
    return page.locator("progress").get_attribute("aria-label")


def test_the_next_card_is_there_before_the_grade_has_arrived(page):
    held = []
    page.route("**/grade/", lambda route: held.append(route))
    first = prompt(page)
    page.locator("#review[data-ready]").wait_for()
    grade(page)
    page.wait_for_function(
        "first => document.querySelector('#prompt').innerText !== first", arg=first
    )
    second = prompt(page)
    assert page.evaluate("document.activeElement.id") == "prompt"
    page.keyboard.press("Space")
    page.locator(".grades").wait_for()
    assert page.evaluate("scrollY") == 0  # the question stays in sight
    assert prompt(page) == second
    soon(page, lambda: held)  # a busy machine tells of a request later than the page shows the card
    (arrives,) = held
    with page.expect_response("**/grade/"):
        arrives.continue_()
    page.unroute("**/grade/")
    page.keyboard.press("3")
    page.wait_for_function(
        "second => document.querySelector('#prompt').innerText !== second", arg=second
    )
    page.wait_for_function("() => sessionStorage.getItem('grades') === '[]'")
    assert answered(page).startswith("2 answered")
    assert page.complaints == []


def test_what_another_person_left_in_the_tab_is_neither_sent_nor_kept(page):
    left = '[{"to": "/flashcards/undo/", "given": [], "after": ""}]'
    page.evaluate("left => sessionStorage.setItem('grades', left)", left)
    page.evaluate("sessionStorage.setItem('grades-of', 'somebody else')")
    sent = []
    page.on("request", lambda request: request.method == "POST" and sent.append(request.url))
    page.reload()
    page.locator("#review[data-ready]").wait_for()
    assert page.evaluate("sessionStorage.getItem('grades')") == "[]"
    assert sent == []


def test_a_grade_that_does_not_get_through_is_sent_until_it_does_and_counts_once(page):
    calls = []

    def broken(route):
        calls.append(route)
        if len(calls) == 1:
            route.abort()
        elif len(calls) == 2:
            route.fetch()  # it arrives, and the answer is lost
            route.abort()
        else:
            route.continue_()

    page.route("**/grade/", broken)
    grade(page)
    page.get_by_text("Not sent yet").first.wait_for()
    page.wait_for_function("() => sessionStorage.getItem('grades') === '[]'")
    assert len(calls) >= 3
    assert answered(page).startswith("1 answered")
    page.keyboard.press("z")
    page.get_by_text("Taken back").wait_for()
    assert answered(page).startswith("0 answered")


@pytest.mark.parametrize(("size", "scheme"), [((320, 600), "dark"), (DESK, "light")])
def test_what_one_keeps_with_cards_can_be_used_by_everybody(visit, size, scheme):
    page = visit(size, scheme)
    with_cards(page)
    page.keyboard.press("Space")
    said = faults(page)
    page.locator("a[data-key=n]").click()
    page.get_by_label("Ask somebody").check(force=True)
    page.get_by_label("Your note").fill("As we did it at work.")
    said += faults(page)
    page.get_by_role("button", name="Keep").click()
    page.get_by_text("Kept with the card.").wait_for()
    page.locator("summary", has_text="Show answer").click()
    page.get_by_text("As we did it at work.").wait_for()
    said += faults(page)
    page.goto("/flashcards/cram/")
    said += faults(page)
    page.get_by_role("button", name="Begin").click()
    page.wait_for_url("**/cram/*-*/")
    said += faults(page)
    first = prompt(page)
    page.keyboard.press("Space")
    page.locator(".grades").wait_for()
    said += faults(page)
    page.keyboard.press("1")
    page.wait_for_function(
        "first => document.querySelector('#prompt').innerText !== first", arg=first
    )
    page.goto("/flashcards/settings/")
    said += faults(page)
    assert said == []
    assert page.complaints == []
