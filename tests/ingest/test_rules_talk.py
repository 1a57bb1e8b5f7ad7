"""Questions in talks, boxes of note-takers, nested lists, and behind initials."""

from __future__ import annotations

import json

import pytest

from questions.ingest import readers, rules


def read(text, name="a.md"):
    return rules.read(readers.read(name, text.encode()))


def pairs(text, name="a.md"):
    return [(question.prompt, question.answer) for question in read(text, name).questions]


SHIPS = [("What floats?", "Wood, mostly."), ("What sinks?", "A stone."), ("Why?", "Its weight.")]


def test_a_folding_box_asks_by_its_title():
    text = "".join(f"> [!question]- {asked}\n> {told}\n>\n> - a\n\n" for asked, told in SHIPS)
    assert pairs(text) == [(a, f"{t}\n\n- a") for a, t in SHIPS]


def test_a_box_without_a_title_asks_in_its_first_line():
    text = "".join(
        f"> [!faq]\n> {asked}\n>\n> [!success]- Answer\n> {told}\n\n" for asked, told in SHIPS
    )
    assert [prompt for prompt, _ in pairs(text)] == [asked for asked, _ in SHIPS]


def test_a_box_that_only_remarks_asks_nothing():
    text = "> [!note] Remember\n> Ships float.\n\n> [!warning] Beware\n> Stones sink.\n"
    assert pairs(text) == []


@pytest.mark.parametrize(
    "stamp", ["[10:0{}] ", "[10:0{}:30 AM] ", "(10:0{}) ", "10:0{} ", "3/4/24, 10:0{} - "]
)
def test_the_time_before_a_speaker_is_no_part_of_what_is_said(stamp):
    said = [
        line
        for asked, told in SHIPS
        for line in (f"Interviewer: {asked}", f"Candidate: {told}\nAnd so on.")
    ]
    text = "".join(f"{stamp.format(n)}{line}\n" for n, line in enumerate(said))
    assert pairs(text, "a.txt") == [(asked, f"{told}\nAnd so on.") for asked, told in SHIPS]


@pytest.mark.parametrize(("asks", "tells"), [("{}.- ", "R: "), ("P: ", "R: "), ("F: ", "A: ")])
def test_initials_ask_and_answer_where_they_count_nothing(asks, tells):
    text = "".join(f"{asks.format(n)}{a}\n{tells}{t}\n\n" for n, (a, t) in enumerate(SHIPS, 1))
    assert pairs(text, "a.txt") == SHIPS


def test_an_answer_that_begins_with_signs_keeps_them():
    text = "P: What is ==?\nR: == compares.\n\nP: What is =?\nR: = assigns.\n"
    assert pairs(text, "a.txt") == [("What is ==?", "== compares."), ("What is =?", "= assigns.")]


@pytest.mark.parametrize("word", ["Answer", "Antwort", "Ответ", "Respuesta"])
def test_the_word_for_an_answer_may_close_with_a_full_stop(word):
    text = "".join(f"{n}. {a}\n{word}. {t}\n\n" for n, (a, t) in enumerate(SHIPS, 1))
    found = pairs(text, "a.txt")
    assert [(asked, told.removeprefix(f"{word}. ")) for asked, told in found] == SHIPS


def test_an_item_of_the_outer_list_ends_the_answer_above_it():
    text = "1. **Wood**\n   1. What floats?\n      - A log\n   2. What burns?\n      - A board\n"
    text += "2. **Stone**\n   1. What sinks?\n      - A pebble\n   2. What lasts?\n      - A wall\n"
    assert [told for _, told in pairs(text)] == ["- A log", "- A board", "- A pebble", "- A wall"]


def test_a_line_all_in_italics_may_tell_somebody_to_answer():
    text = "*Tell me about a time you sank.*\n\nUse STAR.\n\n*Describe a storm.*\n\nBe brief.\n\n"
    text += "*How do you steer?*\n\nWith care.\n"
    assert [asked for asked, _ in pairs(text)] == [
        "Tell me about a time you sank.", "Describe a storm.", "How do you steer?",
    ]  # fmt: skip


def test_a_bar_behind_a_backslash_parts_no_cells():
    text = "| Question | Answer |\n|---|---|\n| What is or? | `a \\| b` |\n| Why? | So. |\n"
    assert pairs(text) == [("What is or?", "`a | b`"), ("Why?", "So.")]


def test_the_foot_of_a_page_is_no_part_of_the_last_answer():
    body = "".join(f"<dt>{asked}</dt>\n<dd>{told}</dd>\n" for asked, told in SHIPS)
    page = f"<html><body><dl>\n{body}</dl>\n<footer>By the harbour</footer></body></html>"
    assert pairs(page, "a.html") == SHIPS


def test_fields_over_several_lines_keep_their_lists():
    text = "".join(
        f":Question: {a}\n:Answer: {t}\n         It is so.\n\n         * by nature\n\n"
        for a, t in SHIPS
    )
    found = pairs(f"Ships\n=====\n\n{text}", "a.rst")
    assert [asked for asked, _ in found] == [asked for asked, _ in SHIPS]
    assert all(told.endswith("It is so.\n\n* by nature") for _, told in found)


