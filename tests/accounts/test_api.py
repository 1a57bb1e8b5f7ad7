"""A phone signs in and says who it is."""

from __future__ import annotations

import json
from io import StringIO

from django.core.management import call_command
from rest_framework.test import APIClient

from tests import make

LOGIN = "/api/auth/app/v1/auth/login"


def token_of(person):
    body = {"email": person.email, "password": make.PASSWORD}
    answer = APIClient().post(LOGIN, body)
    assert answer.status_code == 200, answer.content
    return answer.json()["meta"]["session_token"]


def with_token(token):
    client = APIClient()
    client.credentials(HTTP_X_SESSION_TOKEN=token)
    return client


def test_the_token_of_a_sign_in_opens_the_api(learner):
    answer = with_token(token_of(learner)).get("/api/v1/me/")
    assert answer.status_code == 200
    assert set(answer.json()) == {
        "id",
        "email",
        "name",
        "is_mentor",
        "is_editor",
        "time_zone",
        "day_start",
        "today",
    }
    assert answer.json()["email"] == learner.email


def test_without_a_token_it_is_401_with_a_challenge(db):
    answer = APIClient().get("/api/v1/me/")
    assert answer.status_code == 401
    assert answer["WWW-Authenticate"] == "X-Session-Token"
    assert answer["Content-Type"] == "application/problem+json"
    assert answer.json()["code"] == "not_authenticated"


def test_a_signed_out_token_is_worth_nothing(learner):
    client = with_token(token_of(learner))
    assert client.delete("/api/auth/app/v1/auth/session").status_code == 401
    assert client.get("/api/v1/me/").status_code == 401


def test_signing_up_answers_a_token(db):
    body = {"email": "nia@example.org", "password": make.PASSWORD}
    answer = APIClient().post("/api/auth/app/v1/auth/signup", body)
    assert answer.status_code == 200
    assert with_token(answer.json()["meta"]["session_token"]).get("/api/v1/me/").status_code == 200


def test_settings_change_one_by_one(phone, learner):
    answer = phone(learner).patch("/api/v1/me/", {"time_zone": "Europe/Berlin"})
    assert (answer.status_code, answer.json()["time_zone"]) == (200, "Europe/Berlin")
    assert answer.json()["name"] == "Lena"


def test_a_zone_that_does_not_exist_is_refused_by_its_field(phone, learner):
    answer = phone(learner).patch("/api/v1/me/", {"time_zone": "Mars/Olympus"})
    assert (answer.status_code, set(answer.json()["fields"])) == (400, {"time_zone"})


def test_a_misspelt_or_mistyped_field_is_an_error(phone, learner):
    answer = phone(learner).patch("/api/v1/me/", {"timezone": "UTC", "day_start": "4"})
    assert answer.status_code == 400
    assert set(answer.json()["fields"]) == {"timezone"}
    answer = phone(learner).patch("/api/v1/me/", {"day_start": "4"})
    assert set(answer.json()["fields"]) == {"day_start"}


def test_an_address_that_does_not_exist_is_a_problem_in_json(phone, learner):
    answer = phone(learner).get("/api/v1/nothing/")
    assert (answer.status_code, answer.json()["code"]) == (404, "not_found")


def test_the_document_holds_the_sign_in_and_its_token(client):
    schema = client.get("/api/schema/?format=json").json()
    assert LOGIN in schema["paths"]
    assert schema["paths"]["/api/v1/me/"]["get"]["security"] == [{"token": []}, {"device": []}]
    text = str(schema)
    assert "'#/components/schemas/Auth" in text


def test_the_document_is_generated_without_a_warning(db):
    words = StringIO()
    said = ("--fail-on-warn", "--validate", "--format", "openapi-json")
    call_command("spectacular", *said, stdout=words)
    assert json.loads(words.getvalue())["openapi"] == "3.1.0"
