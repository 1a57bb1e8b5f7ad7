from __future__ import annotations

import docutils.core
import docutils.nodes
import pytest
from hypothesis import given, settings
from hypothesis import strategies as st

from questions.ingest import readers, rules
from questions.ingest.readers import restructured
from tests.ingest import asked, written


def lines(text):
    return [line for line in restructured.read(text.encode()).lines if line]


@pytest.mark.parametrize(
    ("text", "said"),
    [
        ("=====\nTitle\n=====\n\nOne\n---\n\nTwo\n~~~\n", ["# Title", "## One", "### Two"]),
        ("See ``a_b`` and `it <http://x.org>`_.\n", ["See `a_b` and [it](http://x.org)."]),
        ("See `it\n<http://x.org>`_ now.\n", ["See [it](http://x.org) now."]),
        ("`a ``b`` c <#x>`__\n", ["[a `b` c](#x)"]),
        (
            "1. .. rubric:: What is\n      it?\n      :name: it\n\n   That.\n",
            ["1. **What is it?**", "   That."],
        ),
        ("**Why is\nit so?**\n", ["**Why is it so?**"]),
        (":func:`~os.path` and :ref:`this <that>`\n", ["`os.path` and this"]),
        ("A foo_ here.\n\n.. _foo: http://x.org\n", ["A [foo](http://x.org) here."]),
        ("|me| did\n\n.. |me| replace:: I\n", ["I did"]),
        ("Code::\n\n  a\n   b\n\nText\n", ["Code:", "```", "a", " b", "```", "Text"]),
        (".. code-block:: c\n   :linenos:\n\n   int a;\n", ["```c", "int a;", "```"]),
        (".. note:: Mind\n   this.\n", ["**Note:**", "Mind", "this."]),
        (".. comment\n   more\n\n.. contents::\n\nText\n", ["Text"]),
        (".. image:: a.png\n   :alt: A\n", ["![A](a.png)"]),
        (".. container:: box\n\n   Text\n", ["Text"]),
        ("| one\n|\n| two\n", ["one", "two"]),
        (
            ".. raw:: html\n\n   <details><summary>Answer</summary>\n   <b>B</b>\n\nText\n",
            ["<details>", "<summary>Answer</summary>", "**B**", "Text"],
        ),
        (".. raw:: latex\n\n   \\newpage\n\nText\n", ["Text"]),
        ("term\n   what it is\n", ["**term**", "what it is"]),
        (":Q: Why?\n:A: So.\n", ["Q: Why?", "A: So."]),
        ("#. one\n#. two\n", ["- one", "- two"]),
        ("| verse\n| verse\n", ["verse", "verse"]),
        ("text\n\n   quoted\n", ["text", "> quoted"]),
        (
            "+--+--+\n|a |b |\n+==+==+\n|1 |2 |\n+--+--+\n",
            ["| a | b |", "| --- | --- |", "| 1 | 2 |"],
        ),
        ("== ==\na  b\n== ==\n1  2\n== ==\n", ["| a | b |", "| --- | --- |", "| 1 | 2 |"]),
        (
            ".. csv-table::\n   :header: a, b\n\n   1, 2\n",
            ["| a | b |", "| --- | --- |", "| 1 | 2 |"],
        ),
        (
            ".. list-table::\n\n   * - a\n     - b\n   * - 1\n     - 2\n",
            ["| a | b |", "| --- | --- |", "| 1 | 2 |"],
        ),
        (">>> 1\n1\n", ["```pycon", ">>> 1", "1", "```"]),
        ("A <b> there\n", ["A &lt;b> there"]),
    ],
)
def test_markup_becomes_markdown(text, said):
    assert lines(text) == said


@given(st.integers(0, 10_000))
@settings(max_examples=15, deadline=None)
def test_headings_are_those_that_docutils_finds(seed):
    text = written.restructured(asked.made(seed)).decode()
    tree = docutils.core.publish_doctree(text, settings_overrides={"report_level": 5})
    titles = [node.astext() for node in tree.findall(docutils.nodes.title)]
    titles += [node.astext() for node in tree.findall(docutils.nodes.subtitle)]
    ours = [line.lstrip("# ") for line in lines(text) if line.startswith("#")]
    assert sorted(ours) == sorted(titles)


def test_prompts_under_any_sign_are_found_at_their_lines():
    text = "FAQ\n***\n\n.. contents::\n\n" + "".join(
        f".. _q{n}:\n\nWhy {n}?\n^^^^^^^^\n\nSo {n}.\n\n" for n in range(4)
    )
    found = rules.read(readers.read("faq.rst", text.encode())).questions
    assert [(q.prompt, q.line) for q in found] == [(f"Why {n}?", 8 + 7 * n) for n in range(4)]


def test_a_text_that_is_written_so_is_read_so_without_the_name():
    text = ".. contents::\n\nWhy?\n====\n\nSee :ref:`x`.\n"
    assert readers.read("faq.txt", text.encode()).format == "rst"
    assert readers.read("faq.txt", b"Why?\n====\n\nSo.\n").format == "text"
