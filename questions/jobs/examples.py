"""How work in the background looks in examples."""

from __future__ import annotations

from typing import Any

EXAMPLES: dict[str, Any] = {
    "attempts": 1,
    "Job.done": 20,
    "Job.state": "done",
    "Job.title": "Reading notes.md",
    "Job.words": "20 of 20 questions",
    "Row.page": "/library/",
}
