"""A call with a key happens once."""

from __future__ import annotations

import uuid

import pytest

from questions.accounts.models import Receipt
from questions.accounts.receipts import digest_of, once
from questions.errors import KeyReused, Refusal

KEY = uuid.UUID(int=7)


def counting(calls):
    def act():
        calls.append(1)
        return 201, {"n": len(calls)}

    return act


def test_the_same_call_again_changes_nothing_and_answers_the_same(learner, noon):
    calls = []
    first = once(learner, KEY, "a", counting(calls), at=noon)
    assert once(learner, KEY, "a", counting(calls), at=noon) == first == (201, {"n": 1})
    assert len(calls) == 1


def test_the_same_key_with_another_body_is_refused(learner, noon):
    once(learner, KEY, "a", counting([]), at=noon)
    with pytest.raises(KeyReused):
        once(learner, KEY, "b", counting([]), at=noon)


def test_a_key_belongs_to_one_person(learner, stranger, noon):
    calls = []
    once(learner, KEY, "a", counting(calls), at=noon)
    once(stranger, KEY, "b", counting(calls), at=noon)
    assert len(calls) == 2


def test_a_refused_act_leaves_the_key_unused(learner, noon):
    def refuse():
        raise Refusal("no")

    with pytest.raises(Refusal):
        once(learner, KEY, "a", refuse, at=noon)
    assert not Receipt.objects.exists()


def test_the_order_of_members_makes_no_other_body():
    assert digest_of("x", {"a": 1, "b": 2}) == digest_of("x", {"b": 2, "a": 1})
    assert digest_of("x", {"a": 1}) != digest_of("y", {"a": 1})
