"""A real browser finds nothing on any page that the content security policy forbids."""

from __future__ import annotations

import pytest

from tests.journeys.conftest import DESK
from tests.journeys.test_candidate import answer, bring, sign_up

pytestmark = pytest.mark.browser
COUNT = """
window.broken = [];
document.addEventListener('securitypolicyviolation', event =>
  window.broken.push(`${event.violatedDirective} ${event.blockedURI} ${event.sourceFile || ''}`));
"""
FOR_NOBODY = (
    *("/", "/bank/", "/bank/?q=thing", "/accounts/login/", "/accounts/signup/"),
    *("/accounts/password/reset/", "/nothing/", "/api/docs/"),
)
FOR_A_PERSON = (
    *("/today/", "/bank/", "/flashcards/", "/flashcards/cards/", "/quizzes/", "/library/"),
    *("/settings/", "/settings/letters/", "/accounts/email/", "/accounts/sessions/"),
    *("/accounts/password/change/", "/accounts/2fa/", "/accounts/2fa/totp/activate/"),
    *("/accounts/logout/", "/flashcards/settings/", "/nothing/", "/api/docs/"),
)


def walk(page, *paths) -> list[str]:
    """What the policy forbade on these pages."""
    found = []
    for path in paths:
        page.goto(path, wait_until="load")
        page.wait_for_timeout(50)
        found += [f"{path}: {one}" for one in page.evaluate("window.broken")]
    return found


def policies(page) -> list[str]:
    return [text for text in page.complaints if "Content Security Policy" in text]


@pytest.fixture
def page(visit):
    opened = visit(DESK)
    opened.add_init_script(COUNT)
    return opened


def test_the_listener_hears_what_is_forbidden(page):
    page.goto("/")
    page.evaluate("document.body.insertAdjacentHTML('beforeend', '<i style=color:red>x</i>')")
    page.wait_for_function("window.broken.length > 0")
    assert policies(page)


def test_nothing_is_forbidden_on_the_pages_of_nobody(page):
    assert walk(page, *FOR_NOBODY) == []
    assert policies(page) == []


def test_what_a_script_laid_out_is_not_copied_into_the_next_fragment(page):
    page.goto("/bank/")
    page.evaluate("document.getElementById('found').style.position = 'static'")
    page.get_by_role("searchbox").fill("thing 7")
    page.get_by_text("What is thing 8?").wait_for(state="detached")
    assert page.evaluate("window.broken") == []
    assert policies(page) == []


def test_the_documentation_of_the_api_is_drawn_from_our_own_files(page):
    asked = []
    page.on("request", lambda request: asked.append(request.url))
    page.goto("/api/docs/")
    page.locator("#operations-tag-cards").click()
    page.get_by_text("/api/v1/cards/").first.wait_for()
    assert page.evaluate("window.broken") == []
    here = page.evaluate("location.origin")
    assert [url for url in asked if not url.startswith((here, "data:"))] == []


def test_nothing_is_forbidden_on_the_pages_of_a_person(page, tmp_path):
    sign_up(page)
    found = walk(page, *FOR_A_PERSON)
    bring(page, tmp_path)
    found += page.evaluate("window.broken")
    page.goto("/library/")
    page.locator("main .list a").first.click()
    found += page.evaluate("window.broken")
    page.goto("/quizzes/")
    page.get_by_role("button", name="Start").click()
    page.get_by_text("Question 1 of 10").wait_for()
    found += page.evaluate("window.broken")
    answer(page)
    page.locator("a.quiz-next.primary").first.wait_for()
    found += page.evaluate("window.broken")
    page.goto(page.url.rsplit("/", 2)[0] + "/results/")
    found += page.evaluate("window.broken")
    page.goto("/bank/")
    page.locator("form:has(button:has-text('Add these')) button").click()
    page.wait_for_load_state()
    page.goto("/flashcards/")
    page.keyboard.press("Space")
    page.locator(".grades").wait_for()
    found += page.evaluate("window.broken")
    assert found == []
    assert policies(page) == []


def test_nothing_is_forbidden_in_the_admin(page):
    page.goto("/admin/login/")
    assert page.evaluate("window.broken") == []
