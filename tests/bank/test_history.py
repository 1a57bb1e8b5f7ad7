"""Plans, undoing, edits, sharing and reports: what people do to a bank that was read."""

from __future__ import annotations

from datetime import timedelta
from uuid import uuid4

import pytest
from hypothesis import HealthCheck, given, settings
from hypothesis import strategies as st

from questions.bank import actions
from questions.bank.actions.editing import ChangedSince
from questions.bank.actions.sharing import IsPublic, NobodyThere
from questions.bank.models import Answer, Edit, KeyPoint, Question, Report, Revision, SearchEntry
from questions.bank.rules import diff
from questions.bank.rules.difficulty import Difficulty
from questions.bank.rules.given import GivenChoice
from questions.bank.rules.past import Look, What
from questions.bank.rules.points import Point
from questions.bank.rules.reasons import Reason
from questions.errors import KeyReused, NotAllowed
from tests import effort, make
from tests.bank.test_actions import ANSWER, bank, said

pytestmark = pytest.mark.django_db
QUEUE, TOPIC, STREAM = "What is a queue for?", "What is a topic?", "What is a stream?"
LONGER = "A queue keeps messages until a worker takes them and says so."


@pytest.fixture
def notes(learner):
    return make.document(learner, name="notes.md")


@pytest.fixture
def read(notes, noon):
    """read(one, …, change=…): what the notes say now."""

    def write(*every, change=None, **more):
        placed = [said(prompt, answer, position=n) for n, (prompt, answer) in enumerate(every)]
        return actions.write(notes, placed, at=noon, change=change, **more)

    return write


def wanted(question, **changes):
    """What the question says, but for these changes."""
    own = question.answers.get(document=question.document)
    says = {
        "prompt": question.prompt,
        "answer": own.text,
        "difficulty": Difficulty(question.difficulty),
        "choices": tuple(GivenChoice(c.text, c.correct, c.why) for c in question.choices.all()),
        "points": tuple(Point(p.text, p.core) for p in question.points.current()),
        "topics": tuple(question.topics.values_list("name", flat=True)),
    }
    return actions.Wanted(**{**says, **changes})


def texts():
    """What the published questions say, whatever their order."""
    found = Question.objects.published().order_by("prompt")
    return [
        (
            q.prompt,
            q.answers.get().text,
            q.difficulty,
            [(p.text, p.core) for p in q.points.current()],
            sorted(q.topics.values_list("name", flat=True)),
            [(c.text, c.correct) for c in q.choices.all()],
            q.folded_into_id,
            q.preferred_id,
        )
        for q in found
    ]


def test_a_plan_says_what_a_reading_would_change_and_writes_nothing(notes, read, noon):
    read((QUEUE, ANSWER), (TOPIC, "One of many."))
    before = bank()
    new = [said(QUEUE, LONGER), said("Why?", "", position=1, topics=("Unheard of",))]
    plan = actions.plan(notes, new, at=noon)
    assert [(c.what, c.title) for c in plan.every] == [
        (What.UPDATED, QUEUE),
        (What.NEW, "Why?"),
        (What.RETIRED, TOPIC),
    ]
    assert plan.every[0].before.given.answer == ANSWER
    assert plan.every[0].after.given.answer == LONGER
    assert plan.every[1].looks == (Look.NO_ANSWER, Look.UNCLEAR)
    assert bank() == before


def test_a_plan_knows_a_question_that_is_there_already(learner, notes, read, noon):
    read((QUEUE, ANSWER))
    (change,) = actions.plan(make.document(learner), [said("what is a queue for")], at=noon).every
    assert (change.what, change.twin) == (What.NEW, QUEUE)


def test_a_part_of_the_changes_can_be_left_out(read):
    read((QUEUE, ANSWER), (TOPIC, "One of many."))
    gone = Question.objects.get(prompt=TOPIC)
    read(
        (QUEUE, LONGER),
        (STREAM, "Events in order."),
        ("New?", "Yes."),
        leave={"0", "1", str(gone.pk)},
    )
    left = {(QUEUE, ANSWER), (TOPIC, "One of many."), ("New?", "Yes.")}
    assert {text[:2] for text in texts()} == left


