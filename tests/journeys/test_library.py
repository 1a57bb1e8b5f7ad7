"""A person's library in a real browser: bring, leave, come back, decide, undo, edit, revert."""

from __future__ import annotations

import re

import pytest

from . import server
from .axe import faults
from .conftest import DESK, PHONE
from .test_candidate import sign_up

pytestmark = pytest.mark.browser
MORE = """# Notes on tea

## Why is green tea brewed cooler?

Boiling water draws out too much that is bitter.

## How long does black tea draw?

Three to five minutes in boiling water.
"""


def send(page, *papers) -> None:
    """Choose files in the library and read them."""
    page.goto("/library/")
    page.get_by_label("Documents").set_input_files(list(papers))
    page.get_by_role("button", name="Read these documents").click()
    page.wait_for_url("**/library/uploads/**")


@pytest.mark.parametrize(("size", "scheme"), [(PHONE, "light"), (DESK, "dark")])
def test_a_library_is_kept(visit, tmp_path, size, scheme):
    page = visit(size, scheme)
    sign_up(page)
    brewing, tea = tmp_path / "brewing.md", tmp_path / "tea.md"
    brewing.write_text(server.NOTES)
    tea.write_text(MORE)

    # Two files are sent; the page is left and come back to.
    send(page, brewing, tea)
    page.goto("/today/")
    page.goto("/library/")
    page.locator("a[href*='/library/uploads/']").first.click()
    page.get_by_role("button", name="Add all 4 questions").wait_for()
    said = faults(page)
    page.get_by_role("button", name="Add all 4 questions").click()
    page.get_by_text("2 new").first.wait_for()
    said += faults(page)

    # One of two changes is taken.
    changed = server.NOTES.replace("little water", "little hot water")
    brewing.write_text(changed.replace("more surface, so", "much more surface, so"))
    send(page, brewing)
    page.get_by_role("button", name="Make all 2 changes").wait_for()
    page.get_by_role("link", name="Notes on brewing").click()
    page.locator("ins", has_text="hot").first.wait_for()
    said += faults(page)
    page.locator("li", has_text="Why does a finer grind").get_by_role("checkbox").uncheck()
    page.get_by_role("button", name="Accept what is ticked").click()
    page.get_by_text("0 new, 1 updated, 0 retired").wait_for()
    said += faults(page)
    page.goto("/bank/?q=blooming")
    page.get_by_role("link", name="What is blooming in pour-over coffee?").click()
    page.get_by_text("little hot water").first.wait_for()
    question = page.url

    # And taken back.
    page.goto("/library/")
    page.get_by_role("link", name="Notes on brewing").click()
    page.get_by_role("button", name="Undo the last reading").click()
    page.get_by_text("Undone").first.wait_for()
    page.goto(question)
    page.get_by_text("with a little water first").first.wait_for()
    assert not page.get_by_text("little hot water").count()

    # An edit is seen before it is saved, and can be gone back behind.
    page.get_by_role("link", name="Edit").click()
    page.get_by_label("Answer").fill("It lets **gas** out of the grounds.")
    page.locator("#shown strong", has_text="gas").wait_for()
    said += faults(page)
    page.get_by_role("button", name="Save").click()
    page.get_by_text("It lets gas out of the grounds.").first.wait_for()
    page.get_by_role("link", name="History").click()
    page.locator("ins").first.wait_for()
    said += faults(page)
    page.get_by_role("button", name=re.compile("Go back to before this")).first.click()
    page.get_by_text("It says again what it said").wait_for()
    page.goto(question)
    page.get_by_text("with a little water first").first.wait_for()

    # What lacks something, and what is reported, have lists; a report has a form.
    page.get_by_role("link", name="Report as wrong or unclear").click()
    said += faults(page)
    page.get_by_role("button", name="Report").click()
    page.get_by_text("Thank you").first.wait_for()
    for path in ("/bank/reports/", "/library/look/", "/library/"):
        page.goto(path)
        said += faults(page)
    assert said == []
    assert page.complaints == []
