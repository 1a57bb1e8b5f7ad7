"""axe finds nothing on any page (WCAG 2.2 AA), and no page scrolls sideways."""

from __future__ import annotations

import re

import pytest

from . import server
from .axe import everywhere
from .test_candidate import answer, answer_quiz, bring, sign_up

pytestmark = pytest.mark.browser
PALE = """() => {
  const pale = document.createElement("p");
  pale.textContent = "pale";
  pale.style.color = "#ddd";
  document.querySelector("main").append(pale);
}"""
"""Words that can be read on a dark page only."""

OPEN_IN_SIGHT = """() => {
  const open = document.querySelector(".nav-list [aria-current]").getBoundingClientRect();
  return open.left >= 0 && open.right <= innerWidth;
}"""


def look(page, *paths: str) -> list[str]:
    said = []
    for path in paths:
        page.goto(path)
        said += everywhere(page)
    return said


def test_what_is_wrong_in_one_sight_only_is_found_in_that_one(visit):
    page = visit()
    page.goto("/")
    page.evaluate(PALE)
    said = everywhere(page)
    assert len(said) == 3
    assert all(re.match(r"\d+ light http.*: color-contrast: .*pale", one) for one in said)


def test_pages_for_nobody(visit):
    page = visit()
    said = look(
        page,
        "/",
        "/bank/",
        "/bank/?q=zzzzzz",
        "/accounts/login/",
        "/accounts/signup/",
        "/accounts/password/reset/",
        "/nothing/",
    )
    page.goto("/bank/?q=concurrency")
    page.locator("main .list a").first.click()
    page.wait_for_url("**/bank/*-*/")
    said += everywhere(page)
    assert said == []
    assert [c for c in page.complaints if "404" not in c] == []


def test_pages_of_a_person(visit, tmp_path):
    page = visit()
    sign_up(page)
    said = look(page, "/today/", "/flashcards/", "/flashcards/cards/", "/quizzes/", "/library/")
    said += look(page, "/bank/duplicates/", "/bank/disagreements/?settled=1")
    said += look(page, "/bank/export/", "/bank/export/?q=zzzzzz")
    bring(page, tmp_path)
    said += everywhere(page)
    said += look(
        page,
        "/library/",
        "/settings/",
        "/settings/letters/",
        "/flashcards/settings/",
        "/flashcards/targets/",
        "/progress/",
        "/exchange/",
        "/reminders/",
        "/offline/",
        "/accounts/email/",
    )
    said += look(page, "/accounts/password/change/", "/accounts/sessions/")
    page.set_viewport_size({"width": 320, "height": 600})
    page.goto("/library/")
    page.wait_for_function(OPEN_IN_SIGHT)  # it is the last of a row that is wider than a phone
    page.locator("main .list a").first.click()
    page.get_by_text("brewing.md").first.wait_for()
    said += everywhere(page)
    page.goto("/bank/")
    page.locator("form:has(button:has-text('Add these')) button").click()
    page.wait_for_load_state()
    said += look(page, "/flashcards/", "/flashcards/cards/", "/today/")
    page.goto("/flashcards/")
    page.keyboard.press("Space")
    said += everywhere(page)
    page.goto("/quizzes/")
    page.get_by_role("button", name="Start").click()
    page.get_by_text("Question 1 of 10").wait_for()
    said += everywhere(page)
    answer(page)
    page.locator("a.quiz-next.primary").wait_for()
    said += everywhere(page)
    assert said == []
    assert page.complaints == []


def test_the_results_of_a_quiz(visit):
    page = visit()
    sign_up(page)
    answer_quiz(page, 10)
    assert everywhere(page) == []


def test_the_stylesheet_and_the_scripts_of_each_page_keep_within_their_sizes():
    static = server.ROOT / "static"
    assert sum(f.stat().st_size for f in static.glob("css/*.css")) <= 40_000
    frame = loaded(server.ROOT / "templates" / "base.html")
    for page in (server.ROOT / "templates").rglob("*.html"):
        size = sum((static / "js" / name).stat().st_size for name in frame | loaded(page))
        # The live room is one of the two pages that cannot do without their scripts.
        assert size <= (27_000 if page.name == "room.html" else 20_000), page


def loaded(template) -> set[str]:
    """Our scripts that a template loads, with all that they import; not those of libraries."""
    names: set[str] = set()
    left = set(re.findall(r"(?<![\w/])js/(\w+\.js)", template.read_text()))
    while left:
        name = left.pop()
        names.add(name)
        text = (server.ROOT / "static" / "js" / name).read_text()
        left |= set(re.findall(r"""(?:from|import\() ?["']\./(\w+\.js)""", text)) - names
    return names
