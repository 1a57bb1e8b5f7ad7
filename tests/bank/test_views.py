"""The bank's pages."""

from __future__ import annotations

import re

import pytest
from django.db import connection
from django.test import Client
from django.test.utils import CaptureQueriesContext
from django.urls import reverse, reverse_lazy

from questions.bank.models import Question
from tests import make
from tests.conftest import HTMX

pytestmark = pytest.mark.django_db
LIST = reverse_lazy("bank:questions")


def page(question):
    return reverse("bank:question", args=[question.pk])


def text(response):
    return " ".join(re.sub(r"<[^>]*>", " ", response.content.decode()).split())


def statements(client, address):
    with CaptureQueriesContext(
        connection,
    ) as seen:
        assert client.get(address).status_code == 200
    return len(seen)


def test_anybody_may_read_the_public_questions():
    question = make.question("What is a bucket?")
    assert "What is a bucket?" in text(Client().get(LIST))
    assert "A named place for objects." in text(Client().get(page(question)))


def test_a_strangers_question_is_neither_listed_nor_counted_nor_shown(browser, stranger):
    theirs = make.question("What does the other firm ask?", owner=stranger)
    for address in (LIST, f"{LIST}?q=firm", f"{LIST}?document={theirs.document_id}"):
        assert "other firm" not in text(browser.get(address))
        assert "0 questions" in text(browser.get(address))
    assert browser.get(page(theirs)).status_code == 404
    assert Client().get(page(theirs)).status_code == 404


def test_the_page_says_who_has_no_questions_what_to_do():
    assert "Bring a document" in text(Client().get(LIST))


def test_a_search_without_hits_says_what_to_do(browser):
    make.question()
    response = browser.get(LIST, {"q": "<b>zebra</b>"})
    assert "Try fewer words" in text(response)
    assert b"<b>zebra" not in response.content


def test_the_list_narrows_by_what_the_address_says(browser, learner):
    storage, root = make.topic("Storage"), make.topic("Systems")
    part = make.topic("Queues", parent=root)
    make.question("What is a bucket?", topics=[storage], difficulty="easy")
    make.question("What is a queue?", topics=[part], difficulty="hard")
    mine = make.question("Which is mine?", owner=learner, choices=[("a", True), ("b", False)])
    shown = {
        "topic=storage": ["What is a bucket?"],
        "topic=systems": ["What is a queue?"],
        "topic=systems&topic=storage": ["What is a bucket?", "What is a queue?"],
        "difficulty=hard": ["What is a queue?"],
        "kind=choice": ["Which is mine?"],
        "mine=1": ["Which is mine?"],
        f"document={mine.document_id}": ["Which is mine?"],
        "q=queue": ["What is a queue?"],
        "q=queue&difficulty=easy": [],
        "difficulty=silly&document=7&topic=%00&mine=2&kind=&page=x&q=%00": [
            "What is a bucket?",
            "What is a queue?",
            "Which is mine?",
        ],
    }
    for query, titles in shown.items():
        listed = [line.title for line in browser.get(f"{LIST}?{query}").context["page"]]
        assert sorted(listed) == titles, query


def test_each_filter_counts_what_it_would_leave(browser):
    storage = make.topic("Storage")
    make.question("What is a bucket?", topics=[storage], difficulty="easy")
    make.question("What is a disk?", topics=[storage], difficulty="hard")
    make.question("What is a queue?", difficulty="hard")
    filters = browser.get(f"{LIST}?difficulty=hard").context["filters"]
    counts = {f.name: {c.label: (c.count, c.on) for c in f.chips} for f in filters}
    assert counts["Difficulty"] == {"Easy": (1, False), "Medium": (0, False), "Hard": (2, True)}
    assert counts["Topic"] == {"Storage": (1, False)}
    searched = browser.get(f"{LIST}?q=what+disk&difficulty=hard").context["filters"]
    assert {c.label: c.count for c in searched[0].chips} == {"Easy": 0, "Medium": 0, "Hard": 1}


def test_a_chip_adds_its_value_and_takes_it_away_again(browser):
    make.question(difficulty="hard")
    off = browser.get(f"{LIST}?q=bucket").context["filters"][0].chips[2]
    assert (off.query, off.on) == ("?q=bucket&difficulty=hard", False)
    on = browser.get(f"{LIST}{off.query}").context["filters"][0].chips[2]
    assert (on.query, on.on) == ("?q=bucket", True)


def test_typing_keeps_the_filters(browser):
    make.question(difficulty="hard")
    response = browser.get(f"{LIST}?difficulty=hard")
    hidden = re.sub(r"\s+", " ", response.content.decode())
    assert 'form="bank-search" name="difficulty" value="hard"' in hidden


def test_htmx_gets_the_fragment_alone(browser):
    question = make.question()
    assert browser.get(LIST, headers=HTMX).content.strip().startswith(b'<section id="questions"')
    assert (
        browser.get(page(question), headers=HTMX)
        .content.strip()
        .startswith(b'<article id="question"')
    )


@pytest.mark.parametrize("query", ["", "?q=bucket", "?q=bucket&difficulty=medium&topic=storage"])
def test_the_list_takes_the_same_statements_for_one_row_and_for_a_hundred(browser, query):
    storage = make.topic("Storage")
    counts, made = set(), 0
    for rows in (1, 25, 100):
        for number in range(made, rows):
            make.question(f"What is bucket {number}?", topics=[storage])
        made = rows
        counts.add(statements(browser, LIST + query))
    assert len(counts) == 1
    assert counts.pop() <= (6 if query.count("=") < 2 else 7)


