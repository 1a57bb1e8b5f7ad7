from __future__ import annotations

import pytest

from questions.ingest import rules

ITEMS = [
    ("Which lock lets many readers in?", ["A spin lock", "A read-write lock", "A barrier"], 1),
    ("What does a semaphore count?", ["Permits", "Threads", "Errors"], 0),
    ("Who can starve?", ["A reader", "A timer", "A writer"], 2),
    ("What ends a wait?", ["A notice", "A nap", "A loop"], 0),
    ("Which step is atomic?", ["A print", "A compare-and-swap", "A sort"], 1),
]
LETTERS = "ABC"


def each(pattern):
    return [(f"{n}. {asked}", texts, right) for n, (asked, texts, right) in enumerate(pattern, 1)]


def listed(texts, mark):
    return "".join(f"{mark(at, text)}\n" for at, text in enumerate(texts))


SHAPES = {
    "boxes": lambda q, o, k: (
        f"### {q}\n\n" + listed(o, lambda at, t: f"- [{'x' if at == k else ' '}] {t}") + "\n"
    ),
    "marked as correct": lambda q, o, k: (
        f"### {q}\n\n" + listed(o, lambda at, t: f"- [ ] {t}{' (Correct)' * (at == k)}") + "\n"
    ),
    "letters and a key": lambda q, o, k: (
        f"{q}\n" + listed(o, lambda at, t: f"{LETTERS[at].lower()}) {t}")
        + f"Answer: {LETTERS[k]}\n\n"
    ),
    "bulleted letters, key in details": lambda q, o, k: (
        f"{q}\n" + listed(o, lambda at, t: f"   - {LETTERS[at]}. {t}")
        + "\n   <details><summary>Answer</summary>\n"
        + f"   Correct answer: {LETTERS[k]}\n   </details>\n\n"
    ),
    "key on the line of the summary": lambda q, o, k: (
        f"{q}\n" + listed(o, lambda at, t: f"- {LETTERS[at]}: {t}")
        + f"\n<details><summary>Answer</summary>{LETTERS[k]}</details>\n\n"
    ),
    "key in code": lambda q, o, k: (
        f"### {q}\n\n" + listed(o, lambda at, t: f"- {LETTERS[at]}. {t}")
        + f"\n```\nAnswer: {LETTERS[k]}\n```\n\n"
    ),
    "bold": lambda q, o, k: (
        f"{q}\n" + listed(o, lambda at, t: f"   - **{t}**" if at == k else f"   - {t}") + "\n"
    ),
    "tick": lambda q, o, k: (
        f"{q}\n" + listed(o, lambda at, t: f"   {LETTERS[at]}. {t}{' ✅' * (at == k)}") + "\n"
    ),
    "star": lambda q, o, k: (
        f"{q}\n" + listed(o, lambda at, t: f"{'*' * (at == k)}{LETTERS[at].lower()}) {t}") + "\n"
    ),
    "text as key": lambda q, o, k: (
        f"## {q}\n\n" + listed(o, lambda at, t: f"- {t}") + f"\n**Answer:** {o[k]}\n\nSo it is.\n\n"
    ),
    "numbers and a key": lambda q, o, k: (
        f"### {q}\n\n" + listed(o, lambda at, t: f"{at + 1}. {t}")
        + f"\nCorrect answer: {k + 1}\n\n"
    ),
    "on one line": lambda q, o, k: (
        f"{q}\n" + "  ".join(f"{LETTERS[at].lower()}) {t}" for at, t in enumerate(o))
        + f"\nAns: {LETTERS[k]}\n\n"
    ),
    "spelt out": lambda q, o, k: (
        f"{q}\n" + listed(o, lambda at, t: f"Option {LETTERS[at]}: {t}")
        + f"Correct answer: Option {LETTERS[k]}\n\n"
    ),
    "bold with its letter": lambda q, o, k: (
        f"{q}\n"
        + listed(o, lambda at, t: ("**{}**" if at == k else "{}").format(f"{LETTERS[at]}) {t}"))
        + "\n"
    ),
    "ticks and crosses": lambda q, o, k: (
        f"### {q}\n\n" + listed(o, lambda at, t: f"- {'✅' if at == k else '❌'} {t}") + "\n"
    ),
    "behind the prompt": lambda q, o, k: (
        f"{q} " + " ".join(f"({LETTERS[at].lower()}) {t}" for at, t in enumerate(o))
        + f"\nAnswer: {LETTERS[k].lower()}\n\n"
    ),
    "key before bare letters": lambda q, o, k: (
        f"#Q {q}\n^ {o[k]}\n" + listed(o, lambda at, t: f"{LETTERS[at]} {t}") + "\n"
    ),
}  # fmt: skip


