"""How the API behaves: nothing twice, limits said aloud, old clients told, other origins let in."""

from __future__ import annotations

import gzip
import json

import pytest
from django.test import Client

from questions.web.manners import pruned, too_old
from tests import make

ME = "/api/v1/me/"
LIST = "/api/v1/questions/"


def test_what_a_client_has_is_not_sent_again(phone, learner):
    first = phone(learner).get(ME)
    again = phone(learner).get(ME, headers={"If-None-Match": first["ETag"]})
    assert (again.status_code, again.content) == (304, b"")
    assert again["RateLimit"]
    learner.name = "Another"
    learner.save()
    assert phone(learner).get(ME, headers={"If-None-Match": first["ETag"]}).status_code == 200


def test_an_act_is_never_answered_by_a_tag(phone, learner):
    tag = phone(learner).get(ME)["ETag"]
    answer = phone(learner).patch(ME, {"name": "Lena"}, headers={"If-None-Match": tag})
    assert answer.status_code == 200
    assert "ETag" not in answer


def test_the_limit_and_what_is_left_of_it_are_said(phone, learner):
    one, two = (phone(learner).get(ME) for _ in range(2))
    assert one["RateLimit-Policy"] == '"user";q=1200;w=60'
    assert one["RateLimit"].startswith('"user";r=1199;t=')
    assert two["RateLimit"].startswith('"user";r=1198;t=')


def test_whoever_is_over_the_limit_hears_when_to_come_back(client, db):
    answers = [client.get(ME) for _ in range(61)]
    assert answers[-1].status_code == 429
    assert 0 < int(answers[-1]["Retry-After"]) <= 61


def test_an_old_client_is_told(phone, learner, settings):
    settings.API_OLDEST_CLIENT = "2.10"
    old = phone(learner).get(ME, headers={"X-Client-Version": "2.9.1"})
    assert (old.status_code, old.json()["code"]) == (426, "client_too_old")
    assert old["Upgrade"] == "rehearsal/2.10"
    assert phone(learner).get(ME, headers={"X-Client-Version": "2.10"}).status_code == 200


@pytest.mark.parametrize(
    ("said", "oldest", "old"),
    [
        ("1.9", "1.10", True),
        ("1.10.0", "1.10", False),
        ("2", "1.10", False),
        ("", "1.10", False),
        ("nonsense", "1.10", False),
        ("1.0", "", False),
    ],
)
def test_versions_are_compared_as_numbers(said, oldest, old, settings):
    settings.API_OLDEST_CLIENT = oldest
    assert too_old(said) is old


def test_a_client_may_ask_for_some_fields(phone, learner):
    make.question()
    assert set(phone(learner).get(ME, {"fields": "id,name"}).json()) == {"id", "name"}
    page = phone(learner).get(LIST, {"fields": "id", "page_size": 1}).json()
    assert [set(row) for row in page["results"]] == [{"id"}]
    assert page["count"] == 1


def test_a_problem_keeps_all_its_members(phone, learner):
    assert "code" in phone(learner).get("/api/v1/cards/x/", {"fields": "id"}).json()


def test_fields_reach_each_row_of_a_list():
    assert pruned([{"a": 1, "b": 2}], {"a"}) == [{"a": 1}]


def test_long_answers_are_compressed(phone, learner):
    for n in range(10):
        make.question(f"Which {n}?")
    answer = phone(learner).get(LIST, headers={"Accept-Encoding": "gzip"})
    assert answer["Content-Encoding"] == "gzip"
    assert json.loads(gzip.decompress(answer.content))["count"] == 10


def test_only_named_origins_may_call(settings, db):
    settings.CORS_ALLOWED_ORIGINS = ["https://app.example"]
    asked = {"Access-Control-Request-Method": "GET", "Origin": "https://app.example"}
    allowed = Client().options(ME, headers=asked)
    assert allowed.status_code == 200
    assert allowed["Access-Control-Allow-Origin"] == "https://app.example"
    assert "authorization" in allowed["Access-Control-Allow-Headers"]
    refused = Client().options(ME, headers={**asked, "Origin": "https://elsewhere.example"})
    assert "Access-Control-Allow-Origin" not in refused


def test_every_answer_has_the_id_of_its_request(phone, learner, client):
    for answer in (phone(learner).get(ME), client.get(ME), client.get("/api/v1/nothing/")):
        assert answer["X-Request-ID"]
    assert client.get(ME, headers={"X-Request-ID": "mine-12345"})["X-Request-ID"] == "mine-12345"
