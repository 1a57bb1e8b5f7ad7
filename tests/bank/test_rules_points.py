"""Key points: what is taken from an answer, what never is, and how short and few they are."""

from __future__ import annotations

import time
from dataclasses import dataclass

import pytest
from hypothesis import given
from hypothesis import strategies as st

from questions.bank.rules import points
from questions.bank.rules.points import Point


def texts(prompt: str, answer: str) -> list[str]:
    return [point.text for point in points.of(prompt, answer)]


OWN_LIST = """
A semaphore counts free places. Waiting threads sleep until one is given back.

**Key points**

- **Counter** (core): it holds how many may still enter
- **Wait** (core): a thread that finds zero sleeps
- **Signal**: leaving adds one and wakes a sleeper

**Common mistake:** Taking it for a lock with an owner.
"""


def test_the_authors_own_list_is_taken_with_its_core_marks():
    assert points.of("What does a semaphore do?", OWN_LIST) == (
        Point("Counter: it holds how many may still enter", core=True),
        Point("Wait: a thread that finds zero sleeps", core=True),
        Point("Signal: leaving adds one and wakes a sleeper", core=False),
    )


def test_an_own_list_without_marks_has_its_first_points_as_core():
    answer = "Text.\n\n## Key points\n\n- Trees stay balanced\n- Leaves hold rows\n- Pages split"
    assert [point.core for point in points.of("What is a B-tree?", answer)] == [True, True, False]


def test_bold_led_items_keep_their_lead():
    answer = (
        "- **Latency:** The time until the first byte arrives.\n"
        "- **Throughput:** How many bytes arrive in a second.\n"
        "- **Jitter:** How much the delay varies."
    )
    found = texts("Which figures describe a network?", answer)
    assert len(found) == 3
    assert found[0] == "Latency: the time until the first byte arrives"


@pytest.mark.parametrize(
    "closing",
    [
        "In summary, a queue smooths peaks.",
        "So in short, use a queue.",
        "Let me know if you want an example!",
        "Would you like me to show the code?",
        "By following these steps, you build a robust system.",
    ],
)
def test_closing_summaries_and_offers_carry_no_point(closing):
    answer = f"- Producers append messages\n- Consumers take them away\n\n{closing}"
    assert texts("How does a queue work?", answer) == [
        "Producers append messages",
        "Consumers take them away",
    ]


def test_code_headings_and_examples_carry_no_point():
    answer = (
        "## Locks in short\n\nA mutex admits one thread at a time.\n\n"
        "```python\nlock.acquire()  # waits here\n```\n\n"
        "**Example:**\n\n- a printer that prints one page after the other\n"
    )
    assert texts("What is a mutex?", answer) == ["A mutex admits one thread at a time"]


def test_prose_gives_its_clauses():
    answer = "An index is a sorted copy of some columns. It makes reads fast and slows writes down."
    found = texts("What is a database index?", answer)
    assert found[0] == "An index is a sorted copy of some columns"
    assert len(found) >= 2


def test_a_list_of_deeds_in_one_sentence_is_a_point_each():
    answer = "To speed a page up, compress pictures, cache responses, and remove unused scripts."
    found = texts("How do you speed up a page?", answer)
    assert found == ["Compress pictures", "Cache responses", "Remove unused scripts"]


def test_table_rows_are_points_named_by_their_first_cell():
    answer = (
        "| Status | Meaning |\n|---|---|\n| 201 | a row was created |\n| 404 | nothing is there |"
    )
    assert texts("Which codes matter?", answer) == [
        "201: a row was created",
        "404: nothing is there",
    ]


def test_two_sides_of_a_comparison_stay_together():
    answer = "- TCP resends lost packets. UDP never resends.\n- TCP keeps order. UDP keeps none."
    found = texts("What is the difference between TCP and UDP?", answer)
    assert found == [
        "TCP resends lost packets; UDP never resends",
        "TCP keeps order; UDP keeps none",
    ]


def test_the_same_said_twice_is_one_point():
    answer = "- Caches expire after an hour\n- After an hour caches expire\n- Writes go through"
    assert len(texts("How are caches kept fresh?", answer)) == 2


def test_steps_under_an_item_are_told_with_it():
    answer = "1. **Compile:**\n   - parse files\n   - emit bytecode\n2. **Run:** load and start it"
    assert texts("What happens?", answer)[0] == "Compile: parse files; emit bytecode"


@pytest.mark.parametrize("answer", ["", "\n\n", "```\ncode only\n```", "---", "> ", "B", "| a |"])
def test_an_answer_that_says_nothing_has_no_points(answer):
    assert points.of("Why?", answer) == ()


def test_an_answer_in_another_script_has_short_points():
    answer = "闭包是一个函数，它可以记住定义时的作用域，"
    answer += "即使这个函数在其作用域之外被执行也仍然可以访问那些变量。"
    found = texts("什么是闭包？", answer)
    assert found
    assert all(len(text) <= 24 for text in found)


PIECES = (
    r"- |* |1. |**|a: |\n|\n\n|```|# |(|)|[|](|> |    |Key points\n|(core)| and |, |. |e.g. |"
    r"This is |you can use |12|`|_|such as |when you |; |—|→ |✅ |答案：|question|memory |server "
)
MARKUP = st.sampled_from(["| ", *PIECES.replace(r"\n", "\n").split("|")])


