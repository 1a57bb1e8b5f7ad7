"""Queries that are written once and asked with other values."""

from __future__ import annotations

from datetime import UTC, date, datetime
from uuid import UUID, uuid4

from django.db.models import OuterRef, Subquery

from questions.accounts.models import User
from questions.accounts.rules import DAY_START
from questions.flashcards.models import Card
from questions.web.prepared import Prepared, Saved
from tests import make


def test_a_prepared_query_takes_other_values_each_time(db):
    lena, sten = make.person("lena@example.org"), make.person("sten@example.org")
    named = Prepared(lambda who: User.objects.filter(pk=who).values_list("id", "email"), who=UUID)
    assert named.row(who=lena.pk) == (lena.pk, "lena@example.org")
    assert named.row(who=sten.pk) == (sten.pk, "sten@example.org")
    assert named.row(who=uuid4()) is None


def test_a_prepared_query_gives_values_of_the_fields_own_types(learner):
    card = make.card(learner, due=date(2026, 11, 10))
    due = Prepared(
        lambda day, at: Card.objects.filter(due_day__lte=day, added__lt=at).values_list(
            "id", "due_day", "added", "suspended", "stability"
        ),
        day=date,
        at=datetime,
    )
    at = datetime(2026, 12, 1, DAY_START, tzinfo=UTC)
    expected = [(card.pk, date(2026, 11, 10), make.AT, False, 10.0)]
    assert due.rows(day=date(2026, 11, 10), at=at) == expected
    assert due.rows(day=date(2026, 11, 9), at=at) == []


def test_a_prepared_query_is_written_once(learner):
    written = []

    def build(who):
        written.append(who)
        return User.objects.filter(pk=who).values_list("pk")

    prepared = Prepared(build, who=UUID)
    for _ in range(3):
        assert prepared.row(who=learner.pk) == (learner.pk,)
    assert len(written) == 1


def test_a_part_of_the_rows_and_their_number(learner, stranger):
    for number in range(5):
        make.card(learner, reps=number)
    prepared = Prepared(
        lambda who: Card.objects.filter(learner=who).order_by("-reps").values_list("reps"),
        who=UUID,
    )
    assert prepared.part(1, 3, who=learner.pk) == [(3,), (2,)]
    assert prepared.part(4, 9, who=learner.pk) == [(0,)]
    assert (prepared.count(who=learner.pk), prepared.count(who=stranger.pk)) == (5, 0)


def test_a_moment_or_id_from_an_expression_is_what_the_column_holds(learner):
    card = make.card(learner)
    cards = Card.objects.filter(learner=OuterRef("pk")).values("added")
    person = Prepared(
        lambda who: User.objects.filter(pk=who).values_list(
            "pk", Subquery(cards[:1]), Subquery(cards.filter(reps=99)[:1]), "joined"
        ),
        who=UUID,
    )
    assert person.row(who=learner.pk) == (learner.pk, card.added, None, learner.joined)


def test_one_value_may_stand_in_several_places(learner, stranger):
    make.card(learner)
    twice = Prepared(
        lambda who: Card.objects.filter(learner=who, question__owner=who).values_list("pk"),
        who=UUID,
    )
    assert twice.rows(who=learner.pk) == []
    mine = make.card(learner, make.question("Mine?", owner=learner))
    assert twice.rows(who=learner.pk) == [(mine.pk,)]


def test_named_columns_are_written_and_no_others(learner):
    card = make.card(learner, due=date(2026, 11, 10), reps=3)
    card.due_day, card.stability, card.reps = None, 2.5, 99
    Saved(Card, ["due_day", "stability"]).update(card)
    card.refresh_from_db()
    assert (card.due_day, card.stability, card.reps) == (None, 2.5, 3)


def test_a_row_is_added_as_saving_would_add_it(learner):
    written = [field for field in Card._meta.concrete_fields if not field.generated]
    every = [field.name for field in written]
    card = make.card(learner, due=date(2026, 11, 10))
    copy = Card(**{field.attname: getattr(card, field.attname) for field in written})
    card.delete()
    Saved(Card, every).insert(copy)
    found = Card.objects.get()
    assert {f: getattr(found, f) for f in every} == {f: getattr(copy, f) for f in every}
