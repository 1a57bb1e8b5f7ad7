"""P12: documents into the bank against the same notes into Anki, both new and unchanged."""

from __future__ import annotations

import subprocess
import sys
import tempfile
from collections.abc import Iterator
from datetime import UTC, datetime
from pathlib import Path
from time import perf_counter

from .nearness import prompts

NOTES = 1_000


def table(folder: Path) -> Path:
    """A file of two columns that both read: prompts that differ, and answers of three sentences."""
    asked, said = prompts(NOTES, 5), prompts(3 * NOTES, 6)
    rows = []
    for number, prompt in enumerate(asked):
        sentences = (one.rstrip("?0123456789 ") for one in said[3 * number : 3 * number + 3])
        rows.append(f"{prompt}\t{'. '.join(sentences)}.")
    path = folder / "notes.tsv"
    path.write_text("Question\tAnswer\n" + "\n".join(rows) + "\n", "utf-8")
    return path


def ours(path: Path) -> tuple[float, float]:
    """Seconds of reading and writing them, and of doing both again with nothing new."""
    from questions.ingest import actions, isolation

    took = []
    for _ in range(2):
        began = perf_counter()
        data, at = path.read_bytes(), datetime.now(UTC)
        outcome = actions.unchanged(path.name, data, None, at=at)
        if outcome is None:
            what = isolation.carefully(path.name, data)
            outcome = actions.ingest(path.name, what, None, at=at)
        took.append(perf_counter() - began)
    assert outcome is not None
    assert outcome.questions == NOTES
    return took[0], took[1]


def ankis(path: Path, folder: Path) -> tuple[float, float]:
    """The same with Anki's own library."""
    from anki.collection import Collection, ImportCsvRequest

    collection = Collection(str(folder / "collection.anki2"))
    took = []
    for _ in range(2):
        began = perf_counter()
        metadata = collection.get_csv_metadata(path=str(path), delimiter=None)
        collection.import_csv(ImportCsvRequest(path=str(path), metadata=metadata))
        took.append(perf_counter() - began)
    assert collection.note_count() >= NOTES
    collection.close()
    return took[0], took[1]


def peak(which: str, path: Path, folder: Path) -> float:
    """MiB that a process of its own takes at most for one of the two."""
    words = [sys.executable, "-m", "tests.measure.bulk", which, str(path), str(folder)]
    run = subprocess.run(words, capture_output=True, text=True, check=True)
    return float(run.stdout.split()[-1])


def measure() -> Iterator[dict[str, object]]:
    with tempfile.TemporaryDirectory() as name:
        folder = Path(name)
        path = table(folder)
        mine, theirs = ours(path), ankis(path, folder)
        for what, ours_, anki in zip(("new", "unchanged"), mine, theirs, strict=True):
            yield {
                "goal": "P12",
                "what": f"{NOTES} notes, {what}: Anki's seconds / ours",
                "figure": anki / ours_,
                "least": 1.0,
                "more": f"{NOTES / anki:.0f} and {NOTES / ours_:.0f} notes/s",
            }
        (folder / "a").mkdir()
        ours_, anki = peak("ours", path, folder), peak("ankis", path, folder / "a")
        yield {
            "goal": "P12",
            "what": "memory: ours / Anki's",
            "figure": ours_ / anki,
            "most": 0.5,
            "more": f"{ours_:.0f} and {anki:.0f} MiB",
        }


def main(which: str, path: str, folder: str) -> None:
    if which == "ours":
        from tests.bench.stage import raise_stage

        raise_stage()
        ours(Path(path))
    else:
        ankis(Path(path), Path(folder))
    # What getrusage says counts the process that started this one.
    status = Path("/proc/self/status").read_text()
    print(int(status.partition("VmHWM:")[2].split()[0]) / 1024)


if __name__ == "__main__":
    main(*sys.argv[1:])
