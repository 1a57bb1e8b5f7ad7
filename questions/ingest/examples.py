"""How documents and what waits to be accepted look in examples."""

from __future__ import annotations

from typing import Any

EXAMPLES: dict[str, Any] = {
    "after": {"answer": "At most so many run at once."},
    "before": {"answer": "So many run."},
    "created": "2026-11-10T12:00:00Z",
    "format": "markdown",
    "Change.key": "c1",
    "Change.looks": [],
    "Document.name": "notes.md",
    "Document.title": "Notes",
    "Document.created": 20,
    "DocumentDetail.name": "notes.md",
    "DocumentDetail.title": "Notes",
    "DocumentDetail.created": 20,
    "duplicates": 1,
    "job": None,
    "kept": 2,
    "new": 5,
    "PersonInputRequest.email": "sten@example.org",
    "Preview.name": "notes.md",
    "Preview.title": "Notes",
    "retired": 0,
    "sha256": "9f86d081884c7d659a2feaa0c55ad015a3bf4f1b2b0b822cd15d6c15b0f00a08",
    "shared_with": ["sten@example.org"],
    "skipped": [],
    "twin": "",
    "unchanged": 14,
    "updated": 1,
    "WholePreview.name": "notes.md",
    "WholePreview.title": "Notes",
}
