from __future__ import annotations

from typing import Any

import pytest
from hypothesis import given, settings
from hypothesis import strategies as st

from questions.ingest import rules
from tests.ingest import documents

SETTINGS = settings(max_examples=12, deadline=None)


def read(text: str) -> rules.Reading:
    return rules.read(rules.Outline(tuple(text.split("\n"))))


def squeezed(text: str) -> str:
    return "".join(character for character in text.casefold() if character.isalnum())


@pytest.mark.parametrize("style", documents.STYLES)
@given(made=documents.pairs())
@SETTINGS
def test_each_style_is_found_whole_once_and_in_its_place(style, made):
    text = documents.rendered(style, made)
    lines = text.split("\n")
    found = read(text).questions
    assert [squeezed(q.prompt) for q in found] == [squeezed(p.prompt) for p in made]
    for question, pair in zip(found, made, strict=True):
        assert squeezed(pair.answer) in squeezed(question.answer)
        printed = "\n".join(lines[question.line - 1 : question.end_line])
        assert squeezed(pair.prompt) in squeezed(printed)
        assert squeezed(pair.answer) in squeezed(printed)
        assert question.kind == "open"


def covered(reading: rules.Reading) -> list[int]:
    ranges: list[Any] = [*reading.questions, *reading.articles, *reading.skipped]
    return [line for one in ranges for line in range(one.line, one.end_line + 1)]


def assert_every_line_is_in_one_range(text: str) -> None:
    lines = text.split("\n")
    found = covered(rules.read(rules.Outline(tuple(lines))))
    assert len(found) == len(set(found))
    assert {n for n, line in enumerate(lines, 1) if line.strip()} <= set(found)
    assert set(found) <= set(range(1, len(lines) + 1))


PIECES = st.sampled_from(
    """
    # Title|## What is it?|### 1. Why?|Q: Why?|A: because|**Answer:** so|1. One|2. Two?|- [ ] box
    - [x] box|A) one|B) two|Answer: B|---|--------|***|```|```py|x = 1|<details>|</details>
    <summary>What?</summary>|<br>|<!-- a|-->|| a | b ||| --- | --- ||> said|    code|* point|text
    What now?|Explain it.|[up](#top)|![](a.png)|**bold**|**bold?**|Scenario: you wait. Why?||
    """.strip().replace("\n    ", "|").split("|")
)  # fmt: skip


@given(st.lists(PIECES, max_size=40))
@settings(max_examples=150, deadline=None)
def test_every_line_of_any_patchwork_lies_in_exactly_one_range(pieces):
    assert_every_line_is_in_one_range("\n".join(pieces))


@given(st.text(max_size=400))
@settings(max_examples=150, deadline=None)
def test_every_line_of_any_text_lies_in_exactly_one_range(text):
    assert_every_line_is_in_one_range(text)


def test_numbered_steps_inside_answers_are_no_questions():
    text = "".join(
        f"{n}. What does stage {n} do?\n\nIt runs steps:\n\n1. Load it.\n2. Start it.\n3. Stop.\n\n"
        for n in range(1, 8)
    )
    found = read(text).questions
    assert [question.prompt for question in found] == [
        f"What does stage {n} do?" for n in range(1, 8)
    ]
    assert all("3. Stop." in question.answer for question in found)


def test_headings_of_the_same_shape_after_the_last_answer_are_an_article():
    asked = "".join(
        f"### **{n}. How is part {n} tested?**\n- **Answer**: With a probe.\n\n---\n\n"
        for n in range(1, 7)
    )
    steps = "".join(
        f"### **{n}. Stage {n}**\nPut the parts on the bench and wire them up before the test.\n\n"
        for n in range(1, 4)
    )
    reading = read(asked + "To set the bench up, follow these steps:\n\n---\n\n" + steps)
    assert len(reading.questions) == 6
    assert reading.questions[-1].answer == "With a probe."


def test_comments_in_code_are_no_headings():
    text = "".join(
        f"# Why is rule {n} needed?\n\nSee:\n\n```sh\n# What is this?\nrun\n```\n\n"
        for n in range(1, 5)
    )
    assert len(read(text).questions) == 4


def test_a_question_without_the_number_of_the_others_is_found_too():
    text = "".join(f"{n}. What is item {n}?\n\nA thing.\n\n" for n in range(1, 7))
    found = read(text.replace("4. What", "What")).questions
    assert [question.line for question in found] == [1, 5, 9, 13, 17, 21]


