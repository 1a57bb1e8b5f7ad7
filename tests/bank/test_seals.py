"""What is closed to whoever is being asked it: for how long, with what, and to nobody else."""

from __future__ import annotations

from datetime import timedelta
from uuid import UUID

import pytest
from django.utils.timezone import now

from questions.bank import actions as bank
from questions.bank.models import Listing, Seal, exam_of, sheet, sheets, signs
from questions.bank.rules import terms
from questions.bank.rules.seals import Sealed
from questions.bank.rules.wanted import Wanted
from tests import make

EXAM = UUID(int=5)


@pytest.fixture
def bucket(db):
    return make.question(choices=[("A place", True), ("A pail", False)])


def sealed(person, *questions, until=None, exam=EXAM):
    bank.seal(person, [one.pk for one in questions], exam=exam, until=until)


def in_(**time):
    return now() + timedelta(**time)


def test_a_sealed_question_keeps_its_prompt_and_loses_its_answer(learner, bucket):
    sealed(learner, bucket)
    found = sheet(learner, bucket.pk)
    assert found.sealed
    assert found.exam == EXAM
    assert found.question.prompt == bucket.prompt
    assert (found.points, found.choices, found.answers, found.disagreements) == ([], [], [], [])
    assert sheets(learner, [bucket.pk])[0].answers == []


def test_to_everybody_else_it_is_open(learner, stranger, bucket):
    sealed(learner, bucket)
    assert sheet(stranger, bucket.pk).answers
    assert exam_of(stranger, bucket.pk) is None


def test_it_opens_when_the_exam_is_handed_in(learner, bucket):
    sealed(learner, bucket)
    bank.unseal(learner, EXAM)
    assert sheet(learner, bucket.pk).answers


def test_it_opens_by_itself_at_the_deadline(learner, bucket):
    sealed(learner, bucket, until=in_(seconds=-1))
    assert sheet(learner, bucket.pk).answers
    Seal.objects.update(until=in_(minutes=1))
    assert sheet(learner, bucket.pk).sealed


def test_what_two_exams_ask_opens_with_the_second(learner, bucket):
    sealed(learner, bucket)
    sealed(learner, bucket, exam=UUID(int=6))
    bank.unseal(learner, EXAM)
    assert exam_of(learner, bucket.pk) == UUID(int=6)


def test_sealing_twice_is_sealing_once(learner, bucket):
    sealed(learner, bucket)
    sealed(learner, bucket)
    assert Seal.objects.count() == 1


def test_what_is_folded_into_it_is_sealed_with_it(learner, bucket):
    double = make.question("What is a bucket, please?", folded_into=bucket)
    sealed(learner, bucket)
    assert sheet(learner, double.pk).sealed


def test_what_becomes_one_with_it_meanwhile_is_sealed_too(learner):
    paper = make.document(learner)
    one = make.question("What is a bucket?", document=paper)
    younger = make.AT + timedelta(days=1)
    other = make.question("What would a bucket be?", document=paper, created=younger)
    sealed(learner, other, until=in_(hours=1))
    bank.accept(make.suggestion(one, other), by=learner, at=make.AT)
    other.refresh_from_db()
    assert other.folded_into == one
    assert sheet(learner, one.pk).sealed
    assert Seal.objects.get(question=one).until == Seal.objects.get(question=other).until


def test_a_refusal_says_why(learner, bucket):
    bank.require_open(learner, bucket.pk)
    sealed(learner, bucket)
    with pytest.raises(Sealed, match="opens again when you hand it in"):
        bank.require_open(learner, bucket.pk)


def test_a_search_finds_it_by_its_prompt_alone(learner, bucket):
    sealed(learner, bucket)
    assert [line.id for line in Listing(learner, Wanted(text="bucke"))] == [bucket.pk]
    assert len(Listing(learner, Wanted(text="bucket region"))) == 0
    bank.unseal(learner, EXAM)
    assert len(Listing(learner, Wanted(text="bucket region"))) == 1


@pytest.mark.parametrize(
    ("text", "asked", "told"),
    [
        ("What is a bucket?", "bucket", True),
        ("What is a bucket?", "buck", True),
        ("What is a bucket?", "region", False),
        ("What is a bucket?", "bucket region", False),
        ("What is C?", "c", True),
        ("What is a cat?", "c", False),
    ],
)
def test_a_text_tells_only_the_words_that_it_has(text, asked, told):
    assert terms.tells(text, terms.wanted(asked)) is told


def test_a_copy_elsewhere_is_out_of_date_when_an_exam_begins_and_when_it_ends(learner, bucket):
    open_ = signs(learner)
    sealed(learner, bucket)
    closed = signs(learner)
    bank.unseal(learner, EXAM)
    assert open_ != closed
    assert signs(learner) == open_


def test_seals_cost_a_page_no_statement(learner, bucket, django_assert_num_queries):
    sheet(learner, bucket.pk)
    with django_assert_num_queries(1):
        assert not sheet(learner, bucket.pk).sealed
    sealed(learner, bucket)
    with django_assert_num_queries(1):
        assert sheet(learner, bucket.pk).sealed
