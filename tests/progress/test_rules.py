"""Which topics are called weak."""

from __future__ import annotations

from questions.progress.rules import Standing, weakest


def topic(name, ticked, hit):
    return Standing(name, name.capitalize(), ticked, hit)


def test_the_weakest_topics_come_first_and_no_more_than_three():
    topics = [topic("a", 10, 5), topic("b", 10, 1), topic("c", 10, 3), topic("d", 10, 4)]
    assert [t.slug for t in weakest(topics)] == ["b", "c", "d"]


def test_nothing_is_said_about_what_is_hardly_known_or_goes_well():
    assert weakest([topic("few", 4, 0), topic("well", 20, 15)]) == []


def test_a_standing_is_told_in_per_cent():
    assert topic("a", 8, 5.5).percent == 69
