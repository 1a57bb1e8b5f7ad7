"""`manage.py ingest`: documents into the bank, or with `--dry-run` only a look at them."""

from __future__ import annotations

import json
import time
from typing import Any

from django.core.management.base import BaseCommand, CommandError, CommandParser
from django.utils.timezone import now

from questions.accounts.models import User
from questions.bank.rules.given import Written
from questions.ingest import actions, command_line, dry_run, isolation
from questions.ingest.actions import Outcome
from questions.ingest.command_line import File, Row
from questions.ingest.found import Found


class Command(BaseCommand):
    help = command_line.ABOUT
    requires_system_checks: list[str] = []

    def add_arguments(self, parser: CommandParser) -> None:
        command_line.add_arguments(parser)

    def handle(self, *args: Any, **options: Any) -> None:
        paths, form = options["paths"], options["format"]
        if options["dry_run"]:
            failed = command_line.dry(paths, form, out=self.stdout, err=self.stderr)
        else:
            failed = Run(self, form, owner_of(options["owner"])).over(command_line.files(paths))
        if failed:
            raise CommandError("Not every file could be read.")


def owner_of(email: str | None) -> User | None:
    """The person of that address, None for the house. Raises CommandError for a stranger."""
    if email is None:
        return None
    try:
        return User.objects.get(email__iexact=email.strip())
    except User.DoesNotExist:
        raise CommandError(f"Nobody here has the address {email}.") from None


class Run:
    """One run of the command over all its files."""

    def __init__(self, command: Command, form: str, owner: User | None) -> None:
        self.out, self.err, self.form, self.owner = command.stdout, command.stderr, form, owner
        self.progress = command_line.Progress(wanted=form == "text")
        self.rows: list[Row] = []
        self.documents: list[dict[str, Any]] = []
        self.written = Written()
        self.failed = 0

    def over(self, files: list[File]) -> int:
        """Read and write every file; how many could not be read."""
        if self.owner is None:
            actions.grow_house()
        names = frozenset(file.name for file in files)
        for number, file in enumerate(files, start=1):
            self.progress.tell(number, len(files), file.name)
            self.one(file, names)
        self.progress.done()
        self.close()
        return self.failed

    def one(self, file: File, names: frozenset[str]) -> None:
        began = time.perf_counter()
        try:
            with open(file.path, "rb") as opened:
                what = self.look(file.name, opened.read())
        except Exception as error:
            # Whatever is wrong with this file, the others are to go in.
            self.failed += 1
            self.progress.done()
            self.err.write(f"{file.path}: {command_line.reason(error)}")
            return
        if isinstance(what, Outcome):
            outcome = what
        else:
            outcome = actions.ingest(file.name, what, self.owner, at=now(), others=names)
            self.tell(file, what, outcome.written)
        self.written += outcome.written
        counts = outcome.questions, outcome.articles, outcome.skipped, outcome.written.folded
        self.rows.append(Row(file.name, *counts, time.perf_counter() - began))

    def look(self, name: str, data: bytes) -> Found | Outcome:
        """What a file holds; what came of it where nothing is new and nobody asks what it holds."""
        known = self.form != "json" and actions.unchanged(name, data, self.owner, at=now())
        return known or isolation.carefully(name, data)

    def tell(self, file: File, what: Found, written: Written) -> None:
        if self.form == "json":
            self.documents.append(dry_run.described(file.path, what) | counted(written))

    def close(self) -> None:
        """Print what came of it: one JSON object, or the table and the closing line."""
        if self.form == "json":
            whole = {"documents": self.documents} | counted(self.written)
            self.out.write(json.dumps(whole, ensure_ascii=False))
            return
        totals = self.written.created, self.written.updated, self.written.retired
        self.out.write(command_line.table(self.rows))
        self.out.write(command_line.closing(*totals))


def counted(written: Written) -> dict[str, int]:
    """What was done to the bank, by name."""
    return {
        "created": written.created,
        "updated": written.updated,
        "retired": written.retired,
        "folded": written.folded,
    }
