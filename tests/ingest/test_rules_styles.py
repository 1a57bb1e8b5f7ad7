"""What stands around questions in documents of many styles: levels, advertisements, prose."""

from __future__ import annotations

import pytest

from questions.ingest import readers, rules


def read(text, name="a.md"):
    return rules.read(readers.read(name, text.encode()))


def prompts(text, name="a.md"):
    return [question.prompt for question in read(text, name).questions]


@pytest.mark.parametrize(
    "line",
    [
        "Question {} (hard)\n{}",
        "Question {} [Hard]\n{}",
        "### Question {} - Hard\n{}",
        "{}. (Hard) {}",
        "{}. {} [hard]",
        "| # | Question | Level | Answer |\n|--|--|--|--|\n| {} | {} | hard | Yes. |",
    ],
)
def test_the_level_beside_a_question_is_its_difficulty(line):
    asked = ("What floats on water?", "What sinks in oil?", "What burns under water?")
    found = read("".join(f"{line.format(n, p)}\n\nAnswer: x\n\n" for n, p in enumerate(asked, 1)))
    assert [question.prompt for question in found.questions] == list(asked)
    assert {(question.difficulty or "").lower() for question in found.questions} == {"hard"}


@pytest.mark.parametrize("sign", [" - ", " – ", " → ", "\t", " => ", " : "])
def test_a_question_and_its_answer_may_stand_on_one_line(sign):
    sides = [("What floats?", "Wood, mostly."), ("What sinks?", "A stone."), ("Why?", "Weight.")]
    found = read("".join(f"{sign.join(pair)}\n" for pair in sides)).questions
    assert [(question.prompt, question.answer) for question in found] == sides


def test_pairs_with_a_tab_between_them_are_a_table_whatever_they_are_called():
    text = "A keel\tThe spine of a ship\nA mast\tIt carries sails\nA helm\tIt steers\n"
    found = read(text, "terms.txt").questions
    assert [(q.prompt, q.answer) for q in found] == [
        tuple(line.split("\t")) for line in text.splitlines()
    ]


def test_a_question_within_a_paragraph_is_prose():
    story = (
        "Have you ever sailed at night? We did.\n\nWhy not use the motor? It was broken.\n\n"
        "Was it cold? Very much so, and wet.\n\nSo we learned to wait for the wind.\n"
    )
    assert prompts(story) == []


def test_a_title_that_announces_exercises_makes_orders_questions():
    body = "".join(
        f"## {n}. {order}\n\n```\nx{n}\n```\n\n"
        for n, order in enumerate(("Select all ships", "Find the oldest", "Count the masts"), 1)
    )
    assert prompts(f"# Exercises on ships\n\n{body}") == [
        "Select all ships", "Find the oldest", "Count the masts",
    ]  # fmt: skip
    assert prompts(f"# Running the harbour\n\n{body}") == []


def test_what_is_compared_needs_no_question_mark():
    text = "".join(
        f"### {head}\n\nOne floats, one does not.\n\n"
        for head in ("What is a raft", "Rafts vs ships", "Difference between oars and sails")
    )
    assert len(prompts(text)) == 3


def test_an_advertisement_after_the_last_answer_is_no_part_of_it():
    body = "".join(f"## {n}. What is part {n}?\n\nPiece {n}.\n\n" for n in range(1, 5))
    advert = "#### More answers on [our site](https://ships.example)\n\n<img src='a.png'>\n"
    assert read(body + advert).questions[-1].answer == "Piece 4."


def test_sections_of_a_text_without_headings_part_its_questions():
    text = "".join(
        f"Section {part}. Ships\n\n"
        + "".join(f"{part}.{n}: What is piece {part}{n}?\n\nA: A plank.\n\n" for n in range(1, 4))
        for part in (1, 2)
    )
    found = read(text, "a.txt").questions
    assert [question.answer for question in found] == ["A plank."] * 6
    assert {question.section for question in found} == {"Section 1. Ships", "Section 2. Ships"}


def test_several_keys_may_be_numbers():
    text = 'Question,Answer 1,Answer 2,Answer 3,Correct answers\nWhich float?,Wood,Lead,Ice,"1,3"\n'
    (question,) = read(text, "a.csv").questions
    assert [choice.correct for choice in question.choices] == [True, False, True]


def test_a_record_with_marked_options_asks_whatever_its_text_is_called():
    text = '[{"text": "Which float?", "answers": [{"text": "Ice", "correct": true}, '
    text += '{"text": "Lead", "correct": false}]}]'
    (question,) = read(text, "a.json").questions
    assert (question.prompt, question.kind) == ("Which float?", "choice")


def test_what_has_to_be_known_before_is_part_of_the_prompt():
    text = "".join(
        f"## Q{n}\nShip {n} leaks.\n\nWhat do you do?\n\n**Answer:**\n\nPump, then look for it.\n\n"
        for n in range(1, 4)
    )
    assert prompts(text) == [f"Ship {n} leaks.\n\nWhat do you do?" for n in range(1, 4)]
    assert prompts(text.replace("**Answer:**\n\n", "")) == prompts(text)


@pytest.mark.parametrize("title", ["### Answers", "**Answers**", "Answers:", "SOLUTIONS"])
def test_answers_in_a_list_of_their_own_go_to_their_questions(title):
    text = "1. What floats?\n2. What sinks?\n3. What burns?\n\n"
    found = read(f"{text}{title}\n\n1. Wood,\n   mostly.\n2. A stone.\n3. Oil.\n")
    assert [(question.prompt, question.answer) for question in found.questions] == [
        ("What floats?", "Wood,\nmostly."),
        ("What sinks?", "A stone."),
        ("What burns?", "Oil."),
    ]
    assert [one.reason for one in found.skipped] == ["the key of the questions"]


def test_a_list_of_keys_may_say_why():
    text = "1. What floats?\na) lead\nb) wood\n2. What sinks?\na) lead\nb) wood\n"
    text += "3. What burns?\na) lead\nb) wood\n\nAnswers:\n1. b) It is light.\n2. a) It is not.\n"
    found = read(f"{text}3. b) Slowly.\n").questions
    assert [[choice.correct for choice in question.choices] for question in found] == [
        [False, True], [True, False], [False, True],
    ]  # fmt: skip
    assert found[2].answer.endswith("Slowly.")
