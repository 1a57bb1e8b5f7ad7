"""Cards are answered without network, and what was answered arrives once, in a real browser."""

from __future__ import annotations

import pytest

from .axe import faults
from .test_candidate import sign_up
from .wire import wired

pytestmark = pytest.mark.browser
STATE = "#state"


@pytest.fixture
def wire(site):
    with wired(site) as cable:
        yield cable


@pytest.fixture
def page(visit, wire):
    """A phone that reaches the site through a wire, with cards of a document."""
    page = visit(base=wire.url)
    page.email = sign_up(page)
    page.goto("/bank/?q=concurrency")
    page.locator("form:has(button:has-text('Add these')) button").click()
    page.wait_for_load_state()
    return page


def says(page, words: str) -> None:
    page.locator(STATE, has_text=words).wait_for()


def take_along(page) -> None:
    page.goto("/offline/")
    page.get_by_role("button", name="Keep my next days here").click()
    says(page, "All answers are sent.")


def answer(page, grade: str) -> str:
    """Answer the card that is shown; returns its prompt."""
    prompt: str = page.locator("#spot .prompt").inner_text()
    page.keyboard.press("Space")
    page.locator(".points input").first.check()
    page.get_by_role("button", name=grade).click()
    page.wait_for_function(
        "before => document.querySelector('#spot .prompt')?.innerText !== before", arg=prompt
    )
    return prompt


def answered_today(page) -> int:
    page.goto("/progress/")
    rows = page.locator("figure:has(.calendar) tbody td")
    return sum(int(text) for text in rows.all_text_contents())


def databases(page) -> list[str]:
    names: list[str] = page.evaluate("indexedDB.databases().then(all => all.map(one => one.name))")
    return names


def test_cards_are_answered_while_the_network_is_cut_and_sent_once_when_it_is_back(page, wire):
    take_along(page)
    assert faults(page) == []
    answer(page, "Good")
    wire.cut = True
    page.goto("/today/")  # any page: this one stands in for it
    page.get_by_role("heading", name="Without network").wait_for()
    answer(page, "Good")
    answer(page, "Again")
    undone = answer(page, "Easy")
    page.get_by_role("button", name="Undo").click()
    page.locator("#spot .prompt", has_text=undone.splitlines()[0]).wait_for()
    says(page, "waiting to be sent")
    page.reload()
    says(page, "waiting to be sent")
    wire.deaf = b"/api/v1/sync/events/"
    wire.cut = False
    page.get_by_role("button", name="Send now").click()
    while not wire.lost:  # the server has them, the phone does not know
        page.wait_for_timeout(50)
    page.goto("/offline/")
    says(page, "All answers are sent.")
    assert answered_today(page) == 3


def test_sign_out_leaves_nothing_of_ones_own_on_the_device(page):
    take_along(page)
    assert len(databases(page)) == 1
    page.goto("/today/")
    page.get_by_role("button", name="Sign out").click()
    page.locator("#front").wait_for()
    assert databases(page) == []
    assert page.evaluate("caches.keys()") == []
    page.goto("/offline/")
    page.get_by_role("button", name="Keep my next days here").click()
    page.get_by_text("You are not signed in here").wait_for()


def test_another_account_finds_nothing_of_the_first(page):
    take_along(page)
    first = databases(page)
    page.context.clear_cookies()  # the session is gone; nobody pressed Sign out
    page.goto("/offline/")
    page.get_by_text("You are not signed in here").wait_for()
    sign_up(page)
    page.wait_for_function("indexedDB.databases().then(all => !all.length)")
    take_along(page)
    assert databases(page) != first
    says(page, "Nothing left for now.")


def test_the_page_can_be_installed(page):
    page.goto("/today/")
    link = page.locator("link[rel=manifest]").get_attribute("href")
    told = page.evaluate("link => fetch(link).then(answer => answer.json())", link)
    assert told["start_url"] == "/today/"
    for icon in told["icons"]:
        size = page.evaluate(
            "async src => { const i = new Image(); i.src = src; await i.decode();"
            " return `${i.naturalWidth}x${i.naturalHeight}` }",
            icon["src"],
        )
        assert size == icon["sizes"]
