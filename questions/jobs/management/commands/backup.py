"""`manage.py backup FILE`: a copy of the database, taken while the site goes on."""

from __future__ import annotations

from pathlib import Path
from typing import Any

from django.conf import settings
from django.core.management.base import BaseCommand, CommandError, CommandParser

from questions.jobs.backup import NoBackup, back_up


class Command(BaseCommand):
    help = "Copies the database into a new file, checked, while the site goes on."

    def add_arguments(self, parser: CommandParser) -> None:
        parser.add_argument("file", type=Path, help="a file that is not there yet")

    def handle(self, *args: Any, file: Path, **options: Any) -> None:
        try:
            size = back_up(settings.DATABASES["default"], file)
        except NoBackup as error:
            raise CommandError(str(error)) from None
        self.stdout.write(f"{file}: {size:,} bytes, checked.")
