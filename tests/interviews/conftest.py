"""Questions for scripts, and a mock between the mentor and the learner."""

from __future__ import annotations

import pytest

from tests import make


@pytest.fixture
def questions(db):
    """Six questions of the house on two topics, with two core points and a bonus one each."""
    topics = [make.topic("Queues"), make.topic("Caches")]
    return [
        make.question(
            f"How does part {n} of {topics[n % 2].name.lower()} work?",
            points=[(f"core one of {n}", True), (f"core two of {n}", True), (f"bonus {n}", False)],
            topics=[topics[n % 2]],
            difficulty=("easy", "medium", "hard")[n % 3],
        )
        for n in range(6)
    ]


@pytest.fixture
def mock(mentor, learner, questions):
    """A planned mock of the first three questions."""
    return make.mock(mentor, learner, questions[:3])
