"""axe finds nothing on any page (WCAG 2.2 AA), and no page scrolls sideways."""

from __future__ import annotations

import re

import pytest

from . import server
from .conftest import DESK, PHONE
from .test_candidate import answer, answer_quiz, bring, sign_up

pytestmark = pytest.mark.browser
AA = {
    "runOnly": {
        "type": "tag",
        "values": ["wcag2a", "wcag2aa", "wcag21a", "wcag21aa", "wcag22aa", "best-practice"],
    }
}


LOOSEN = """() => document.querySelectorAll("*").forEach((one) => {
  if (getComputedStyle(one).position === "sticky") one.style.position = "static";
})"""


def faults(page, options=AA) -> list[str]:
    """What is wrong with the page as it stands.

    What sticks to an edge is laid in its place: what lies half beneath it is scrolled out by
    whoever wants it, and which that is depends on the words of the page.
    """
    from axe_playwright_python.sync_playwright import Axe

    page.wait_for_load_state()
    page.evaluate(LOOSEN)
    found = Axe().run(page, options=options).response["violations"]
    said = [
        f"{page.url}: {one['id']}: {node['html'][:120]} {node.get('failureSummary', '')[:200]}"
        for one in found
        for node in one["nodes"][:3]
    ]
    wide = page.evaluate("document.documentElement.scrollWidth - innerWidth")
    if wide > 0:
        said.append(f"{page.url}: {wide} px too wide")
    return said


def everywhere(page) -> list[str]:
    """The faults of the page at every width, in light and dark."""
    said = []
    for (width, height), scheme, options in SIGHTS:
        page.set_viewport_size({"width": width, "height": height})
        page.emulate_media(color_scheme=scheme)
        said += [f"{width} {scheme} {one}" for one in faults(page, options)]
    return said


def look(page, *paths: str) -> list[str]:
    said = []
    for path in paths:
        page.goto(path)
        said += everywhere(page)
    return said


OPEN_IN_SIGHT = """() => {
  const open = document.querySelector(".nav-list [aria-current]").getBoundingClientRect();
  return open.left >= 0 && open.right <= innerWidth;
}"""
CONTRAST = {"runOnly": {"type": "rule", "values": ["color-contrast"]}}
SIGHTS = [
    (PHONE, "light", AA),
    (PHONE, "dark", CONTRAST),  # what is no matter of colour was looked at in the light
    (DESK, "light", CONTRAST),
    (DESK, "dark", AA),
    ((320, 600), "light", AA),
]


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
