from __future__ import annotations

from collections import Counter

from tests.fuzz import ingest, inputs


def test_no_damaged_file_raises_hangs_or_kills():
    faults, seen = ingest.apart(20, 0, 1200, "")
    assert faults == []
    assert seen.total() == 1200
    assert {name.partition(":")[0] for name in seen} == set(inputs.samples())


def test_most_targets_are_read_as_well_as_refused():
    _, seen = ingest.apart(21, 0, 1200, "")
    ends = Counter(name.partition(":")[0] for name in seen)
    assert all(count == 2 for count in ends.values())


def test_the_same_seed_and_number_make_the_same_file():
    assert inputs.numbered(3, 9) == inputs.numbered(3, 9)
    assert inputs.numbered(3, 9) != inputs.numbered(3, 10)
