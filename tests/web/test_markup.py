"""Markdown becomes safe HTML; what is hostile is shown as it was typed."""

from __future__ import annotations

import re
import time

import pytest
from hypothesis import given, settings
from hypothesis import strategies as st

from questions.web import markup
from questions.web.markup import prose
from questions.web.markup.html import html_of
from tests.web.attacks import ATTACKS, HOSTILE, Seen


@pytest.mark.parametrize("around", ["{}", "- item {}", "> {}", "text\n\n{}\n\ntext"])
def test_no_attack_leaves_anything_that_acts(around):
    left = {attack: Seen(html_of(around.format(attack))).wrong for attack in ATTACKS}
    assert {attack: wrong for attack, wrong in left.items() if wrong} == {}


MARKS = ["<", ">", "[", "](", ")", "!", "`", "```\n", "*", "_", '"', "'", "&", ";", ":", "\n", "\t"]
MARKS += [
    "javascript:",
    "https://",
    "<script>",
    "<img src=x onerror=1>",
    "<br>",
    "</b>",
    "- ",
    "1. ",
]
MARKS += [
    "|",
    "|-|-|\n",
    "> ",
    "    ",
    "[^1]",
    "[^1]: ",
    "*[",
    "]: ",
    "!!! ",
    ":::",
    "#",
    "~~",
    "\x02",
]


@settings(max_examples=300, deadline=None)
@given(st.lists(st.sampled_from(MARKS) | st.text(max_size=4), max_size=30).map("".join))
def test_nothing_that_can_be_typed_acts(text):
    assert Seen(html_of(text)).wrong == []


@settings(max_examples=200, deadline=None)
@given(st.text(max_size=200))
def test_a_title_is_one_line_without_control_characters(text):
    title = markup.plain(text)
    assert "\n" not in title
    assert title == title.strip()


def test_hostile_texts_end_in_time_and_leave_the_others_alone():
    began = time.monotonic()
    first, *hostile, last = markup.render_many(["*first*", *HOSTILE, "*last*"])
    assert time.monotonic() - began < 30
    assert (first, last) == ("<p><em>first</em></p>", "<p><em>last</em></p>")
    assert hostile[0] == markup.escaped(HOSTILE[0])
    assert hostile[-1] == markup.escaped(HOSTILE[-1])
    assert [Seen(html).wrong for html in hostile] == [[]] * len(HOSTILE)


def test_equal_texts_and_empty_ones_come_back_in_their_places():
    assert markup.render_many(["a", "", "b", "a", " \n"]) == [
        "<p>a</p>",
        "",
        "<p>b</p>",
        "<p>a</p>",
        "",
    ]
    assert markup.render_many([]) == []


PIECES = st.sampled_from(
    (
        *(
            "word",
            "a",
            "Straße",
            "中文",
            "é",
            "①",
            "1.",
            "10)",
            "1234567890.",
            "x.",
            "STX\x02",
            "!!!",
        ),
        *("**bold**", "**a b**", "**a:**", "`c`", "`a b`", "`*x*`", "`<b>`", "`[a]: b`", "`a & b`"),
        *(
            "****",
            "**",
            "*",
            "`",
            "``",
            "\n",
            "\n\n",
            "\n\n\n",
            "  ",
            " : ",
            "-",
            "- ",
            "+",
            "=",
            "===",
        ),
        *(
            "---",
            "!",
            "(",
            "[",
            "]",
            "[^1]",
            '"',
            "'",
            "_",
            "e_f",
            "&",
            "&amp;",
            "<b>",
            "a@b.c",
            "•",
        ),
        *(
            "🟢",
            "\t",
            "    ",
            "\r\n",
            "#",
            "# ",
            ">",
            "|",
            "“",
            "~~",
            "\xa0",
            "\u2003",
            "<!--",
            "\\",
        ),
        *("Term\n:   def", "*[HTML]: x", "HTML", "http://a.b", "2) ", "(1) ", "~~~", "```", "\x00"),
    )
)


@given(st.lists(st.tuples(PIECES, st.sampled_from(["", " "])), min_size=1, max_size=9))
@settings(max_examples=300, deadline=None)
def test_what_is_shown_without_the_renderer_is_what_it_would_have_shown(pieces):
    text = "".join(piece + space for piece, space in pieces)
    if text.strip() and (html := prose.html_of(text)) is not None:
        assert html == html_of(text)


def test_plain_paragraphs_need_no_renderer_and_anything_else_does():
    plain = "It is **cold**: `max 5 < 6`.\nUntil 1990.\n\n“Why?” (2 of 3)"
    assert prose.html_of(plain) == html_of(plain)
    for text in ("- item", "1. step", "a\n===", "a  \nb", "*so*", "a_b_", "<b>", "&lt;", " code"):
        assert prose.html_of(text) is None


