"""The items made from the starter bank are those that were read, and these were found sound."""

from __future__ import annotations

import pytest

from tests.quizzes import made


@pytest.fixture(scope="module")
def sample():
    return made.sample()


def test_of_two_hundred_items_that_were_read_nineteen_in_twenty_are_sound(sample):
    known = made.verdicts()
    assert len(known) >= made.READ
    read = [known[item.digest][0] for item in sample if item.digest in known]
    assert sum(read) >= 0.95 * len(read)
    assert all(reason for sound, reason in known.values() if not sound)


def test_what_is_made_today_was_read(sample):
    known = made.verdicts()
    assert len(sample) == made.READ
    assert sum(item.digest in known for item in sample) >= 0.9 * made.READ


def test_every_item_has_one_right_option_among_others_that_differ(sample):
    for item in sample:
        assert len(set(item.options)) == len(item.options) >= 3
        if item.kind != "order":
            assert item.options.count(item.right) == 1


def test_neither_length_nor_place_tells_what_is_right(sample):
    picked = [item for item in sample if item.kind == "term"]
    assert sum(item.longest_is_right for item in picked) / len(picked) < 0.4
    places = [item.options.index(item.right) for item in picked]
    assert all(0.1 < places.count(place) / len(places) < 0.4 for place in range(4))
