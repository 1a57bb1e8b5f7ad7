"""What somebody uploads is read, never served: no address gives the file back."""

from __future__ import annotations

import re
from pathlib import Path
from uuid import uuid4

import pytest
from django.core.files.uploadedfile import SimpleUploadedFile
from django.test import Client
from django.urls import get_resolver, reverse

from questions.bank.models import Question
from questions.ingest import uploads
from questions.jobs import runner
from questions.jobs.models import Job
from tests.test_doors import walk

SCRIPT = "<script>alert('quux')</script>"
NAMES = ("quux", "quuz", "corge")
HOSTILE = f"A thing. {SCRIPT} <img src=x onerror=alert(1)>"
FILES = {
    "notes.md": "# T\n\n" + "".join(f"## What is {n}?\n\n{HOSTILE}\n\n" for n in NAMES),
    "page.html": "<h1>T</h1>" + "".join(f"<h2>What is {n}?</h2><p>{HOSTILE}</p>" for n in NAMES),
    "picture.svg": f"<svg xmlns='http://www.w3.org/2000/svg'>{SCRIPT}</svg>",
    "../../../etc/passwd.md": "## What is quux?\n\nA thing.\n",
    "a\r\nSet-Cookie: x=y.md": "## What is quux?\n\nA thing.\n",
    "run.py": "import os\n",
    "quiz.txt": "".join(f"Q: What is {n}?\nA: {HOSTILE}\n\n" for n in NAMES),
}


@pytest.fixture
def media(settings, tmp_path):
    settings.MEDIA_ROOT = tmp_path / "media"
    return Path(settings.MEDIA_ROOT)


def bring(browser, name, text) -> None:
    file = SimpleUploadedFile("x", text.encode())
    file.name = name
    browser.post(reverse("ingest:upload"), {"key": str(uuid4()), "documents": [file]})


@pytest.mark.parametrize("name", FILES)
def test_a_file_waits_under_a_name_of_ours_and_no_address_serves_it(name, browser, media):
    bring(browser, name, FILES[name])
    waiting = [path for path in media.rglob("*") if path.is_file()]
    for path in waiting:
        assert path.parent == media / "uploads"
        assert uploads.NAME.fullmatch(path.name)
        assert path.stat().st_mode & 0o077 == 0
        for address in (
            f"/media/uploads/{path.name}",
            f"/uploads/{path.name}",
            f"/static/{path.name}",
            f"/static/../media/uploads/{path.name}",
            f"/static/..%2f..%2fmedia%2fuploads%2f{path.name}",
            f"/library/{path.name}/",
        ):
            assert browser.get(address, follow=True).status_code in {400, 404}, address
    assert media.stat().st_mode & 0o007 in {0, 5}
    assert {p.name for p in media.iterdir()} <= {"uploads"}


@pytest.mark.parametrize("name", ["notes.md", "page.html", "quiz.txt"])
@pytest.mark.django_db(transaction=True)
def test_what_was_in_it_is_shown_without_its_scripts(name, browser, media):
    bring(browser, name, FILES[name])
    while runner.work_once():
        pass
    job = Job.objects.get()
    looked = [browser.get(reverse("ingest:bringing", args=[job.pk]))]
    looked += [browser.get(row["page"]) for row in job.result["rows"] if row.get("page")]
    browser.post(reverse("ingest:accept_all", args=[job.pk]), {"key": str(uuid4())})
    page = browser.get(reverse("bank:questions"), {"q": "quux"})
    looked += [page, browser.get(reverse("ingest:library"))]
    looked += [browser.get(reverse("bank:question", args=[q.pk])) for q in Question.objects.all()]
    assert Question.objects.exists()
    for one in looked:
        text = one.content.decode()
        assert one.status_code == 200
        assert SCRIPT not in text
        assert not re.search(r"<[^>]*onerror=", text)


def test_no_route_serves_files_of_a_folder():
    routes = [route for name, route in walk(get_resolver().url_patterns) if name[:6] != "admin:"]
    assert [route for route in routes if "media" in route or "<path:" in route] == []


@pytest.mark.parametrize(
    "path",
    [
        *("/.git/config", "/db.sqlite3", "/.env", "/var/secret", "/static/.git/config"),
        *("/static/../manage.py", "/static/%2e%2e/db.sqlite3", "/static//etc/passwd"),
        "/static/..\\manage.py",
    ],
)
def test_no_file_beside_the_static_ones_is_served(path, db):
    assert Client().get(path).status_code in {301, 400, 404}
    assert Client().get(path, follow=True).status_code in {400, 404}
