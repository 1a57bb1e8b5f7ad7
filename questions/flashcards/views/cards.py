"""Pages of cards: one under review, the list of one's own, and adding more."""

from __future__ import annotations

from collections.abc import Callable
from datetime import datetime
from typing import Any
from uuid import UUID, uuid4

from django.contrib import messages
from django.contrib.auth.decorators import login_required
from django.core.paginator import Paginator
from django.db.models import Exists, OuterRef
from django.http import Http404, HttpResponse
from django.shortcuts import redirect, resolve_url
from django.utils.http import url_has_allowed_host_and_scheme
from django.utils.timezone import now
from django.views.decorators.http import require_GET, require_POST

from questions.accounts.models import User
from questions.accounts.receipts import digest_of, once
from questions.accounts.requests import SignedInRequest
from questions.bank.models import Topic
from questions.errors import Malformed
from questions.flashcards import actions, rules
from questions.flashcards.forms import AddForm, CardsForm, Graded, KeyForm
from questions.flashcards.models import Card, asked, coming, follow_folds, outlook
from questions.web.pages import ADDRESSES, go_on, render_page

PAGE = 25
KEYS = ("grade", "suspend", "bury", "undo", "split", "join", "news")
"""The acts on a card, each of which its page gives a key."""


@require_GET
@login_required
def review(request: SignedInRequest) -> HttpResponse:
    """The next card of the day, or the one that will come after the card that is shown now."""
    return show(request, after=as_id(request.GET.get("after")))


@require_GET
@login_required
def card(request: SignedInRequest, id: UUID) -> HttpResponse:
    """One card, whatever the queue says."""
    return show(request, id)


def as_id(text: str | None) -> UUID | None:
    """The id that an address or a form gives; None where it gives none."""
    try:
        return UUID(text or "")
    except ValueError:
        return None


def show(
    request: SignedInRequest,
    id: UUID | None = None,
    *,
    after: UUID | None = None,
    status: int = 200,
) -> HttpResponse:
    """A card to be answered, or what comes next where none is left.

    `after` is a card that is answered meanwhile, so that the next one is there already.
    """
    at = now()
    day = outlook(request.user, at, but=after)
    wanted = id or day.next
    found = None if wanted is None else asked(request.user, wanted)
    if id is not None and found is None:
        raise Http404
    context: dict[str, Any] = {"day": day, "asked": found, "open": status == 422}
    if found is not None:
        context |= {
            "waits": waits(request.user, found.card, at, day.wished.scheduler),
            "since": int(at.timestamp()),
            "keys": {name: uuid4() for name in KEYS},
        }
    else:
        context |= {"coming": coming(request.user, at), "keys": {"undo": uuid4()}}
    return render_page(request, "flashcards/review.html", context, status=status)


def waits(learner: User, card: Card, at: datetime, by: rules.Scheduler) -> dict[str, str]:
    """How long the card would be away after each of the four grades."""
    moment, memory = rules.Moment.lived(at, learner.zone, learner.day_start), card.memory
    return {
        grade.name: rules.wait(rules.graded(memory, grade, moment, card.pk, by), at, moment.day)
        for grade in rules.Grade
    }


@require_POST
@login_required
def grade(request: SignedInRequest, id: UUID) -> HttpResponse:
    """Take the grade of a card and go on to the next."""
    at, given = now(), Graded.read(request.POST)
    if given is None:
        return show(request, id, status=422)
    actions.grade(
        request.user,
        id,
        given.grade,
        key=given.key,
        at=at,
        seconds=given.seconds(at),
        verdicts=given.verdicts(),
    )
    if given.news:
        actions.confirm_card(request.user, id)
    after = as_id(request.POST.get("after"))
    return go_on(request, ADDRESSES["flashcards__review"], lambda: show(request, after=after))


