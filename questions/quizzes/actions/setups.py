"""Set-ups that are saved, shared by link and started, and how much time a person has."""

from __future__ import annotations

from dataclasses import replace
from datetime import datetime
from uuid import UUID, uuid5

from django.db import transaction

from questions.accounts.models import User
from questions.accounts.rules import check_address
from questions.errors import KeyReused, Malformed
from questions.quizzes.models import Pace, Quiz, Setup
from questions.quizzes.rules import LONGEST, PACES, Mode, Settings

from .refusals import NotYet


@transaction.atomic
def save_setup(owner: User, name: str, chosen: Settings, *, key: UUID, at: datetime) -> Setup:
    """Keep the choices of a quiz under a name; the same key again gives the same set-up."""
    name = " ".join(name.split())[:80]
    if not name:
        raise Malformed("Give the set-up a name.")
    given = {"name": name, "settings": chosen.as_json(), "made": at}
    setup, new = Setup.objects.get_or_create(owner=owner, key=key, defaults=given)
    if not new and (setup.name != name or setup.chosen != chosen):
        raise KeyReused(f"The key {key} was used before for another set-up.")
    return setup


@transaction.atomic
def share_questions_of(quiz: Quiz, *, by: User, key: UUID, at: datetime) -> Setup:
    """Make a set-up of the very questions of a quiz, with a link, so that others can try them.

    How they were found is left out: it tells others nothing but the names of one's own topics.
    """
    if not quiz.tells:
        raise NotYet("Hand the exam in first; then you may share its questions.")
    asked = list(quiz.items.order_by("position").values_list("question", flat=True))
    mode = quiz.chosen.mode
    chosen = replace(
        quiz.chosen,
        topics=(),
        difficulty=(),
        questions=tuple(dict.fromkeys(asked)),
        length=min(len(asked), LONGEST),
        mode=Mode.PRACTICE if mode is Mode.MISTAKES else mode,
    )
    name = f"Questions of {quiz.started:%-d %B}"
    return share_setup(save_setup(by, name, chosen, key=key, at=at), by=by, key=key)


@transaction.atomic
def share_setup(setup: Setup, *, by: User, key: UUID) -> Setup:
    """Give a set-up a link; one that has a link keeps it. The same key makes the same link."""
    check_address(guest=by.is_guest)
    setup = Setup.objects.select_for_update().get(pk=setup.pk)
    if setup.link is None:
        setup.link = uuid5(setup.pk, key.hex)
        setup.save(update_fields=["link"])
    return setup


@transaction.atomic
def unshare_setup(setup: Setup) -> Setup:
    """Make a set-up's link lead nowhere. Quizzes that were started with it go on."""
    setup = Setup.objects.select_for_update().get(pk=setup.pk)
    setup.link = None
    setup.save(update_fields=["link"])
    return setup


def drop_setup(setup: Setup) -> None:
    """Forget a set-up; quizzes that were started with it stay."""
    setup.delete()


def set_pace(person: User, factor: float | None) -> Pace:
    """Give a person more time in every quiz that they start from now on, or no limit at all."""
    if factor is not None and factor not in PACES:
        raise Malformed("There is no such pace.")
    pace, _ = Pace.objects.update_or_create(person=person, defaults={"factor": factor})
    return pace
