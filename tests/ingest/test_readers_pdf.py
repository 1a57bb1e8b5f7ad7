from __future__ import annotations

import pytest
from fpdf import FPDF

from questions.ingest import readers, rules
from questions.ingest.readers.pdf import CLEAN
from questions.ingest.readers.pdf_lines import BULLET
from tests.ingest import hostile

LONG = "It keeps two writers from changing the same thing at once, and it does so at a price that "
MORE = "nobody sees until many of them want it in the same moment of the same day. Then it is late."


class Book(FPDF):
    def header(self):
        self.set_font("helvetica", "I", 9)
        self.cell(0, 6, "All about locks", new_x="LMARGIN", new_y="NEXT")
        self.ln(6)

    def footer(self):
        self.set_y(-12)
        self.set_font("helvetica", "", 8)
        self.cell(0, 6, f"Page {self.page_no()} of 9", align="C")


def book(questions, page=None):
    page = page or Book()
    page.add_page()
    for number in range(1, questions + 1):
        page.set_font("helvetica", "B", 14)
        page.multi_cell(
            0, 8, f"{number}. What is lock {number} for?", new_x="LMARGIN", new_y="NEXT"
        )
        page.set_font("helvetica", "", 11)
        page.multi_cell(0, 5, LONG + MORE, new_x="LMARGIN", new_y="NEXT")
        page.ln(5)
    return bytes(page.output())


def read(data):
    return readers.read("locks.pdf", data)


def test_lines_are_joined_and_running_heads_and_page_numbers_are_left_out():
    outline = read(book(30))
    said = "\n".join(outline.lines)
    assert "All about locks" not in said
    assert "Page" not in said
    assert outline.lines.count(LONG + MORE) == 30


def test_questions_that_go_over_the_end_of_a_page_stay_whole():
    found = rules.read(read(book(30))).questions
    assert [q.prompt for q in found] == [f"What is lock {n} for?" for n in range(1, 31)]
    assert {q.answer for q in found} == {LONG + MORE}


def test_words_parted_at_the_end_of_a_line_come_together():
    page = FPDF()
    page.add_page()
    page.set_font("helvetica", "", 11)
    filler = "and so it goes on with many words until the very end of this long line of a kind of"
    for line in (f"{filler} instru-", "ments that many use."):
        page.cell(0, 5, line, new_x="LMARGIN", new_y="NEXT")
    assert f"{filler} instruments that many use." in read(bytes(page.output())).lines


def test_short_lines_are_not_joined():
    page = FPDF()
    page.add_page()
    page.set_font("helvetica", "", 11)
    for line in ("Which one fits?", "A) one", "B) two", "Answer: B", "because of its size"):
        page.cell(0, 5, line, new_x="LMARGIN", new_y="NEXT")
    assert [line for line in read(bytes(page.output())).lines if line] == [
        "Which one fits?", "A) one", "B) two", "Answer: B", "because of its size",
    ]  # fmt: skip


def test_fonts_say_what_is_bold_and_what_is_code():
    page = FPDF()
    page.add_page()
    page.set_font("helvetica", "B", 11)
    page.cell(0, 5, "Why?", new_x="LMARGIN", new_y="NEXT")
    page.set_font("courier", "", 10)
    for line in ("def f():", "    return 1"):
        page.cell(0, 5, line, new_x="LMARGIN", new_y="NEXT")
    page.set_font("helvetica", "", 11)
    page.cell(0, 5, "That is all there is to say about it.", new_x="LMARGIN", new_y="NEXT")
    lines = [line for line in read(bytes(page.output())).lines if line]
    assert lines[0] == "**Why?**"
    assert lines[1:4] == ["```", "def f():", "    return 1"]


def test_a_contents_page_is_no_list_of_questions():
    page = FPDF()
    page.add_page()
    page.set_font("helvetica", "", 11)
    for number in range(1, 8):
        text = f"{number}. What is lock {number} for? {'.' * 40} {number}"
        page.cell(0, 5, text, new_x="LMARGIN", new_y="NEXT")
    found = rules.read(read(book(7, page))).questions
    assert len(found) == 7
    assert all(q.answer for q in found)


def set_lines(*lines):
    """A page of lines, each with its place, its style and its text; a sign may stand before it."""
    page = FPDF()
    page.add_page()
    for number, (x, style, text) in enumerate(lines):
        page.set_xy(x, 20 + 5 * number)
        page.set_font("helvetica", "", 11)
        if text.startswith("* "):
            page.cell(4, 5, "-" if style == "-" else "\xb7")
            text = text[2:]
        page.set_font("helvetica", style.strip("-"), 11)
        page.cell(0, 5, text)
    return [line for line in read(bytes(page.output())).lines if line]


FULL = "What would you tell a sailor who asks how deep the water under his keel is and how"


def test_a_bold_item_goes_on_behind_its_sign():
    assert (
        set_lines(
            (10, "", LONG),
            (14, "B", f"* {FULL}"),
            (20, "B", "much deeper it was?"),
        )[-1].strip()
        == f"- **{FULL} much deeper it was?**"
    )


def test_a_bold_question_of_two_sentences_is_one():
    question = f"{FULL} cold is it? Whom"
    told = set_lines((10, "", LONG), (10, "B", question), (10, "B", "would you send?"))
    assert told[-1] == f"**{question} would you send?**"
    question = f"{FULL} cold is the water?"
    told = set_lines((10, "", LONG), (10, "B", question), (10, "B", "Whom would you send?"))
    assert told[-1] == f"**{question} Whom would you send?**"


def test_dashes_at_one_place_right_of_the_margin_are_a_list():
    page = FPDF()
    page.add_page()
    page.set_font("helvetica", "", 11)
    page.core_fonts_encoding = "windows-1252"
    for number, (x, text) in enumerate(
        [(10, LONG), (10, "1. Which one floats?"), (20, "\u2013 A. Iron"), (20, "\u2013 B. Wood")]
    ):
        page.set_xy(x, 20 + 5 * number)
        page.cell(0, 5, text)
    said = [line.strip() for line in read(bytes(page.output())).lines if line]
    assert said[1:] == ["1. Which one floats?", "- A. Iron", "- B. Wood"]


def test_each_of_two_columns_has_its_own_edge():
    page = FPDF()
    page.add_page()
    for column in (10, 110):
        page.set_xy(column, 20)
        for number in range(1, 6):
            page.set_font("helvetica", "B", 11)
            asked = f"{number}. What is the lock with the number {number} in column {column} for?"
            page.set_x(column)
            page.multi_cell(80, 5, asked, align="L", new_x="LEFT", new_y="NEXT")
            page.set_font("helvetica", "", 11)
            page.set_x(column)
            page.multi_cell(80, 5, LONG + MORE, align="L", new_x="LEFT", new_y="NEXT")
    found = rules.read(read(bytes(page.output()))).questions
    assert len(found) == 10
    assert {question.answer for question in found} == {LONG + MORE}


def test_what_the_encoding_leaves_free_is_a_bullet():
    assert BULLET.match("\x7f one".translate(CLEAN))


def test_a_pdf_without_text_says_what_would_help():
    with pytest.raises(readers.Unreadable, match="OCR"):
        read(hostile.picture())
