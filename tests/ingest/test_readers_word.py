from __future__ import annotations

import io

import docx
import pytest
from docx.oxml import OxmlElement
from docx.oxml.ns import qn

from questions.ingest import readers, rules
from questions.ingest.readers import word
from tests.ingest import hostile


def lines(document):
    out = io.BytesIO()
    document.save(out)
    return [line for line in word.read(out.getvalue()).lines if line]


def body(inner):
    data = hostile.docx(hostile.paragraphs(inner))
    return [line for line in word.read(data).lines if line]


def test_styles_become_headings_lists_and_code():
    document = docx.Document()
    document.add_heading("Sea", 0)
    document.add_heading("Why is it salty?", 2)
    document.add_paragraph("Rivers.", style="List Bullet")
    document.add_paragraph("First", style="List Number")
    document.add_paragraph("Second", style="List Number")
    for text in ("x = 1", "  y = 2"):
        document.add_paragraph().add_run(text).font.name = "Consolas"
    assert lines(document) == [
        "# Sea", "## Why is it salty?", "- Rivers.", "1. First", "2. Second",
        "```", "x = 1", "  y = 2", "```",
    ]  # fmt: skip


def test_the_inner_lists_of_words_styles_stand_within_the_outer_ones():
    document = docx.Document()
    document.add_paragraph("What floats?", style="List Number")
    document.add_paragraph("Wood", style="List Bullet 2")
    assert lines(document) == ["1. What floats?", "  - Wood"]


def test_runs_become_bold_italic_and_code_whatever_pieces_they_come_in():
    document = docx.Document()
    paragraph = document.add_paragraph("a ")
    for text in ("bo", "ld "):
        paragraph.add_run(text).bold = True
    paragraph.add_run("and ")
    paragraph.add_run("so").italic = True
    paragraph.add_run(" ")
    paragraph.add_run("x_y").font.name = "Courier New"
    paragraph.add_run(" <b> __z__\nnext")
    assert lines(document) == ["a **bold** and *so* `x_y` &lt;b> \\_\\_z\\_\\_", "next"]


def test_tables_of_data_stay_tables_and_others_are_laid_out():
    document = docx.Document()
    table = document.add_table(2, 2)
    for row, texts in zip(table.rows, (("Question", "Answer"), ("Why?", "a|b")), strict=True):
        for cell, text in zip(row.cells, texts, strict=True):
            cell.text = text
    layout = document.add_table(1, 2)
    layout.rows[0].cells[0].text = "left"
    layout.rows[0].cells[1].paragraphs[0].style = document.styles["Heading 3"]
    layout.rows[0].cells[1].paragraphs[0].add_run("right")
    assert lines(document) == [
        "| Question | Answer |", "| --- | --- |", "| Why? | a\\|b |", "left", "### right",
    ]  # fmt: skip


def test_lists_are_numbered_as_word_shows_them():
    document = docx.Document()
    numbering = document.part.numbering_part.element
    kind = OxmlElement("w:abstractNum")
    kind.set(qn("w:abstractNumId"), "90")
    for depth, (form, text) in enumerate((("decimal", "Q%1."), ("upperLetter", "%2)"))):
        level = OxmlElement("w:lvl")
        level.set(qn("w:ilvl"), str(depth))
        for name, value in (("w:start", "1"), ("w:numFmt", form), ("w:lvlText", text)):
            child = OxmlElement(name)
            child.set(qn("w:val"), value)
            level.append(child)
        kind.append(level)
    numbering.insert(0, kind)
    number = numbering.add_num(90)
    for text, depth in (("Which?", 0), ("one", 1), ("two", 1), ("Who?", 0), ("me", 1), ("you", 1)):
        listed = document.add_paragraph(text)._p.get_or_add_pPr().get_or_add_numPr()
        listed.get_or_add_ilvl().val = depth
        listed.get_or_add_numId().val = number.numId
    assert lines(document) == [
        "Q1. Which?", "  A) one", "  B) two", "Q2. Who?", "  A) me", "  B) you",
    ]  # fmt: skip


@pytest.mark.parametrize(
    ("inner", "said"),
    [
        ("<w:p><w:r><w:t>a</w:t><w:tab/><w:t>b</w:t><w:br/><w:t>c</w:t></w:r></w:p>", ["a b", "c"]),
        (
            "<w:p><w:del><w:r><w:t>gone</w:t></w:r></w:del><w:r><w:t>kept</w:t></w:r></w:p>",
            ["kept"],
        ),
        ("<w:p><w:ins><w:r><w:t>new</w:t></w:r></w:ins></w:p>", ["new"]),
        ("<w:p><w:r><w:rPr><w:b w:val='0'/></w:rPr><w:t>a</w:t></w:r></w:p>", ["a"]),
        (
            "<w:p><w:r><w:rPr><w:highlight w:val='green'/></w:rPr><w:t>a</w:t></w:r></w:p>",
            ["**a**"],
        ),
        ("<w:p><w:pPr><w:rPr><w:b/></w:rPr></w:pPr><w:r><w:t>a</w:t></w:r></w:p>", ["a"]),
        (
            "<w:p><w:pPr><w:outlineLvl w:val='1'/></w:pPr><w:r><w:t>a</w:t></w:r></w:p>",
            ["## a"],
        ),
        (
            "<w:p><w:hyperlink w:anchor='x'><w:r><w:t>a</w:t></w:r></w:hyperlink></w:p>",
            ["[a](#x)"],
        ),
        ("<w:p><w:r><w:fldChar/><w:instrText>PAGE</w:instrText></w:r></w:p>", []),
    ],
)
def test_elements_are_read_as_word_shows_them(inner, said):
    assert body(inner) == said


def test_a_document_has_its_own_title():
    document = docx.Document()
    document.core_properties.title = "The sea"
    document.add_paragraph("Nothing is asked.")
    out = io.BytesIO()
    document.save(out)
    assert rules.read(readers.read("sea.docx", out.getvalue())).title == "The sea"
