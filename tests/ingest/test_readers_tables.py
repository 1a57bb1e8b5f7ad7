from __future__ import annotations

import json

import pytest
from hypothesis import given
from hypothesis import strategies as st

from questions.ingest import readers, rules

OPTIONS = ["one", "two", "three"]


def read(name, text):
    return rules.read(
        readers.read(name, text.encode() if isinstance(text, str) else text)
    ).questions


def right(question):
    return [choice.text for choice in question.choices if choice.correct]


@pytest.mark.parametrize(
    "text",
    [
        "Question,Answer\nWhy?,So.\n",
        "answer;question\nSo.;Why?\n",
        "sep=;\nFrage;Antwort\nWhy?;So.\n",
        "Front\tBack\tTags\nWhy?\tSo.\t\n",
        "id|prompt|solution\n1|Why?|So.\n",
        '"Question Text","Sample Answer"\n"Why?","So."\n',
        "Why?,So.\nWho?,Me.\nWhen?,Now.\n",
        "Item,Details\nWhy?,So.\nWho?,Me.\nWhen?,Now.\n",
    ],
)
def test_columns_are_told_by_name_or_by_what_they_hold(text):
    found = read("a.csv", text)
    assert (found[0].prompt, found[0].answer) == ("Why?", "So.")


@pytest.mark.parametrize(
    ("head", "row"),
    [
        ("question,a,b,c,answer", "Which?,one,two,three,B"),
        ("question,a,b,c,correct", "Which?,one,two,three,two"),
        ("question,option 1,option 2,option 3,answer", "Which?,one,two,three,2"),
        ("question,Option A,Option B,Option C,Correct Answer", "Which?,one,two,three,b)"),
        ("question,options,answer", 'Which?,"one|two|three",two'),
        ("question,options,answer", 'Which?,"A) one B) two C) three",B'),
        ("question,choices,key", "Which?,\"['one', 'two', 'three']\",two"),
    ],
)
def test_options_and_keys_are_found_in_their_columns(head, row):
    question = read("a.csv", f"{head}\n{row}\n")[0]
    assert [choice.text for choice in question.choices] == OPTIONS
    assert right(question) == ["two"]
    assert question.answer == ""


def test_keys_that_count_from_nought_are_told_by_a_nought():
    text = "question,a,b,answer\nWhich?,one,two,0\nWhich else?,one,two,1\n"
    assert [right(question) for question in read("a.csv", text)] == [["one"], ["two"]]


def test_right_and_wrong_answers_may_stand_in_columns_of_their_own():
    question = read("a.csv", "question,correct answer,wrong answers\nWhich?,two,one; three\n")[0]
    assert [choice.text for choice in question.choices] == ["two", "one", "three"]
    assert right(question) == ["two"]


def test_a_row_over_several_lines_is_one_question_with_its_level_and_topics():
    text = 'question,answer,level,topics\n"Why?","So.\n\n- and ""so""",Hard,"sea, salt"\n'
    question = read("a.csv", text)[0]
    assert (question.line, question.end_line) == (2, 4)
    assert question.answer == 'So.\n\n- and "so"'
    assert (question.difficulty, question.topics) == ("Hard", ("sea", "salt"))


def test_a_table_that_asks_nothing_says_what_it_lacks():
    with pytest.raises(readers.Unreadable, match="Name one column"):
        read("a.csv", "name,age\nAda,36\n")


def test_a_quotation_mark_that_is_none_spoils_nothing():
    found = read("a.csv", 'question,answer\nHow long is 5"?,Short\nWhy?,"So" it is\nWho?,Me\n')
    assert [q.prompt for q in found] == ['How long is 5"?', "Why?", "Who?"]


CELL = st.text(st.characters(blacklist_categories=("Cs", "Cc")), min_size=1).filter(str.strip)


@given(st.lists(st.tuples(CELL, CELL), min_size=1, max_size=5))
def test_no_word_of_a_table_is_lost(rows):
    quoted = "".join(f'"{q.replace(chr(34), chr(34) * 2)}","x {len(a)}"\n' for q, a in rows)
    found = read("a.csv", "question,answer\n" + quoted)
    assert [q.answer for q in found] == [f"x {len(a)}" for _, a in rows]


RECORDS = [
    [{"question": "Why?", "answer": "So."}],
    {"questions": [{"q": "Why?", "a": "So."}]},
    {"data": {"Sea": [{"prompt": "Why?", "response": "So."}]}},
    {"Why?": "So."},
    [["Why?", "So."]],
    {"cards": [{"front": {"text": "Why?"}, "back": "<p>So.</p>"}]},
    [{"Question": "Why?", "Answer": ["So."]}],
]


