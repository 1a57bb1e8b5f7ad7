"""Rendering in a process that may be lost: little memory, little time, nothing of ours in it."""

from __future__ import annotations

import json
import subprocess
import sys
import time
from collections.abc import Iterable, Iterator, Sequence
from contextlib import contextmanager
from contextvars import ContextVar
from pathlib import Path

from . import prose
from .refusals import READY, escaped, too_long

ROOT = Path(__file__).resolve().parents[3]
WORKER = [sys.executable, "-m", "questions.web.markup.worker"]
BATCH = 500
DEADLINE = 60.0
"""Seconds for one call of `render_many`, however hostile its texts are."""

_ready: ContextVar[dict[str, str] | None] = ContextVar("rendered ahead", default=None)


@contextmanager
def ahead(texts: Iterable[str]) -> Iterator[None]:
    """Render texts now, so that they are ready when they are asked for inside.

    For before a transaction: no lock is held while the renderer works.
    """
    some = sorted(set(texts))
    token = _ready.set(dict(zip(some, render_many(some), strict=True)))
    try:
        yield
    finally:
        _ready.reset(token)


def render(text: str) -> str:
    """Safe HTML of one Markdown text, or the text as it was typed where it cannot be rendered."""
    return render_many([text])[0]


def render_many(texts: Sequence[str]) -> list[str]:
    """Safe HTML of each text, in order; a hostile one is shown as typed, the others are not.

    Equal texts are rendered once. What is left when DEADLINE has passed is shown as typed.
    """
    ready = _ready.get() or {}
    rest = [text for text in texts if text not in ready]
    made = ready | dict(zip(rest, _render(rest), strict=True))
    return [made[text] for text in texts]


def _render(texts: Sequence[str]) -> list[str]:
    wanted = [text for text in dict.fromkeys(texts) if text.strip() and not too_long(text)]
    done = {text: html for text in wanted if (html := prose.html_of(text)) is not None}
    wanted = [text for text in wanted if text not in done]
    until, begun = time.monotonic() + DEADLINE, 0
    while begun < len(wanted) and time.monotonic() < until:
        batch = wanted[begun : begun + BATCH]
        answers = _work(batch, until - time.monotonic())
        # The first text without an answer is the one that the worker died of.
        answers += [None] if len(answers) < len(batch) else []
        begun += len(answers)
        for text, html in zip(batch, answers, strict=False):
            done[text] = escaped(text) if html is None else html
    return [_shown(text, done) for text in texts]


def _shown(text: str, done: dict[str, str]) -> str:
    return done[text] if text in done else escaped(text) if text.strip() else ""


def _work(batch: Sequence[str], seconds: float) -> list[str | None]:
    """The worker's answers up to the text that killed it, if one did; None where it refused."""
    try:
        run = subprocess.run(
            WORKER,
            input=json.dumps(batch).encode(),
            capture_output=True,
            timeout=max(seconds, 0.1),
            cwd=ROOT,
            env={"PYTHONUTF8": "1", "PYTHONDONTWRITEBYTECODE": "1"},
            check=False,
        )
    except subprocess.TimeoutExpired as late:
        return _answers(late.stdout or b"")
    if not run.stdout.startswith(READY):
        raise RuntimeError(f"The renderer did not start: {run.stderr.decode(errors='replace')}")
    return _answers(run.stdout)


def _answers(printed: bytes) -> list[str | None]:
    whole = printed[: printed.rfind(b"\n") + 1]
    return [json.loads(line) for line in whole.splitlines()[1:]]
