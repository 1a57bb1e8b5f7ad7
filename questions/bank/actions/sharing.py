"""Who else may study a document: named people, or everybody."""

from __future__ import annotations

from datetime import datetime
from uuid import uuid4

from django.db import transaction
from django.http import Http404

from questions.accounts.models import User
from questions.accounts.rules import check_address
from questions.bank.models import Document, Sharing
from questions.bank.rules.past import Way
from questions.bank.rules.reasons import check_may_publish, check_may_share
from questions.bank.rules.states import Visibility
from questions.errors import Refusal

from .moments import Act
from .writing import Writing


class NobodyThere(Refusal):
    """Nobody has an account under that address, or it is one's own."""

    code = "nobody_there"


class IsPublic(Refusal):
    """What everybody sees cannot be shared with somebody."""

    code = "is_public"


class NotFromHere(Refusal):
    """What the house brought is everybody's."""

    code = "of_the_house"


@transaction.atomic
def share(document: Document, email: str, *, by: User, at: datetime) -> Sharing:
    """Let the person of this address study a mentor's document; the same again changes nothing."""
    check_address(guest=by.is_guest)
    check_may_share(own=document.owner_id == by.pk, mentor=by.is_mentor)
    document = Document.objects.select_for_update().get(pk=document.pk)
    if document.visibility == Visibility.PUBLIC.value:
        raise IsPublic("Everybody can study this already.")
    full = User.objects.filter(is_active=True, is_guest=False)
    person = full.filter(email__iexact=email.strip()).first()
    if person is None or person.pk == by.pk:
        raise NobodyThere("Nobody else has an account under that address.")
    shared, _ = Sharing.objects.get_or_create(document=document, person=person, defaults={"at": at})
    _show_to(document, Visibility.SHARED, by, at)
    return shared


@transaction.atomic
def unshare(document: Document, person: User, *, by: User, at: datetime) -> None:
    """Take a document back from a person; from the last one, and it is private again."""
    check_may_share(own=document.owner_id == by.pk, mentor=True)
    document = Document.objects.select_for_update().get(pk=document.pk)
    Sharing.objects.filter(document=document, person=person).delete()
    alone = not Sharing.objects.filter(document=document).exists()
    if alone and document.visibility == Visibility.SHARED.value:
        _show_to(document, Visibility.PRIVATE, by, at)


@transaction.atomic
def publish(document: Document, *, by: User, at: datetime) -> None:
    """Let everybody study a document; the same again changes nothing."""
    check_may_publish(editor=by.is_editor)
    _show_to(_locked(document), Visibility.PUBLIC, by, at)


@transaction.atomic
def withdraw(document: Document, *, by: User, at: datetime) -> None:
    """Make a public document what it was: shared with those it was shared with, or private."""
    check_may_publish(editor=by.is_editor)
    document = _locked(document)
    if document.owner_id is None:
        raise NotFromHere("The house's documents are for everybody.")
    if document.visibility == Visibility.PUBLIC.value:
        shared = Sharing.objects.filter(document=document).exists()
        _show_to(document, Visibility.SHARED if shared else Visibility.PRIVATE, by, at)


def shared_person(document: Document, email: str) -> User:
    """The person of that address with whom a document is shared."""
    found = Sharing.objects.filter(document=document, person__email__iexact=email.strip())
    sharing = found.select_related("person").first()
    if sharing is None:
        raise Http404
    return sharing.person


def _locked(document: Document) -> Document:
    return Document.objects.select_for_update().get(pk=document.pk)


def _show_to(document: Document, seen: Visibility, by: User, at: datetime) -> None:
    """Move a document and its questions behind another wall; what is one question folds anew."""
    if document.visibility == seen.value:
        return
    document.visibility = seen.value
    document.updated = at
    document.save(update_fields=["visibility", "updated"])
    writing = Writing(document, Act(Way.READ, by, at, uuid4()))
    for question in writing.load():
        writing.shelf.set(question, visibility=seen.value)
        writing.touched.add(question.pk)
    writing.settle()
    writing.save()
