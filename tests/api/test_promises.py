"""Changes within v1 are additive: what was promised is kept, and nothing more is demanded."""

from __future__ import annotations

import pytest

from tests.api import promises

BEFORE = {
    "GET /api/v1/cards/ is cards_list",
    "GET /api/v1/cards/ ? page integer",
    "Card.id string uuid required",
    "AddInputRequest.key string uuid required",
}


def test_v1_keeps_what_it_promised(client, db):
    now = promises.promises(client.get("/api/schema/?format=json").json())
    gone = promises.broken(promises.read(), now)
    assert gone == set(), "v1 only grows; `make snapshot` writes down what was added"


@pytest.mark.parametrize(
    ("now", "breaks"),
    [
        (BEFORE, False),
        (BEFORE | {"GET /api/v1/decks/ is decks_list"}, False),
        (BEFORE | {"Card.note string required"}, False),
        (BEFORE | {"AddInputRequest.note string"}, False),
        (BEFORE | {"NewInputRequest.note string required"}, False),
        (BEFORE | {"AddInputRequest.note string required"}, True),
        (BEFORE | {"GET /api/v1/cards/ ? day string required"}, True),
        (BEFORE - {"Card.id string uuid required"}, True),
        (BEFORE - {"GET /api/v1/cards/ is cards_list"}, True),
    ],
)
def test_only_what_takes_away_or_demands_more_breaks_a_promise(now, breaks):
    assert bool(promises.broken(BEFORE, set(now))) is breaks
