"""Inviting, planning, what is done in a room, and what a report brings about."""

from __future__ import annotations

import random
from datetime import timedelta
from uuid import UUID, uuid4

import pytest
from django.http import Http404

from questions.errors import KeyReused, NotAllowed
from questions.flashcards.models import Card
from questions.interviews import actions
from questions.interviews.actions.pad import NoSuchLine
from questions.interviews.models import (
    Hint,
    Interview,
    Invitation,
    Letter,
    Pairing,
    ScriptItem,
    Template,
    missed_by_pair,
    past_of,
    seen_by_candidate,
    wishes_of,
)
from questions.interviews.rules import Act, Line, NotNow, Stage, Verb
from questions.interviews.rules.setup import Own, Setup
from questions.marks import actions as marks
from questions.marks.models import Tick
from questions.marks.rules import Verdict, Where
from tests import make
from tests.make import done

SITE = "https://rehearsal.example/"


def invite(mentor, noon, **more):
    return actions.invite(mentor, key=uuid4(), at=noon, site=SITE, **more)


def redeem(invitation, person, noon, *, shares_weak=False):
    return actions.redeem(invitation.token, person, shares_weak=shares_weak, at=noon, site=SITE)


def plan(mentor, noon, *, key=None, number=3, **more):
    planned = actions.Planned(Setup(number=number), **more)
    return actions.plan(mentor, planned, key=key or uuid4(), at=noon, site=SITE)


def test_a_link_makes_one_person_the_candidate_once(mentor, learner, stranger, noon):
    link = invite(mentor, noon)
    redeem(link, learner, noon, shares_weak=True)
    redeem(link, learner, noon)
    assert Pairing.objects.get().shares_weak
    with pytest.raises(actions.NoSuchLink):
        redeem(link, stranger, noon)


def test_only_the_candidate_shares_their_weak_points(mentor, learner):
    pairing = make.pairing(mentor, learner)
    with pytest.raises(NotAllowed):
        actions.share(pairing, by=mentor, shares_weak=True)
    actions.share(pairing, by=learner, shares_weak=True)
    assert Pairing.objects.get().shares_weak


def test_a_revoked_link_leads_nowhere(mentor, learner, noon):
    link = invite(mentor, noon)
    actions.revoke(link, at=noon)
    with pytest.raises(actions.NoSuchLink):
        redeem(link, learner, noon)
    assert not Pairing.objects.exists()


def test_nobody_becomes_their_own_candidate_and_only_mentors_invite(mentor, learner, noon):
    with pytest.raises(actions.NotForYou):
        redeem(invite(mentor, noon), mentor, noon)
    with pytest.raises(actions.NotAMentor):
        invite(learner, noon)


def test_the_same_key_invites_once_and_sends_one_letter(mentor, noon):
    key = uuid4()
    for _ in range(2):
        actions.invite(mentor, email="a@example.org", key=key, at=noon, site=SITE)
    assert (Invitation.objects.count(), Letter.objects.count()) == (1, 1)


def test_a_script_never_has_a_question_that_the_pair_has_used(mentor, learner, questions, noon):
    pairing = make.pairing(mentor, learner)
    first = plan(mentor, noon, pairing=pairing)
    second = plan(mentor, noon, pairing=pairing, number=5)
    used = {item.question_id for item in first.items.all()}
    assert len(used) == 3
    assert {item.question_id for item in second.items.all()} & used == set()
    assert second.items.count() == 3  # there are no more


def test_a_question_folded_into_a_used_one_counts_as_used(mentor, learner, questions, noon):
    make.mock(mentor, learner, questions[:1])
    used, stands = questions[:2]
    used.folded_into = stands
    used.save()
    script = plan(mentor, noon, pairing=Pairing.objects.get(), number=6)
    assert stands.pk not in {item.question_id for item in script.items.all()}


def test_the_same_key_plans_one_interview(mentor, questions, noon):
    key = uuid4()
    assert plan(mentor, noon, key=key).pk == plan(mentor, noon, key=key).pk
    assert Interview.objects.count() == 1


