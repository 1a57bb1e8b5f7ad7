"""What a dry run finds in reference documents, as their scorers count it."""

from __future__ import annotations

import json
import os
import re
import subprocess
import sys
import tempfile
from collections.abc import Iterator, Sequence
from pathlib import Path
from typing import Any

SEEDS = {"recall": 1, "precision": 1, "answers": 1, "ends": 0.98, "text": 0.98, "coverage": 1}
CORE = {
    "recall": 0.985,
    "precision": 0.99,
    "answers": 0.99,
    "ends": 0.97,
    "text": 0.98,
    "choices": 0.98,
    "coverage": 0.995,
}
POINTS = {"recall": 0.8, "core": 0.9, "precision": 0.85, "readable": 0.99, "kappa": 0.6}
LEAST_OF_ONE = 0.9
"""The recall of the document in which the fewest questions are found."""


def folders() -> tuple[Path, Path] | None:
    """The documents and the scorers, where this machine has them."""
    corpus = os.environ.get("CORPUS")
    if not corpus:
        return None
    tools = Path(os.environ.get("TOOLS") or Path(corpus).resolve().parent / "tools")
    found = Path(corpus), tools
    return found if all(folder.is_dir() for folder in found) else None


def read(paths: Sequence[Path], into: Path) -> None:
    """A dry run over these documents."""
    command = [sys.executable, "manage.py", "ingest", "--dry-run", "--format", "json"]
    with into.open("wb") as out:
        subprocess.run([*command, *map(str, paths)], stdout=out, check=False)


def scored(tools: Path, corpus: Path, output: Path, *more: str) -> dict[str, Any]:
    """The scorer's own figures."""
    figures = output.with_suffix(".figures")
    expected = ["--expected", str(corpus / "expected"), "--present-only"]
    words = [*expected, "--output", str(output), "--json", str(figures), *more]
    subprocess.run(
        [sys.executable, str(tools / "score_ingest.py"), *words], capture_output=True, check=False
    )
    found: dict[str, Any] = json.loads(figures.read_text("utf-8"))
    return found


def rows(
    goal: str, figures: dict[str, float], wanted: dict[str, float]
) -> Iterator[dict[str, object]]:
    for name, least in wanted.items():
        yield {"goal": goal, "what": name, "figure": figures[name], "least": least}


def measure() -> Iterator[dict[str, object]]:
    where = folders()
    if where is None:
        yield {"goal": "5", "what": "CORPUS names no folder of reference documents"}
        return
    corpus, tools = where
    with tempfile.TemporaryDirectory() as folder:
        yield from seeds(corpus, tools, Path(folder, "seeds.json"))
        yield from public(corpus, tools, Path(folder, "public.json"))


def seeds(corpus: Path, tools: Path, output: Path) -> Iterator[dict[str, object]]:
    read(sorted(corpus.glob("seeds/*.txt")), output)
    yield from rows("5 seeds", scored(tools, corpus, output)["total"], SEEDS)
    expected = corpus / "expected" / "key_points.json"
    words = [str(tools / "score_points.py"), "--expected", str(expected), "--output", str(output)]
    run = subprocess.run([sys.executable, *words], capture_output=True, text=True, check=False)
    found = re.findall(r"(\w+) (\d\.\d+|-)", run.stdout.strip().splitlines()[-1])
    figures = {name: float(figure) for name, figure in found if figure != "-"}
    yield from rows("key points", figures, POINTS)


def public(corpus: Path, tools: Path, output: Path) -> Iterator[dict[str, object]]:
    read([p for p in sorted(corpus.glob("public/*")) if p.name != "SOURCES.md"], output)
    core = scored(tools, corpus, output, "--tier", "core")
    yield from rows("5 core", core["mean"], CORE)
    recalls = [d["recall"] for d in core["documents"] if d["recall"] is not None]
    yield {
        "goal": "5 core",
        "what": "recall of the worst document",
        "figure": min(recalls),
        "least": LEAST_OF_ONE,
    }
    stretch = scored(tools, corpus, output, "--tier", "stretch")
    for name, figure in stretch["mean"].items():
        if figure is not None:
            yield {"goal": "5 stretch", "what": f"{name}, no threshold", "figure": figure}
