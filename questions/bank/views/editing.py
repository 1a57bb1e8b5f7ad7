"""Changing a question with a preview beside it, its history, and the way back."""

from __future__ import annotations

from dataclasses import dataclass
from uuid import UUID

from django.contrib import messages
from django.contrib.auth.decorators import login_required
from django.http import HttpResponse, QueryDict
from django.shortcuts import get_object_or_404, redirect
from django.utils.timezone import now
from django.views.decorators.http import require_GET, require_http_methods, require_POST

from questions.accounts.requests import SignedInRequest
from questions.bank import actions
from questions.bank.forms import EditForm
from questions.bank.models import Edit, Question, Revision, exam_of, sheet
from questions.bank.rules import diff
from questions.bank.rules.past import past_texts
from questions.web import markup
from questions.web.pages import render_page

VERSIONS = 100


def mine(request: SignedInRequest, id: UUID) -> Question:
    """A question that this person may change: 404 where they may not see it, else a refusal.

    Also while they are being asked it in an exam: every way of changing it shows its answer.
    """
    seen = Question.objects.seen_by(request.user).readable().select_related("document")
    question = get_object_or_404(seen, id=id)
    actions.may_edit(question, request.user)
    actions.require_open(request.user, question.pk)
    return question


def waits(request: SignedInRequest, id: UUID) -> HttpResponse | None:
    """Where a page is asked for that an exam keeps closed: the question's own, which says so."""
    if request.method != "POST" and exam_of(request.user, id) is not None:
        return redirect("bank:question", id)
    return None


def sent(request: SignedInRequest) -> QueryDict | None:
    """What a form sent, even if that is nothing; None where a page is only asked for."""
    return request.POST if request.method == "POST" else None


def form_of(request: SignedInRequest, question: Question) -> EditForm:
    """The form with what the question says, or with what was sent."""
    found = sheet(request.user, question.pk)
    assert found is not None
    own = question.answers.filter(document=question.document_id).first()
    return EditForm(found, own.text if own else "", sent(request))


@require_http_methods(["GET", "HEAD", "POST"])
@login_required
def edit(request: SignedInRequest, id: UUID) -> HttpResponse:
    """The question in a form; what is sent becomes what it says."""
    if closed := waits(request, id):
        return closed
    question = mine(request, id)
    form = form_of(request, question)
    if request.method == "POST" and form.is_valid():
        wanted, seen = actions.Wanted(**form.wanted()), form.cleaned_data["seen"]
        if actions.edit(question, wanted, by=request.user, at=now(), seen=seen):
            messages.success(request, "Changed. Every earlier version is kept.")
        return redirect("bank:question", question.pk)
    held = Edit.objects.filter(question=question).first()
    context = {"question": question, "form": form, "held": held, "shown": Shown.of(form)}
    if held and held.offered:
        says = {name: str(value) for name, value in held.now.items()}
        context["offer"] = [
            (name, diff.words(str(held.said.get(name, "")), text))
            for name, text in says.items()
            if held.said.get(name) != held.now.get(name)
        ]
    status = 422 if form.is_bound else 200
    return render_page(request, "bank/edit.html", context, status=status)


@dataclass(frozen=True)
class Shown:
    """What a form holds as the question's page would show it."""

    prompt: str
    answer: str
    options: list[tuple[str, bool]]
    points: list[tuple[str, bool]]

    @classmethod
    def of(cls, form: EditForm) -> Shown:
        def value(name: str) -> str:
            return str(form[name].value() or "")[:20_000].replace("\r\n", "\n")

        options = [
            (text, bool(form[f"right_{n}"].value()))
            for n in range(form.options)
            if (text := value(f"option_{n}"))
        ]
        points = [
            (text, bool(form[f"core_{n}"].value()))
            for n in range(form.points)
            if (text := value(f"point_{n}"))
        ]
        texts = [value("prompt"), value("answer"), *(text for text, _ in options)]
        prompt, answer, *rest = markup.render_many(texts)
        return cls(prompt, answer, [(h, o[1]) for h, o in zip(rest, options, strict=True)], points)


@require_POST
@login_required
def preview(request: SignedInRequest, id: UUID) -> HttpResponse:
    """What is in the form, rendered as it will be shown; nothing is written."""
    question = mine(request, id)
    context = {"question": question, "shown": Shown.of(form_of(request, question))}
    return render_page(request, "bank/shown.html", context)


@dataclass(frozen=True)
class Version:
    """One change: what it was before and after, part by part."""

    revision: Revision
    parts: list[tuple[str, tuple[diff.Piece, ...]]]


@require_GET
@login_required
def history(request: SignedInRequest, id: UUID) -> HttpResponse:
    """Every version of a question with who and when, and what each changed."""
    if closed := waits(request, id):
        return closed
    question = mine(request, id)
    revisions = list(Revision.objects.about(question)[:VERSIONS])
    after = actions.present(question)
    versions = []
    for revision in revisions:
        before = revision.past
        old, new = past_texts(before), past_texts(after)
        parts = [(n, diff.near(diff.words(old[n], new[n]))) for n in new if old[n] != new[n]]
        versions.append(Version(revision, parts))
        after = before
    context = {"question": question, "versions": versions}
    return render_page(request, "bank/history.html", context)


@require_POST
@login_required
def revert(request: SignedInRequest, id: UUID, number: int) -> HttpResponse:
    """Make a question say what it said before one change."""
    question = mine(request, id)
    actions.revert(question, number, by=request.user, at=now())
    messages.success(request, "It says again what it said before that change.")
    return redirect("bank:history", question.pk)


@require_POST
@login_required
def take(request: SignedInRequest, id: UUID) -> HttpResponse:
    """Let the document have its say again, or stay with one's own words."""
    question = mine(request, id)
    if request.POST.get("word") == "own":
        actions.keep_own_words(question, by=request.user, at=now())
        messages.success(request, "Your words stay.")
    else:
        actions.take_documents_word(question, by=request.user, at=now())
        messages.success(request, "It says what its document says.")
    return redirect("bank:question", question.pk)