def test_a_question_page_takes_one_statement_beside_session_and_person(browser):
    question = make.question(choices=[("a", True), ("b", False)], topics=[make.topic()])
    for _ in range(5):
        make.answer_to(question, "One more.")
    browser.get(page(question))
    assert statements(browser, page(question)) == 3
    assert statements(Client(), page(question)) == 1


def test_a_question_page_shows_all_that_belongs_to_it(browser):
    question = make.question(
        points=[("belongs to a region", False), ("a place for objects", True)],
        choices=[("A crate", False), ("A named place", True)],
        topics=[make.topic("Storage")],
        difficulty="hard",
    )
    make.answer_to(question, "A second opinion.", verified=True)
    response = browser.get(page(question))
    shown = text(response)
    for words in (
        "Hard",
        "Storage",
        "Right A named place",
        "document-1.md, lines 1–3",
        "Verified",
    ):
        assert words in shown
    assert shown.index("a place for objects") < shown.index("belongs to a region")
    assert shown.index("A named place for objects.") < shown.index("A second opinion.")
    assert response.content.count(b"<h1") == 1


def test_the_prompts_first_paragraph_is_the_heading_and_the_rest_follows(browser):
    question = make.question(
        prompt_html='<p>What does <code>x</code> print?</p>\n<pre tabindex="0">x</pre>'
    )
    shown = browser.get(page(question)).content.decode()
    assert "What does <code>x</code> print?</h1>" in shown
    assert '<pre tabindex="0">x</pre>' in shown
    bare = make.question(title="<Print?>", prompt_html="<pre>x</pre>")
    assert "&lt;Print?&gt;</h1>" in browser.get(page(bare)).content.decode()


def test_a_folded_question_leads_to_the_one_that_stands_for_it(browser):
    head = make.question()
    folded = make.question(folded_into=head)
    response = browser.get(page(folded))
    assert (response.status_code, response.url) == (302, page(head))
    assert text(browser.get(page(head))).count("lines 1–3") == 2


def test_a_retired_question_is_kept_with_a_word_but_not_listed(browser):
    question = make.question(state="retired")
    assert "Retired:" in text(browser.get(page(question)))
    assert "0 questions" in text(browser.get(LIST))


def test_a_draft_has_no_page(browser):
    assert browser.get(page(make.question(state="draft"))).status_code == 404


def test_pages_go_on_and_keep_what_was_asked(browser):
    for number in range(30):
        make.question(f"What is part {number}?", difficulty="hard")
    first = browser.get(f"{LIST}?difficulty=hard")
    assert len(first.context["page"]) == 25
    assert b"?difficulty=hard&amp;page=2" in first.content
    assert len(browser.get(f"{LIST}?difficulty=hard&page=2").context["page"]) == 5


def test_only_those_signed_in_are_offered_cards(browser):
    question = make.question()
    for address in (LIST, page(question)):
        assert reverse("flashcards:add") in browser.get(address).content.decode()
        assert reverse("flashcards:add") not in Client().get(address).content.decode()


def test_a_document_filter_finds_a_question_through_a_folded_answer(browser):
    head = make.question()
    folded = make.question(folded_into=head)
    listed = browser.get(f"{LIST}?document={folded.document_id}").context["page"]
    assert [line.id for line in listed] == [head.pk]
    assert Question.objects.count() == 2


def test_a_long_library_shows_its_first_sources_and_the_chosen_one(browser):
    papers = [make.document(title=f"Notes {number}") for number in range(9)]
    for paper in papers:
        make.question(f"What does {paper.title} ask?", document=paper)
    [source] = [f for f in browser.get(LIST).context["filters"] if f.name == "Source"]
    assert (len(source.chips), len(source.further)) == (6, 3)
    last = source.further[-1]
    [source] = [
        f for f in browser.get(f"{LIST}{last.query}").context["filters"] if f.name == "Source"
    ]
    assert last.label in [chip.label for chip in source.chips if chip.on]


@pytest.mark.parametrize("count", [1, 25])
def test_a_question_is_three_statements_whatever_it_has(
    browser, learner, count, django_assert_num_queries
):
    points = [(f"Point {number}", number == 0) for number in range(count)]
    question = make.question("What is a tide?", "The sea that rises.", points=points, owner=learner)
    page = reverse("bank:question", args=[question.pk])
    browser.get(page)
    with django_assert_num_queries(3):  # session, person, the question with all that it has
        browser.get(page)


def rendered(markdown):
    """The answer as the bank keeps it, near enough."""
    head = "<p><strong>Key points</strong></p>\n<ul>\n<li>a place for objects</li>\n</ul>"
    first, _, rest = markdown.partition("\n\n**Key points**\n\n- a place for objects\n\n")
    return f"<p>{first}</p>\n{head}\n<p>{rest}</p>"


def test_key_points_are_told_once_though_the_answer_lists_them(browser):
    told = "It keeps bytes.\n\n**Key points**\n\n- a place for objects\n\n**Follow-up:** Why?"
    question = make.question(answer="", points=[("a place for objects", True)])
    make.answer_to(question, told, html=rendered(told))
    shown = text(browser.get(page(question)))
    assert shown.count("Key points") == shown.count("a place for objects") == 1
    assert "Follow-up:" in shown
