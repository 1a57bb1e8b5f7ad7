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


SHIPS = [("What is a keel?", "The spine of a ship."), ("What is a jib?", "A sail in front.")]
SHIPS += [("Explain ballast", "Weight that keeps a ship upright.")]


def test_boxes_that_ask_and_answer_are_questions():
    text = "# Ships\n\n" + "".join(
        f"> [!question] {asked}\n> > [!success]- Answer\n> > {told}\n> > - for {n} masts\n\n"
        for n, (asked, told) in enumerate(SHIPS, 1)
    )
    assert pairs(text) == [
        (asked, f"{told}\n- for {n} masts") for n, (asked, told) in enumerate(SHIPS, 1)
    ]


def test_a_box_that_asks_may_hold_its_answer():
    text = "".join(f"> [!faq]- {asked}\n> {told}\n\n> [!note] Aside\n\n" for asked, told in SHIPS)
    found = pairs(text)
    assert [asked for asked, _ in found] == [asked for asked, _ in SHIPS]
    assert all(answer.startswith(told) for (_, answer), (_, told) in zip(found, SHIPS, strict=True))


def test_an_outline_of_stars_is_read():
    text = "#+TITLE: Ships\n* Parts\n" + "".join(
        f"** TODO {asked}     :wood:\n   :PROPERTIES:\n   :ID: {n}\n   :END:\n   {told}\n"
        "   #+BEGIN_SRC c\n   row();\n   #+END_SRC\n"
        for n, (asked, told) in enumerate(SHIPS, 1)
    )
    found = read(text, "ships.txt")
    assert [(one.prompt, one.section) for one in found] == [(asked, "Parts") for asked, _ in SHIPS]
    assert found[0].answer == "   The spine of a ship.\n```c\n   row();\n```"


def test_code_between_four_dashes_belongs_to_its_answer():
    text = "= Ships\n:toc:\n\n" + "".join(
        f"== {asked}\n\n{told}\n\n[source,java]\n----\nrow(); // why?\n----\n\n"
        for asked, told in SHIPS
    )
    assert pairs(text, "a.adoc") == [
        (asked, f"{told}\n\n```java\nrow(); // why?\n```") for asked, told in SHIPS
    ]


def test_a_cell_may_hold_a_list():
    rows = "".join(
        f"<tr><td><p>{asked}</p></td><td><p>{told}</p><ul><li>wood</li><li>tar</li></ul></td></tr>"
        for asked, told in SHIPS
    )
    head = "<tr><th>Question</th><th>Expected answer</th></tr>"
    text = f"<html><body><table>{head}{rows}</table></body></html>"
    assert pairs(text, "a.html") == [(asked, f"{told}\n\n- wood\n- tar") for asked, told in SHIPS]


def test_bold_steps_within_an_answer_are_no_questions():
    text = "".join(f"**{n}) {asked}**\n\n{told}\n\n" for n, (asked, told) in enumerate(SHIPS, 1))
    steps = "1. **What went well?**\n2. **What did not?**\n3. **What do we change?**\n\n"
    text += f"**4) Describe a refit.**\n\nThe crew asks:\n\n{steps}**5) What is tar?**\n\nPitch.\n"
    found = pairs(text)
    assert len(found) == 5
    assert found[3] == ("Describe a refit.", f"The crew asks:\n\n{steps.strip()}")


def test_thanks_at_the_end_are_no_part_of_the_last_answer():
    text = "".join(f"**Asker:** {asked}\n\n**Sailor:** {told}\n\n" for asked, told in SHIPS)
    found = pairs(text + "**Asker:** Thanks, that is all for today.\n")
    assert "Thanks" not in found[-1][1]


def test_level_and_topics_may_stand_under_the_answer():
    text = "".join(
        f"Q: {asked}\nA: {told} It is told in the second chapter of every book on old ships, and"
        " again in most of the songs that sailors know, wherever they come from, by heart, and sing"
        " on deck while they haul at the ropes or mend their nets in the evening.\n"
        f"Difficulty: hard\nTags: ships, sea\n\n"
        for asked, told in SHIPS
    )
    found = read(text)
    assert {one.difficulty for one in found} == {"hard"}
    assert {one.topics for one in found} == {("ships", "sea")}
    assert not any("Difficulty" in one.answer or "Tags" in one.answer for one in found)


def test_a_field_goes_on_in_the_lines_below_it():
    text = "Ships\n=====\n\n" + "".join(
        f":Question: {asked}\n:Answer: {told}\n   More is told elsewhere.\n\n"
        for asked, told in SHIPS
    )
    assert all("> More" not in answer for _, answer in pairs(text, "a.rst"))


def test_the_line_under_a_heading_is_no_part_of_the_answer():
    text = "".join(f"{asked}\n{'-' * len(asked)}\n{told}\n\n" for asked, told in SHIPS)
    assert pairs(text) == SHIPS


def test_headings_may_be_numbered_questions_and_answers():
    text = "".join(
        f"### Q{n}\n{asked}\n\n### A{n}\n{told} So every sailor says who has been at sea.\n\n"
        for n, (asked, told) in enumerate(SHIPS, 1)
    )
    assert [prompt for prompt, _ in pairs(text)] == [asked for asked, _ in SHIPS]


def test_a_line_that_counts_its_questions_opens_them():
    text = "".join(
        f"Exam SHP-01 Topic 1 Question {n} Discussion\n\nA ship of {n} masts leaks. What helps?\n\n"
        "A. Tar\nB. Salt\n\nSuggested Answer: A\n\n"
        for n in range(7, 11)
    )
    found = read(text, "a.txt")
    assert [one.prompt for one in found] == [
        f"A ship of {n} masts leaks. What helps?" for n in range(7, 11)
    ]
    assert all([choice.correct for choice in one.choices] == [True, False] for one in found)


@pytest.mark.parametrize("names", ["PR", "DR", "FA", "AB", "Qr"])
def test_two_initials_by_turns_are_a_question_and_its_answer(names):
    text = "".join(f"{names[0]}: {asked}\n{names[1]}: {told}\n\n" for asked, told in SHIPS)
    assert pairs(text, "a.txt") == SHIPS


def test_an_initial_under_each_question_is_its_answer():
    text = "".join(
        f"{n}. {asked}\nR: {told} So every sailor says.\n\n"
        for n, (asked, told) in enumerate(SHIPS, 1)
    )
    assert pairs(text, "a.txt") == [
        (asked, f"{told} So every sailor says.") for asked, told in SHIPS
    ]


def test_two_options_a_question_are_no_turns_of_a_talk():
    text = "".join(f"{n}. {asked}\nA: Yes.\nB: No.\n\n" for n, (asked, _) in enumerate(SHIPS, 1))
    assert [len(one.choices) for one in read(text)] == [2, 2, 2]


def test_greetings_under_a_bare_list_are_no_answer():
    asked = "".join(f"{n}. {one}\n" for n, one in enumerate(("Why?", "Who?", "How?", "When?"), 1))
    assert pairs(f"Please prepare:\n\n{asked}\nBest,\nKim\n")[-1] == ("When?", "")


def test_arabic_initials_are_labels():
    text = "".join(f"**س: ما هو {n}؟**\nج: شيء.\n\n" for n in ("البحر", "القارب", "الشراع"))
    assert [answer for _, answer in pairs(text)] == ["شيء."] * 3