@pytest.mark.parametrize("value", RECORDS, ids=str)
def test_records_are_found_whatever_they_lie_in(value):
    question = read("a.json", json.dumps(value))[0]
    assert (question.prompt, question.answer) == ("Why?", "So.")


CHOICES = [
    {"options": OPTIONS, "answer": "two"},
    {"options": OPTIONS, "answer": "B"},
    {"options": OPTIONS, "answer": "2"},
    {"options": OPTIONS, "answerIndex": 1},
    {"options": OPTIONS, "correct_answer": ["two"]},
    {"choices": [{"text": t, "correct": t == "two"} for t in OPTIONS]},
    {"answers": [{"answer": t, "isCorrect": t == "two"} for t in OPTIONS]},
    {"answers": OPTIONS, "correct": "two"},
    {"answers": {"a": "one", "b": "two", "c": "three"}, "correctAnswer": "b"},
    {"A": "one", "B": "two", "C": "three", "answer": "B"},
    {"options": {"A": "one", "B": "two", "C": "three"}, "key": "B"},
    {"options": ["A) one", "B) two", "C) three"], "answer": "B"},
]


@pytest.mark.parametrize("value", CHOICES, ids=str)
def test_options_are_found_whatever_they_are_called(value):
    question = read("a.json", json.dumps([{"question": "Which?"} | value]))[0]
    assert [choice.text for choice in question.choices] == OPTIONS
    assert right(question) == ["two"]


def test_several_right_answers_and_explanations_are_kept():
    record = {
        "question": "Which?",
        "options": OPTIONS,
        "answer": ["one", "two"],
        "explanation": "So.",
    }
    question = read("a.json", json.dumps([record]))[0]
    assert right(question) == ["one", "two"]
    assert question.answer == "So."


def test_wrong_answers_beside_the_right_one_are_options():
    record = {
        "question": "Who &quot;is&quot; it?",
        "correct_answer": "I",
        "incorrect_answers": ["He"],
    }
    question = read("a.json", json.dumps({"results": [record]}))[0]
    assert question.prompt == 'Who "is" it?'
    assert [(c.text, c.correct) for c in question.choices] == [("I", True), ("He", False)]


def test_what_we_print_ourselves_is_read_again():
    printed = {
        "documents": [
            {
                "path": "a.md",
                "questions": [
                    {
                        "prompt": "Which?",
                        "answer": "So.",
                        "line": 9,
                        "choices": [
                            {"text": "one", "correct": True},
                            {"text": "two", "correct": False},
                        ],
                        "topics": ["sea"],
                        "difficulty": "easy",
                        "section": "Salt",
                    }
                ],
            }
        ]
    }
    question = read("a.json", json.dumps(printed, indent=1))[0]
    assert (question.prompt, question.answer, right(question)) == ("Which?", "So.", ["one"])
    assert (question.topics, question.difficulty, question.section) == (("sea",), "easy", "Salt")
    assert (question.line, question.end_line) == (6, 25)


def test_records_stand_where_they_are_written():
    text = '[\n{"question": "Why {?",\n"answer": "So }"},\n{"question": "Who?", "answer": "I"}]'
    assert [(q.line, q.end_line) for q in read("a.json", text)] == [(2, 3), (4, 4)]
    assert [
        q.line for q in read("a.jsonl", '{"q": "Why?", "a": "b"}\n\n{"q": "Who?", "a": "b"}')
    ] == [1, 3]
    assert [q.line for q in read("a.json", '{\n"Why?": "So",\n"Who?": "I"\n}')] == [2, 3]


def test_heads_may_carry_what_a_template_says_about_their_cells():
    table = (
        "Question - max 120 characters,Answer 1 - max 75 characters,Answer 2 - max 75 characters,"
        'Answer 3 - max 75 characters,Correct answer(s)\nWhat floats?,cork,iron,wood,"1,3"\n'
    )
    found = rules.read(readers.read("a.csv", table.encode())).questions
    assert [one.text for one in found[0].choices if one.correct] == ["cork", "wood"]


def test_a_key_is_called_so_in_other_languages():
    table = "pregunta,opción a,opción b,respuesta correcta\n¿Qué flota?,hierro,madera,b\n"
    found = rules.read(readers.read("a.csv", table.encode())).questions
    assert [one.text for one in found[0].choices if one.correct] == ["madera"]
