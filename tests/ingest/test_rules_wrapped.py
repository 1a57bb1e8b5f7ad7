"""Documents that lost their marks on the way from one format into another."""

from __future__ import annotations

from questions.ingest import rules

THINGS = ["a keel", "a hull", "a jib", "a rudder", "an anchor", "a mast"]


def read(text):
    return rules.read(rules.Outline(tuple(text.split("\n")))).questions


def test_a_sign_in_a_line_of_its_own_is_no_title_over_all_answers():
    things = THINGS * 2
    text = "".join(
        f"{n}. What is {thing} made\nof{'?' if n != 7 else ''}\n{'?' if n == 7 else ''}\n"
        "1. Iron\n2. Wood\n3. Sand\n4. Salt\n\n"
        for n, thing in enumerate(things, 1)
    )
    assert len(read(text)) == len(things)


def test_numbered_options_stand_under_prompts_of_two_lines():
    text = "".join(
        f"{n}. Which of these is the very best\nmatter for {thing}?\n\n"
        "1. Iron\n2. Wood\n3. Sand\n4. Salt\n\n"
        for n, thing in enumerate(THINGS, 1)
    )
    found = read(text)
    assert [len(question.choices) for question in found] == [4] * len(THINGS)


def test_the_last_question_of_a_list_keeps_a_list_of_the_same_marks():
    text = "".join(
        f"{n}. Which matter makes {thing}?\n\n1. Iron\n2. Wood\n3. Sand\n4. Salt\n\n"
        for n, thing in enumerate(THINGS, 1)
    )
    assert read(text)[-1].choices[-1].text == "Salt"


def test_bold_captions_within_answers_are_no_questions():
    asked = [f"What is {thing} in {where}?" for thing in THINGS for where in ("calm", "storm")]
    text = "".join(f"**{one}**\n\nA part of a ship.\n\n" for one in asked)
    text = text.replace("ship.\n", "ship.\n\n**On old ships:**\n\nWood.\n", 1)
    found = read(text)
    assert [question.prompt for question in found] == asked
    assert found[0].answer.endswith("**On old ships:**\n\nWood.")


def test_contents_whose_sections_are_bold_are_no_second_questions():
    asked = [f"What is {thing}?" for thing in THINGS]
    contents = "**Below**\n\n" + "\n".join(f"- {one}" for one in asked[:3])
    contents += "\n\n**Above**\n\n" + "\n".join(f"- {one}" for one in asked[3:])
    body = "\n\n".join(f"**{one}**\n\nA part of a ship.\n\nOld as seafaring." for one in asked)
    found = read(f"# Ships\n\n{contents}\n\n# Below\n\n{body}\n")
    assert [question.prompt for question in found] == asked
    assert all(question.answer for question in found)


def test_a_question_that_a_line_breaks_off_is_one():
    text = "".join(
        f"What is {thing} for? Which other parts of a ship can you name that depend on\n"
        f"{thing}?\n\nIt holds the ship together.\n\n"
        for thing in THINGS
    )
    found = read(text)
    assert [" ".join(question.prompt.split()) for question in found] == [
        f"What is {thing} for? Which other parts of a ship can you name that depend on {thing}?"
        for thing in THINGS
    ]
    assert {question.answer for question in found} == {"It holds the ship together."}
