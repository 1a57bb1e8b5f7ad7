"""What reading a document again and again does to the bank."""

from __future__ import annotations

from datetime import timedelta

import pytest
from django.db import connection
from django.test.utils import CaptureQueriesContext
from django.utils import timezone

from questions.bank import actions
from questions.bank.models import Answer, Choice, KeyPoint, Question, SearchEntry, Topic
from questions.bank.rules import topics as topic_rules
from questions.bank.rules.difficulty import Difficulty, Source
from questions.bank.rules.given import Given, GivenChoice, Written
from questions.bank.rules.points import Point
from questions.bank.rules.states import Kind, State, Visibility
from tests import make

pytestmark = pytest.mark.django_db
ANSWER = "A queue keeps messages until a worker takes them.\n\nIt smooths bursts."


def said(prompt="What is a queue for?", answer=ANSWER, **fields):
    """One question as a reader found it."""
    given = {
        "kind": Kind.CHOICE if fields.get("choices") else Kind.OPEN,
        "first_line": 3,
        "last_line": 7,
        "position": 1,
        "difficulty": Difficulty.EASY,
        "difficulty_source": Source.SIGNALS,
        "points": (Point("keeps messages until taken", True), Point("smooths bursts", False)),
        "topics": ("Messaging",),
    }
    return Given(prompt=prompt, answer=answer, **{**given, **fields})


def bank():
    """Every row of the bank, to compare before and after."""
    models = (Question, Answer, Choice, KeyPoint, SearchEntry, Topic, Question.topics.through)
    return [list(model.objects.order_by("pk").values()) for model in models]


@pytest.fixture
def notes(db):
    return make.document(name="notes.md")


def test_a_first_reading_creates_the_question_with_all_that_belongs_to_it(notes, noon):
    assert actions.write(notes, [said()], at=noon) == Written(created=1)
    question = Question.objects.get()
    assert (question.title, question.prompt_html) == (
        "What is a queue for?",
        "<p>What is a queue for?</p>",
    )
    assert (question.owner, question.visibility) == (None, "public")
    answer = question.preferred
    assert (answer.document, answer.first_line, answer.last_line) == (notes, 3, 7)
    assert answer.html.startswith("<p>A queue keeps messages")
    assert answer.opening == "A queue keeps messages until a worker takes them."
    assert list(question.points.values_list("text", "core")) == [
        ("keeps messages until taken", True),
        ("smooths bursts", False),
    ]
    assert [topic.name for topic in question.topics.all()] == ["Messaging"]
    assert "smooths bursts" in question.entry.body


def test_a_second_reading_touches_no_row(notes, noon):
    choices = (GivenChoice("six", True, "Because."), GivenChoice("seven"))
    read = [
        said(),
        said("Which number?", "It is six.", choices=choices, position=2),
        said("What is the output?", "Nothing.", position=3),
        said("What is the output?", "Something.", position=4),
    ]
    actions.write(notes, read, at=noon)
    before = bank()
    assert actions.write(notes, read, at=noon + timedelta(days=1)) == Written(unchanged=4)
    assert bank() == before


def test_a_changed_answer_updates_its_question_alone(notes, noon):
    actions.write(notes, [said(), said("What is a topic?", position=2)], at=noon)
    later = noon + timedelta(days=1)
    read = [said(answer="A queue decouples."), said("What is a topic?", position=2)]
    assert actions.write(notes, read, at=later) == Written(updated=1, unchanged=1)
    assert Answer.objects.get(updated=later).html == "<p>A queue decouples.</p>"
    assert Question.objects.get(updated=later).title == "What is a queue for?"


def test_lines_that_moved_are_kept_but_are_no_update(notes, noon):
    actions.write(notes, [said()], at=noon)
    read = [said("What is new?", "This."), said(first_line=13, last_line=17, position=2)]
    assert actions.write(notes, read, at=noon) == Written(created=1, unchanged=1)
    assert Answer.objects.get(text=ANSWER).first_line == 13


def test_a_question_keeps_its_id_when_prompt_or_answer_change(notes, noon):
    actions.write(notes, [said()], at=noon)
    known = Question.objects.get().pk
    for read in (
        said("what is a queue for"),
        said("What is a queue for, and when is it too much?"),
        said("Why put something between two services?", ANSWER),
    ):
        actions.write(notes, [read], at=noon)
        assert Question.objects.get().pk == known


