"""`manage.py export_bank`: all that the house, or one person, has in the bank, as a file."""

from __future__ import annotations

import sys
from pathlib import Path
from typing import Any

from django.core.management.base import BaseCommand, CommandError, CommandParser

from questions.accounts.models import User
from questions.bank.exports import KINDS, Format, NothingToExport, written
from questions.bank.exports.gather import everything


class Command(BaseCommand):
    help = "Writes the whole bank of the house, or of one person, into a file."

    def add_arguments(self, parser: CommandParser) -> None:
        parser.add_argument("file", help="where to; - for the standard output")
        parser.add_argument("--owner", metavar="EMAIL", help="whose; without it the house's")
        parser.add_argument(
            "--format", choices=[form.value for form in Format], default=Format.JSON.value
        )

    def handle(self, *args: Any, **options: Any) -> None:
        form = Format(options["format"])
        try:
            file = written(everything(owner_of(options["owner"])), form)
        except NothingToExport as refusal:
            raise CommandError(refusal.message) from None
        if options["file"] == "-":
            sys.stdout.buffer.write(file)
            return
        Path(options["file"]).write_bytes(file)
        self.stdout.write(f"Wrote {len(file):,} bytes of {KINDS[form].label}.")


def owner_of(email: str | None) -> User | None:
    """The person of that address, None for the house. Raises CommandError for a stranger."""
    if email is None:
        return None
    try:
        return User.objects.get(email__iexact=email.strip())
    except User.DoesNotExist:
        raise CommandError(f"Nobody here has the address {email}.") from None