@pytest.mark.parametrize("shares", [True, False])
def test_weak_points_guide_the_script_only_where_they_are_shared(
    mentor, learner, questions, noon, shares
):
    weak = questions[4]
    point = weak.points.first()
    marks.tick(learner, {point.pk: Verdict.MISSED}, where=Where.QUIZ, key=uuid4(), at=noon)
    pairing = make.pairing(mentor, learner, shares_weak=shares)
    chosen = [
        plan(mentor, noon, pairing=pairing, number=1, key=UUID(int=n)).items.get().question_id
        for n in range(3)
    ]
    if shares:
        assert chosen[0] == weak.pk
    else:
        from questions.interviews.actions.drawing import Pair

        assert Pair(mentor, learner).weak() == set()


def test_items_are_swapped_moved_removed_and_added(mentor, mock, noon):
    first, second, third = mock.items.all()
    new = actions.swap(mock, second.pk, by=mentor, rng=random.Random(1))
    assert new.position == 2
    assert new.question_id not in {first.question_id, second.question_id, third.question_id}
    actions.remove_item(mock, first.pk, by=mentor)
    actions.add_own(mock, Own("What is yours?", stage=Stage.WARM_UP), by=mentor)
    told = [(item.position, item.stage, item.own) for item in mock.items.all()]
    assert told == [(1, "warm-up", True), (2, "core", False), (3, "deep dive", False)]
    actions.move_item(mock, third.pk, by=mentor, up=True)
    assert ScriptItem.objects.get(pk=third.pk).stage == "core"
    actions.move_item(mock, third.pk, by=mentor, up=True)
    assert ScriptItem.objects.get(pk=third.pk).position == 2


def test_what_was_asked_is_neither_swapped_nor_removed(mentor, mock, noon):
    done(mock, mentor, Verb.BEGIN)
    shown = mock.items.first()
    for change in (actions.swap, actions.remove_item):
        more = {"rng": random.Random(1)} if change is actions.swap else {}
        with pytest.raises(NotNow):
            change(mock, shown.pk, by=mentor, **more)


def test_the_candidate_can_not_touch_the_script(learner, mock):
    with pytest.raises(NotAllowed):
        actions.add_own(mock, Own("Mine?"), by=learner)


def test_a_template_brings_the_rubric_and_own_questions_into_the_next_script(
    mentor, mock, questions, noon
):
    actions.add_own(mock, Own("A favourite?"), by=mentor)
    actions.keep_template(mock, "Usual", by=mentor, key=uuid4(), at=noon)
    next_one = plan(mentor, noon, template=Template.objects.get(), number=1)
    assert [item.title for item in next_one.items.all() if item.own] == ["A favourite?"]


def test_clocks_run_per_question_and_in_all_and_stand_in_a_pause(mentor, mock, noon):
    def after(seconds, verb, **said):
        return done(mock, mentor, verb, at=noon + timedelta(seconds=seconds), **said)

    after(0, Verb.BEGIN)
    after(60, Verb.MOVE, position=2)
    after(90, Verb.PAUSE)
    after(500, Verb.RESUME)
    over = after(530, Verb.END)
    assert over.spent == 120
    assert list(mock.items.values_list("spent", flat=True)) == [60, 60, 0]


def test_a_stage_brings_up_its_first_question_that_was_not_asked(mentor, mock, noon):
    done(mock, mentor, Verb.BEGIN)
    moved = done(mock, mentor, Verb.STAGE, stage=Stage.DEEP_DIVE)
    assert (moved.stage, moved.position) == ("deep dive", 3)
    wrap = done(mock, mentor, Verb.STAGE, stage=Stage.WRAP_UP)
    assert (wrap.stage, wrap.position) == ("wrap-up", None)


def test_the_same_key_is_one_act_and_another_act_under_it_is_refused(mentor, mock, noon):
    key = uuid4()
    for _ in range(2):
        begun = actions.act(mock, Act(Verb.BEGIN), by=mentor, key=key, at=noon)
    assert begun.version == 1
    with pytest.raises(KeyReused):
        actions.act(mock, Act(Verb.PAUSE), by=mentor, key=key, at=noon)


def test_private_acts_leave_what_the_candidate_counts_alone(mentor, mock, noon):
    done(mock, mentor, Verb.BEGIN)
    point = mock.items.first().points.first()
    done(mock, mentor, Verb.TICK, point=point.pk, verdict="hit")
    done(mock, mentor, Verb.SCORE, dimension="depth", band=3)
    told = done(mock, mentor, Verb.NOTE, position=1, text="nervous")
    assert (told.version, told.shared_version) == (4, 1)
    assert list(told.events.values_list("seq", "shared_seq")) == [
        (1, 1),
        (2, None),
        (3, None),
        (4, None),
    ]