def test_questions_that_change_places_stay_themselves(notes, noon):
    first, second = said(), said("What is a topic?", "A name.", position=2)
    actions.write(notes, [first, second], at=noon)
    ids = {q.title: q.pk for q in Question.objects.all()}
    assert actions.write(notes, [second, first], at=noon).unchanged == 2
    assert {q.title: q.pk for q in Question.objects.all()} == ids


def test_what_leaves_is_retired_and_what_returns_is_the_same(notes, noon):
    actions.write(notes, [said(), said("What is a topic?", "A name.", position=2)], at=noon)
    assert actions.write(notes, [said()], at=noon) == Written(retired=1, unchanged=1)
    gone = Question.objects.get(state=State.RETIRED.value)
    assert not SearchEntry.objects.filter(question=gone).exists()
    assert actions.write(notes, [said()], at=noon) == Written(unchanged=1)
    back = actions.write(notes, [said(), said("What is a topic?", "A name.", position=2)], at=noon)
    assert back == Written(updated=1, unchanged=1)
    gone.refresh_from_db()
    assert gone.state == State.PUBLISHED.value
    assert gone.entry.title == "what is a topic"


def test_a_key_point_keeps_its_id_and_counts_its_revisions(notes, noon):
    actions.write(notes, [said()], at=noon)
    before = {p.text: p.pk for p in KeyPoint.objects.all()}
    points = (
        Point("smooths bursts", True),
        Point("keeps messages until they are taken", True),
        Point("costs a little time", False),
    )
    assert actions.write(notes, [said(points=points)], at=noon) == Written(updated=1)
    now = {p.text: p for p in KeyPoint.objects.all()}
    assert now["smooths bursts"].pk == before["smooths bursts"]
    assert now["smooths bursts"].revision == 1
    reworded = now["keeps messages until they are taken"]
    assert (reworded.pk, reworded.revision) == (before["keeps messages until taken"], 2)


def test_a_key_point_that_left_is_retired(notes, noon):
    actions.write(notes, [said()], at=noon)
    actions.write(notes, [said(points=(Point("smooths bursts", True),))], at=noon)
    assert KeyPoint.objects.get(retired=True).text == "keeps messages until taken"


def test_options_follow_the_document(notes, noon):
    options = [GivenChoice("six", True, "*Because.*"), GivenChoice("seven"), GivenChoice("ten")]
    actions.write(notes, [said("How many?", "", choices=tuple(options))], at=noon)
    ids = dict(Choice.objects.values_list("text", "pk"))
    assert Choice.objects.get(text="six").why_html == "<p><em>Because.</em></p>"
    options = [GivenChoice("seven"), GivenChoice("eight"), GivenChoice("six", True)]
    actions.write(notes, [said("How many?", "", choices=tuple(options))], at=noon)
    shown = list(Choice.objects.order_by("position").values_list("text", "pk", "correct"))
    assert [text for text, _, _ in shown] == ["seven", "eight", "six"]
    assert (shown[0][1], shown[2][1]) == (ids["seven"], ids["six"])
    assert Choice.objects.get(text="six").why_html == ""


def test_options_without_a_right_one_need_a_key(notes, noon):
    actions.write(notes, [said("How many?", "", choices=(GivenChoice("six"),))], at=noon)
    assert Question.objects.get().needs_key


def test_the_same_question_in_two_documents_folds_into_the_earlier(notes, noon):
    other = make.document(name="other.md")
    actions.write(notes, [said()], at=noon)
    fuller = said(
        "What is a queue for", ANSWER + " It also retries.", points=(Point("retries", True),)
    )
    written = actions.write(other, [fuller], at=noon + timedelta(hours=1))
    assert written == Written(created=1, folded=1)
    head = Question.objects.standing().get()
    folded = Question.objects.get(folded_into=head)
    assert (head.document, folded.document) == (notes, other)
    assert head.preferred.document == other
    assert [p.text for p in head.points.current()] == ["retries"]
    assert not SearchEntry.objects.filter(question=folded).exists()
    assert "it also retries" in head.entry.body
    before = bank()
    assert actions.write(other, [fuller], at=noon) == Written(unchanged=1)
    assert actions.write(notes, [said()], at=noon) == Written(unchanged=1)
    assert bank() == before


