"""Pages of targets: the dates one prepares for, each with its plan."""

from __future__ import annotations

from uuid import UUID, uuid4

from django.contrib import messages
from django.contrib.auth.decorators import login_required
from django.http import HttpResponse
from django.shortcuts import get_object_or_404, redirect
from django.utils.timezone import now
from django.views.decorators.http import require_GET, require_http_methods, require_POST

from questions.accounts.receipts import digest_of, once
from questions.accounts.requests import SignedInRequest
from questions.errors import Malformed
from questions.flashcards import actions
from questions.flashcards.forms import KeyForm, TargetForm
from questions.flashcards.models import (
    Card,
    Event,
    Target,
    courses_of,
    outline,
    preferences,
    studied,
    subjects,
)
from questions.web.pages import render_page


@require_GET
@login_required
def targets(request: SignedInRequest) -> HttpResponse:
    """The dates ahead, and the form for another one."""
    return show_targets(request, TargetForm(subjects(request.user)))


def show_targets(request: SignedInRequest, form: TargetForm, *, status: int = 200) -> HttpResponse:
    at = now()
    context = {
        "form": form,
        "found": courses_of(request.user, at),
        "today": request.user.day_of(at),
        "key": uuid4(),
    }
    return render_page(request, "flashcards/targets.html", context, status=status)


@require_POST
@login_required
def aim(request: SignedInRequest) -> HttpResponse:
    """Prepare for one more date, and go to its plan."""
    person, at = request.user, now()
    form, keyed = TargetForm(subjects(person), request.POST), KeyForm(request.POST)
    if not (form.is_valid() and keyed.is_valid()):
        return show_targets(request, form, status=422)
    key, asked = keyed.cleaned_data["key"], form.asked()

    def act() -> tuple[int, dict[str, str]]:
        return 201, {"id": str(actions.aim(person, **asked, key=key, at=at).pk)}

    try:
        _, made = once(person, key, digest_of(request.path, asked), act, at=at)
    except Malformed as wrong:
        form.add_error("date", str(wrong))
        return show_targets(request, form, status=422)
    return redirect("flashcards:target", id=made["id"])


@require_GET
@login_required
def target(request: SignedInRequest, id: UUID) -> HttpResponse:
    """One date: whether it can be reached, and each day until it."""
    at, person = now(), request.user
    mine = Target.objects.seen_by(person).prefetch_related("topics", "left_out")
    found = get_object_or_404(mine, pk=id)
    over = found.date < person.day_of(at)
    own = Card.objects.seen_by(person)
    left_out = own.among(card.pk for card in found.left_out.all())
    context = {"target": found, "over": over, "plan": None, "left_out": left_out}
    if not over:
        pace = Event.objects.of(person).pace()
        (cards,) = studied(person, [found], at, preferences(person), pace)
        plan = outline(cards, person.day_of(at))
        context |= {"plan": plan, "to_drop": own.among(plan.out or [])}
    return render_page(request, "flashcards/target.html", context)


@require_http_methods(["GET", "HEAD", "POST"])
@login_required
def change_target(request: SignedInRequest, id: UUID) -> HttpResponse:
    """Another name, date, number of minutes or choice of topics."""
    person = request.user
    found = get_object_or_404(Target.objects.seen_by(person), pk=id)
    chosen = list(found.topics.all())
    offered = {topic.pk: topic for topic in [*subjects(person), *chosen]}
    initial = {
        "name": found.name,
        "date": found.date,
        "minutes": found.minutes,
        "topic": [topic.slug for topic in chosen],
    }
    form = TargetForm(offered.values(), request.POST or None, initial=initial)
    if form.is_valid():
        try:
            actions.change_target(person, id, key=uuid4(), at=now(), **form.asked())
        except Malformed as wrong:
            form.add_error("date", str(wrong))
        else:
            messages.success(request, "Saved. The plan follows.")
            return redirect("flashcards:target", id=id)
    context = {"target": found, "form": form}
    status = 422 if form.is_bound else 200
    return render_page(request, "flashcards/change_target.html", context, status=status)


@require_POST
@login_required
def leave_out(request: SignedInRequest, id: UUID) -> HttpResponse:
    """Plan without the new cards that do not fit."""
    count = actions.leave_out(request.user, id, at=now())
    messages.info(request, f"Planned without {count} of the new cards. They stay among yours.")
    return redirect("flashcards:target", id=id)


@require_POST
@login_required
def take_in(request: SignedInRequest, id: UUID) -> HttpResponse:
    """Plan with all cards again."""
    actions.take_in(request.user, id)
    messages.info(request, "Planned with all cards again.")
    return redirect("flashcards:target", id=id)


@require_POST
@login_required
def give_up(request: SignedInRequest, id: UUID) -> HttpResponse:
    """Prepare for a date no more."""
    actions.give_up(request.user, id)
    messages.info(request, "Removed. Its cards stay, and are asked as without a date.")
    return redirect("flashcards:targets")
