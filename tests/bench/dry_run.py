"""P11: a dry run as a whole process against Python-Markdown rendering the same documents."""

from __future__ import annotations

import os
import subprocess
import sys
from pathlib import Path
from statistics import median
from time import monotonic

RENDER = (
    "import sys, markdown\n"
    "for p in sys.argv[1:]:\n"
    "    markdown.markdown(open(p, encoding='utf-8', errors='replace').read(),"
    " extensions=['fenced_code', 'tables', 'sane_lists'])"
)
ROUNDS = 7


def seconds(*words: str) -> float:
    """Wall time of a whole process."""
    began = monotonic()
    subprocess.run([sys.executable, *words], check=True, stdout=subprocess.DEVNULL)
    return monotonic() - began


def documents() -> list[str]:
    """The reference documents where CORPUS names them, else five of the house's own."""
    corpus = os.environ.get("CORPUS")
    if corpus:
        return [str(p) for p in sorted(Path(corpus, "seeds").glob("*.txt"))]
    return [str(p) for p in sorted(Path("content/aws-lambda").glob("*.md"))[:5]]


def measure() -> list[dict[str, object]]:
    paths = documents()
    ours = ("manage.py", "ingest", "--dry-run", "--format", "json", *paths)
    pairs = [(seconds("-c", RENDER, *paths), seconds(*ours)) for _ in range(ROUNDS)]
    floor, product = median(f for f, _ in pairs), median(p for _, p in pairs)
    return [
        {
            "goal": "P11",
            "what": f"dry run over {len(paths)} documents: ours / Python-Markdown, whole process",
            "figure": median(p / f for f, p in pairs),
            "most": 1.0,
            "more": f"{product:.2f} s and {floor:.2f} s",
        }
    ]
