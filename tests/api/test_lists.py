"""Lists of the API: gone through by a cursor, with what belongs to each row in one call."""

from __future__ import annotations

from datetime import timedelta
from urllib.parse import urlsplit
from uuid import uuid4

import pytest
from django.db import connection
from django.test.utils import CaptureQueriesContext

from questions.ingest.models import Reading
from questions.quizzes.models import Given, Statistic
from questions.quizzes.rules import Mode
from tests import make

LISTS = {
    "bringings": lambda who, n: make.bringing(who, f"deck-{n}.apkg"),
    "cards": lambda who, n: make.card(who, added=make.AT + timedelta(days=n // 2)),
    "crams": lambda who, n: make.cram(who),
    "documents": lambda who, n: Reading.objects.create(
        document=make.document(who), by=who, at=make.AT + timedelta(days=n // 2), sha256="0" * 64
    ),
    "duplicates": lambda who, n: make.suggestion(make.question(owner=who), likeness=1 + n // 2),
    "interviews": lambda who, n: make.mock(None, who),
    "previews": lambda who, n: make.preview(who, f"notes-{n}.md"),
    "questions": lambda who, n: make.question(f"What is {n}?", created=make.AT, owner=who),
    "questions/?q=what": lambda who, n: make.question(f"What is {n}?", owner=who),
    "quiz-setups": lambda who, n: make.setup(who),
    "quizzes": lambda who, n: make.quiz(who, [make.question(f"What is {n}?")]),
    "reports": lambda who, n: make.report(
        make.question(f"Is {n}?"), who, settled=make.AT if n % 2 else None
    ),
    "targets": lambda who, n: make.target(who, [make.topic(f"Topic {n}")]),
    "topics": lambda who, n: make.topic(f"Topic {n}", owner=who if n % 2 else None),
}


def pages(client, path, *, size=2):
    """Every row of a list, a page after the other, by the cursors and by the links alike."""
    rows, cursor = [], ""
    while cursor is not None:
        joined = "&" if "?" in path else "?"
        answer = client.get(f"{path}{joined}page_size={size}&cursor={cursor}")
        assert answer.status_code == 200, answer.content
        body = answer.json()
        assert len(body["results"]) <= size
        assert (body["next"] is None) == (body["cursor"] is None)
        if body["next"]:
            link = urlsplit(body["next"])
            assert client.get(f"{link.path}?{link.query}").status_code == 200
        rows += body["results"]
        cursor = body["cursor"]
    return rows


@pytest.mark.parametrize("name", LISTS)
def test_a_cursor_leads_through_the_list_that_pages_show(name, learner, phone):
    for n in range(5):
        LISTS[name](learner, n)
    path = f"/api/v1/{name}" if "?" in name else f"/api/v1/{name}/"
    joined = "&" if "?" in path else "?"
    whole = phone(learner).get(f"{path}{joined}page_size=100").json()
    assert whole["count"] >= 5
    assert pages(phone(learner), path) == whole["results"]


def test_rows_without_a_figure_come_last_and_once(editor, phone):
    for n in range(5):
        figure = None if n > 2 else n / 10
        about = make.question(f"What is {n}?")
        Statistic.objects.create(
            question=about, facility=50, attempts=40, discrimination=figure, at=make.AT
        )
    path = "/api/v1/question-statistics/"
    whole = phone(editor).get(path).json()["results"]
    assert len(whole) == 5
    assert pages(phone(editor), path) == whole


def test_nothing_comes_twice_or_not_at_all_where_rows_come_and_go(learner, phone):
    mine = [make.question(f"What is {n}?", owner=learner) for n in range(4)]
    first = phone(learner).get("/api/v1/questions/?cursor=&page_size=2").json()
    seen = {row["id"] for row in first["results"]}
    make.question("What came since?", owner=learner, created=make.AT + timedelta(days=1))
    last = first["results"][-1]["id"]
    next(one for one in mine if str(one.pk) == last).delete()
    second = phone(learner).get(f"/api/v1/questions/?cursor={first['cursor']}").json()["results"]
    assert seen | {row["id"] for row in second} == {str(one.pk) for one in mine if one.pk} | {last}
    assert seen & {row["id"] for row in second} == set()


@pytest.mark.parametrize("path", ["questions/", "questions/?q=what", "cards/", "jobs/"])
@pytest.mark.parametrize("cursor", ["nonsense", "e30:1vP0Zz:AAAA", "%00"])
def test_what_was_never_given_out_is_no_cursor(path, cursor, learner, phone):
    joined = "&" if "?" in path else "?"
    answer = phone(learner).get(f"/api/v1/{path}{joined}cursor={cursor}")
    assert answer.status_code in {400, 422}
    assert answer.json()["code"] in {"not_a_cursor", "invalid"}


def test_a_cursor_of_one_list_means_nothing_in_another(learner, phone):
    for _ in range(2):
        make.setup(learner)
        make.quiz(learner, [make.question()])
    cursor = phone(learner).get("/api/v1/quizzes/?cursor=&page_size=1").json()["cursor"]
    assert phone(learner).get(f"/api/v1/quiz-setups/?cursor={cursor}").status_code == 422


def statements(client, path):
    with CaptureQueriesContext(connection) as seen:
        answer = client.get(path)
    assert answer.status_code == 200, answer.content
    return len(seen), answer.json()["results"]


EXPANDED = {
    "questions/?expand=answers&expand=key_points&expand=choices": (
        lambda who, n: make.question(f"What is {n}?", choices=[("a", True), ("b", False)])
    ),
    "cards/?expand=asks": lambda who, n: make.card(who),
    "quizzes/?expand=items": lambda who, n: make.quiz(
        who, [make.question(f"What is {n}?"), make.question(f"Why is {n}?")]
    ),
}


@pytest.mark.parametrize("path", EXPANDED)
def test_expanding_many_rows_takes_as_many_statements_as_one(path, learner, phone):
    EXPANDED[path](learner, 0)
    few, _ = statements(phone(learner), f"/api/v1/{path}")
    for n in range(1, 6):
        EXPANDED[path](learner, n)
    many, rows = statements(phone(learner), f"/api/v1/{path}")
    plain, _ = statements(phone(learner), f"/api/v1/{path.partition('?')[0]}")
    assert len(rows) == 6 or len(rows) == 12
    assert many == few
    assert many <= plain + 2


def test_an_expanded_row_says_what_its_own_page_says(learner, phone):
    card = make.card(learner)
    whole = phone(learner).get(f"/api/v1/questions/{card.question_id}/").json()
    asked = phone(learner).get("/api/v1/cards/?expand=asks").json()["results"][0]
    assert asked["asks"] == whole
    line = phone(learner).get("/api/v1/questions/?expand=answers&expand=key_points").json()
    assert line["results"][0]["answers"] == whole["answers"]
    assert line["results"][0]["key_points"] == whole["key_points"]
    assert "choices" not in line["results"][0]


def test_an_exam_that_goes_on_tells_no_more_when_expanded(learner, phone):
    quiz = make.quiz(learner, [make.question()], at=make.now(), mode=Mode.EXAM)
    item = phone(learner).get("/api/v1/quizzes/?expand=items").json()["results"][0]["items"][0]
    assert item == phone(learner).get(f"/api/v1/quizzes/{quiz.pk}/").json()["items"][0]
    assert item["question"] is None
    assert item["preferred_answer"] is None


def test_late_answers_come_with_their_quiz(learner, phone):
    quiz = make.quiz(learner, [make.question()], mode=Mode.EXAM)
    item = quiz.items.get()
    Given.objects.create(
        quiz=quiz, item=item, key=uuid4(), response={"text": "Too late."}, at=make.AT, late=True
    )
    found = phone(learner).get("/api/v1/quizzes/?expand=items").json()["results"][0]["items"][0]
    assert [one["said"] for one in found["late"]] == ["Too late."]


def test_a_word_that_nothing_is_called_by_is_refused(learner, phone):
    for path in ("questions/?expand=all", "cards/?expand=all", "quizzes/?expand=all"):
        assert phone(learner).get(f"/api/v1/{path}").status_code == 400


@pytest.mark.parametrize("path", ["readiness/{}/evening/", "takings/{}/file/", "previews/{}/"])
@pytest.mark.parametrize("word", ["null,null", "------------------------------------"])
def test_what_is_no_id_names_nothing(path, word, learner, phone):
    assert phone(learner).get(f"/api/v1/{path.format(word)}").status_code == 404


def test_blanks_are_options_like_any_other_that_is_not_there(learner, phone):
    quiz = make.quiz(learner, [make.question(choices=[("a", True), ("b", False)])])
    sent = {"key": str(uuid4()), "position": 1, "picked": ["\u001f"]}
    answer = phone(learner).post(f"/api/v1/quizzes/{quiz.pk}/answer/", sent)
    assert answer.json()["code"] != "invalid"