def test_heads_of_columns_may_say_more_than_what_they_hold():
    text = "Nr;Frage;Musterantwort;Schwierigkeit\n1;Was schwimmt?;Holz.;schwer\n"
    (question,) = read(text, "a.csv").questions
    assert (question.prompt, question.answer, question.difficulty) == (
        "Was schwimmt?", "Holz.", "schwer",
    )  # fmt: skip
    text = "ID,Interview Question,Expected Answer (short)\n1,What floats,Wood\n2,What sinks,Lead\n"
    assert pairs(text, "a.csv") == [("What floats", "Wood"), ("What sinks", "Lead")]


def test_whole_numbers_for_keys_count_from_nought_unless_they_cannot():
    def key(numbers):
        every = [{"question": f"Which {n}?", "options": list("xyz"), "answer": n} for n in numbers]
        found = read(json.dumps(every), "a.json").questions
        return ["".join(one.text for one in each.choices if one.correct) for each in found]

    assert key([1, 2]) == ["y", "z"]
    assert key([1, 2, 3]) == ["x", "y", "z"]
    assert key([1, 2] * 5) == ["x", "y"] * 5


def test_questions_with_keys_are_no_options_of_the_section_they_stand_in():
    text = '{"sections": [{"name": "Sea", "items": [{"question": "Which floats?", '
    text += '"choices": {"A": "lead", "B": "wood"}, "correct": "B"}]}]}'
    (question,) = read(text, "a.json").questions
    assert (question.prompt, question.section) == ("Which floats?", "Sea")
    assert [choice.correct for choice in question.choices] == [False, True]


@pytest.mark.parametrize(("asks", "tells"), [("Q - ", "A - "), ("Q{} : ", "R{} : ")])
def test_initials_may_be_numbered_or_stand_before_a_dash(asks, tells):
    more = "Sailors have always known that much and will tell you so in every harbour of the world"
    text = "".join(
        f"{asks.format(n)}{a}\n{tells.format(n)}{t} {more}.\n\n"
        for n, (a, t) in enumerate(SHIPS, 1)
    )
    assert pairs(text, "a.txt") == [(asked, f"{told} {more}.") for asked, told in SHIPS]


def test_numbered_lines_in_capitals_are_headings_of_a_text_without_any():
    text = "1 QUESTIONS\n\n" + "".join(f"1.{n} {a}\n\n{t}\n\n" for n, (a, t) in enumerate(SHIPS, 1))
    found = read(f"{text}2 SOURCES\n\nA book.\n", "a.txt").questions
    assert [(one.answer, one.section) for one in found] == [(t, "1 QUESTIONS") for _, t in SHIPS]


@pytest.mark.parametrize(
    ("said", "encoding"),
    [
        ("La différence a été gérée à la main ; où ça ?", "cp1252"),
        ("Größe und Länge heißen „Maße“.", "cp1252"),
        ("¿Qué año es éste? El año pasado.", "latin-1"),
        ("Tão só não é solidão: à ação.", "cp1252"),
        ("Что такое глобальная блокировка интерпретатора", "cp1251"),
        ("Příliš žluťoučký kůň úpěl ďábelské ódy, říká se", "cp1250"),
    ],
)
def test_old_encodings_are_told_by_the_accents_of_a_language(said, encoding):
    text = "".join(f"{n}. {a}\n\n{said}\n\n" for n, (a, _) in enumerate(SHIPS * 3, 1))
    found = rules.read(readers.read("a.txt", text.encode(encoding))).questions
    assert {question.answer for question in found} == {said}


def test_a_line_of_dashes_below_an_answer_parts_it_from_the_next_question():
    text = f"\n{'-' * 40}\n".join(f"{asked}\n{told}" for asked, told in SHIPS)
    assert pairs(text, "a.txt") == SHIPS


def test_signs_of_a_heading_need_no_blank_before_a_question():
    assert pairs("".join(f"#{a}\n{t}\n\n" for a, t in SHIPS[:2])) == SHIPS[:2]
    assert pairs("#Ships and #Stones are tags.\n\n#Sea\n") == []


def test_letters_number_questions_where_each_is_answered_below():
    text = (
        "1. Wood\n   a. What floats?\n      Look for: a log.\n   b. What burns?\n      A board.\n"
    )
    text += "2. Stone\n   a. What sinks?\n      A pebble.\n   b. What lasts?\n      A wall.\n"
    told = ["Look for: a log.", "A board.", "A pebble.", "A wall."]
    assert [answer for _, answer in pairs(text, "a.txt")] == told


def test_the_paragraph_below_a_labelled_one_stays_a_paragraph():
    text = "".join(
        f"### {n}. {a}\n\n**Answer:** {t} So it is.\n\n- by nature\n- for ever and in all seas\n\n"
        for n, (a, t) in enumerate(SHIPS, 1)
    )
    assert pairs(text)[0][1].endswith("So it is.\n\n- by nature\n- for ever and in all seas")


def test_tags_of_components_are_no_text():
    text = "".join(f"## {a}\n\n<Tabs>\n\n{t}\n\n</Tabs>\n\n" for a, t in SHIPS)
    assert pairs(text) == SHIPS
