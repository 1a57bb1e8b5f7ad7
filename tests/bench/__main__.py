"""`make bench`: the goals of speed, each as a ratio in one run, met or not.

Name parts to measure only those: `python -m tests.bench requests writers`; a number behind them is
how large the largest pile of cards shall be. What cannot be measured here says why.
"""

from __future__ import annotations

import sys
from importlib import import_module

from tests.measure.ingest import told

from .stage import raise_stage

PARTS = (
    *(
        "requests",
        "lists",
        "piles",
        "memory",
        "writers",
        "dry_run",
        "uploads",
        "fitting",
        "browser",
    ),
)


def main() -> None:
    raise_stage()
    print(f"{'goal':11} {'':8} {'figure':>8}  {'wanted':9} what")
    for part in [word for word in sys.argv[1:] if not word.isdecimal()] or PARTS:
        for row in import_module(f"tests.bench.{part}").measure():
            print(told(row))
            sys.stdout.flush()


if __name__ == "__main__":
    main()