def read(text):
    return rules.read(rules.Outline(tuple(text.split("\n"))))


@pytest.mark.parametrize("shape", SHAPES)
def test_options_and_the_right_one_are_read_in_every_shape(shape):
    items = each(ITEMS) if shape not in {"key before bare letters"} else ITEMS
    reading = read("".join(SHAPES[shape](*item) for item in items))
    assert [q.prompt for q in reading.questions] == [asked for asked, _, _ in ITEMS]
    for question, (_, texts, right) in zip(reading.questions, ITEMS, strict=True):
        assert question.kind == "choice"
        assert [choice.text for choice in question.choices] == texts
        assert [at for at, choice in enumerate(question.choices) if choice.correct] == [right]


@pytest.mark.parametrize(
    "tail",
    [
        "## Answers\n\n" + "".join(f"{n}. {LETTERS[k]}\n" for n, (_, _, k) in enumerate(ITEMS, 1)),
        "| Question | Answer |\n|---|---|\n"
        + "".join(f"| {n} | {LETTERS[k].lower()} |\n" for n, (_, _, k) in enumerate(ITEMS, 1)),
        "Answer key: " + ", ".join(f"{n}-{LETTERS[k]}" for n, (_, _, k) in enumerate(ITEMS, 1)),
    ],
)
def test_a_list_of_keys_at_the_end_marks_the_right_options(tail):
    body = "".join(
        f"{asked}\n" + listed(texts, lambda at, t: f"   {LETTERS[at]}. {t}") + "\n"
        for asked, texts, _ in each(ITEMS)
    )
    reading = read(body + tail)
    assert not any(question.needs_key for question in reading.questions)
    for question, (_, _, right) in zip(reading.questions, ITEMS, strict=True):
        assert question.choices[right].correct
    assert reading.skipped[-1].reason == "the key of the questions"


def test_several_options_may_be_right():
    text = "".join(
        f"{n}. Which two fit? (Choose TWO)\nA. one\nB. two\nC. three\n\nAnswer: A, C\n\n"
        for n in range(1, 4)
    )
    for question in read(text).questions:
        assert [choice.correct for choice in question.choices] == [True, False, True]


def test_options_without_a_key_are_kept_and_say_so():
    text = "".join(
        f"<details>\n<summary>{n}. {asked}</summary>\n<br>\n\n"
        + listed(texts, lambda at, t: f"{at + 1}. {t}")
        + "\n</details>\n\n"
        for n, (asked, texts, _) in enumerate(ITEMS, 1)
    )
    found = read(text).questions
    assert [len(question.choices) for question in found] == [3] * 5
    assert all(question.needs_key for question in found)


def bulleted(asked, last="wool"):
    """Five headings, each with nothing but three bullets."""
    return "".join(
        f"## {asked.format(thing)}\n\n- made of oak\n- older than the {thing}\n- {last}\n\n"
        for thing in ["keel", "hull", "jib", "rudder", "anchor"]
    )


def test_three_bullets_under_each_question_of_slides_are_its_answer():
    found = read(bulleted("What is a {}?")).questions
    assert [question.choices for question in found] == [()] * 5
    assert found[0].answer == "- made of oak\n- older than the keel\n- wool"


@pytest.mark.parametrize(
    "text",
    [
        bulleted("Which of these is true of a {}?"),
        bulleted("A {} is always ____?"),
        bulleted("What is a {}?", last="none of these"),
    ],
    ids=["asked which", "a blank", "none of these"],
)
def test_bullets_are_options_where_one_is_to_be_chosen(text):
    found = read(text).questions
    assert [len(question.choices) for question in found] == [3] * 5
    assert all(question.needs_key for question in found)


def test_the_lines_under_an_option_say_why():
    text = (
        "## How large is it?\n\n- [ ] Small\n  It grew.\n- [x] Large\n  Since then.\n\nIt grew.\n\n"
    )
    found = read(text * 3).questions[0]
    assert [(c.text, c.why) for c in found.choices] == [
        ("Small", "It grew."),
        ("Large", "Since then."),
    ]
    assert found.answer == "It grew."


