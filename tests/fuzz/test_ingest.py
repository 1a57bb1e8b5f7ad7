from __future__ import annotations

from collections import Counter

import pytest

from tests import effort
from tests.fuzz import ingest, inputs

COUNT = effort.times(1500, 20_000)


@pytest.fixture(scope="module")
def tried():
    """The faults of many damaged files, and what became of each."""
    return ingest.apart(20, 0, COUNT, "")


def test_no_damaged_file_raises_hangs_or_kills(tried):
    faults, seen = tried
    assert faults == []
    assert seen.total() == COUNT
    assert {name.partition(":")[0] for name in seen} == set(inputs.samples())


def test_every_target_is_read_as_well_as_refused(tried):
    _, seen = tried
    ends = Counter(name.partition(":")[0] for name in seen)
    assert {name for name, count in ends.items() if count != 2} == set()


def test_the_same_seed_and_number_make_the_same_file():
    assert inputs.numbered(3, 9) == inputs.numbered(3, 9)
    assert inputs.numbered(3, 9) != inputs.numbered(3, 10)
