from __future__ import annotations

import pytest
from hypothesis import given, settings
from hypothesis import strategies as st

from questions.ingest import readers, rules
from tests.ingest import written
from tests.ingest.asked import body, made, plain
from tests.ingest.written import CHOICE, OPEN

SEEDS = st.integers(0, 10_000)
RUNS = settings(max_examples=12, deadline=None)


def letters(text):
    return "".join(c for c in text if c.isalpha())


def read(name, data):
    return rules.read(readers.read(name, data)).questions


@pytest.mark.parametrize("name", OPEN)
@given(seed=SEEDS)
@RUNS
def test_the_same_questions_are_read_from_every_format(name, seed):
    items = made(seed)
    found = read(name, OPEN[name](items))
    assert [plain(q.prompt) for q in found] == [plain(item.prompt) for item in items]
    for question, item in zip(found, items, strict=True):
        assert question.kind == "open"
        # Some formats number the steps in their text, and some in how they are shown; Word counts
        # on through all lists of one style.
        kept = plain(question.answer)
        if name == "a.docx":
            assert letters(question.answer) == letters(body(item))
        else:
            assert kept in {plain(body(item)), plain(written.as_markdown(item))}


@pytest.mark.parametrize("name", CHOICE)
@given(seed=SEEDS)
@RUNS
def test_the_same_options_are_read_from_every_format(name, seed):
    items = made(seed, choice=True)
    found = read(name, CHOICE[name](items))
    assert [plain(q.prompt) for q in found] == [plain(item.prompt) for item in items]
    for question, item in zip(found, items, strict=True):
        assert tuple(choice.text for choice in question.choices) == item.options
        assert [at for at, choice in enumerate(question.choices) if choice.correct] == [item.right]
        assert name == "aiken.txt" or plain(question.answer).endswith(plain(body(item)))


@pytest.mark.parametrize(
    "name", [name for name in OPEN if name not in {"a.docx", "a.pdf", "a.apkg"}]
)
@given(seed=SEEDS)
@RUNS
def test_every_printed_line_of_a_file_lies_in_one_range(name, seed):
    data = OPEN[name](made(seed))
    reading = rules.read(readers.read(name, data))
    ranges = [(one.line, one.end_line) for one in reading.questions]
    ranges += [(one.line, one.end_line) for one in (*reading.articles, *reading.skipped)]
    for number, line in enumerate(data.decode().splitlines(), 1):
        if line.strip():
            assert sum(first <= number <= last for first, last in ranges) == 1


@pytest.mark.parametrize(
    "name", [name for name in OPEN if name not in {"a.docx", "a.pdf", "a.apkg"}]
)
def test_a_question_stands_where_its_prompt_is_printed(name):
    items = made(7)
    data = OPEN[name](items)
    lines = data.decode().split("\n")
    for question, item in zip(read(name, data), items, strict=True):
        near = "\n".join(lines[question.line - 1 : question.line + 2])
        assert plain(item.prompt) in plain(near)


@pytest.mark.parametrize("name", ["a.html", "a.rst", "a.csv", "a.json", "a.gift", "a.txt"])
@pytest.mark.parametrize("encoding", ["utf-8-sig", "utf-16", "cp1252"])
def test_every_encoding_is_read_in_every_format(name, encoding):
    items = made(3)
    data = OPEN[name](items).decode().replace("simple", "naïve")
    found = read(name, data.encode(encoding))
    assert len(found) == len(items)
    said = "".join(q.answer for q in found)
    assert ("naïve" in said) == ("naïve" in data)


@pytest.mark.parametrize("name", ["a.html", "a.rst", "a.csv", "a.json", "a.gift", "a.txt", "a.md"])
def test_line_ends_change_nothing(name):
    data = OPEN[name](made(5)).replace(b"\r\n", b"\n")
    assert read(name, data.replace(b"\n", b"\r\n")) == read(name, data)
