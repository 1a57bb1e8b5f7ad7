"""Editing and reporting at both doors."""

from __future__ import annotations

from uuid import uuid4

from django.urls import reverse

from questions.bank.models import Question, Report
from tests import make
from tests.conftest import signed_in


def sent(question, **changes):
    """What the form sends when nothing but this is changed."""
    said = {
        "prompt": question.prompt,
        "answer": question.answers.get().text,
        "difficulty": question.difficulty,
        "topics": "",
        "point_0": "a named place for objects",
        "core_0": "on",
        "seen": question.updated.isoformat(),
    }
    return {**said, **changes}


def test_an_edit_is_previewed_saved_and_taken_back(browser, learner):
    question = make.question(owner=learner)
    body = sent(question, answer="It is **mine**.\r\n\r\n<script>alert(1)</script>")
    shown = browser.post(reverse("bank:preview", args=[question.id]), body).content.decode()
    assert "<strong>mine</strong>" in shown
    assert "<script>alert" not in shown
    assert Question.objects.get().answers.get().text.startswith("A named place")
    assert browser.post(reverse("bank:edit", args=[question.id]), body).status_code == 302
    assert question.answers.get().text.startswith("It is **mine**.\n\n")
    history = browser.get(reverse("bank:history", args=[question.id])).content.decode()
    assert "<ins>" in history
    assert "Edited" in history
    browser.post(reverse("bank:revert", args=[question.id, 1]))
    assert question.answers.get().text.startswith("A named place")


def test_points_need_a_core_and_a_choice_more_than_one_option(browser, learner):
    question = make.question(owner=learner)
    address = reverse("bank:edit", args=[question.id])
    answer = browser.post(address, sent(question, core_0=""))
    assert (answer.status_code, b"one to three" in answer.content) == (422, True)
    answer = browser.post(address, sent(question, option_0="Only one"))
    assert (answer.status_code, b"no choice" in answer.content) == (422, True)


def test_somebody_elses_change_is_not_written_over(browser, learner):
    question = make.question(owner=learner)
    old = sent(question, answer="First.")
    browser.post(reverse("bank:edit", args=[question.id]), old)
    late = {**old, "answer": "Second."}
    assert browser.post(reverse("bank:edit", args=[question.id]), late).status_code == 409


def test_a_report_is_made_settled_and_seen(browser, editor):
    question = make.question()
    assert (
        "Report as wrong"
        in browser.get(reverse("bank:question", args=[question.id])).content.decode()
    )
    body = {"reason": "wrong", "text": "No.", "key": str(uuid4())}
    for _ in range(2):
        browser.post(reverse("bank:report", args=[question.id]), body)
    report = Report.objects.get()
    desk = signed_in(editor)
    assert "No." in desk.get(reverse("bank:reports")).content.decode()
    desk.post(reverse("bank:settle_report", args=[report.id]), {"reply": "Put right."})
    assert "Put right." in browser.get(reverse("bank:reports")).content.decode()


def test_a_phone_edits_a_part_and_brings_it_back(phone, learner):
    question = make.question(owner=learner)
    path = f"/api/v1/questions/{question.id}"
    body = {"key": str(uuid4()), "answer": "Mine.", "key_points": [{"text": "mine", "core": True}]}
    edited = phone(learner).post(f"{path}/edit/", body, format="json").json()
    assert [a["text"] for a in edited["answers"]] == ["Mine."]
    assert [p["text"] for p in edited["key_points"]] == ["mine"]
    (change,) = phone(learner).get(f"{path}/history/").json()
    assert (change["number"], change["way"], change["by"]) == (1, "edited", "Lena")
    body = {"key": str(uuid4()), "number": 1}
    back = phone(learner).post(f"{path}/revert/", body, format="json").json()
    assert back["answers"][0]["text"] == change["before"]["answer"]
    body = {"key": str(uuid4()), "key_points": [{"text": "mine", "core": False}]}
    assert phone(learner).post(f"{path}/edit/", body, format="json").status_code == 400


def test_a_phone_reports_and_sees_what_became_of_it(phone, learner, editor):
    question = make.question()
    body = {"key": str(uuid4()), "reason": "unclear"}
    made = phone(learner).post(f"/api/v1/questions/{question.id}/report/", body, format="json")
    assert made.status_code == 201
    path = f"/api/v1/reports/{made.json()['id']}/settle/"
    body = {"key": str(uuid4()), "reply": "Clear now."}
    assert phone(learner).post(path, body, format="json").status_code == 403
    assert phone(editor).post(path, body, format="json").json()["reply"] == "Clear now."
    (mine,) = phone(learner).get("/api/v1/reports/").json()["results"]
    assert (mine["mine"], mine["reply"]) == (True, "Clear now.")
