"""What Today and the front page read from the slices below."""

from __future__ import annotations

from datetime import date

from django.contrib.auth.models import AnonymousUser
from django.db.models import Count, Q

from questions.accounts.models import User
from questions.bank.models import Question
from questions.bank.rules.states import Kind
from questions.marks.models import Tick
from questions.marks.rules import Verdict
from questions.progress.rules import Standing

LATELY = 500
"""The newest ticks that say how a topic goes; so the page costs the same after years of them."""

FRONT = 30
"""The questions from which the front page takes a day's."""


def standings(learner: User) -> list[Standing]:
    """How the learner's topics went lately."""
    lately = Tick.objects.of(learner).order_by("-at").values("pk")[:LATELY]
    topic = "key_point__question__topics__"
    rows = (
        Tick.objects.filter(pk__in=lately)
        .filter(Q(**{f"{topic}owner": learner}) | Q(**{f"{topic}owner": None}))
        .exclude(**{f"{topic}slug": None})
        .values_list(f"{topic}slug", f"{topic}name")
        .annotate(
            ticked=Count("pk"),
            hit=Count("pk", filter=Q(verdict=Verdict.HIT.value)),
            partly=Count("pk", filter=Q(verdict=Verdict.PARTLY.value)),
        )
    )
    return [
        Standing(slug, name, ticked, hit + partly / 2) for slug, name, ticked, hit, partly in rows
    ]


def question_of(day: date) -> Question | None:
    """A public question to try without an account, another one each day; easy ones first."""
    open_ones = (
        Question.objects.seen_by(AnonymousUser())
        .standing()
        .filter(kind=Kind.OPEN.value, preferred__isnull=False, needs_key=False)
    )
    # "easy" also comes first in the alphabet.
    ids = list(open_ones.order_by("difficulty", "pk").values_list("pk", flat=True)[:FRONT])
    if not ids:
        return None
    shown = Question.objects.select_related("preferred__document")
    return shown.get(pk=ids[day.toordinal() % len(ids)])
