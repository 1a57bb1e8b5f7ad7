"""`manage.py restore_bank`: a JSON export back into the bank, under the ids that it had."""

from __future__ import annotations

from pathlib import Path
from typing import Any

from django.core.management.base import BaseCommand, CommandError, CommandParser

from questions.bank.actions.restoring import restore
from questions.bank.exports import records
from questions.errors import Refusal

from .export_bank import owner_of


class Command(BaseCommand):
    help = "Puts a JSON export back, ids and all. What is somebody else's is left alone."

    def add_arguments(self, parser: CommandParser) -> None:
        parser.add_argument("file", help="what `export_bank` or the site's JSON export wrote")
        parser.add_argument(
            "--owner", metavar="EMAIL", help="whose all of it becomes; without it the house's"
        )

    def handle(self, *args: Any, **options: Any) -> None:
        owner = owner_of(options["owner"])
        try:
            done = restore(records.read(Path(options["file"]).read_bytes()), owner)
        except OSError as error:
            raise CommandError(error.strerror or "The file cannot be opened.") from None
        except Refusal as refusal:
            raise CommandError(refusal.message) from None
        self.stdout.write(f"restored {done.questions}, left {done.kept} of others alone")
