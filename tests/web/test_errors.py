"""How a refusal leaves the house, and what happens when the database is away."""

from __future__ import annotations

import json
import logging

import pytest
from django.db import OperationalError, connection
from django.test import RequestFactory

from questions.errors import KeyReused, Malformed, NotAllowed, Refusal
from questions.web import errors
from questions.web.logs import JsonFormatter


def test_each_refusal_has_its_status():
    kinds = {Refusal: 409, KeyReused: 409, NotAllowed: 403, Malformed: 422}
    assert {k: errors.status_of(k("no")) for k in kinds} == kinds


def test_a_refusal_is_a_page_a_fragment_or_a_problem():
    refusal = Refusal("The quiz is over.", code="over")
    make = RequestFactory()
    page = errors.refuse(make.get("/quizzes/"), refusal)
    piece = errors.refuse(make.get("/quizzes/", headers={"HX-Request": "true"}), refusal)
    told = errors.refuse(make.get("/api/v1/quizzes/"), refusal)
    assert b"<!doctype html>" in page.content.lower()
    assert piece.content.startswith(b'<section id="refusal"')
    assert page.status_code == piece.status_code == told.status_code == 409
    assert json.loads(told.content)["code"] == "over"


def test_a_database_that_is_away_is_503_with_retry_after():
    def away(request):
        raise OperationalError("gone")

    for path in ("/today/", "/api/v1/cards/"):
        response = errors.ErrorsMiddleware(away)(RequestFactory().get(path))
        assert (response.status_code, response["Retry-After"]) == (503, "5")


@pytest.mark.django_db(transaction=True)
def test_machines_ask_whether_it_is_up_and_ready(client, monkeypatch):
    assert client.get("/healthz").json() == {"status": "up"}
    assert client.get("/readyz").json() == {"status": "ready"}

    def away(*_):
        raise OperationalError("gone")

    with monkeypatch.context() as patch:
        patch.setattr(connection, "cursor", away)
        assert client.get("/readyz").status_code == 503
        assert client.get("/healthz").status_code == 200
    assert client.get("/readyz").status_code == 200


def test_a_line_of_the_log_cannot_be_forged():
    record = logging.LogRecord("x", logging.INFO, "", 1, "a\nb %s", ("\r\n{}",), None)
    line = JsonFormatter().format(record)
    assert "\n" not in line
    assert json.loads(line)["message"] == "a\nb \r\n{}"


def test_a_request_keeps_a_well_formed_id_and_gets_one_otherwise(client):
    assert (
        client.get("/healthz", headers={"X-Request-ID": "abc-12345"})["X-Request-ID"] == "abc-12345"
    )
    assert client.get("/healthz", headers={"X-Request-ID": "x\ty"})["X-Request-ID"] != "x\ty"


def test_a_page_that_does_not_exist_says_so(client, db):
    response = client.get("/nothing-here/")
    assert response.status_code == 404
    assert b"There is nothing here" in response.content


@pytest.mark.parametrize("debug", [False, True])
def test_no_address_that_leads_nowhere_shows_the_routes(client, db, settings, debug):
    settings.DEBUG = debug
    for path in ("/nothing-here/", "/bank/00000000-0000-0000-0000-000000000000/"):
        page = client.get(path)
        assert (page.status_code, b"There is nothing here" in page.content) == (404, True)
    answer = client.post("/api/v1/nothing")
    assert (answer.status_code, answer.json()["code"]) == (404, "not_found")
    assert client.get("/bank").status_code == 301


@pytest.mark.parametrize("size", ["0", "101", "null", "-1", "9" * 400, "²"])
def test_a_page_size_that_cannot_be_meant_is_an_error(phone, learner, size):
    answer = phone(learner).get("/api/v1/questions/", {"page_size": size})
    assert (answer.status_code, set(answer.json()["fields"])) == (400, {"page_size"})


def test_a_whole_number_may_come_with_its_point(phone, learner):
    assert phone(learner).patch("/api/v1/me/", {"day_start": 5.0}).json()["day_start"] == 5
    assert phone(learner).patch("/api/v1/me/", {"day_start": 5.5}).status_code == 400