def test_the_candidate_sees_what_was_shown_and_given_and_nothing_else(mentor, mock, noon):
    assert seen_by_candidate(mock, noon).current is None
    begun = done(mock, mentor, Verb.BEGIN)
    hint = mock.items.first().hints.first()
    seen = seen_by_candidate(begun, noon)
    assert (seen.current.position, seen.current.hints, seen.earlier) == (1, [], [])
    given = done(mock, mentor, Verb.RELEASE, hint=hint.pk)
    assert [one.text for one in seen_by_candidate(given, noon).current.hints] == [hint.text]


def test_a_hint_to_a_question_that_nobody_has_seen_is_not_given(mentor, mock):
    done(mock, mentor, Verb.BEGIN)
    hint = Hint.objects.filter(item__position=2).first()
    with pytest.raises(NotNow):
        done(mock, mentor, Verb.RELEASE, hint=hint.pk)


def test_strangers_and_a_mentor_whose_candidate_left_do_nothing(
    mentor, stranger, learner, mock, noon
):
    with pytest.raises(Http404):
        done(mock, stranger, Verb.BEGIN)
    done(mock, mentor, Verb.BEGIN)
    actions.end(Pairing.objects.get(), by=learner, at=noon, site=SITE)
    with pytest.raises(Http404):
        done(mock, mentor, Verb.NOTE, text="still here?")
    assert not Interview.objects.led_by(mentor).exists()
    assert Interview.objects.get().now is Stage.CANCELLED


def line(text, number=1, rank=None, **more):
    return Line(UUID(int=number), rank or float(number), text, **more)


def test_the_last_writer_of_a_line_stands_and_what_it_said_before_is_kept(mentor, learner, mock):
    done(mock, learner, Verb.WRITE, lines=(line("mine"), line("second", 2)))
    done(mock, mentor, Verb.WRITE, lines=(line("theirs"),))
    written = done(mock, mentor, Verb.WRITE, lines=(line("second", 2, removed=True),))
    assert list(mock.writes.standing().values_list("text", flat=True)) == ["theirs"]
    assert list(mock.writes.of_line(UUID(int=1)).values_list("text", "role")) == [
        ("mine", "candidate"),
        ("theirs", "mentor"),
    ]
    assert written.pad_version == 4


def test_the_same_write_again_neither_doubles_nor_overwrites(mentor, learner, mock, noon):
    key = uuid4()
    said = Act(Verb.WRITE, lines=(line("first"),))
    actions.act(mock, said, by=learner, key=key, at=noon)
    done(mock, mentor, Verb.WRITE, lines=(line("newer"),))
    actions.act(mock, said, by=learner, key=key, at=noon)
    assert mock.writes.standing().get().text == "newer"


@pytest.mark.parametrize("wrong", [line("a" * 501), line("a\nb"), line("a", rank=float("inf"))])
def test_what_is_no_line_is_refused(learner, mock, wrong):
    with pytest.raises(NoSuchLine):
        done(mock, learner, Verb.WRITE, lines=(wrong,))


def over(mock, mentor, *missed, at=make.AT):
    """Ask every question; the named points are missed, the others were said."""
    done(mock, mentor, Verb.BEGIN, at=at)
    for item in mock.items.all():
        done(mock, mentor, Verb.MOVE, position=item.position, at=at)
        for point in item.points.all():
            verdict = "missed" if point.text in missed else "hit"
            done(mock, mentor, Verb.TICK, point=point.pk, verdict=verdict, at=at)
    done(mock, mentor, Verb.END, at=at)
    return Interview.objects.get(pk=mock.pk)


def release(mock, mentor, at):
    return actions.release(mock, by=mentor, at=at, site=SITE)


def test_nothing_is_ticked_for_the_candidate_before_the_release(mentor, learner, mock, noon):
    over(mock, mentor, "core one of 0", at=noon)
    assert not Tick.objects.exists()
    release(mock, mentor, noon)
    release(mock, mentor, noon)
    assert Tick.objects.of(learner).filter(where="mock").count() == 9
    assert Tick.objects.of(learner).missed().get().key_point.text == "core one of 0"


