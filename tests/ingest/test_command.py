"""`manage.py ingest`: what it prints, what it writes, and what it leaves alone."""

from __future__ import annotations

import json
import os
import re
import subprocess
import sys
from io import StringIO
from pathlib import Path

import pytest
from django.core.management import CommandError, call_command

from questions.bank.models import Document, KeyPoint, Question
from questions.ingest import command_line
from tests.ingest.texts import ESSAY, TIDES

ROOT = Path(__file__).parent.parent.parent


@pytest.fixture
def folder(tmp_path):
    """Two documents, one of them deeper, and what is none."""
    (tmp_path / "sea" / "deep").mkdir(parents=True)
    (tmp_path / "sea" / "tides.md").write_text(TIDES)
    (tmp_path / "sea" / "deep" / "essay.txt").write_text(ESSAY)
    (tmp_path / "sea" / ".hidden.md").write_text(TIDES)
    (tmp_path / "sea" / "picture.png").write_bytes(b"\x89PNG\r\n\x1a\n\x00")
    return tmp_path / "sea"


def run(*arguments):
    out, err = StringIO(), StringIO()
    call_command("ingest", *map(str, arguments), stdout=out, stderr=err)
    return out.getvalue(), err.getvalue()


def alone(*arguments, **environment):
    """The command as a process of its own, in which no database can be reached."""
    return subprocess.run(
        [sys.executable, str(ROOT / "manage.py"), "ingest", *map(str, arguments)],
        capture_output=True,
        text=True,
        check=False,
        env={**os.environ, "DATABASE_URL": "postgres://nobody@127.0.0.1:9/none", **environment},
    )


def test_a_folder_is_read_in_order_without_what_is_hidden_or_unknown(folder):
    assert [file.name for file in command_line.files([str(folder)])] == [
        "sea/tides.md",
        "sea/deep/essay.txt",
    ]


def test_files_of_one_name_are_named_by_their_folders_too(tmp_path):
    for name in ("a", "b"):
        (tmp_path / name).mkdir()
        (tmp_path / name / "notes.md").write_text(TIDES)
    paths = [str(tmp_path / name / "notes.md") for name in ("a", "b", "a")]
    assert [file.name for file in command_line.files(paths)] == ["a/notes.md", "b/notes.md"]


def test_a_second_run_changes_nothing(db, folder):
    out, _ = run(folder)
    assert out.splitlines()[-1] == "created 3, updated 0, retired 0"
    assert re.search(r"sea/tides\.md +3 +0 +\d+ +0 +\d+\.\d\d", out)
    before = list(Question.objects.order_by("pk").values())
    out, _ = run(folder)
    assert out.splitlines()[-1] == "created 0, updated 0, retired 0"
    assert list(Question.objects.order_by("pk").values()) == before


def test_the_table_has_its_columns(db, folder):
    heads = run(folder)[0].splitlines()[0].split()
    assert heads == ["document", "questions", "articles", "skipped", "folded", "seconds"]


def test_a_file_that_cannot_be_read_is_named_and_the_others_go_in(db, folder):
    with pytest.raises(CommandError):
        run(folder / "missing.md", folder / "picture.png", folder)
    assert Question.objects.count() == 3
    result = alone("--dry-run", folder / "missing.md", folder / "picture.png", folder)
    assert result.returncode == 1
    assert "missing.md: No such file" in result.stderr
    assert "picture.png: This is a picture" in result.stderr


def test_documents_of_a_person_are_theirs(db, folder, learner):
    run("--owner", learner.email.upper(), folder)
    assert set(Document.objects.values_list("owner", flat=True)) == {learner.pk}
    with pytest.raises(CommandError, match="Nobody here"):
        run("--owner", "nobody@example.org", folder)


def test_json_is_one_object_also_when_it_writes(db, folder):
    out, _ = run("--format", "json", folder)
    printed = json.loads(out)
    assert (printed["created"], len(printed["documents"])) == (3, 2)


def test_a_dry_run_prints_one_object_and_needs_no_database(folder):
    result = alone("--dry-run", "--format", "json", folder)
    assert (result.returncode, result.stderr) == (0, "")
    (tides, essay) = json.loads(result.stdout)["documents"]
    assert set(tides) == {"path", "sha256", "title", "questions", "articles", "skipped"}
    assert set(tides["questions"][0]) == {
        "prompt", "line", "end_line", "answer", "kind", "choices", "key_points", "topics",
        "difficulty", "section",
    }  # fmt: skip
    assert essay["questions"] == []


def test_each_line_with_text_is_in_one_range(folder):
    for document in json.loads(alone("--dry-run", "--format", "json", folder).stdout)["documents"]:
        ranges = [*document["questions"], *document["articles"], *document["skipped"]]
        within = [n for one in ranges for n in range(one["line"], one["end_line"] + 1)]
        lines = Path(document["path"]).read_text().splitlines()
        spoken = [n for n, line in enumerate(lines, start=1) if line.strip()]
        assert [n for n in spoken if within.count(n) != 1] == []


def test_a_dry_run_starts_no_django(folder):
    asked = "import sys; sys.argv[1:] = ['ingest', '--dry-run', '--format', 'json', sys.argv[1]]\n"
    run_it = "import runpy\ntry: runpy.run_path('manage.py', run_name='__main__')\n"
    told = "except SystemExit: sys.stderr.write(str('django' in sys.modules))"
    result = subprocess.run(
        [sys.executable, "-c", asked + run_it + told, str(folder)],
        cwd=ROOT, capture_output=True, text=True, check=False,
    )  # fmt: skip
    assert result.stderr == "False"


def test_the_houses_own_documents_go_in_whole(db):
    """The documents are code too: every heading is a question with a checklist."""
    content = sorted(path for path in (ROOT / "content").iterdir() if path.is_dir())
    ours = [path for path in content if path.name != "mine"]
    run(*ours)
    written = []
    for path in sorted(file for folder in ours for file in folder.rglob("*.md")):
        fenced = False
        for line in path.read_text().splitlines():
            fenced ^= line.startswith("```")
            if line.startswith("## ") and not fenced:
                written.append(line[3:].strip())
    assert len(written) >= 60
    questions = Question.objects.all()
    assert sorted(q.prompt.strip() for q in questions) == sorted(written)
    assert {q.state for q in questions} == {"published"}
    checklists = KeyPoint.objects.filter(core=True).values_list("question", flat=True)
    standing = questions.filter(folded_into=None)
    assert set(standing.values_list("pk", flat=True)) == set(checklists)
    assert not questions.exclude(difficulty_source="stated").exists()
    assert not questions.filter(topics=None).exists()
    assert not questions.filter(answers__verified=False).exists()
    assert not questions.filter(needs_key=True).exists()