def test_an_undone_reading_leaves_what_was_there_before(notes, read, learner, noon):
    read((QUEUE, ANSWER), (TOPIC, "One of many."))
    before, kept = texts(), list(KeyPoint.objects.values_list("pk", "text").order_by("pk"))
    change = uuid4()
    read((QUEUE, LONGER), (STREAM, "Events in order."), change=change)
    assert texts() != before
    actions.undo(notes, change, by=learner, at=noon)
    assert texts() == before
    assert list(KeyPoint.objects.values_list("pk", "text").order_by("pk")) == kept
    assert not Question.objects.filter(prompt=STREAM).exists()
    assert SearchEntry.objects.count() == 2


def test_what_an_undone_reading_brought_and_somebody_learned_is_retired(notes, read, learner, noon):
    change = uuid4()
    read((QUEUE, ANSWER), (TOPIC, "One of many."), change=change)
    make.card(learner, Question.objects.get(prompt=QUEUE))
    actions.undo(notes, change, by=learner, at=noon)
    assert [(q.prompt, q.state) for q in Question.objects.all()] == [(QUEUE, "retired")]


PROMPTS = [QUEUE, TOPIC, STREAM, "What is a lease?"]
READINGS = st.lists(
    st.lists(
        st.tuples(st.sampled_from(PROMPTS), st.sampled_from([ANSWER, LONGER, "Something."])),
        unique_by=lambda one: one[0],
        max_size=4,
    ),
    min_size=1,
    max_size=4,
)


@settings(
    max_examples=effort.times(6, 200),
    deadline=None,
    suppress_health_check=[HealthCheck.function_scoped_fixture],
)
@given(readings=READINGS)
def test_readings_are_undone_one_after_the_other_back_to_nothing(readings, learner, noon):
    notes = make.document(learner, name=f"{uuid4()}.md")
    was, changes = [], []
    for every in readings:
        was.append([text[:5] for text in texts()])
        changes.append(uuid4())
        placed = [said(p, a, position=n) for n, (p, a) in enumerate(every)]
        actions.write(notes, placed, at=noon, change=changes[-1])
    for before, change in zip(reversed(was), reversed(changes), strict=True):
        actions.undo(notes, change, by=learner, at=noon)
        assert [text[:5] for text in texts()] == before
    notes.delete()


def test_an_edit_is_kept_through_re_reading_and_the_documents_word_is_offered(read, learner, noon):
    read((QUEUE, ANSWER))
    question = Question.objects.get()
    actions.edit(question, wanted(question, answer="My own words."), by=learner, at=noon)
    assert read((QUEUE, ANSWER)).updated == 0
    assert not Edit.objects.get().offered
    assert read((QUEUE, LONGER)).updated == 1
    assert read((QUEUE, LONGER)).updated == 0
    assert Answer.objects.get().text == "My own words."
    assert Edit.objects.get().offered
    actions.keep_own_words(question, by=learner, at=noon)
    assert not Edit.objects.get().offered
    actions.take_documents_word(question, by=learner, at=noon)
    assert Answer.objects.get().text == LONGER
    assert not Edit.objects.exists()


def test_what_was_not_edited_follows_the_document(read, learner, noon):
    read((QUEUE, ANSWER))
    question = Question.objects.get()
    actions.edit(question, wanted(question, difficulty=Difficulty.HARD), by=learner, at=noon)
    read((QUEUE, LONGER))
    question.refresh_from_db()
    assert (question.difficulty, question.difficulty_source) == ("hard", "editor")
    assert Answer.objects.get().text == LONGER


def test_an_edited_prompt_is_known_again(read, learner, noon):
    read((QUEUE, ANSWER), (TOPIC, "One of many."))
    question = Question.objects.get(prompt=QUEUE)
    other = "Why would somebody put a buffer between services?"
    actions.edit(question, wanted(question, prompt=other), by=learner, at=noon)
    assert read((QUEUE, ANSWER), (TOPIC, "One of many.")).unchanged == 2
    question.refresh_from_db()
    assert (question.prompt, question.state) == (other, "published")
    assert SearchEntry.objects.get(question=question).title.startswith("why would")


