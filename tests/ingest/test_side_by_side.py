"""Files that are read by several processes come to what one process makes of them."""

from __future__ import annotations

import os

import pytest

from questions.ingest import side_by_side
from questions.ingest.side_by_side import Readings

# Later Pythons warn of fork beside threads, which the test runner has and the command has not.
pytestmark = pytest.mark.filterwarnings("ignore:.*fork:DeprecationWarning")


@pytest.fixture
def paths(tmp_path, monkeypatch):
    """Files of different sizes, and one that is not there; three processors to read them."""
    monkeypatch.setattr(side_by_side, "WORTH", 1)
    monkeypatch.setattr(os, "sched_getaffinity", lambda _: {0, 1, 2}, raising=False)
    made = []
    for number, size in enumerate((5, 70_000, 1, 300, 40)):
        path = tmp_path / f"{number}.txt"
        path.write_text(str(number) * size)
        made.append(str(path))
    return [*made, str(tmp_path / "missing.txt")]


def content(path):
    with open(path) as file:
        return {"path": path, "text": file.read(), "process": os.getpid()}


def test_every_file_is_told_in_its_place_and_several_processes_read(paths):
    readings = Readings(paths, content)
    told = [readings.of(path) for path in paths[:-1]]
    assert [one["path"] for one in told] == paths[:-1]
    assert [len(one["text"]) for one in told] == [5, 70_000, 1, 300, 40]
    assert len({one["process"] for one in told}) == 3


def test_an_error_is_raised_where_its_file_is_asked_for(paths):
    readings = Readings(paths, content)
    with pytest.raises(FileNotFoundError):
        readings.of(paths[-1])
    assert readings.of(paths[0])["text"] == "00000"


def test_what_a_lost_process_did_not_tell_is_read_by_this_one(paths):
    me = os.getpid()

    def read(path):
        if os.getpid() != me:
            os._exit(9)
        return content(path)

    readings = Readings(paths, read)
    assert {readings.of(path)["process"] for path in paths[:-1]} == {me}
