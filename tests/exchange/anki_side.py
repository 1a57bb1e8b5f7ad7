"""Anki's own library on the other side: it opens our packages and writes others for us to open."""

from __future__ import annotations

import tempfile
from contextlib import contextmanager
from datetime import date, datetime, timedelta
from pathlib import Path


@contextmanager
def collection():
    """An empty collection of a fresh Anki."""
    from anki.collection import Collection

    with tempfile.TemporaryDirectory() as folder:
        opened = Collection(str(Path(folder) / "collection.anki2"))
        opened.folder = folder
        try:
            yield opened
        finally:
            opened.close()


def take_in(opened, data: bytes) -> None:
    """Import a package with its schedule."""
    from anki.collection import ImportAnkiPackageOptions, ImportAnkiPackageRequest

    path = Path(opened.folder) / "ours.apkg"
    path.write_bytes(data)
    options = ImportAnkiPackageOptions(with_scheduling=True, with_deck_configs=False)
    opened.import_anki_package(ImportAnkiPackageRequest(package_path=str(path), options=options))


def given_out(opened) -> bytes:
    """The whole collection as a package with its schedule, as Anki writes it today."""
    from anki.collection import ExportAnkiPackageOptions

    path = Path(opened.folder) / "theirs.apkg"
    options = ExportAnkiPackageOptions(
        with_scheduling=True, with_deck_configs=True, with_media=True, legacy=False
    )
    opened.export_anki_package(out_path=str(path), options=options, limit=None)
    return path.read_bytes()


def due_day(opened, card, today: date) -> date:
    """The day on which Anki would ask a card that waits for a day."""
    return today + timedelta(days=card.due - opened.sched.today)


def reviewed(opened, card: int, at: datetime, ease: int, *, kind: int = 1) -> None:
    """One row of Anki's log."""
    opened.db.execute(
        "insert into revlog values (?, ?, -1, ?, 10, 5, 2500, 7000, ?)",
        int(at.timestamp() * 1000),
        card,
        ease,
        kind,
    )
