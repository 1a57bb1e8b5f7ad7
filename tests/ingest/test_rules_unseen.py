"""Documents in styles that turned up late: transcripts, lists in lists, bars within cells."""

from __future__ import annotations

import json

import pytest

from questions.ingest import readers, rules


def read(text, name="a.md"):
    return rules.read(readers.read(name, text.encode())).questions


def pairs(text, name="a.md"):
    return [(question.prompt, question.answer) for question in read(text, name)]


@pytest.mark.parametrize("stamp", ["[10:0{}] ", "1:0{} ", "(00:00:0{}) ", "[12/03/2026, 10:0{}] "])
def test_when_something_was_said_is_no_part_of_it(stamp):
    said = [("What is a keel?", "The spine of a ship."), ("Explain a rudder.", "It steers it.")]
    said += [("Who stands watch?", "All of us."), ("What is ballast?", "Weight down below.")]
    text = "".join(
        f"{stamp.format(n)}Asker: {asked}\n{stamp.format(n)}Sailor: {told}\n"
        for n, (asked, told) in enumerate(said, 1)
    )
    assert pairs(text, "a.txt") == said


def test_labels_of_a_question_are_enough_where_nothing_asks():
    text = "".join(
        f"Scenario: Mast {n} breaks in a storm.\nYour approach: Cut it loose, then row.\n\n"
        for n in range(1, 4)
    )
    assert [prompt for prompt, _ in pairs(text)] == [
        f"Mast {n} breaks in a storm." for n in range(1, 4)
    ]


def test_an_outer_list_goes_on_where_an_inner_one_ends():
    text = (
        "1. Ships\n   1.1. What is a keel?\n        The spine.\n   1.2. What is a hull?\n"
        "        Its skin.\n        1. planks\n        2. tar\n2. Sails\n"
        "   2.1. What is a jib?\n        A sail in front.\n"
    )
    assert pairs(text) == [
        ("What is a keel?", "The spine."),
        ("What is a hull?", "Its skin.\n1. planks\n2. tar"),
        ("What is a jib?", "A sail in front."),
    ]


def test_an_escaped_bar_stays_within_its_cell():
    text = "| Question | Answer | Level |\n|--|--|--|\n" + "".join(
        f"| What prints {n}? | `echo {n} \\| cat` | Hard |\n" for n in range(1, 4)
    )
    found = read(text)
    assert [one.answer for one in found] == [f"`echo {n} | cat`" for n in range(1, 4)]
    assert {one.difficulty for one in found} == {"hard"}


@pytest.mark.parametrize("sign", ["n° {} — ", "nº {}: ", "№ {}. "])
def test_a_number_may_be_announced_as_one(sign):
    text = "".join(
        f"## Question {sign.format(n)}{asked}\n\nOui.\n\n"
        for n, asked in enumerate(("Qu'est-ce qu'une voile ?", "Décrivez un mât"), 1)
    )
    assert [prompt for prompt, _ in pairs(text)] == ["Qu'est-ce qu'une voile ?", "Décrivez un mât"]


def test_the_foot_of_a_page_is_no_part_of_its_last_answer():
    text = (
        "<html><body><dl><dt>What is a keel?</dt><dd>The spine.</dd><dt>What is a jib?</dt>"
        "<dd>A sail.</dd></dl><footer>Imprint and privacy</footer></body></html>"
    )
    assert pairs(text, "a.html")[-1] == ("What is a jib?", "A sail.")


def test_a_list_of_questions_is_no_list_of_options():
    deck = {
        "title": "Ships",
        "items": [
            {"q": "What is a keel?", "a": "The spine."},
            {"q": "Which is a sail?", "options": ["Oar", "Jib"], "correct": "Jib"},
        ],
    }
    found = read(json.dumps(deck), "a.json")
    assert [one.prompt for one in found] == ["What is a keel?", "Which is a sail?"]
    assert [choice.correct for choice in found[1].choices] == [False, True]
