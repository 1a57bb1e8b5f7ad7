"""Exam papers as other countries and sites print them: their letters, and where the key stands."""

from __future__ import annotations

import pytest

from questions.ingest import rules
from questions.ingest.rules.marks import peel


def right(text):
    found = rules.read(rules.Outline(tuple(text.split("\n")))).questions
    return [[one.text for one in question.choices if one.correct] for question in found]


@pytest.mark.parametrize(
    ("line", "letter", "core"),
    [
        ("A、木", "A", "木"),
        ("B．铁", "B", "铁"),
        ("C）沙", "C", "沙"),
        ("б) дерево", "b", "дерево"),
        ("В) песок", "C", "песок"),
        ("и) лёд", "", "и) лёд"),
        ("А. С. Пушкин", "", "А. С. Пушкин"),
    ],
)
def test_options_wear_the_letters_of_their_country(line, letter, core):
    peeled = peel(line)
    assert (peeled.letter, peeled.core) == (letter, core)


def test_a_key_in_the_brackets_of_a_prompt_is_taken_out_of_it():
    text = "".join(
        f"{n}、{asked}（ {key} ）\nA、木\nB、铁\nC、冰\n\n"
        for n, (asked, key) in enumerate(
            [("什么会浮？", "A"), ("什么会融？", "C"), ("什么有用？", "AB")], 1
        )
    )
    found = rules.read(rules.Outline(tuple(text.split("\n")))).questions
    assert right(text) == [["木"], ["冰"], ["木", "铁"]]
    assert found[0].prompt == "什么会浮？（ ）"


def test_brackets_without_room_are_part_of_the_prompt():
    text = "".join(
        f"{n}. What is measured in amperes (A)?\nA) current {n}\nB) length\n\n" for n in range(1, 4)
    )
    assert right(text) == [[], [], []]


def test_russian_letters_name_options():
    text = "".join(
        f"{n}. Что плавает?\nа) железо\nб) дерево\nв) песок {n}\nПравильный ответ: {key}\n\n"
        for n, key in enumerate(["б", "а, б", "в"], 1)
    )
    assert right(text) == [["дерево"], ["железо", "дерево"], ["песок 3"]]


def test_most_options_may_be_marked_by_a_sign():
    text = (
        "### What floats?\n1. cork ✔\n2. wood ✔\n3. iron\n\n"
        "### What burns?\n1. paper ✔\n2. stone\n3. water\n\n"
        "### What melts?\n1. oak\n2. ice **(correct)**\n3. wool\n"
    )
    assert right(text) == [["cork", "wood"], ["paper"], ["ice"]]


def test_the_topic_under_the_number_of_a_question_is_no_part_of_it():
    text = "".join(
        f"Question #: {n}\nTopic #: 1\nWhat holds ship {n}?\n\nA. an anchor\nB. a sail\n\n"
        "Correct Answer: A\n\n"
        for n in range(1, 4)
    )
    found = rules.read(rules.Outline(tuple(text.split("\n")))).questions
    assert [question.prompt for question in found] == [f"What holds ship {n}?" for n in range(1, 4)]


def test_answers_may_stand_in_the_footnotes_of_their_questions():
    text = (
        "# Ships\n\n1. What is a keel?[^a]\n2. What is a hull?[^b]\n3. Explain a jib.[^c]\n\n"
        "[^a]: The spine.\n[^b]: The skin,\n    of planks.\n[^c]: A sail in front.\n"
    )
    found = rules.read(rules.Outline(tuple(text.split("\n")))).questions
    assert [(question.prompt, question.answer) for question in found] == [
        ("What is a keel?", "The spine."),
        ("What is a hull?", "The skin,\nof planks."),
        ("Explain a jib.", "A sail in front."),
    ]


@pytest.mark.parametrize("others", ["", "Oak grows slowly.[^4]\n\nAsh bends.[^5]\n\n"])
def test_footnotes_of_questions_that_are_answered_are_no_answers(others):
    text = "".join(f"## What is part {n}?[^{n}]\n\nSome wood.\n\n" for n in range(1, 4))
    text += others + "".join(f"[^{n}]: A book of ships, page {n}\n" for n in range(1, 4))
    found = rules.read(rules.Outline(tuple(text.split("\n")))).questions
    assert found[0].answer == "Some wood."