def test_every_version_is_kept_with_who_and_when_and_can_be_brought_back(read, learner, noon):
    read((QUEUE, ANSWER))
    question = Question.objects.get()
    first = texts()
    later = noon + timedelta(hours=1)
    change = {"answer": "Mine.", "points": (Point("it is mine", True),), "topics": ("Own",)}
    assert actions.edit(question, wanted(question, **change), by=learner, at=noon)
    assert not actions.edit(question, wanted(question), by=learner, at=noon)
    edited = texts()
    assert actions.revert(question, 1, by=learner, at=later)
    assert texts() == first
    actions.revert(question, 2, by=learner, at=later)
    assert texts() == edited
    assert [(r.number, r.way, r.by) for r in Revision.objects.about(question)] == [
        (3, "reverted", learner),
        (2, "reverted", learner),
        (1, "edited", learner),
    ]


def test_options_can_be_given_and_taken(read, learner, noon):
    read((QUEUE, ANSWER))
    question = Question.objects.get()
    options = (GivenChoice("It buffers", True), GivenChoice("It sorts", False))
    actions.edit(question, wanted(question, choices=options), by=learner, at=noon)
    question.refresh_from_db()
    assert (question.kind, question.needs_key, question.choices.count()) == ("choice", False, 2)
    actions.edit(question, wanted(question, choices=()), by=learner, at=noon)
    question.refresh_from_db()
    assert (question.kind, question.choices.count()) == ("open", 0)


def test_an_edit_of_something_older_is_refused(read, learner, noon):
    read((QUEUE, ANSWER))
    question = Question.objects.get()
    seen = question.updated
    later = noon + timedelta(hours=1)
    actions.edit(question, wanted(question, answer="A."), by=learner, at=later, seen=seen)
    with pytest.raises(ChangedSince):
        actions.edit(question, wanted(question, answer="B."), by=learner, at=later, seen=seen)


def test_an_edit_survives_the_undoing_of_an_older_reading(notes, read, learner, noon):
    read((QUEUE, ANSWER))
    change = uuid4()
    read((QUEUE, LONGER), change=change)
    question = Question.objects.get()
    actions.edit(question, wanted(question, answer="Mine."), by=learner, at=noon)
    actions.undo(notes, change, by=learner, at=noon)
    assert Answer.objects.get().text == "Mine."
    actions.take_documents_word(question, by=learner, at=noon)
    assert Answer.objects.get().text == ANSWER


@pytest.mark.parametrize("who", ["stranger", "mentor", "editor"])
def test_only_its_owner_edits_what_is_private(request, who, read, noon):
    read((QUEUE, ANSWER))
    question = Question.objects.get()
    with pytest.raises(NotAllowed):
        actions.edit(question, wanted(question), by=request.getfixturevalue(who), at=noon)


def test_an_editor_edits_the_houses(editor, learner, noon):
    house = make.document()
    actions.write(house, [said()], at=noon)
    question = Question.objects.get()
    with pytest.raises(NotAllowed):
        actions.edit(question, wanted(question), by=learner, at=noon)
    assert actions.edit(question, wanted(question, answer="Right."), by=editor, at=noon)


def test_a_shared_document_is_seen_by_those_alone_and_taken_back(mentor, learner, stranger, noon):
    notes = make.document(mentor)
    actions.write(notes, [said()], at=noon)
    actions.share(notes, learner.email.upper(), by=mentor, at=noon)
    assert Question.objects.seen_by(learner).count() == 1
    assert Question.objects.seen_by(stranger).count() == 0
    actions.unshare(notes, learner, by=mentor, at=noon)
    assert Question.objects.seen_by(learner).count() == 0
    notes.refresh_from_db()
    assert notes.visibility == "private"


def test_shared_documents_do_not_fold_into_one_another(mentor, learner, stranger, noon):
    one, other = make.document(mentor), make.document(mentor)
    for notes, person in ((one, learner), (other, stranger)):
        actions.write(notes, [said()], at=noon)
        actions.share(notes, person.email, by=mentor, at=noon)
    assert not Question.objects.filter(folded_into__isnull=False).exists()
    for person in (learner, stranger):
        assert Question.objects.seen_by(person).standing().count() == 1


