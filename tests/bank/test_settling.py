"""Likely duplicates and disagreements: how they come up, and what deciding about them does."""

from __future__ import annotations

from datetime import timedelta

import pytest

from questions.bank import actions
from questions.bank.models import Answer, Disagreement, KeyPoint, Question, Suggestion
from questions.bank.rules import points
from questions.bank.rules.decisions import VERIFIED, AlreadyDecided, NoLongerThere, Right
from questions.bank.rules.difficulty import Difficulty, Source
from questions.bank.rules.given import Given
from questions.bank.rules.states import Kind
from questions.errors import NotAllowed
from tests import make

pytestmark = pytest.mark.django_db
BLOOM = "A bloom filter says that a key is surely absent, or that it may be there."


def said(prompt, answer=BLOOM, position=1, **fields):
    given = {
        "kind": Kind.OPEN,
        "first_line": 1,
        "last_line": 3,
        "position": position,
        "difficulty": Difficulty.EASY,
        "difficulty_source": Source.SIGNALS,
        "points": points.of(prompt, answer),
    }
    return Given(prompt=prompt, answer=answer, **{**given, **fields})


def read(document, *given, at):
    return actions.write(
        document, [said(*one) if isinstance(one, tuple) else one for one in given], at=at
    )


ELDER, YOUNGER = "What is a bloom filter?", "Explain the concept of bloom filters."
SHORT, LONG = "A session is kept for 30 minutes.", "The portal keeps a session for 2 hours."
ASKED = "How long is a session of the portal kept?"


@pytest.fixture
def papers(db):
    return make.document(name="first.md"), make.document(name="second.md")


@pytest.fixture
def likely(papers, noon):
    """Two questions of the house that are likely one."""
    for day, (paper, prompt) in enumerate(zip(papers, (ELDER, YOUNGER), strict=True)):
        read(paper, (prompt,), at=noon - timedelta(days=9 - day))
    return Suggestion.objects.get()


@pytest.fixture
def disputed(papers, noon):
    """Two answers of the house to one question that disagree."""
    for day, (paper, answer) in enumerate(zip(papers, (SHORT, LONG), strict=True)):
        read(paper, (ASKED, answer), at=noon - timedelta(days=9 - day))
    return Disagreement.objects.get()


def standing():
    return set(Question.objects.standing().values_list("title", flat=True))


def everything():
    rows = Question.objects.order_by("pk").values("pk", "folded_into", "preferred", "title")
    current = KeyPoint.objects.current().order_by("pk").values("pk", "question", "text", "core")
    return list(rows), list(current)


def test_likely_questions_are_offered_with_the_evidence(likely):
    assert (likely.one.title, likely.other.title) == (ELDER, YOUNGER)
    assert likely.shared[0] == "bloom"
    assert likely.shared[1].startswith("filter")
    assert likely.answers_alike == pytest.approx(1)
    assert Suggestion.objects.waiting().get() == likely
    assert standing() == {ELDER, YOUNGER}


def test_nothing_is_offered_across_a_wall(papers, learner, stranger, noon):
    read(papers[0], (ELDER,), at=noon)
    for owner in (learner, stranger):
        read(make.document(owner), (YOUNGER,), at=noon)
    shared = [make.document(learner, visibility="shared") for _ in range(2)]
    for paper in shared:
        read(paper, (ELDER,), at=noon)
    assert not Suggestion.objects.exists()


def test_an_accepted_offer_folds_and_stays_folded_through_re_reading(likely, papers, editor, noon):
    actions.accept(likely, by=editor, at=noon)
    assert standing() == {ELDER}
    assert not Suggestion.objects.waiting().exists()
    read(papers[1], (YOUNGER, BLOOM + " It takes little room."), at=noon)
    read(papers[0], (ELDER, BLOOM + " It is quick."), at=noon)
    assert standing() == {ELDER}
    assert Question.objects.get(title=YOUNGER).folded_into.title == ELDER


