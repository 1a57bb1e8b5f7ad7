"""Topics: sorted by the words of a tree, or named after the place in the document."""

from __future__ import annotations

import tomllib

import pytest
from hypothesis import given
from hypothesis import strategies as st

from questions.bank.rules import topics

TREE = topics.parse(
    tomllib.loads("""
[[topic]]
slug = "databases"
name = "Databases"
words = ["SQL", "table", "query"]

[[topic]]
slug = "indexes"
name = "Indexes"
parent = "databases"
words = ["index", "B-tree", "covering index"]

[[topic]]
slug = "caching"
name = "Caching"
words = ["cache", "time to live", "eviction"]
""")
)


def test_the_prompt_weighs_more_than_the_answer():
    found = topics.sort(
        "When is a cache evicted?", "An index may help. The index is sorted.", [], "Notes", TREE
    )
    assert found[0] == "Caching"


@pytest.mark.parametrize(
    ("prompt", "name"),
    [
        ("What is caching?", "Caching"),
        ("What are B-trees good for?", "Indexes"),
        ("What does TIME TO LIVE mean?", "Caching"),
        ("How do tables relate?", "Databases"),
    ],
)
def test_words_are_matched_by_stem_and_as_phrases(prompt, name):
    assert topics.sort(prompt, "", [], "", TREE)[0] == name


def test_a_word_inside_another_word_does_not_count():
    assert topics.sort("What is a cachet?", "", [], "Manners", TREE) == ("Manners",)


def test_a_special_topic_goes_before_the_general_one_above_it():
    assert topics.sort("Which index does a SQL query use?", "", [], "", TREE)[0] == "Indexes"


def test_at_most_three_topics_best_first():
    prompt = "Does a covering index for a SQL query replace a cache with eviction?"
    found = topics.sort(prompt, "", [], "", TREE)
    assert set(found) <= {"Indexes", "Databases", "Caching"}
    assert 1 <= len(found) <= 3


@pytest.mark.parametrize(
    ("headings", "title", "name"),
    [
        (["Networking", "3. Load balancing"], "Book", "Load balancing"),
        (["Networking", "Advanced"], "Book", "Networking"),
        (["Interview Questions"], "Top 50 Kubernetes Interview Questions (2024)", "Kubernetes"),
        ([], "## **Rust ownership**", "Rust ownership"),
        (["Part 2: Questions"], "README", "General"),
        ([], "", "General"),
    ],
)
def test_without_a_word_of_the_tree_the_place_names_the_topic(headings, title, name):
    assert topics.sort("Why?", "So.", headings, title, TREE) == (name,)


@pytest.mark.parametrize(
    "text",
    [
        '[[topic]]\nslug = "a"',
        '[[topic]]\nslug = "a"\nname = "A, B"',
        '[[topic]]\nslug = "a"\nname = "A"\nparent = "b"',
        '[[topic]]\nslug = "a"\nname = "A"\n[[topic]]\nslug = "a"\nname = "B"',
        '[[topic]]\nslug = "a"\nname = "A"\nwords = "a b"',
    ],
)
def test_a_tree_that_does_not_hold_together_is_refused(text):
    with pytest.raises(ValueError, match="topic"):
        topics.parse(tomllib.loads(text))


@given(st.text(), st.text(), st.lists(st.text(), max_size=3), st.text())
def test_every_question_has_one_to_three_short_topics(prompt, answer, headings, title):
    for tree in (TREE, ()):
        found = topics.sort(prompt, answer, headings, title, tree)
        assert 1 <= len(found) <= 3
        assert all(name.strip() and len(name) <= 80 for name in found)
