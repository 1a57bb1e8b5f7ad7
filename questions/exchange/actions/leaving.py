"""Leaving for good: all that is a person's goes, and what they gave to all stays with all."""

from __future__ import annotations

from typing import Any

from allauth.usersessions.models import UserSession
from django.db import transaction
from django.db.models import Q

from questions.accounts.models import User
from questions.bank.models import Document, Question
from questions.bank.rules.states import Visibility
from questions.flashcards.models import Card
from questions.interviews.models import Point, ScriptItem
from questions.marks.models import Tick
from questions.quizzes.models import Item


@transaction.atomic
def leave(person: User) -> None:
    """Delete a person with all that is theirs; nobody can undo it.

    Public documents and questions become the house's. Private and shared ones go, and with them
    the cards, ticks and quiz items that others made of them. Who changed what stays in the
    history of questions, without a name.
    """
    found = User.objects.select_for_update().filter(pk=person.pk).first()
    if found is None:  # two devices said so at once
        return
    person = found
    _give_to_the_house(person)
    for model, way in STUDIED:
        model.objects.filter(_theirs(person, way)).delete()
    for model, way in MET:
        model.objects.filter(_theirs(person, way)).update(**{way: None})
    for session in UserSession.objects.filter(user=person):
        session.end()
    person.delete()


STUDIED: tuple[tuple[Any, str], ...] = (
    (Card, "question"),
    (Card, "face__question"),
    (Tick, "key_point__question"),
    (Item, "question"),
)
"""What others may have made of a person's questions, which nobody is to see any more."""

MET: tuple[tuple[Any, str], ...] = ((ScriptItem, "question"), (Point, "key_point"))
"""What an interview keeps in its own words, whatever becomes of the question."""


def _theirs(person: User, way: str) -> Q:
    question = f"{way}__question" if way == "key_point" else way
    return Q(**{f"{question}__owner": person}) | Q(**{f"{question}__document__owner": person})


def _give_to_the_house(person: User) -> None:
    for document in Document.objects.filter(owner=person, visibility=Visibility.PUBLIC.value):
        taken = Document.objects.filter(owner=None, name=document.name).exists()
        if taken:
            document.name = f"{document.pk.hex[:8]} {document.name}"[-200:]
        document.owner = None
        document.save(update_fields=["owner", "name"])
    given = Question.objects.filter(owner=person, visibility=Visibility.PUBLIC.value)
    given.update(owner=None)
