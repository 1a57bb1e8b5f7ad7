"""The full-text index over the search entries, in the form that each database has."""

from django.db import migrations

SQLITE = [
    """
    CREATE VIRTUAL TABLE bank_search USING fts5(
        title, body,
        content='bank_searchentry', content_rowid='id',
        tokenize='unicode61 remove_diacritics 2', prefix='2 3 4'
    )
    """,
    """
    CREATE TRIGGER bank_search_entry_added AFTER INSERT ON bank_searchentry BEGIN
        INSERT INTO bank_search (rowid, title, body) VALUES (new.id, new.title, new.body);
    END
    """,
    """
    CREATE TRIGGER bank_search_entry_removed AFTER DELETE ON bank_searchentry BEGIN
        INSERT INTO bank_search (bank_search, rowid, title, body)
        VALUES ('delete', old.id, old.title, old.body);
    END
    """,
    """
    CREATE TRIGGER bank_search_entry_changed AFTER UPDATE ON bank_searchentry BEGIN
        INSERT INTO bank_search (bank_search, rowid, title, body)
        VALUES ('delete', old.id, old.title, old.body);
        INSERT INTO bank_search (rowid, title, body) VALUES (new.id, new.title, new.body);
    END
    """,
    "INSERT INTO bank_search (bank_search) VALUES ('rebuild')",
]
SQLITE_BACK = [
    "DROP TRIGGER bank_search_entry_added",
    "DROP TRIGGER bank_search_entry_removed",
    "DROP TRIGGER bank_search_entry_changed",
    "DROP TABLE bank_search",
]
POSTGRESQL = [
    """
    ALTER TABLE bank_searchentry ADD COLUMN words tsvector GENERATED ALWAYS AS (
        setweight(to_tsvector('simple', title), 'A') || setweight(to_tsvector('simple', body), 'B')
    ) STORED
    """,
    "CREATE INDEX bank_search_words ON bank_searchentry USING gin (words)",
]
POSTGRESQL_BACK = ["ALTER TABLE bank_searchentry DROP COLUMN words"]


def forwards(apps, schema_editor):
    run(schema_editor, SQLITE, POSTGRESQL)


def backwards(apps, schema_editor):
    run(schema_editor, SQLITE_BACK, POSTGRESQL_BACK)


def run(schema_editor, sqlite, postgresql):
    vendor = schema_editor.connection.vendor
    for statement in {"sqlite": sqlite, "postgresql": postgresql}[vendor]:
        schema_editor.execute(statement)


class Migration(migrations.Migration):
    dependencies = [("bank", "0001_initial")]

    operations = [migrations.RunPython(forwards, backwards)]
