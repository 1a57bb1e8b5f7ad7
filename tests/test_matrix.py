"""Every operation for everybody: with what is their own, and with what others share with them."""

from __future__ import annotations

from datetime import timedelta
from uuid import uuid4

import pytest
from django.utils.timezone import now

from questions.bank.models import Sharing
from questions.bank.rules.states import Visibility
from questions.ingest.models import Reading
from questions.interviews.models import Pairing, Report
from tests import doors, make, matrix
from tests.test_doors import API, taken_back, world_of

PEOPLE = {
    "guest": {"email": "guest-1@guest.invalid", "is_guest": True},
    "mentor": {"email": "mara@example.org", "is_mentor": True},
    "editor": {"email": "edda@example.org", "is_editor": True},
    "admin": {"email": "adam@example.org", "is_staff": True},
}


@pytest.mark.parametrize("role", PEOPLE)
def test_with_what_is_ones_own_everybody_is_a_learner(role, db):
    person = make.person(**PEOPLE[role])
    world = world_of(person, {role: person})
    found = {
        (method, door): status
        for door, method, statuses in API
        if (status := taken_back(door, method, person, world)) != statuses["learner"]
    }
    assert found == matrix.OWN[role]


@pytest.fixture
def shared(learner, stranger, editor):
    """What a mentor shares with a candidate: a document, and mocks before and after their end."""
    tutor = make.person("tutor@example.org", name="Tutor", is_mentor=True)
    paper = make.document(tutor, visibility=Visibility.SHARED.value)
    Sharing.objects.create(document=paper, person=learner, at=make.AT)
    Reading.objects.create(document=paper, by=tutor, at=make.AT, sha256=paper.sha256)
    question = make.question("What is shared?", document=paper)
    mock = make.mock(tutor, learner, [question], starts=now() + timedelta(days=3))
    over = make.mock(tutor, learner, stage="over", ended=make.AT)
    Report.objects.create(interview=over, released=make.AT)
    return {
        "people": {
            "owner": tutor,
            "candidate": learner,
            "other": stranger,
            "guest": make.person("guest-1@guest.invalid", is_guest=True),
            "mentor": make.person("mona@example.org", is_mentor=True),
            "editor": editor,
            "admin": make.person("adam@example.org", is_staff=True),
        },
        "document": paper.id,
        "question": question.id,
        "point": question.points.get().id,
        "card": make.card(learner, question).id,
        "interview": mock.id,
        "item": mock.items.get().id,
        "over": over.id,
        "pairing": Pairing.objects.get().id,
        "setup-link": make.setup(tutor, link=uuid4()).link,
    }


def test_what_is_shared_opens_as_far_as_the_table_says(shared):
    said, found = {}, {}
    for door, method, statuses in matrix.rows():
        said[method, door] = statuses
        found[method, door] = {
            role: taken_back(door, method, person, shared, matrix.BODIES.get(door, {}))
            for role, person in shared["people"].items()
        }
    assert found == said


def test_every_operation_on_what_can_be_shared_is_in_the_table():
    named = {(method, door.partition("@")[0]) for door, method, _ in matrix.rows()}
    spaces = ("documents", "questions", "interviews", "pairings")
    shareable = {
        (method, path)
        for door, method, _ in doors.rows(doors.API)
        if "{" in (path := door.partition("@")[0]) and path.split("/")[3] in spaces
    }
    assert shareable - named == set()