@require_POST
@login_required
def undo(request: SignedInRequest) -> HttpResponse:
    """Take back the last thing done today and show its card again."""
    form = KeyForm(request.POST)
    if not form.is_valid():
        return show(request, status=422)
    done = actions.undo(request.user, key=form.cleaned_data["key"], at=now())
    messages.info(request, "Taken back. Here is the card again.")
    to = resolve_url("flashcards:card", id=done.card.pk)
    return go_on(request, to, lambda: show(request, done.card.pk))


@require_POST
@login_required
def suspend(request: SignedInRequest, id: UUID) -> HttpResponse:
    """Keep a card out of the queue until it is resumed."""
    return act(request, id, actions.suspend, "Suspended: it will not be asked until you resume it.")


@require_POST
@login_required
def resume(request: SignedInRequest, id: UUID) -> HttpResponse:
    """Let a suspended card be asked again."""
    return act(request, id, actions.resume, "Resumed: it will be asked when it is due.")


@require_POST
@login_required
def bury(request: SignedInRequest, id: UUID) -> HttpResponse:
    """Put a card away until tomorrow."""
    return act(request, id, actions.bury, "Put away until tomorrow.")


def act(
    request: SignedInRequest, id: UUID, verb: Callable[..., actions.Done], said: str
) -> HttpResponse:
    """Do something to one card, say so, and go back to where the person was."""
    form = KeyForm(request.POST)
    if not form.is_valid():
        return show(request, id, status=422)
    verb(request.user, id, key=form.cleaned_data["key"], at=now())
    messages.info(request, said)
    back = request.POST.get("next", "")
    if url_has_allowed_host_and_scheme(back, None):
        return redirect(back)
    return go_on(request, ADDRESSES["flashcards__review"], lambda: show(request))


@require_GET
@login_required
def cards(request: SignedInRequest) -> HttpResponse:
    """One's own cards, by topic and by state."""
    at, form = now(), CardsForm(request.GET)
    mine = Card.objects.seen_by(request.user)
    found, today = mine, request.user.day_of(at)
    if form.is_valid():
        found = found.matching(form.cleaned_data["topic"], form.cleaned_data["which"], at, today)
    paginator = Paginator(found.shown().order_by("-added", "place", "id"), PAGE)
    page = paginator.get_page(request.GET.get("page"))
    follow_folds(request.user, page)
    context = {
        "form": form,
        "page": page,
        "rows": [(card, rules.status(card.memory, at, today)) for card in page],
        "topics": Topic.objects.seen_by(request.user).filter(
            Exists(mine.filter(question__topics=OuterRef("pk")))
        ),
        "key": uuid4,
    }
    status = 200 if form.is_valid() else 422
    return render_page(request, "flashcards/cards.html", context, status=status)


@require_POST
@login_required
def add(request: SignedInRequest) -> HttpResponse:
    """Make cards of named questions, or of all that the bank lists."""
    form = AddForm(request.POST)
    if not form.is_valid():
        raise Malformed("It was not said which questions to make cards of.")
    given, person = form.cleaned_data, request.user
    key: UUID = given["key"]
    digest = digest_of(request.path, form.asked())

    def act() -> tuple[int, dict[str, int]]:
        if named := given["question"]:
            return 201, {"added": actions.add(person, named, key=key, at=now())}
        return 201, {"added": actions.add_listed(person, given["wanted"], key=key, at=now())}

    once(person, key, digest, act, at=now())
    return redirect("flashcards:added", key=key)


@require_GET
@login_required
def added(request: SignedInRequest, key: UUID) -> HttpResponse:
    """What one addition made, with the way to take it back."""
    count = Card.objects.of(request.user).added_under(key).count()
    context = {"count": count, "key": key, "taken": "taken" in request.GET}
    return render_page(request, "flashcards/added.html", context)


@require_POST
@login_required
def take_back(request: SignedInRequest, key: UUID) -> HttpResponse:
    """Remove what one addition made and nobody has studied yet."""
    actions.take_back(request.user, key)
    return redirect(f"{resolve_url('flashcards:added', key=key)}?taken")
