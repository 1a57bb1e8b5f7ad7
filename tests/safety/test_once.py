"""A hundred times the same call at the same moment, against the started server, is one call."""

from __future__ import annotations

import json
import threading
from concurrent.futures import ThreadPoolExecutor
from uuid import uuid4

import pytest

from . import started

AT_ONCE = 100


@pytest.fixture(scope="module")
def site(tmp_path_factory):
    folder = tmp_path_factory.mktemp("once")
    with started.database(folder) as address:
        env = started.surroundings(folder, address)
        started.fill(env)
        with started.started(env, "--no-worker") as one:
            yield one


@pytest.fixture
def token(site):
    return started.sign_up(site.url)


def together(call):
    """The answers to a call that is made many times at once."""
    gate = threading.Barrier(AT_ONCE)

    def one(_):
        gate.wait(timeout=30)
        return call()

    with ThreadPoolExecutor(AT_ONCE) as pool:
        return list(pool.map(one, range(AT_ONCE)))


def alike(answers, status):
    """The one answer that all are; they have this status."""
    different = {json.dumps(answer, sort_keys=True) for answer in answers}
    assert len(different) == 1, [text[:200] for text in sorted(different)[:3]]
    assert answers[0][0] == status, answers[0]
    return answers[0][1]


def posted(site, token, path, body):
    return together(lambda: started.ask(f"{site.url}{path}", body, token=token))


def seen(site, token, path):
    status, answer = started.ask(f"{site.url}{path}", token=token)
    assert status == 200, answer
    return answer


def cards_of(site, token, number=3):
    found = seen(site, token, f"/api/v1/questions/?page_size={number}")["results"]
    body = {"key": str(uuid4()), "questions": [one["id"] for one in found]}
    assert started.ask(f"{site.url}/api/v1/cards/", body, token=token)[0] == 201
    return seen(site, token, "/api/v1/cards/")["results"]


def test_a_grade_counts_once(site, token):
    card = cards_of(site, token)[0]
    body = {"key": str(uuid4()), "grade": 3, "seconds": 4}
    answer = alike(posted(site, token, f"/api/v1/cards/{card['id']}/grade/", body), 200)
    assert answer["card"]["reps"] == 1
    assert seen(site, token, f"/api/v1/cards/{card['id']}/")["reps"] == 1
    assert seen(site, token, "/api/v1/cards/due/")["day"]["answered"] == 1


def test_cards_are_made_once(site, token):
    found = seen(site, token, "/api/v1/questions/?page_size=5")["results"]
    body = {"key": str(uuid4()), "questions": [one["id"] for one in found]}
    assert alike(posted(site, token, "/api/v1/cards/", body), 201) == {"added": 5}
    assert seen(site, token, "/api/v1/cards/")["count"] == 5


def test_a_quiz_is_started_and_answered_once(site, token):
    quiz = alike(posted(site, token, "/api/v1/quizzes/", {"key": str(uuid4()), "length": 5}), 201)
    assert seen(site, token, "/api/v1/quizzes/")["count"] == 1
    item = quiz["items"][0]
    said = {"picked": [item["options"][0]["id"]]} if item["options"] else {"text": "A place."}
    body = {"key": str(uuid4()), "position": 1, **said}
    told = alike(posted(site, token, f"/api/v1/quizzes/{quiz['id']}/answer/", body), 200)
    assert told["answered"]
    assert seen(site, token, f"/api/v1/quizzes/{quiz['id']}/")["done"] == 1
    ticks = seen(site, token, "/api/v1/ticks/")["count"]
    assert ticks == len(told["points"])


def test_a_document_is_taken_once(site, token):
    key, edge = str(uuid4()), uuid4().hex
    body = (
        f'--{edge}\r\nContent-Disposition: form-data; name="key"\r\n\r\n{key}\r\n'
        f'--{edge}\r\nContent-Disposition: form-data; name="files"; filename="n.md"\r\n'
        f"Content-Type: text/markdown\r\n\r\n{started.NOTES}\r\n--{edge}--\r\n"
    ).encode()
    kind = f"multipart/form-data; boundary={edge}"

    def call():
        return started.ask(f"{site.url}/api/v1/documents/", body, token=token, Content_Type=kind)

    alike(together(call), 202)
    assert seen(site, token, "/api/v1/jobs/")["count"] == 1


def test_a_browsers_form_counts_once(site, token):
    form = "t" * 32
    body = f"key={uuid4()}&q=thing".encode()
    headers = {
        "Content_Type": "application/x-www-form-urlencoded",
        "X_CSRFToken": form,
        "Cookie": f"csrf={form}; session={token}",
    }
    alike(together(lambda: started.ask(f"{site.url}/flashcards/add/", body, **headers)), 302)
    assert seen(site, token, "/api/v1/cards/")["count"] == 20