def test_lettered_points_in_an_open_answer_are_no_options():
    text = "".join(
        f"## How would you start part {n}?\n\nThere are two ways.\n\na) by hand\nb) by motor\n\n"
        for n in range(1, 5)
    )
    assert {question.kind for question in read(text).questions} == {"open"}


def test_code_between_prompt_and_options_belongs_to_the_prompt():
    text = "".join(
        f"###### {n}. What is printed?\n\n```js\nprint({n})\n```\n\n- A: `{n}`\n- B: nothing\n\n"
        "<details><summary><b>Answer</b></summary>\n<p>\n\n#### Answer: A\n\n"
        "It prints the number that was given to it, and then it ends the line.\n\n"
        "</p>\n</details>\n\n---\n\n"
        for n in range(1, 4)
    )
    found = read(text).questions
    assert found[0].prompt == "What is printed?\n\n```js\nprint(1)\n```"
    assert [choice.correct for choice in found[0].choices] == [True, False]
    assert found[0].answer.strip() == (
        "It prints the number that was given to it, and then it ends the line."
    )


def test_a_number_may_be_the_first_option():
    text = "".join(f"#Q How many legs have {n} cats?\n^ 8\nA 12\nB 8\nC 4\n\n" for n in range(2, 6))
    for question in read(text).questions:
        assert [choice.text for choice in question.choices] == ["12", "8", "4"]
        assert [choice.correct for choice in question.choices] == [False, True, False]


def test_a_list_under_a_label_of_the_answer_is_the_answer():
    parts = [
        f"**Q{n}: What does part {n} of a loom do?**\n\n**A:** It has these tasks:\n"
        f"- **Holding:** it keeps the warp of cloth {n} tight\n"
        f"- **Lifting:** it raises every second thread of cloth {n}\n"
        for n in range(1, 7)
    ]
    found = read("\n".join(parts)).questions
    assert [one.kind for one in found] == ["open"] * 6
    assert all("Holding" in one.answer and "Lifting" in one.answer for one in found)


def test_a_sentence_that_begins_like_an_option_is_none():
    item = "#Q The tide turns.\nA boat waits in the bay.\nDoes it leave?\n^ No\nA Yes\nB No\n\n"
    for question in read(item * 4).questions:
        assert [choice.text for choice in question.choices] == ["Yes", "No"]
        assert [choice.correct for choice in question.choices] == [False, True]


def test_an_option_that_begins_with_a_figure_is_found_by_its_whole_text():
    item = "#Q In which order?\n^ 1. salt 2. sand\nA 1. sand 2. salt\nB 1. salt 2. sand\n\n"
    for question in read(item * 4).questions:
        assert [choice.correct for choice in question.choices] == [False, True]


def test_a_ratio_behind_a_letter_is_an_option():
    item = "#Q How likely is it?\n^ 5:12\nA 5:12\nB 5:18\nC 1:2\n\n"
    for question in read(item * 4).questions:
        assert [choice.text for choice in question.choices] == ["5:12", "5:18", "1:2"]
        assert [choice.correct for choice in question.choices] == [True, False, False]


@pytest.mark.parametrize("title", ["## Answers", "Answer Key", "Correct answers", "Antworten"])
@pytest.mark.parametrize("sign", [". ", " - ", ") "])
def test_a_list_of_keys_with_reasons_gives_both(title, sign):
    body = "".join(
        f"{asked}\n" + listed(texts, lambda at, t: f"   {LETTERS[at]}. {t}") + "\n"
        for asked, texts, _ in each(ITEMS)
    )
    keys = "".join(
        f"{n}. {LETTERS[right]}{sign}Seen at sea {n}.\n" if n % 2 else f"{n}. {LETTERS[right]}\n"
        for n, (_, _, right) in enumerate(ITEMS, 1)
    )
    reading = read(f"{body}{title}\n\n{keys}")
    for n, (question, (_, _, right)) in enumerate(zip(reading.questions, ITEMS, strict=True), 1):
        assert [at for at, choice in enumerate(question.choices) if choice.correct] == [right]
        assert question.answer == (f"Seen at sea {n}." if n % 2 else "")
    assert reading.skipped[-1].reason == "the key of the questions"
