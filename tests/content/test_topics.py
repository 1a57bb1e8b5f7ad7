"""The words of the topic tree sort documents whose topics a person has labelled."""

from __future__ import annotations

import hashlib
import os
import tomllib
from pathlib import Path

import pytest

from questions.bank.rules import topics
from questions.ingest import readers, rules
from tests.content import documents

LABELS = tomllib.loads((Path(__file__).parent / "labels.toml").read_text("utf-8"))["document"]
TREE = topics.parse(tomllib.loads((documents.HOUSE / "topics.toml").read_text("utf-8")))
NAMES = {topic.slug: topic.name for topic in TREE}
NEAR = 2  # lines between the label and the heading that was found


def test_a_hundred_labels_name_topics_of_the_tree():
    labels = [slug for document in LABELS for slug in document["lines"].values()]
    assert len(labels) == 100
    assert set(labels) <= set(NAMES)


def _questions(folder: str) -> dict[str, rules.Reading]:
    found = {}
    for path in sorted(Path(folder, "seeds").iterdir()):
        data = path.read_bytes()
        found[hashlib.sha256(data).hexdigest()] = rules.read(readers.read(path.name, data))
    return found


def _first(reading: rules.Reading, line: int) -> str:
    asked = min(reading.questions, key=lambda question: abs(question.line - line))
    if abs(asked.line - line) > NEAR:
        return "nothing found here"
    headings = (asked.section,) if asked.section else ()
    return topics.sort(asked.prompt, asked.answer, headings, reading.title, TREE)[0]


def test_the_labelled_questions_are_sorted_as_a_person_would():
    folder = os.environ.get("CORPUS")
    if not folder:
        pytest.skip("CORPUS names no folder of reference documents")
    readings = _questions(folder)
    missed = [
        f"{document['sha256'][:8]} line {line}: {slug}"
        for document in LABELS
        for line, slug in document["lines"].items()
        if _first(readings[document["sha256"]], int(line)) != NAMES[slug]
    ]
    assert len(missed) <= 15, "\n".join(missed)


@pytest.mark.parametrize(
    "prompt",
    [
        "What does console.log print here?",
        "How do you scale a vector to unit length?",
        "What is the difference between a stack and a heap?",
    ],
)
def test_questions_of_other_subjects_stay_out_of_the_tree(prompt):
    assert topics.sort(prompt, "", (), "Odds and ends", TREE) == ("Odds and ends",)