def test_pitfalls_with_the_same_labels_are_questions():
    text = "".join(
        f"{n}. **Forgotten lid {n}**\n\n   * Mistake: it boils over.\n   * Fix: put it on.\n\n"
        for n in range(1, 6)
    )
    found = read("### Common traps\n\n" + text).questions
    assert [question.prompt for question in found] == [f"Forgotten lid {n}" for n in range(1, 6)]
    assert found[0].section == "Common traps"


def test_a_quoted_question_with_an_answer_label_below_is_found():
    text = "Tip:\nIf someone asks *“Why not one big pot?”*\nAnswer:\n\n* It would be heavy.\n"
    (found,) = read(text).questions
    assert (found.prompt, found.answer) == ("Why not one big pot?", "* It would be heavy.")


def test_offers_between_replies_are_neither_questions_nor_answers():
    text = "".join(f"Q: What is part {n}?\nA: A part.\n\n" for n in range(1, 5))
    reading = read(text + "Would you like me to explain more?\n")
    assert len(reading.questions) == 4
    assert reading.skipped[-1].line == 13


def test_a_table_of_contents_is_no_question():
    asked = [f"What is chapter {n} about?" for n in range(1, 6)]
    links = "".join(f"- [{text}](#c{n})\n" for n, text in enumerate(asked))
    plain = "".join(f"{n}. {text}\n" for n, text in enumerate(asked, 1))
    body = "".join(f"## {text}\n\nAbout things.\n\n" for text in asked)
    for contents in (links, plain):
        found = read(f"# Book\n\n{contents}\n{body}").questions
        assert [question.prompt for question in found] == asked
        assert all(question.answer == "About things." for question in found)


def test_a_study_plan_has_no_questions():
    text = "# Plan\n\n" + "".join(
        f"## Week {n}\n\n- [ ] Read chapter {n}\n- [ ] Do the exercises\n- [ ] Rest\n\n"
        for n in range(1, 8)
    )
    assert read(text).questions == ()


def test_prose_without_questions_is_an_article():
    text = "# Boats\n\n" + "A boat floats because it weighs less than the water it moves. " * 8
    reading = read(text)
    assert (reading.questions, reading.title) == ((), "Boats")
    assert [(one.line, one.title) for one in reading.articles] == [(1, "Boats")]


def test_a_level_and_topics_under_the_prompt_are_read_and_left_out():
    text = "".join(
        f"## Design machine {n}\n*Difficulty: hard · Topics: levers, ropes*\n\nWith care.\n\n"
        for n in range(1, 4)
    )
    first = read(text).questions[0]
    assert (first.difficulty, first.topics) == ("hard", ("levers", "ropes"))
    assert (first.prompt, first.answer) == ("Design machine 1", "With care.")


def test_signs_at_the_end_of_prompts_mean_what_the_legend_says():
    text = "Legend: 🌱 easy 🌳 hard\n\n" + "".join(
        f"**What is plant {n}? {'🌱' if n % 2 else '🌳'}**\n\nA plant.\n\n" for n in range(1, 6)
    )
    found = read(text).questions
    assert [question.difficulty for question in found] == ["easy", "hard", "easy", "hard", "easy"]
    assert found[0].prompt == "What is plant 1?"


def test_bare_lists_of_questions_are_found_with_their_code():
    text = "* What is a boat?\n* Explain sails.\n* What does this print?\n```js\nf()\n```\n* Why?\n"
    found = read(text).questions
    assert [question.line for question in found] == [1, 2, 3, 7]
    assert "f()" in found[2].prompt
    assert not any(question.answer for question in found)


@pytest.mark.parametrize(
    ("asked", "answered"),
    [
        ("1. Что такое замок?", "Это защита."),
        ("1、什么是锁？", "一种保护。"),
        ("1. ¿Qué es un cerrojo?", "Una protección."),
        ("问：什么是锁？", "答：一种保护。"),
        ("Câu 1: Khóa là gì?", "Một cách bảo vệ."),
        ("Soru 1: Kilit nedir?", "Cevap: Bir korumadır."),
        ("Pytanie 1. Wyjaśnij zamek", "Odpowiedź: Ochrona."),
        ("질문 1: 잠금이란 무엇인가요?", "답변: 보호입니다."),
    ],
)
def test_other_languages_are_read_alike(asked, answered):
    text = "".join(f"{asked.replace('1', str(n), 1)}\n\n{answered}\n\n" for n in range(1, 6))
    found = read(text).questions
    assert len(found) == 5
    assert not any("1" in question.prompt for question in found)


