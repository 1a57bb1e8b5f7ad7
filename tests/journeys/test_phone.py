"""A phone's first day over the API, knowing nothing but the OpenAPI document."""

from __future__ import annotations

import json
import urllib.error
import urllib.request
from uuid import uuid4

import pytest

PASSWORD = "a long enough phrase"


class Phone:
    """Calls operations of the document by their names, and nothing that it does not list."""

    def __init__(self, site: str) -> None:
        self.site, self.token = site, None
        with urllib.request.urlopen(f"{site}/api/schema/?format=json") as reply:
            self.document = json.load(reply)
        self.operations = {
            operation["operationId"]: (method.upper(), path, operation)
            for path, methods in self.document["paths"].items()
            for method, operation in methods.items()
        }

    def do(self, name: str, body=None, query="", **ids):
        """(status, answer) of one operation; the status has to be one that the document names."""
        method, path, operation = self.operations[name]
        request = urllib.request.Request(
            self.site + path.format(**ids) + query,
            json.dumps(body).encode() if body is not None else None,
            {"Content-Type": "application/json", **self.headers(operation)},
            method=method,
        )
        try:
            with urllib.request.urlopen(request) as reply:
                status, text = reply.status, reply.read()
        except urllib.error.HTTPError as error:
            status, text = error.code, error.read()
        assert str(status) in operation["responses"], (name, status, text)
        return status, json.loads(text or b"null")

    def headers(self, operation) -> dict[str, str]:
        scheme = self.document["components"]["securitySchemes"]["token"]
        wanted = any("token" in one for one in operation.get("security", []))
        return {scheme["name"]: self.token} if wanted and self.token else {}


@pytest.fixture(scope="module")
def phone(site):
    """A phone whose person has just signed up."""
    made = Phone(site)
    body = {"email": f"{uuid4().hex}@example.org", "password": PASSWORD}
    status, answer = made.do("auth_auth_signup_post", body)
    assert status == 200, answer
    made.token = answer["meta"]["session_token"]
    return made


def key() -> str:
    return str(uuid4())


def test_it_knows_whom_it_speaks_for(phone):
    status, me = phone.do("me_retrieve")
    assert status == 200
    assert me["email"].endswith("@example.org")
    assert phone.do("me_update", {"time_zone": "Europe/Berlin"})[1]["time_zone"] == "Europe/Berlin"


def test_it_finds_adds_grades_and_takes_back(phone):
    found = phone.do("questions_list", query="?q=cold+start&page_size=3")[1]["results"]
    assert len(found) == 3
    whole = phone.do("questions_retrieve", id=found[0]["id"])[1]
    assert whole["key_points"]
    ids = [one["id"] for one in found]
    assert phone.do("cards_create", {"key": key(), "questions": ids})[0] == 201
    following = phone.do("cards_due_retrieve")[1]["card"]
    assert following["question"] in ids

    grade = {"key": key(), "grade": 3, "seconds": 9}
    first = phone.do("cards_grade_create", grade, id=following["id"])
    assert first[0] == 200
    assert phone.do("cards_grade_create", grade, id=following["id"]) == first
    status, refusal = phone.do("cards_grade_create", {**grade, "grade": 1}, id=following["id"])
    assert (status, refusal["code"]) == (409, "key_reused")
    undo = {"key": key(), "undoes": grade["key"]}
    assert phone.do("cards_undo_create", undo, id=following["id"])[0] == 200
    assert phone.do("cards_due_retrieve")[1]["card"]["id"] == following["id"]


def answer_to(item):
    """An answer of the item's kind, right or not."""
    if item["options"]:
        return {"picked": [item["options"][0]["id"]]}
    if item["steps"]:
        return {"order": [step["id"] for step in item["steps"]]}
    return {"text": "By itself."}


def test_it_takes_a_quiz_and_learns_what_is_right_only_afterwards(phone):
    status, quiz = phone.do("quizzes_create", {"key": key(), "length": 5})
    assert status == 201
    for item in quiz["items"]:
        assert all(option["correct"] is None for option in item["options"])
        assert item["preferred_answer"] is None
        body = {"key": key(), "position": item["position"], **answer_to(item)}
        assert phone.do("quizzes_answer_create", body, id=quiz["id"])[0] == 200
    status, done = phone.do("quizzes_finish_create", {"key": key()}, id=quiz["id"])
    assert status == 200
    assert done["finished"]
    assert all(item["preferred_answer"] for item in done["items"])
    status, sent = phone.do("quizzes_missed_to_cards_create", {"key": key()}, id=quiz["id"])
    assert status == 200, sent


def test_a_signed_out_token_opens_nothing(site):
    other = Phone(site)
    body = {"email": f"{uuid4().hex}@example.org", "password": PASSWORD}
    other.token = other.do("auth_auth_signup_post", body)[1]["meta"]["session_token"]
    assert other.do("auth_auth_session_delete")[0] == 401
    assert other.do("me_retrieve")[0] == 401
    login = other.do("auth_auth_login_post", body)
    other.token = login[1]["meta"]["session_token"]
    assert other.do("me_retrieve")[0] == 200
