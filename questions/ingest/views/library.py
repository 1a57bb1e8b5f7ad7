"""The library: one's own documents, what was found in each, bringing more and taking some out."""

from __future__ import annotations

from uuid import UUID, uuid4

from django.contrib import messages
from django.contrib.auth.decorators import login_required
from django.core.paginator import Paginator
from django.http import HttpResponse
from django.shortcuts import get_object_or_404, redirect
from django.utils.timezone import now
from django.views.decorators.http import require_GET, require_POST

from questions.accounts.requests import SignedInRequest
from questions.bank.models import Disagreement, Question, Report, Sharing, Suggestion
from questions.bank.rules.states import Visibility
from questions.ingest import actions
from questions.ingest.forms import ShareForm, UploadForm
from questions.ingest.models import Preview, Reading
from questions.jobs.models import Job
from questions.web.pages import render_page

PAGE = 25
RANGES = 200
"""Ranges and readings shown of one document; what is beyond is counted."""


@require_GET
@login_required
def library(request: SignedInRequest) -> HttpResponse:
    """One's own documents, the last read first, and the form that brings more."""
    return shelf(request, UploadForm(initial={"key": uuid4()}))


@require_POST
@login_required
def upload(request: SignedInRequest) -> HttpResponse:
    """Put the reading of the files into the queue and show how far it has come."""
    form = UploadForm(request.POST, request.FILES)
    if not form.is_valid():
        large = form.has_error("documents", "too_large")
        return shelf(request, form, status=413 if large else 422)
    given = form.cleaned_data
    job = actions.upload(
        request.user, form.given(), key=given["key"], at=now(), house=given["house"]
    )
    return redirect("ingest:bringing", job.id)


def shelf(request: SignedInRequest, form: UploadForm, *, status: int = 200) -> HttpResponse:
    """The library's page with this form on it."""
    readings = Reading.objects.library_of(request.user).counted()
    page = Paginator(readings, PAGE).get_page(request.GET.get("page"))
    jobs = Job.objects.seen_by(request.user).open().filter(verb=actions.READ).order_by("created")
    waiting = Preview.objects.seen_by(request.user).waiting().light()
    mine = Question.objects.editable_by(request.user).standing()
    context = {
        "page": page,
        "jobs": jobs[:PAGE],
        "waiting": waiting[:PAGE],
        "lacking": mine.unanswered().count() + mine.without_key().count(),
        "duplicates": Suggestion.objects.to_settle_by(request.user).waiting().count(),
        "disagreements": Disagreement.objects.to_settle_by(request.user).standing().open().count(),
        "reports": Report.objects.to_settle_by(request.user).open().count(),
        "form": form,
    }
    return render_page(request, "ingest/library.html", context, status=status)


@require_GET
@login_required
def document(request: SignedInRequest, id: UUID) -> HttpResponse:
    """What was found in one document of one's own, line by line, and every reading of it."""
    latest = get_object_or_404(Reading.objects.library_of(request.user).counted(), document=id)
    context = {
        "reading": latest,
        "document": latest.document,
        "articles": latest.articles[:RANGES],
        "skipped": latest.skipped[:RANGES],
        "readings": Reading.objects.of(latest.document).filter(removed=False)[:RANGES],
        "sharings": Sharing.objects.filter(document=latest.document).select_related("person"),
        "share": ShareForm(),
        "mine": latest.document.owner_id == request.user.pk,
        "public": latest.document.visibility == Visibility.PUBLIC.value,
    }
    return render_page(request, "ingest/document.html", context)


@require_POST
@login_required
def undo(request: SignedInRequest, id: UUID) -> HttpResponse:
    """Take back the latest reading of a document, whole; the address names the reading."""
    reading = get_object_or_404(Reading.objects.kept_by(request.user), id=id)
    document = actions.undo(reading, by=request.user, at=now())
    messages.success(request, "Undone: the questions are what they were before that reading.")
    return redirect("ingest:document", document.pk) if document else redirect("ingest:library")


@require_POST
@login_required
def remove(request: SignedInRequest, id: UUID) -> HttpResponse:
    """Take a document of one's own out of the library."""
    latest = get_object_or_404(Reading.objects.library_of(request.user), document=id)
    kept = actions.remove(latest.document, by=request.user, at=now())
    said = f"{latest.document} is out of your library."
    if kept:
        said += f" {kept} of its questions stay with your cards, but no new card is made of them."
    messages.success(request, said)
    return redirect("ingest:library")
