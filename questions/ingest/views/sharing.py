"""With whom a document is shared, and whether everybody sees it."""

from __future__ import annotations

from uuid import UUID

from django.contrib import messages
from django.contrib.auth.decorators import login_required
from django.http import HttpResponse
from django.shortcuts import get_object_or_404, redirect
from django.utils.timezone import now
from django.views.decorators.http import require_POST

from questions.accounts.requests import SignedInRequest
from questions.bank import actions as bank
from questions.bank.models import Document, Sharing
from questions.ingest.forms import ShareForm
from questions.ingest.models import Reading


def shelved(request: SignedInRequest, id: UUID) -> Document:
    """A document of the person's own library."""
    return get_object_or_404(Reading.objects.library_of(request.user), document=id).document


def back(request: SignedInRequest, document: Document) -> HttpResponse:
    """To the document's page, or to its questions where it is not on one's own shelf."""
    if Reading.objects.library_of(request.user).filter(document=document).exists():
        return redirect("ingest:document", document.pk)
    return redirect("ingest:library")


@require_POST
@login_required
def share(request: SignedInRequest, id: UUID) -> HttpResponse:
    """Let one more person study a document."""
    document = shelved(request, id)
    form = ShareForm(request.POST)
    if form.is_valid():
        shared = bank.share(document, form.cleaned_data["email"], by=request.user, at=now())
        messages.success(request, f"{shared.person} can study it now.")
    else:
        messages.error(request, "That is not an address of a person.")
    return back(request, document)


@require_POST
@login_required
def unshare(request: SignedInRequest, id: UUID) -> HttpResponse:
    """Take a document back from a person; the address names their share of it."""
    mine = Sharing.objects.filter(document__owner=request.user).select_related("document", "person")
    shared = get_object_or_404(mine, id=id)
    bank.unshare(shared.document, shared.person, by=request.user, at=now())
    messages.success(request, f"{shared.person} no longer sees it.")
    return back(request, shared.document)


@require_POST
@login_required
def publish(request: SignedInRequest, id: UUID) -> HttpResponse:
    """Let everybody study a document."""
    document = get_object_or_404(Document.objects.seen_by(request.user), id=id)
    bank.publish(document, by=request.user, at=now())
    messages.success(request, f"Everybody can study {document} now.")
    return back(request, document)


@require_POST
@login_required
def withdraw(request: SignedInRequest, id: UUID) -> HttpResponse:
    """Take a document from everybody again."""
    document = get_object_or_404(Document.objects.seen_by(request.user), id=id)
    bank.withdraw(document, by=request.user, at=now())
    messages.success(request, f"{document} is no longer for everybody.")
    return back(request, document)
