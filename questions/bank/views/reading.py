"""A list that answers as one types, and a question with its answers."""

from __future__ import annotations

from uuid import UUID, uuid4

from django.contrib.auth.models import AnonymousUser
from django.core.paginator import Paginator
from django.http import Http404, HttpRequest, HttpResponse
from django.shortcuts import redirect
from django.views.decorators.http import require_safe

from questions.accounts.models import User
from questions.bank import chips, forms
from questions.bank.actions import may_edit
from questions.bank.models import Listing, Question, facets, sheet
from questions.errors import NotAllowed
from questions.web.pages import render_page

PAGE = 25


@require_safe
def questions(request: HttpRequest) -> HttpResponse:
    """The questions that pass what the address asks for."""
    wanted = forms.wanted(request.GET)
    listing = Listing(request.user, wanted)
    found = facets(request.user, wanted, listing.unfiltered_ids())
    listing.total = found.total
    page = Paginator(listing, PAGE).get_page(request.GET.get("page"))
    return render_page(
        request,
        "bank/questions.html",
        {
            "page": page,
            "wanted": wanted,
            "query": forms.query(wanted),
            "fields": forms.fields(wanted),
            "filters": chips.filters(wanted, found),
            "key": uuid4,  # a fresh one for each form
        },
    )


@require_safe
def question(request: HttpRequest, id: UUID) -> HttpResponse:
    """One question; a folded one leads to the question that stands for it."""
    found = sheet(request.user, id)
    if found is None:
        raise Http404
    if found.question.folded_into_id is not None:
        return redirect("bank:question", found.question.folded_into_id)
    context = {"sheet": found, "key": uuid4(), "editable": editable(found.question, request.user)}
    return render_page(request, "bank/question.html", context)


def editable(question: Question, person: User | AnonymousUser) -> bool:
    """Whether this person is offered to change the question."""
    if not isinstance(person, User):
        return False
    try:
        may_edit(question, person)
    except NotAllowed:
        return False
    return True
