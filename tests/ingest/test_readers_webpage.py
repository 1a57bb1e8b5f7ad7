from __future__ import annotations

import random

import pytest

from questions.ingest import readers, rules
from questions.ingest.readers import webpage
from questions.ingest.rules.words import words_of

PARTS = words_of(
    """
    p div h2 ul ol li dl dt dd table tr td th pre code kbd b a br span details summary blockquote hr
    script footer sup
    """
)


def lines(body):
    return webpage.markdown(f"<html><body>{body}</body></html>").split("\n")


@pytest.mark.parametrize(
    ("body", "said"),
    [
        ("<p>a <b> bold </b>word</p>", ["a **bold** word"]),
        ("<p><b><i>both</i></b></p>", ["***both***"]),
        ("<p>a\n   b\n</p>", ["a b"]),
        ("a<br>b", ["a", "b"]),
        ("<code>a &lt; `b`</code>", ["`` a < `b` ``"]),
        ("<p>What is &lt;div&gt;?</p>", ["What is &lt;div>?"]),
        ("2<sup>10</sup> H<sub>2</sub>O x<sup>y</sup>", ["2¹⁰ H₂O x^y"]),
        ("<ol start=3><li>c<li value=7>g</ol>", ["3. c", "7. g"]),
        ("<ol type=a><li>x<li>y</ol>", ["a. x", "b. y"]),
        ("<ul><li>a<ul><li>b</ul><li>c</ul>", ["- a", "  - b", "- c"]),
        ("<li><input type=checkbox checked> x", ["- [x] x"]),
        ("<label><input type=radio>x</label>", ["- [ ] x"]),
        ("<pre>  a\n b</pre>", ["```", "  a", " b", "```"]),
        ("<pre><code class='language-js'>a```</code></pre>", ["~~~js", "a```", "~~~"]),
        ("<p>```not code</p>", ["\\```not code"]),
        ("<blockquote><p>a</p><p>b</p></blockquote>", ["> a", ">", "> b"]),
        ("<h2>Why? <a href='#w'>¶</a></h2>", ["## Why?"]),
        ("<a href='https://x.org/a'>x</a>", ["[x](https://x.org/a)"]),
        ("<a href='javascript:x()'>x</a><a href='data:a'>y</a>", ["xy"]),
        (
            "<img src=a.png alt='two\nmen'><img src='data:image/png;base64,a'>",
            ["![two men](a.png)"],
        ),
        ("<dl><dt>Who?<dd>Me.</dl>", ["**Who?**", "", "Me."]),
        (
            "<table><tr><th>a<th>b<tr><td>1|2<td></table>",
            ["| a | b |", "| --- | --- |", "| 1\\|2 |  |"],
        ),
        ("<table><tr><td><h2>a</h2><td><p>b</table>", ["## a", "", "b"]),
        ("<nav>menu</nav><script>x()</script><p>text<style>p{}</style>", ["text"]),
        ("<p>x < y and <b>z", ["x < y and **z**"]),
    ],
)
def test_elements_become_markdown(body, said):
    assert [line for line in lines(body) if line or "" in said] == said


def test_details_keep_their_fold():
    assert lines("<details><summary><h3>Why?</h3></summary><p>So.</p></details>") == [
        "<details>", "<summary>Why?</summary>", "", "So.", "", "</details>",
    ]  # fmt: skip


def test_a_page_states_its_encoding_and_its_title():
    page = '<html><head><meta charset="koi8-r"><title>Что?</title></head><p>Это — всё.'
    page = page.replace("—", "-")
    outline = readers.read("a.html", page.encode("koi8-r"))
    assert outline.title == "Что?"
    assert outline.lines == ("Это - всё.",)


def test_a_line_stands_where_its_text_stands():
    page = "<html>\n<h2\nid=a>\nWhy?</h2>\n\n<p>\nIt\nis.\n</p>\n</html>"
    outline = readers.read("a.html", page.encode())
    at = {line: place for line, place in zip(outline.lines, outline.places, strict=True) if line}
    assert at == {"## Why?": (4, 4), "It is.": (7, 8)}


def test_what_is_dropped_is_skipped_and_lies_in_no_question():
    page = "<html>\n<script>\nlet a\n</script>\n" + "".join(
        f"<h2>Why {n}?</h2>\n<p>So {n}.</p>\n" for n in range(4)
    )
    reading = rules.read(readers.read("a.html", page.encode()))
    assert [(one.line, one.end_line) for one in reading.questions] == [
        (5, 6),
        (7, 8),
        (9, 10),
        (11, 12),
    ]
    assert [(one.line, one.end_line, one.reason) for one in reading.skipped] == [
        (1, 4, "markup without text")
    ]


def test_a_page_in_one_line_keeps_all_its_questions():
    page = "<html>" + "".join(f"<h3>Why {n}?</h3><p>So {n}.</p>" for n in range(5)) + "</html>"
    found = rules.read(readers.read("a.html", page.encode())).questions
    assert [q.prompt for q in found] == [f"Why {n}?" for n in range(5)]


def test_a_table_that_only_ends_is_none():
    text = (
        b"<p>Before</p></table><h2>What is a tide?</h2><table><tr><td>Sea</td></tr></table></table>"
    )
    assert "## What is a tide?" in readers.read("a.html", text).lines


@pytest.mark.parametrize(
    ("page", "at"),
    [
        ("<html>\n<p>Run\n<code>\nls\n-l\n</p></html>", (2, 5)),
        ("<html>\n<details><summary>\nWhy <code>a\n\n", (3, 3)),
        ("<html>\n<table><tr><td>\n<code>\nls\n<td>b</table>", (2, 5)),
    ],
)
def test_code_that_nothing_ends_stands_where_its_text_stands(page, at):
    outline = readers.read("a.html", page.encode())
    assert at in outline.places


def test_code_names_its_language_in_the_classes_of_converters():
    assert lines('<pre class="sourceCode bash"><code>ls</code></pre>')[0] == "```bash"


def test_lines_of_code_that_tags_part_stand_where_their_text_stands():
    outline = readers.read("a.html", b"<html>\n<pre>a<br>b<br>c\nd</pre></html>")
    assert outline.lines == ("```", "a", "b", "c", "d", "```")
    assert outline.places == ((2, 2), (2, 2), (2, 2), (2, 2), (3, 3), (3, 3))


def test_every_line_of_a_damaged_page_lies_within_the_page():
    tags = [f"<{sign}{name}>" for sign in ("", "/") for name in sorted(PARTS)]
    for seed in range(300):
        chance = random.Random(seed)
        pieces = chance.choices([*tags, "What is it?\n", "\n", "so\n", "<", "x"], k=60)
        page = "<html>" + "".join(pieces)
        outline, last = readers.read("a.html", page.encode()), page.count("\n") + 1
        for line, (first, end) in zip(outline.lines, outline.places, strict=True):
            assert 1 <= first <= end <= last, (seed, line)
