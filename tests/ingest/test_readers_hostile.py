from __future__ import annotations

import resource
import subprocess
import sys
from pathlib import Path

import pytest

from questions.ingest import isolation, readers
from tests.ingest import hostile
from tests.ingest.hostile import MB, REFUSED

PEAK = 256 * MB
SECONDS = 2
START = 1.5
"""What a process of its own takes to begin."""


# The process tells its own peak: what its parent sees is never less than the parent's own.
READ = """
import re, sys
from questions.ingest import isolation
status = isolation.main(sys.argv[1])
print(re.search(r"VmHWM:\\s+(\\d+)", open("/proc/self/status").read())[1], file=sys.stderr)
sys.exit(status)
"""


def spent() -> float:
    """Seconds of processor that the processes started from here have used."""
    used = resource.getrusage(resource.RUSAGE_CHILDREN)
    return used.ru_utime + used.ru_stime


@pytest.mark.parametrize("name", REFUSED)
def test_what_was_made_to_harm_is_refused_soon_and_in_little_space(name):
    path, make = REFUSED[name]
    data = make()
    before = spent()
    run = subprocess.run(
        [sys.executable, "-c", READ, path],
        input=data,
        capture_output=True,
        env=isolation.ENVIRONMENT,
        cwd=isolation.ROOT,
        check=False,
        timeout=60,
    )
    assert spent() - before < SECONDS + START
    assert run.returncode == isolation.REFUSED, run.stderr.decode()
    assert int(run.stderr.split()[-1]) * 1024 < PEAK
    said = run.stdout.decode()
    assert said[0].isupper()
    assert said.endswith(".")


WRONG = {
    "a PDF as Markdown": ("a.md", b"%PDF-1.7 x"),
    "a PDF as a Word document": ("a.docx", b"%PDF-1.7 x"),
    "a PDF as text": ("a.txt", b"%PDF-1.7 x"),
    "a Word document as a PDF": ("a.pdf", hostile.docx(hostile.HONEST)),
    "a Word document as Markdown": ("a.md", hostile.docx(hostile.HONEST)),
    "a Word document as a deck": ("a.apkg", hostile.docx(hostile.HONEST)),
    "a deck as a Word document": ("a.docx", hostile.apkg(b"")),
    "a deck as a table": ("a.csv", hostile.apkg(b"")),
    "an archive as a Word document": ("a.docx", hostile.archive({"a": b"b"})),
    "a spreadsheet as a table": ("a.csv", hostile.archive({"[Content_Types].xml": b""})),
    "a text as a PDF": ("a.pdf", b"What is it?"),
    "a text as a Word document": ("a.docx", b"What is it?"),
    "a text as a deck": ("a.apkg", b"What is it?"),
    "a text as a web page": ("a.html", b"What is it?"),
    "a web page as a table": ("a.csv", b"<!DOCTYPE html><p>What?</p>"),
    "a web page as JSON": ("a.json", b"<html><p>What?</p></html>"),
    "JSON as a table": ("a.csv", b'[{"question": "What?"}]'),
    "a picture as Markdown": ("a.md", b"\x89PNG\r\n\x1a\n\0\0"),
    "a program as text": ("a.txt", b"\x7fELF\x02\x01\0\0"),
    "a database as a deck": ("a.apkg", b"SQLite format 3\0" + b"\0" * 99),
    "an old Word document": ("a.doc", b"\xd0\xcf\x11\xe0\xa1\xb1"),
}


@pytest.mark.parametrize("name", WRONG)
def test_a_name_that_says_something_else_is_told_plainly(name):
    path, data = WRONG[name]
    with pytest.raises(readers.Unreadable, match=r"^This is (named|a |an ).*\.$"):
        readers.read(path, data)


def test_no_part_of_an_archive_is_ever_written(tmp_path, monkeypatch):
    archives = {
        "a.docx": hostile.docx(hostile.HONEST),
        "a.apkg": hostile.apkg(hostile.database(hostile.NOTES, hostile.ROW)),
    }
    for name, data in archives.items():
        readers.read(name, data)  # what this imports, Python may keep compiled
    opened, watching = [], True
    # Nothing takes a hook away again: later it is called, and does nothing.
    sys.addaudithook(
        lambda event, args: opened.append(args) if watching and event == "open" else None
    )
    monkeypatch.chdir(tmp_path)
    for name, data in archives.items():
        readers.read(name, data)
    Path(__file__).read_bytes()
    watching = False
    assert __file__ in {str(args[0]) for args in opened}
    written = [args for args in opened if isinstance(args[1], str) and set(args[1]) & set("wax+")]
    assert written == []
    assert not list(tmp_path.iterdir())


def test_formulas_scripts_and_events_come_in_as_mere_text():
    table = b'question,answer\nWhat is shown?,=HYPERLINK("x")\nWhat else?,\'=1+1\n'
    answers = [entry.answer for entry in readers.read("a.csv", table).entries]
    assert answers == ['=HYPERLINK("x")', "=1+1"]
    page = (
        b"<html><h2>What is <b onclick=x()>bold</b>?</h2><script>alert(1)</script>"
        b"<p>Text<img src=x onerror=alert(1)><svg onload=alert(1)><script>x</script></svg>"
        b"<a href='javascript:alert(1)'>here</a> &lt;script&gt;alert(1)&lt;/script&gt;</p>"
    )
    said = "\n".join(readers.read("a.html", page).lines)
    assert "<script" not in said
    assert "javascript" not in said
    assert "onerror" not in said
    assert "&lt;script>" in said
