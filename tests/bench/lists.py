"""P5: a list of the API against a plain JSON answer of the same rows, both for one signed in."""

from __future__ import annotations

import json
from typing import Any

from . import bare
from .requests import compare, statements
from .stage import Visitor, application, fill

ROWS = 25


def measure() -> list[dict[str, object]]:
    learner = fill(2 * ROWS, "list@example.org")
    ours = Visitor(learner, application())
    floor = Visitor(learner, application(bare.MIDDLEWARE))
    token: Any = {"x_session_token": ours.cookies.partition(";")[0].partition("=")[2]}
    ours.cookies = ""  # a phone has none
    page: dict[str, Any] = json.loads(ours.call("GET", "/api/v1/questions/", **token))
    assert len(page["results"]) == ROWS
    cpu_floor, cpu, ratio = compare(
        lambda _: floor.call("GET", "/bare/list/"),
        lambda _: ours.call("GET", "/api/v1/questions/", **token),
    )
    count = statements(ours, "GET", "/api/v1/questions/", **token)
    least = statements(floor, "GET", "/bare/list/")
    return [
        {
            "goal": "P5",
            "what": f"API list of {ROWS}: a plain JSON answer's CPU / ours",
            "figure": ratio,
            "least": 0.70,
            "more": f"{cpu_floor:.0f} / {cpu:.0f} µs CPU, {least} / {count} statements",
        }
    ]