@given(st.text(max_size=80), st.one_of(st.text(), st.lists(MARKUP, max_size=60).map("".join)))
def test_any_text_gives_at_most_seven_short_points_with_one_to_three_core(prompt, answer):
    found = points.of(prompt, answer)
    assert len(found) <= 7
    for point in found:
        assert 1 <= len(point.text.split()) <= 12
        assert point.text == point.text.strip()
        assert any(letter.isalnum() for letter in point.text)
    if found:
        assert 1 <= sum(point.core for point in found) <= 3
    assert points.of(prompt, answer) == found


@pytest.mark.parametrize(
    "piece",
    [
        "word ",
        "- item\n",
        "**b",
        "[",
        "](",
        "(",
        "a, ",
        "> ",
        "\n    ",
        "| a | b |\n",
        "`",
        "✅",
        "and use ",
    ],
)
def test_time_grows_with_length_not_faster(piece):
    def seconds(letters: int) -> float:
        answer = (piece * (letters // len(piece) + 1))[:letters]
        started = time.process_time()
        points.of("How?", answer)
        return time.process_time() - started

    def best(letters: int) -> float:
        return min(seconds(letters) for _ in range(3))

    seconds(1_000)
    assert best(60_000) < 60 * max(best(6_000), 0.01)


@dataclass
class Row:
    text: str


def test_a_point_is_followed_through_a_changed_number_and_a_new_place():
    old = [Row("Default timeout: 3 seconds"), Row("Retries: two more attempts")]
    new = [
        Point("Retries: two more attempts", core=True),
        Point("Default timeout: 5 seconds", core=True),
    ]
    assert points.follow(old, new) == (old[1], old[0])


def test_a_point_that_says_something_else_is_new():
    old = [Row("Pages are split when full")]
    assert points.follow(old, [Point("Readers never block writers", core=True)]) == (None,)


@given(st.lists(st.text(max_size=30), max_size=7), st.lists(st.text(max_size=30), max_size=7))
def test_no_old_point_is_followed_twice(old, new):
    rows = [Row(text) for text in old]
    found = points.follow(rows, [Point(text, core=False) for text in new])
    assert len(found) == len(new)
    kept = [id(row) for row in found if row is not None]
    assert len(kept) == len(set(kept))


@given(st.lists(st.text(min_size=1, max_size=30), unique=True, max_size=7), st.randoms())
def test_the_same_points_in_any_order_keep_their_identity(old, rng):
    rows = [Row(text) for text in old]
    shuffled = rng.sample(rows, len(rows))
    found = points.follow(rows, [Point(row.text, core=False) for row in shuffled])
    assert [row.text for row in found if row is not None] == [row.text for row in shuffled]


def test_what_only_points_elsewhere_is_no_part_of_a_point():
    answer = (
        "A keel keeps a boat upright.\n\nYou can drop the keel in shallow water as shown below."
    )
    assert texts("What does a keel do?", answer)[-1] == "Drop the keel in shallow water"
    answer = "A keel keeps a boat upright. A common example of this is the fin of a racing yacht."
    assert texts("What does a keel do?", answer) == ["A keel keeps a boat upright"]


def test_points_with_names_of_their_own_are_two_whatever_they_say_alike():
    answer = (
        "- **Fin keel**: count the boats for each width and take the best\n"
        "- **Long keel**: count the boats for each length and take the best\n"
    )
    found = texts("Which keels are there?", answer)
    assert {text.partition(":")[0] for text in found} >= {"Fin keel", "Long keel"}


KEPT = [
    ("We are not the makers of this boat.", "We are not the makers of this boat"),
    (
        "Using the commands `bilge -n`, `pump -n` or `pump` we can see how high it stands.",
        "Using commands bilge -n, pump -n or pump",
    ),
    (
        "Copy the log of the day (with a pencil like this: the soft one from the box) by hand.",
        "Copy the log of the day",
    ),
    (
        "Storms often happen when reading the names of harbours in `/etc/harbours` at night alone.",
        "Storms happen when reading names of harbours in /etc/harbours",
    ),
    (
        "All of the ropes are on the deck, and all the sails and masts have been stowed below.",
        "All of the ropes are on the deck",
    ),
    (
        "Knots that many sailors use across the fleet must be learned by whoever goes to the sea.",
        "Knots that many sailors use across fleet learned by whoever goes",
    ),
]


@pytest.mark.parametrize(("answer", "point"), KEPT)
def test_a_shortened_point_keeps_what_it_says(answer, point):
    (found, *_) = texts("What about ships?", answer)
    assert found.startswith(point), found
    assert found.count("(") == found.count(")")


def test_a_name_in_small_letters_may_open_a_sentence():
    found = texts("Why so small?", "We keep it small for old boats. zlib needs no configuration.")
    assert len(found) == 2
    assert texts("What is it?", "Answer here") == []


def test_code_keeps_its_brackets_and_stars():
    answer = "Put the script into the `<head>` of the page.\n\n- Allow all origins with `'*'`"
    said = " ".join(texts("Where does a script belong?", answer))
    assert "<head>" in said
    assert "'*'" in said


def test_what_leads_to_code_is_a_point_where_there_is_no_other():
    answer = "Wrap the handler with an arrow function and pass the row:\n\n```js\nf(row)\n```"
    assert texts("How do you pass an argument?", answer) == [
        "Wrap the handler with an arrow function",
        "Pass the row",
    ]
    assert texts("How do you pass it?", "For example:\n\n```js\nf(row)\n```") == []


def test_a_sentence_that_only_points_elsewhere_is_no_point():
    answer = "A promise stands for a later value. Take a look at the other questions on promises."
    assert "look" not in " ".join(texts("What is a promise?", answer))
