"""The bank as those see it who look after it."""

from __future__ import annotations

import pytest
from django.urls import reverse

from questions.accounts.models import User
from tests import make
from tests.conftest import signed_in

pytestmark = pytest.mark.django_db


@pytest.fixture
def admin():
    return signed_in(User.objects.create_superuser("ada@example.org", make.PASSWORD))


@pytest.mark.parametrize("model", ["question", "document", "topic"])
def test_the_lists_open_and_search(admin, model):
    make.question(topics=[make.topic()])
    for query in ("", "?q=bucket", "?q=c%2B%2B+'"):
        assert admin.get(reverse(f"admin:bank_{model}_changelist") + query).status_code == 200


def test_a_question_is_found_by_its_answer_and_read_but_not_removed(admin):
    question = make.question(choices=[("a", True)])
    listed = admin.get(reverse("admin:bank_question_changelist") + "?q=objects+region")
    assert question.title in listed.content.decode()
    page = admin.get(reverse("admin:bank_question_change", args=[question.pk]))
    assert "belongs to one region" in page.content.decode()
    removed = admin.post(reverse("admin:bank_question_delete", args=[question.pk]))
    assert removed.status_code == 403
