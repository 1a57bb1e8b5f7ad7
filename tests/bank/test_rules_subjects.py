"""A subject keeps its everyday words from drawing in the questions of other subjects."""

from __future__ import annotations

import pytest

from questions.bank.rules import topics

TREE = topics.parse(
    {
        "topic": [
            {"slug": "hulls", "name": "Hulls", "parent": "yards", "words": ["plank"]},
            {"slug": "yards", "name": "Yards", "parent": "ships", "words": ["slipway"]},
            {"slug": "ships", "name": "Ships", "subject": True, "words": ["vessel"]},
            {"slug": "cooking", "name": "Cooking", "words": ["oven"]},
        ]
    }
)


@pytest.mark.parametrize(
    ("prompt", "answer", "title", "first"),
    [
        ("How is a plank bent?", "With steam.", "Work on ships", "Hulls"),
        ("How is a plank bent?", "As every vessel needs it.", "", "Hulls"),
        ("How is a plank bent?", "With steam.", "Furniture", "Furniture"),
        ("What is a slipway?", "", "Furniture", "Furniture"),
        ("How hot is an oven?", "", "Furniture", "Cooking"),
    ],
)
def test_topics_below_a_subject_need_the_subject_itself(prompt, answer, title, first):
    assert topics.sort(prompt, answer, (), title, TREE)[0] == first
