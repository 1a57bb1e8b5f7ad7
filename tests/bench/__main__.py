"""`make bench`: the goals of speed, each as a ratio in one run, met or not.

Name goals to measure only those: `python -m tests.bench requests writers dry_run`.
"""

from __future__ import annotations

import sys
from importlib import import_module

from .stage import raise_stage

PARTS = ("requests", "writers", "dry_run", "uploads")


def met(row: dict[str, object]) -> str:
    figure = float(str(row["figure"]))
    if "least" in row:
        return "met" if figure >= float(str(row["least"])) else "NOT MET"
    return "met" if figure <= float(str(row["most"])) else "NOT MET"


def main() -> None:
    raise_stage()
    print(f"{'goal':5} {'':8} {'figure':>7}  {'wanted':8} what")
    for part in sys.argv[1:] or PARTS:
        for row in import_module(f"tests.bench.{part}").measure():
            wanted = f">= {row['least']}" if "least" in row else f"<= {row['most']}"
            figure = float(str(row["figure"]))
            more = f" ({row['more']})" if row["more"] else ""
            print(f"{row['goal']:5} {met(row):8} {figure:7.2f}  {wanted:8} {row['what']}{more}")
            sys.stdout.flush()


if __name__ == "__main__":
    main()
