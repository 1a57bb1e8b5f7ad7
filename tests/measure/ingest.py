"""`make measure-ingest`: how well and how fast documents become questions, each goal met or not.

`CORPUS` names a folder with `seeds/`, `public/` and `expected/`; the scorers are in `TOOLS`, or in
the folder `tools` beside it. What cannot be measured here says why. Name parts to measure only
those: `python -m tests.measure.ingest quality speed`.
"""

from __future__ import annotations

import sys
from collections.abc import Iterator, Mapping
from importlib import import_module
from importlib.util import find_spec

from tests.bench.stage import raise_stage

PARTS = ("quality", "duplicates", "conflicts", "dry_run", "bulk", "searching", "nearness")
WHERE = {"dry_run": "tests.bench.dry_run"}
Row = Mapping[str, object]


def rows(part: str) -> Iterator[Row]:
    """What one part measures; where its module is missing, that."""
    name = WHERE.get(part, f"tests.measure.{part}")
    if find_spec(name) is None:
        yield {"goal": part, "what": "not measured yet"}
        return
    yield from import_module(name).measure()


def verdict(row: Row) -> str:
    if "figure" not in row:
        return "skipped"
    figure = float(str(row["figure"]))
    if "least" in row:
        return "met" if figure >= float(str(row["least"])) else "NOT MET"
    if "most" in row:
        return "met" if figure <= float(str(row["most"])) else "NOT MET"
    return ""


def told(row: Row) -> str:
    """One line of the table."""
    figure = f"{float(str(row['figure'])):.3f}" if "figure" in row else ""
    wanted = (
        f">= {row['least']}" if "least" in row else f"<= {row['most']}" if "most" in row else ""
    )
    more = f" ({row['more']})" if row.get("more") else ""
    return f"{row['goal']!s:11} {verdict(row):8} {figure:>8}  {wanted:9} {row['what']}{more}"


def main() -> None:
    raise_stage()
    print(f"{'goal':11} {'':8} {'figure':>8}  {'wanted':9} what")
    for part in sys.argv[1:] or PARTS:
        for row in rows(part):
            print(told(row))
            sys.stdout.flush()


if __name__ == "__main__":
    main()