def test_a_fold_is_taken_back_without_loss(likely, editor, noon):
    before = everything()
    actions.accept(likely, by=editor, at=noon)
    assert everything() != before
    actions.reopen(likely, by=editor, at=noon + timedelta(hours=1))
    assert everything() == before
    assert Suggestion.objects.waiting().get() == likely


def test_a_dismissed_pair_is_not_offered_again(likely, papers, editor, noon):
    actions.dismiss(likely, by=editor, at=noon)
    read(papers[1], (YOUNGER, BLOOM + " It takes little room."), at=noon)
    assert not Suggestion.objects.waiting().exists()
    likely.refresh_from_db()
    assert (likely.decision, likely.by, likely.at) == ("dismissed", editor, noon)


def test_what_folded_by_itself_can_be_parted_for_ever(papers, editor, noon):
    for paper in papers:
        read(paper, (ELDER,), at=noon)
    folded = Question.objects.get(folded_into__isnull=False)
    actions.part(folded, by=editor, at=noon)
    assert Question.objects.standing().count() == 2
    for paper in papers:
        read(paper, (ELDER, BLOOM + " It is quick."), at=noon)
    assert Question.objects.standing().count() == 2
    with pytest.raises(NoLongerThere):
        actions.part(Question.objects.get(pk=folded.pk), by=editor, at=noon)


def test_only_the_owner_or_an_editor_for_the_house_decides(likely, learner, mentor, noon):
    for person in (learner, mentor):
        with pytest.raises(NotAllowed):
            actions.accept(likely, by=person, at=noon)
    for day, prompt in enumerate((ELDER, YOUNGER)):
        read(make.document(learner), (prompt,), at=noon + timedelta(days=day))
    mine = Suggestion.objects.get(one__owner=learner)
    assert Suggestion.objects.to_settle_by(learner).get() == mine
    assert not Suggestion.objects.to_settle_by(mentor).exists()
    actions.accept(mine, by=learner, at=noon)
    assert Question.objects.get(owner=learner, folded_into=None).title == ELDER


def test_an_offer_goes_when_its_question_says_something_else(likely, papers, noon):
    read(papers[1], ("How is a tent pitched?", "With pegs and a hammer, in dry weather."), at=noon)
    assert not Suggestion.objects.waiting().exists()


def test_a_prompt_that_may_have_been_reworded_is_offered(papers, editor, learner, noon):
    paper = papers[0]
    read(paper, ("How do you drain a busy node before an upgrade?", "Mark it."), at=noon)
    elder = Question.objects.get()
    make.card(learner, elder)
    read(paper, ("How do you empty a crowded node before an upgrade?", "Cordon."), at=noon)
    offer = Suggestion.objects.waiting().get()
    assert (offer.why, offer.one) == ("reworded", elder)
    actions.accept(offer, by=editor, at=noon)
    assert [q.pk for q in Question.objects.standing()] == [elder.pk]
    elder.refresh_from_db()
    assert elder.title == "How do you empty a crowded node before an upgrade?"
    assert elder.preferred.text == "Cordon."
    again = read(paper, ("How do you empty a crowded node before an upgrade?", "Cordon."), at=noon)
    assert again.unchanged == 1


def test_a_refused_rewording_stays_two_questions(papers, editor, noon):
    read(papers[0], ("How do you drain a busy node before an upgrade?", "Mark it."), at=noon)
    read(papers[0], ("How do you empty a crowded node before an upgrade?", "Cordon."), at=noon)
    offer = Suggestion.objects.get(why="reworded")
    actions.dismiss(offer, by=editor, at=noon)
    with pytest.raises(AlreadyDecided):
        actions.accept(offer, by=editor, at=noon)
    assert not Suggestion.objects.waiting().exists()


