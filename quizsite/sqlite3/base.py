"""Django's SQLite, but with each statement's marks for values turned into SQLite's own only once.

Django looks through the text of a statement for its marks at every execution, which costs a long
statement about as much as running it; and ours are few, long, and executed again and again.
"""

from __future__ import annotations

from functools import lru_cache
from typing import Any

from django.db.backends.sqlite3 import base

KEPT = 512
"""How many statements are kept, the last used ones; some kilobytes each."""
LONGEST = 10_000
"""From so many characters on a statement is one of many like it, as with a list of ids in it."""

NOBODY: Any = None
"""In the place of a cursor, which the conversion makes no use of."""


class Cursor(base.SQLiteCursorWrapper):
    """Remembers what the statements of this process look like to SQLite."""

    def convert_query(self, query: str, *, param_names: list[str] | None = None) -> str:
        """The statement with SQLite's own marks, as Django would write it."""
        if param_names is None and len(query) < LONGEST:
            return _converted(query)
        return _anew(query, param_names)


class DatabaseWrapper(base.DatabaseWrapper):
    """A connection whose cursors remember."""

    def create_cursor(self, name: str | None = None) -> Any:
        return self.connection.cursor(factory=Cursor)


def _anew(query: str, param_names: list[str] | None) -> str:
    return base.SQLiteCursorWrapper.convert_query(NOBODY, query, param_names=param_names)


@lru_cache(maxsize=KEPT)
def _converted(query: str) -> str:
    return _anew(query, None)
