#!/usr/bin/env python
"""The command line of the site: `manage.py help` lists what it can do."""

from __future__ import annotations

import os
import sys


def main() -> None:
    """Run one management command with this project's settings."""
    if sys.argv[1:2] == ["ingest"] and "--dry-run" in sys.argv:
        # A dry run needs no database, and starting Django takes longer than reading.
        from questions.ingest import command_line

        sys.exit(command_line.main(sys.argv[2:]))
    os.environ.setdefault("DJANGO_SETTINGS_MODULE", "quizsite.settings")
    from django.core.management import execute_from_command_line

    execute_from_command_line(sys.argv)


if __name__ == "__main__":
    main()