def test_sources_of_one_question_that_disagree_are_noted(disputed):
    assert {disputed.one_says, disputed.other_says} == {SHORT, LONG}
    assert (disputed.differs, disputed.about, disputed.right) == ("amount", "seconds", "")
    head = Question.objects.standing().get()
    assert Disagreement.objects.about(head).standing().open().get() == disputed


def test_settling_strikes_the_wrong_statement_out_of_what_is_learned(disputed, editor, noon):
    reason = "Measured it."
    wrong = disputed.one if disputed.one_says == LONG else disputed.other
    right = Right.OTHER if disputed.one_says == LONG else Right.ONE
    assert KeyPoint.objects.current().filter(text__contains="2 hours").exists()
    actions.settle_disagreement(disputed, right, f" {reason} ", by=editor, at=noon)
    disputed.refresh_from_db()
    assert (disputed.right, disputed.reason, disputed.by) == (right.value, reason, editor)
    assert not KeyPoint.objects.current().filter(text__contains="2 hours").exists()
    assert Answer.objects.get(pk=wrong.pk).opening == ""
    assert not Disagreement.objects.open().exists()


def test_what_was_struck_is_not_learned_from_the_next_reading_either(
    disputed, papers, editor, noon
):
    right = Right.OTHER if disputed.one_says == LONG else Right.ONE
    actions.settle_disagreement(disputed, right, "Measured it.", by=editor, at=noon)
    more = LONG + "\n\nIt is renewed by every click."
    read(papers[1], (ASKED, more), at=noon)
    assert not KeyPoint.objects.current().filter(text__contains="2 hours").exists()
    assert KeyPoint.objects.current().filter(text__contains="click").exists()
    assert Answer.objects.get(text=more).opening == "It is renewed by every click."
    assert read(papers[1], (ASKED, more), at=noon).unchanged == 1


def test_a_settled_disagreement_can_be_taken_back(disputed, editor, noon):
    before = everything()
    actions.settle_disagreement(disputed, Right.NEITHER, "Both guess.", by=editor, at=noon)
    assert everything() != before
    actions.reopen_disagreement(disputed, by=editor, at=noon)
    assert everything() == before
    assert Disagreement.objects.open().get() == disputed


def test_a_verified_answer_leads_and_settles_by_itself(papers, noon):
    read(papers[0], (ASKED, LONG), at=noon - timedelta(days=1))
    read(papers[1], said(ASKED, SHORT, verified=True), at=noon)
    found = Disagreement.objects.get()
    assert (found.right, found.reason, found.by) == ("other", VERIFIED, None)
    assert (
        not KeyPoint.objects.current()
        .filter(text__contains="2 hours", question__folded_into=None)
        .exists()
    )
    read(papers[1], said(ASKED, SHORT), at=noon)
    assert Disagreement.objects.open().get() == found


def test_two_verified_answers_are_not_weighed_against_each_other(papers, noon):
    read(papers[0], said(ASKED, LONG, verified=True), at=noon - timedelta(days=1))
    read(papers[1], said(ASKED, SHORT, verified=True), at=noon)
    assert not Disagreement.objects.exists()


def test_a_disagreement_ends_when_a_source_is_corrected(disputed, papers, noon):
    read(papers[1], (ASKED, SHORT), at=noon)
    assert not Disagreement.objects.exists()


def test_a_decision_waits_for_its_words_to_return(disputed, papers, editor, noon):
    actions.settle_disagreement(disputed, Right.ONE, "Measured it.", by=editor, at=noon)
    read(papers[1], (ASKED, SHORT), at=noon)
    assert not Disagreement.objects.standing().exists()
    read(papers[1], (ASKED, LONG), at=noon)
    assert Disagreement.objects.standing().settled().get() == disputed


def test_a_stranger_does_not_settle(disputed, learner, noon):
    with pytest.raises(NotAllowed):
        actions.settle_disagreement(disputed, Right.ONE, "", by=learner, at=noon)