def test_what_nests_deeper_than_anybody_reads_is_shown_as_typed():
    deep = "> " * 70 + "x"
    assert markup.render(deep) == markup.escaped(deep)


def test_headings_stay_below_those_of_the_page():
    assert html_of("# One\n\n### Two\n\n# Three") == "<h3>One</h3>\n<h4>Two</h4>\n<h3>Three</h3>"


def test_code_is_coloured_by_classes_and_scrolls_by_keyboard():
    html = html_of("```python\nreturn 1\n```")
    assert '<div class="codehilite"><pre tabindex="0">' in html
    assert '<span class="k">return</span>' in html
    assert "style" not in html


def test_tables_scroll_inside_themselves_and_keep_their_alignment():
    html = html_of("before\n| a | b |\n|---|--:|\n| 1 | 2 |")
    assert html.startswith('<p>before</p>\n<div class="table-scroll" tabindex="0"><table>')
    assert '<td align="right">2</td>' in html
    assert html.endswith("</table></div>")


def test_lists_nest_by_two_blanks_and_hold_code():
    html = html_of(
        "Steps:\n1) one\n2) two\n   - deeper\n     ```sh\n     ls -l\n     ```\n3) three"
    )
    assert html.startswith("<p>Steps:</p>\n<ol>")
    assert html.count("<ol>") == 1
    assert re.search(r"<ul>\s*<li>\s*<p>deeper</p>\s*<div class=.codehilite", html)
    assert "ls" in html
    assert "```" not in html


def test_a_list_goes_on_after_a_deeper_one_that_stood_apart():
    html = html_of("1. one:\n\n   * a\n   * b\n2. two\n3. three")
    assert html.count("<ol") == 1
    assert re.search(r"<li>\s*<p>two</p>", html)


def test_code_belongs_to_the_item_that_it_is_indented_under():
    html = html_of("1. one\n   - inner\n   ```yaml\n   a: 1\n   ```\n2. two")
    assert html.count("<ol>") == 1
    assert html.index("</ul>") < html.index("codehilite") < html.index("two")


def test_code_in_a_quote_is_code():
    html = html_of("> said\n> ```js\n> let a = 1;\n> ```")
    assert html.startswith("<blockquote>")
    assert '<span class="kd">let</span>' in html


def test_a_number_within_a_paragraph_begins_no_list():
    assert html_of("It began in\n2014. Then it grew.") == "<p>It began in\n2014. Then it grew.</p>"


def test_code_keeps_its_own_marks():
    shown = html_of("```\n- not a list\n~~~\n# no heading\n```")
    assert "- not a list\n~~~\n# no heading" in shown


def test_lines_that_open_with_a_picture_stay_lines():
    assert html_of("✅ fast\n✅ cheap") == "<p>✅ fast<br>\n✅ cheap</p>"


def test_type_parameters_are_not_lost_as_tags():
    assert html_of("a List<String> of <b>names</b>") == (
        "<p>a List&lt;String&gt; of <strong>names</strong></p>"
    )


def test_links_of_the_web_stay_and_say_nothing_about_the_page():
    assert html_of("[docs](https://a.example/b?c=d:e#f)") == (
        '<p><a href="https://a.example/b?c=d:e#f" rel="nofollow noopener noreferrer">docs</a></p>'
    )


def test_a_picture_from_elsewhere_becomes_a_link_and_our_own_stays():
    assert "<img" not in html_of("![chart](https://a.example/c.png)")
    assert ">chart</a>" in html_of("![chart](https://a.example/c.png)")
    assert html_of("![chart](/media/c.png)") == '<p><img alt="chart" src="/media/c.png"></p>'


@pytest.mark.parametrize(
    ("text", "words"),
    [
        ("## What is `x_y`, *really*?", "What is x_y, really?"),
        ("**Bold** and [a link](https://a.example/b_c)", "Bold and a link"),
        ("Why?\n\n```py\ncode()\n```", "Why?"),
        ("```py\ncode()\n```", "code()"),
        ("snake_case stays, 2 * 3 * 4 too", "snake_case stays, 2 * 3 * 4 too"),
        ("1. first\n2. second", "first second"),
        ("5 \\* 3 and `**kwargs`", "5 * 3 and **kwargs"),
        ("![picture](/a.png) of __it__", "picture of it"),
    ],
)
def test_a_title_is_the_words_alone(text, words):
    assert markup.plain(text) == words