def test_nobody_shares_what_is_not_theirs_or_without_being_a_mentor(
    mentor, learner, stranger, noon
):
    with pytest.raises(NotAllowed):
        actions.share(make.document(learner), stranger.email, by=learner, at=noon)
    with pytest.raises(NotAllowed):
        actions.share(make.document(learner), stranger.email, by=mentor, at=noon)
    notes = make.document(mentor)
    for address in ("nobody@example.org", mentor.email):
        with pytest.raises(NobodyThere):
            actions.share(notes, address, by=mentor, at=noon)


def test_an_editor_makes_a_document_public_and_back(mentor, editor, stranger, noon):
    notes = make.document(mentor)
    actions.write(notes, [said()], at=noon)
    with pytest.raises(NotAllowed):
        actions.publish(notes, by=mentor, at=noon)
    actions.publish(notes, by=editor, at=noon)
    assert Question.objects.seen_by(stranger).standing().count() == 1
    with pytest.raises(IsPublic):
        actions.share(notes, stranger.email, by=mentor, at=noon)
    actions.withdraw(notes, by=editor, at=noon)
    assert Question.objects.seen_by(stranger).count() == 0


def test_a_private_twin_does_not_hide_a_public_question(mentor, editor, stranger, noon):
    first, second = make.document(mentor), make.document(mentor)
    for notes in (first, second):
        actions.write(notes, [said()], at=noon)
    assert Question.objects.filter(folded_into__isnull=False).count() == 1
    actions.publish(second, by=editor, at=noon)
    assert Question.objects.seen_by(stranger).standing().count() == 1


def test_a_report_is_made_once_and_settled_by_the_owner(learner, stranger, editor, noon):
    question = make.question()
    key = uuid4()
    report = actions.report(question, Reason.WRONG, "It is not.", by=stranger, key=key, at=noon)
    assert report == actions.report(
        question, Reason.WRONG, "It is not.", by=stranger, key=key, at=noon
    )
    with pytest.raises(KeyReused):
        actions.report(question, Reason.UNCLEAR, "", by=stranger, key=key, at=noon)
    assert list(Report.objects.to_settle_by(learner)) == []
    assert list(Report.objects.to_settle_by(editor)) == [report]
    with pytest.raises(NotAllowed):
        actions.settle_report(report, "No.", by=learner, at=noon)
    actions.settle_report(report, "Put right.", by=editor, at=noon)
    assert Report.objects.made_by(stranger).get().reply == "Put right."


def test_what_lacks_an_answer_or_a_key_is_found():
    bare = make.question("What is bare?", "")
    keyless = make.question("Which?", "", choices=[("a", False)], needs_key=True)
    make.question("Which one?", "", choices=[("a", True)])
    make.question()
    assert list(Question.objects.unanswered()) == [bare]
    assert list(Question.objects.without_key()) == [keyless]


@given(st.text(), st.text())
def test_a_diff_holds_both_texts(before, after):
    pieces = diff.words(before, after)
    old = "".join(p.text for p in pieces if p.mark is not diff.Mark.CAME)
    new = "".join(p.text for p in pieces if p.mark is not diff.Mark.GONE)
    assert (old, new) == (before, after)


def test_a_diff_marks_words_and_whole_phrases():
    assert [(p.mark.value, p.text) for p in diff.words("a big red fox", "a small fox")] == [
        ("same", "a "),
        ("gone", "big red"),
        ("came", "small"),
        ("same", " fox"),
    ]


def test_of_what_did_not_change_only_the_lines_near_a_change_are_read():
    lines = [f"line {n}" for n in range(30)]
    changed = [*lines[:10], "another", *lines[11:]]
    pieces = diff.near(diff.words("\n".join(lines), "\n".join(changed)))
    shown = "".join(piece.text for piece in pieces)
    assert shown.startswith("…\nline 8")
    assert shown.endswith("line 12\n…") or shown.endswith("line 13\n…")
    whole = diff.words("", "\n".join(lines))
    assert diff.near(whole) == whole
