"""What a page tells once: a list of key points that its checklist holds already."""

from __future__ import annotations

import pytest

from questions.bank.rules.told import once

POINTS = ["Keel: the spine of a ship", "Set on $LATEST & nowhere else"]
LIST = (
    "<ul>\n<li><strong>Keel</strong> (core): the spine of a ship</li>\n"
    "<li>Set on <code>$LATEST</code> &amp; nowhere else</li>\n</ul>"
)
BEFORE, AFTER = "<p>It floats.</p>\n", "<p><strong>Follow-up:</strong> Why?</p>"


@pytest.mark.parametrize(
    "head",
    [
        "<p><strong>Key points</strong></p>",
        "<p><strong>Key takeaways:</strong></p>",
        "<h3>Key points</h3>",
    ],
)
def test_a_list_that_the_checklist_holds_is_left_out(head):
    assert once(f"{BEFORE}{head}\n{LIST}\n{AFTER}", POINTS) == f"{BEFORE}{AFTER}"


@pytest.mark.parametrize(
    ("html", "points"),
    [
        (f"{BEFORE}<p><strong>Key points</strong></p>\n{LIST}", POINTS[:1]),
        (f"{BEFORE}<p><strong>Key points</strong></p>\n{LIST}", []),
        (f"{BEFORE}<p><strong>Steps</strong></p>\n{LIST}", POINTS),
        (
            "<p><strong>Key points</strong></p>\n<ul>\n<li>Keel<ul><li>a</li></ul></li></ul>",
            ["Keel"],
        ),
        ("<p><strong>Key points</strong></p>\n<ul>\n<li>Keel", ["Keel"]),
        (BEFORE, POINTS),
    ],
)
def test_all_else_stays(html, points):
    assert once(html, points) == html
