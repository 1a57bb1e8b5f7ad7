"""Damaged files for every reader: none may raise, hang or kill, whatever was done to it.

    python -m tests.fuzz.ingest --count 20000 --seed 1

An input is known by its seed and its number: `--seed 1 --first 4711 --count 1` makes it again.
"""

from __future__ import annotations

import argparse
import json
import os
import resource
import signal
import subprocess
import sys
import time
import traceback
from collections import Counter
from collections.abc import Iterator
from concurrent.futures import ThreadPoolExecutor
from dataclasses import asdict, dataclass

from questions.ingest import isolation, readers, rules
from tests.fuzz import inputs

SECONDS = 2.0
"""Of the processor, so that a busy machine is not taken for a hanging reader."""

BATCH = 2000


@dataclass(frozen=True)
class Fault:
    """What one input did to its reader."""

    number: int
    target: str
    kind: str
    said: str


class Hanging(BaseException):
    """An input took longer than it may; no reader can catch this by accident."""


def tried(seed: int, number: int, only: str = "") -> tuple[str, bool, Fault | None]:
    """One input through its reader and the grammar: its target, whether it was read, its fault."""
    target, name, data = inputs.numbered(seed, number, only)
    signal.setitimer(signal.ITIMER_PROF, SECONDS)
    try:
        reading = rules.read(readers.read(name, data))
        signal.setitimer(signal.ITIMER_PROF, 0)
        said = _wrong(reading)
        return target, True, Fault(number, target, "wrong", said) if said else None
    except readers.Unreadable:
        return target, False, None
    except Hanging:
        return target, False, Fault(number, target, "hangs", f"over {SECONDS} s")
    except Exception:
        last = traceback.format_exc().strip().splitlines()
        return target, False, Fault(number, target, "crash", " | ".join(last[-4:]))
    finally:
        signal.setitimer(signal.ITIMER_PROF, 0)


def _wrong(reading: rules.Reading) -> str:
    """What every reading promises."""
    for one in reading.questions:
        if not one.prompt.strip():
            return f"an empty prompt on line {one.line}"
        if not 1 <= one.line <= one.end_line:
            return f"lines {one.line} to {one.end_line}"
    return ""


def batch(seed: int, first: int, count: int, only: str) -> tuple[list[Fault], Counter[str]]:
    """Inputs one after another in this process."""

    def rings(*_: object) -> None:
        raise Hanging

    signal.signal(signal.SIGPROF, rings)
    faults: list[Fault] = []
    seen: Counter[str] = Counter()
    for number in range(first, first + count):
        target, was_read, fault = tried(seed, number, only)
        seen[f"{target}: {'read' if was_read else 'refused'}"] += 1
        if fault:
            faults.append(fault)
    return faults, seen


def apart(seed: int, first: int, count: int, only: str) -> tuple[list[Fault], Counter[str]]:
    """A batch in a process that may be lost; if it is, its inputs are tried one by one."""
    command = [sys.executable, "-m", "tests.fuzz.ingest", "--inner", "--only", only]
    command += ["--seed", str(seed), "--first", str(first), "--count", str(count)]
    run = subprocess.run(command, capture_output=True, check=False)
    if run.returncode == 0:
        found = json.loads(run.stdout)
        return [Fault(**one) for one in found["faults"]], Counter(found["seen"])
    if count == 1:
        target, _, _ = inputs.numbered(seed, first, only)
        return [Fault(first, target, "killed", f"status {run.returncode}")], Counter()
    half = count // 2
    left, right = apart(seed, first, half, only), apart(seed, first + half, count - half, only)
    return left[0] + right[0], left[1] + right[1]


def batches(given: argparse.Namespace) -> Iterator[tuple[list[Fault], Counter[str]]]:
    """All the inputs in batches, as many at a time as there are processors."""
    end = given.first + given.count
    starts = range(given.first, end, BATCH)
    with ThreadPoolExecutor(given.jobs) as pool:
        yield from pool.map(
            lambda first: apart(given.seed, first, min(BATCH, end - first), given.only), starts
        )


def main() -> int:
    """Run from a command line: the faults, one a line, and what became of the others."""
    parser = argparse.ArgumentParser(prog="python -m tests.fuzz.ingest")
    parser.add_argument("--count", type=int, default=20_000)
    parser.add_argument("--seed", type=int, default=0)
    parser.add_argument("--first", type=int, default=0)
    parser.add_argument("--only", default="", help="one format alone, such as pdf")
    parser.add_argument("--jobs", type=int, default=os.cpu_count())
    parser.add_argument("--inner", action="store_true", help=argparse.SUPPRESS)
    given = parser.parse_args()
    if given.inner:
        inputs.samples()
        resource.setrlimit(resource.RLIMIT_AS, (isolation.MEMORY, isolation.MEMORY))
        faults, seen = batch(given.seed, given.first, given.count, given.only)
        sys.stdout.write(json.dumps({"faults": [asdict(one) for one in faults], "seen": seen}))
        return 0
    began = time.monotonic()
    every: list[Fault] = []
    seen = Counter()
    for faults, counts in batches(given):
        every += faults
        seen += counts
        for one in faults:
            sys.stdout.write(
                f"{one.kind} {one.target} --seed {given.seed} --first {one.number}: {one.said}\n"
            )
        sys.stdout.flush()
    for name in sorted(seen):
        sys.stdout.write(f"{name} {seen[name]}\n")
    took = time.monotonic() - began
    sys.stdout.write(f"{given.count} inputs, {len(every)} faults, {took:.0f} s\n")
    return 1 if every else 0


if __name__ == "__main__":
    sys.exit(main())