def test_a_missed_core_point_brings_its_card_once_due_tomorrow_with_the_reason(
    mentor, learner, mock, noon
):
    over(mock, mentor, "core one of 0", "core two of 0", "bonus 1", at=noon)
    release(mock, mentor, noon)
    release(mock, mentor, noon)
    card = Card.objects.of(learner).get()
    assert card.question.points.first().text == "core one of 0"
    assert card.due_day == noon.date() + timedelta(days=1)
    reasons = [event.data.get("reason", "") for event in card.events.all()]
    assert [r for r in reasons if r] == [
        "Missed in the mock interview of 10 November: core one of 0; core two of 0"
    ]


def test_a_card_is_due_before_the_next_mock(mentor, learner, mock, questions, noon):
    make.mock(mentor, learner, starts=noon + timedelta(days=1))
    over(mock, mentor, "core one of 0", at=noon)
    release(mock, mentor, noon)
    assert Card.objects.of(learner).get().due_day == noon.date()


def test_what_the_candidate_may_not_see_becomes_no_card(mentor, learner, noon):
    private = make.question("What is ours?", points=[("ours", True)], owner=mentor)
    mock = make.mock(mentor, learner, [private])
    over(mock, mentor, "ours", at=noon)
    release(mock, mentor, noon)
    assert not Card.objects.exists()


def test_the_next_script_looks_for_what_was_missed_and_says_what_became_of_it(
    mentor, learner, mock, questions, noon
):
    over(mock, mentor, "core one of 0", at=noon)
    again = make.question(
        "How does the core of part 0 work, in other words?",
        points=[("core one of it", True)],
        topics=list(questions[0].topics.all()),
    )
    assert [wish.text for wish in wishes_of(mentor.pk, learner.pk)] == ["core one of 0"]
    second = plan(mentor, noon, pairing=Pairing.objects.get(), number=1)
    item = second.items.get()
    assert item.looks_for.text == "core one of 0"
    assert item.points.get(again__isnull=False).text == "core one of 0"
    assert missed_by_pair([mock.pk, second.pk])[0].became == "open"
    over(second, mentor, at=noon + timedelta(days=1))
    past = past_of(Interview.objects.over())
    assert [one.became for one in past.missed] == ["fixed"]
    assert past.percents == [89, 100]
    assert wishes_of(mentor.pk, learner.pk) == []
    assert again.pk is not None


def test_a_point_missed_again_is_told_once_and_brings_its_own_card(
    mentor, learner, mock, questions, noon
):
    over(mock, mentor, "core one of 0", at=noon)
    release(mock, mentor, noon)
    make.question(
        "How does the core of part 0 work, in other words?",
        points=[("core one of it", True)],
        topics=list(questions[0].topics.all()),
    )
    second = plan(mentor, noon, pairing=Pairing.objects.get(), number=1)
    over(second, mentor, "core one of 0", at=noon + timedelta(days=1))
    release(second, mentor, noon + timedelta(days=1))
    (missed,) = past_of(Interview.objects.over()).missed
    assert missed.became == "missed again"
    assert [wish.id for wish in wishes_of(mentor.pk, learner.pk)] == [missed.point]
    assert Card.objects.get().question == questions[0]


def test_what_a_question_did_not_bring_up_is_not_called_fixed(
    mentor, learner, mock, questions, noon
):
    over(mock, mentor, "core one of 0", at=noon)
    make.question(
        "How does the core of part 0 work, in other words?",
        points=[("core one of it", True)],
        topics=list(questions[0].topics.all()),
    )
    second = plan(mentor, noon, pairing=Pairing.objects.get(), number=1)
    done(second, mentor, Verb.BEGIN)
    own = second.items.get().points.filter(again__isnull=True)[0]
    done(second, mentor, Verb.TICK, point=own.pk, verdict="hit")
    done(second, mentor, Verb.END)
    assert [one.became for one in past_of(Interview.objects.over()).missed] == ["open"]