def test_a_heading_that_comes_under_every_question_belongs_to_the_answers():
    text = "".join(
        f"## What is tool {n}?\n\nA tool.\n\n## Example\n\nHere.\n\n" for n in range(1, 6)
    )
    found = read(text).questions
    assert [question.prompt for question in found] == [f"What is tool {n}?" for n in range(1, 6)]
    assert all("Here." in question.answer for question in found)


def test_pictures_stay_with_prompt_and_answer():
    text = "".join(
        f"### What does plan {n} show?\n\n![Plan](p{n}.png)\n\n**Answer:**\n\nA house.\n\n"
        f'<img src="h{n}.png">\n\n'
        for n in range(1, 4)
    )
    found = read(text).questions
    assert found[0].prompt == "What does plan 1 show?\n\n![Plan](p1.png)"
    assert 'src="h1.png"' in found[0].answer


@pytest.mark.parametrize(
    "text",
    [
        "# Tool\n\n## What is it?\n\nA tool.\n\n## Why?\n\nFor speed.\n\n## Installing\n\nRun.\n\n"
        "## Using\n\nRun.\n\n## How it works\n\nWell.\n\n## Licence\n\nFree.\n",
        "# Setup\n\n1. Create a bucket\n\n   Open it.\n\n2. Set access\n\n   Use a rule.\n\n"
        "3. Deploy it\n\n   Run.\n\n4. Delete it\n\n   When done.\n",
        "# Scaling\n\n" + "We began with one machine and it was fine.\n\n" * 6
        + "So what happened?\n\nGrowth.\n\nWhat did we learn?\n\nMuch.\n\nAnd then?\n\nSleep.\n",
    ],
)  # fmt: skip
def test_guides_and_stories_have_no_questions(text):
    assert read(text).questions == ()


@pytest.mark.parametrize(
    ("text", "title"),
    [
        ("---\ntitle: Boats\n---\n# Ships\n", "Boats"),
        ("## Boats\n\n### What floats?\n\nWood.\n\n### What sinks?\n\nLead.\n", "Boats"),
        ('<h1 align="center">\n  Boats\n</h1>\n\ntext\n', "Boats"),
        ("## Part one\n\nQ: Why?\nA: So.\n\n## Part two\n\nQ: How?\nA: So.\n", ""),
    ],
)
def test_a_title_is_the_one_highest_heading(text, title):
    assert read(text).title == title


def test_a_wrapped_prompt_is_read_to_its_question_mark():
    text = "".join(
        f" {n}. The licence says that copy {n} must be plainly marked as such. So\n"
        "    what exactly do I have to do?\n\n    Change the name.\n\n"
        for n in range(1, 5)
    )
    found = read(text).questions[0]
    assert found.prompt.endswith("as such. So\nwhat exactly do I have to do?")
    assert found.answer == "Change the name."


def test_exercises_that_spell_out_what_is_wanted_are_questions():
    text = "".join(
        f"### Create a box named box{n} with two handles\n\n```sh\nbox new box{n}\n```\n\n"
        for n in range(1, 8)
    )
    assert len(read(text).questions) == 7


def test_words_before_a_colon_stay_in_the_prompt():
    text = "".join(
        f"**Rope or chain {n}: what is the difference?**\n\nOne is soft.\n\n" for n in range(1, 6)
    )
    assert read(text).questions[0].prompt == "Rope or chain 1: what is the difference?"


def test_a_question_that_follows_up_on_each_answer_is_part_of_it():
    text = "".join(
        f"{n}. What is knot {n} for?\n\nFor tying.\n\n"
        "**Follow-up:** And when is it untied?\n\nLater.\n\n"
        for n in range(1, 7)
    )
    found = read(text).questions
    assert [question.prompt for question in found] == [
        f"What is knot {n} for?" for n in range(1, 7)
    ]
    assert all("untied" in question.answer for question in found)


def test_bold_questions_among_bold_headings_are_told_apart():
    text = "".join(
        f"**What is sail {n}?**\n\n**Uses:**\n\n- speed\n\n**Costs:**\n\n- money\n\n"
        for n in range(1, 7)
    )
    assert len(read(text).questions) == 6


def test_a_number_without_words_is_no_question():
    text = (
        "".join(f"# {n}. Why is part {n} so?\n\nSo.\n\n" for n in range(1, 6)) + "# 6.\n\n# End\n"
    )
    assert len(rules.read(rules.Outline(tuple(text.split("\n")))).questions) == 5
