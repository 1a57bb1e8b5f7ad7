"""When two sources contradict one another, and how a sentence found wrong is taken out."""

from __future__ import annotations

import pytest
from hypothesis import given
from hypothesis import strategies as st

from questions.bank.rules import claims, quantities, struck
from questions.bank.rules.conflicts import Differs, Witnesses

ASKED = "How long is a session of the portal kept?"


def between(one, other, *, related=True, prompts=(ASKED, ASKED)):
    witnesses = Witnesses()
    witnesses.add("one", prompts[0], one)
    witnesses.add("other", prompts[1], other)
    witnesses.add("else", "What is a mirror?", "A copy that answers in 3 days. It is never late.")
    found = witnesses.against("one", {"other"} if related else ())
    return [(conflict.differs, conflict.one, conflict.other) for key, conflict in found]


@pytest.mark.parametrize(
    ("text", "amounts"),
    [
        ("at most 1.5 hours", [("seconds", 5400)]),
        ("30-minute windows of 2GB", [("seconds", 1800), ("bytes", 2e9)]),
        ("1,024 MiB, or 50 % of it", [("bytes", 1024e6), ("percent", 50)]),
        ("5 GB per month and $3 a day", [("bytes per month", 5e9), ("money per day", 3)]),
        ("10ms, not 10m", [("seconds", 0.01)]),
        ("two hundred; an hour; a function; section 4.2", [("seconds", 3600)]),
        ("2 million requests", [("count of request", 2e6)]),
    ],
)
def test_amounts_are_read_with_their_units(text, amounts):
    assert [(a.dimension, a.value) for a in quantities.found(text)] == amounts


def test_another_amount_for_the_same_thing_is_a_conflict():
    one, other = "A session is kept for 30 minutes.", "The portal keeps a session for 2 hours."
    assert between(one, other) == [(Differs.AMOUNT, one, other)]


@pytest.mark.parametrize(
    ("one", "other"),
    [
        ("A session is kept for 60 minutes.", "The portal keeps a session for 1 hour."),
        ("A session is kept for 30 minutes.", "A session is kept on 3 servers."),
        ("A session is kept for 30 minutes.", "A backup of the disk runs every 2 hours."),
        ("A session is kept for at least 5 minutes.", "A session is kept for at most 2 hours."),
        ("A signed session is kept 5 minutes.", "An unsigned session is kept 2 hours."),
        ("A session is kept for 30 minutes.", "## Example\n\nA session is kept for 2 hours."),
    ],
)
def test_the_same_amount_or_another_thing_is_none(one, other):
    assert between(one, other) == []


def test_defaults_are_compared_with_defaults():
    one = "By default a session is kept for 30 minutes."
    other = "## Session\n\n- **Default:** 2 hours"
    assert [found[0] for found in between(one, other)] == [Differs.DEFAULT]
    assert between(one, "A session may be kept for 2 hours.") == []


def test_yes_and_no_contradict_each_other():
    one, other = "Yes, it can be resumed. See below.", "No, it has ended. Log in again."
    found = between(one, other, prompts=("Can it be resumed?",) * 2)
    assert (Differs.YES_OR_NO, "Yes, it can be resumed.", "No, it has ended.") in found


def test_what_one_affirms_the_other_may_deny():
    one = "The portal can resume a session automatically."
    other = "The portal cannot resume a session automatically."
    assert [found[0] for found in between(one, other)] == [Differs.YES_OR_NO]


def test_a_limit_in_a_list_is_read_with_the_heading_above_it():
    (claim,) = claims.of("## Session\n\n- Upload:\n  - at most 5 MB")[-1:]
    assert {"sess", "upload"} <= claim.under


def test_a_struck_sentence_leaves_the_text_without_its_line():
    text = "- **Size:** the limit is **6 KB**.\n- It is fast."
    assert struck.without(text, ["Size: the limit is 6 KB."]) == "- It is fast."
    prose = "It is fast. The limit is `6 KB`. It is new."
    left = struck.without(prose, ["The limit is 6 KB."])
    assert " ".join(left.split()) == "It is fast. It is new."


def test_a_struck_sentence_is_struck_through_with_its_own_tags_kept():
    html = "<p><strong>Size:</strong> at most &lt;<code>6 KB</code> each. Fast.</p>"
    assert struck.through(html, ["Size: at most <6 KB each"]) == (
        "<p><strong><del>Size:</del></strong><del> at most &lt;</del><code><del>6 KB</del></code>"
        "<del> each</del>. Fast.</p>"
    )


@given(st.text(), st.lists(st.text(max_size=8), max_size=3))
def test_what_is_not_there_takes_nothing_away(text, sentences):
    kept = struck.without(text, [said for said in sentences if said not in text])
    assert len(kept) <= len(text)
    assert struck.without(text, ["no such words in it 7261"]) == text
    struck.through(text, sentences)


@given(st.text())
def test_any_text_can_be_searched_for_claims(text):
    claims.of(text)
    claims.verdict(text)
    quantities.found(text)


def test_steps_in_which_one_thing_is_counted_are_compared_whatever_surrounds_them():
    one = "You are billed for the time of a session, in increments of 1 ms, and for its memory."
    other = (
        "The duration runs from the first page to signing out, rounded up to the nearest 100 ms."
    )
    assert [found[0] for found in between(one, other, related=False)] == [Differs.AMOUNT]
    assert between(one, "Memory is given in increments of 64 MB.", related=False) == []


@pytest.mark.parametrize(
    ("one", "other"),
    [
        ("Uploads (for a session): at most 6 MB.", "Letters of a session: at most 1 MB."),
        ("A session is kept for 15 minutes.", "A session is kept for 3 hours (180 minutes) a day."),
        ("A session is kept for 5 minutes.", "A session is kept for 3 hours if the disk is full."),
        ("A session is kept for 5 minutes.", "Follow-up: a session is kept for 3 hours."),
        ("A session is kept for 5 minutes.", "What if a session is kept for 3 hours?"),
    ],
)
def test_what_is_named_before_a_colon_and_an_amount_in_a_time_are_other_things(one, other):
    assert between(one, other) == []