def test_a_report_is_read_after_the_release_and_ones_own_view_is_written_before(
    mentor, learner, mock, noon
):
    over(mock, mentor, at=noon)
    with pytest.raises(NotNow):
        actions.open_report(mock, by=learner, at=noon)
    actions.own_view(mock, by=learner, words="calm", scores={"depth": 3, "x": 1}, at=noon)
    release(mock, mentor, noon)
    report = actions.open_report(mock, by=learner, at=noon)
    assert (report.own_view, report.own_scores) == ("calm", {"depth": 3})
    with pytest.raises(NotNow):
        actions.own_view(mock, by=learner, words="changed", scores={}, at=noon)
    actions.thank(mock, by=learner, stars=5, words="Thank you", at=noon)
    with pytest.raises(NotAllowed):
        actions.thank(mock, by=mentor, stars=5, words="", at=noon)


def test_scores_stay_as_they_were_released(mentor, mock, noon):
    over(mock, mentor, at=noon)
    done(mock, mentor, Verb.SCORE, dimension="depth", band=2)
    release(mock, mentor, noon)
    with pytest.raises(NotNow):
        done(mock, mentor, Verb.SCORE, dimension="depth", band=4)


def test_a_candidate_who_joins_later_gets_the_report_and_the_cards(
    mentor, learner, questions, noon
):
    mock = make.mock(mentor, None, questions[:1])
    over(mock, mentor, "core one of 0", at=noon)
    release(mock, mentor, noon)
    link = actions.hand_out(mock, by=mentor, key=uuid4(), at=noon, site=SITE)
    assert actions.hand_out(mock, by=mentor, key=uuid4(), at=noon, site=SITE) == link
    redeem(link, learner, noon)
    assert Interview.objects.taken_by(learner).released().get() == mock
    assert Card.objects.of(learner).count() == 1


def test_alone_one_scores_oneself_and_the_cards_come_at_the_end(learner, questions, noon):
    alone = actions.rehearse(learner, Setup(number=1, minutes=20), key=uuid4(), at=noon)
    done(alone, learner, Verb.BEGIN, at=noon)
    done(alone, learner, Verb.REVEAL, position=1, at=noon)
    point = alone.items.get().points.first()
    done(alone, learner, Verb.TICK, point=point.pk, verdict="missed", at=noon)
    done(alone, learner, Verb.END, at=noon)
    assert Tick.objects.of(learner).get().where == "rehearsal"
    assert Card.objects.of(learner).count() == 1


def test_only_the_newest_letter_about_a_time_is_sent_and_guests_get_none(
    mentor, learner, mailoutbox, questions, noon
):
    pairing = make.pairing(mentor, learner)
    starts = noon + timedelta(days=2)
    mock = plan(mentor, noon, pairing=pairing, starts=starts)
    when = actions.When(starts=starts + timedelta(hours=1), call="https://meet.example/x")
    actions.reschedule(mock, when, by=mentor, at=noon, site=SITE)
    assert actions.post(noon) == 2
    assert actions.post(noon) == 0
    letter = next(one for one in mailoutbox if one.to == [learner.email])
    ((name, content, kind),) = letter.attachments
    assert (name, kind.partition(";")[0]) == ("interview.ics", "text/calendar")
    assert "SEQUENCE:1" in content
    assert "Thursday 12 November 2026, 13:00" in letter.subject
    actions.cancel(mock, by=learner, at=noon, site=SITE)
    actions.post(noon)
    assert "STATUS:CANCELLED" in mailoutbox[-1].attachments[0][1]


def test_a_letter_that_the_post_refuses_is_tried_again(mentor, settings, noon):
    settings.EMAIL_BACKEND = "django.core.mail.backends.smtp.EmailBackend"
    settings.EMAIL_HOST, settings.EMAIL_PORT = "127.0.0.1", 9
    invite(mentor, noon, email="a@example.org")
    assert actions.post(noon) == 0
    assert Letter.objects.waiting().count() == 1


def test_a_mentor_who_leaves_takes_no_report_along(mentor, learner, noon):
    private = make.question("What is ours?", points=[("ours", True)], owner=mentor)
    mock = make.mock(mentor, learner, [private])
    over(mock, mentor, "ours", at=noon)
    release(mock, mentor, noon)
    mentor.delete()
    kept = Interview.objects.taken_by(learner).released().get()
    assert kept.items.get().title == "What is ours?"