def test_a_verified_answer_is_preferred_to_a_fuller_one(notes, noon):
    other = make.document(name="other.md")
    actions.write(notes, [said(answer="It keeps messages.", verified=True)], at=noon)
    actions.write(other, [said()], at=noon)
    assert Question.objects.standing().get().preferred.text == "It keeps messages."


def test_the_others_unfold_when_the_one_that_stands_for_them_is_retired(notes, noon):
    second, third = make.document(name="second.md"), make.document(name="third.md")
    for hours, document in enumerate((notes, second, third)):
        actions.write(document, [said()], at=noon + timedelta(hours=hours))
    first_head = Question.objects.standing().get()
    actions.write(notes, [], at=noon)
    head = Question.objects.standing().get()
    assert head.document == second
    assert head.points.current().count() > 0
    assert head.entry.title == "what is a queue for"
    assert Question.objects.get(document=third).folded_into == head
    actions.write(notes, [said()], at=noon)
    first_head.refresh_from_db()
    assert first_head.folded_into == head


def test_a_prompt_that_becomes_another_unfolds(notes, noon):
    other = make.document(name="other.md")
    actions.write(notes, [said()], at=noon)
    actions.write(other, [said()], at=noon)
    actions.write(other, [said("What is a queue for in a hospital?")], at=noon)
    assert Question.objects.standing().count() == 2


def test_nothing_folds_across_a_wall(notes, noon, learner, stranger):
    mine, theirs = make.document(learner, name="a.md"), make.document(stranger, name="a.md")
    hidden = make.document(name="b.md", visibility=Visibility.PRIVATE.value)
    for document in (notes, mine, theirs, hidden):
        assert actions.write(document, [said()], at=noon).folded == 0
    assert Question.objects.standing().count() == 4


def test_a_document_that_is_published_takes_its_questions_along(noon, editor):
    document = make.document(editor, name="a.md")
    actions.write(document, [said()], at=noon)
    document.visibility = Visibility.PUBLIC.value
    document.save()
    assert actions.write(document, [said()], at=noon).updated == 1
    assert Question.objects.get().visibility == "public"


def test_prompts_that_say_nothing_alone_never_fold(notes, noon):
    read = [said("What is the output?", a, position=n) for n, a in enumerate(["One.", "Two."])]
    assert actions.write(notes, read, at=noon).folded == 0
    assert Question.objects.standing().count() == 2


def test_topics_are_the_houses_where_it_has_them_and_else_their_owners(noon, learner):
    house = make.topic("Messaging")
    document = make.document(learner)
    actions.write(document, [said(topics=("messaging", "My own job"))], at=noon)
    topics = {topic.name: topic.owner for topic in Question.objects.get().topics.all()}
    assert topics == {house.name: None, "My own job": learner}


def test_an_editors_difficulty_outlives_a_reading(notes, noon):
    actions.write(notes, [said()], at=noon)
    Question.objects.update(difficulty="hard", difficulty_source="editor")
    assert actions.write(notes, [said(difficulty=Difficulty.MEDIUM)], at=noon).updated == 0
    assert Question.objects.get().difficulty == "hard"


def test_characters_that_no_database_keeps_are_left_out(notes, noon):
    choices = (GivenChoice("a\x00b", True), GivenChoice("c\ud800"))
    actions.write(notes, [said("Why\x00?", "Be\ud800cause.", choices=choices)], at=noon)
    assert (Question.objects.get().prompt, Answer.objects.get().text) == ("Why?", "Because.")


def test_many_questions_take_few_statements(notes, noon):
    read = [said(f"What is part {n} for?", f"It does {n}.", position=n) for n in range(300)]
    with CaptureQueriesContext(
        connection,
    ) as first:
        assert actions.write(notes, read, at=noon).created == 300
    assert len(first) <= 40
    with CaptureQueriesContext(connection) as second:
        assert actions.write(notes, read, at=timezone.now()).unchanged == 300
    assert len(second) <= 15


def test_the_tree_of_topics_grows_and_is_then_left_alone():
    tree = topic_rules.parse(
        {
            "topic": [
                {"slug": "systems", "name": "Systems"},
                {"slug": "queues", "name": "Queues", "parent": "systems", "words": ["queue"]},
            ]
        }
    )
    assert actions.grow_topics(tree) == 2
    assert Topic.objects.get(slug="queues").parent.slug == "systems"
    assert actions.grow_topics(tree) == 0
