"""The report: written, released once, and what it does to the candidate's cards and ticks."""

from __future__ import annotations

from collections.abc import Mapping
from contextlib import suppress
from datetime import date, datetime
from uuid import UUID, uuid5

from django.db import transaction
from django.http import Http404

from questions.accounts.models import User
from questions.bank.models import Question
from questions.errors import Malformed, NotAllowed
from questions.flashcards import actions as flashcards
from questions.interviews.models import Feedback, Interview, Point, Report, points_missed
from questions.interviews.models.after import LetterKind
from questions.interviews.rules import NotNow, Role, Stage
from questions.interviews.rules.outcome import due_before
from questions.marks import actions as marks
from questions.marks.rules import Verdict, Where

from .letters import announce

LONGEST = 20_000


class NotOver(NotNow):
    """There is no report before the end."""

    code = "not_over"


class NoSuchStars(Malformed):
    """Thanks are one to five stars."""

    code = "no_such_stars"


def _over(interview: Interview, by: User, *roles: Role) -> tuple[Interview, Report]:
    """A finished interview, locked, and its report, for one side of it."""
    interview = Interview.objects.select_for_update().get(pk=interview.pk)
    role = interview.role_of(by)
    if role is None:
        raise Http404
    if role not in roles:
        raise NotAllowed("This is for the other side to do.")
    if interview.now is not Stage.OVER:
        raise NotOver("The interview is not over yet.")
    report, _ = Report.objects.select_for_update().get_or_create(interview=interview)
    return interview, report


@transaction.atomic
def keep_report(interview: Interview, *, by: User, words: str, practise: str) -> Report:
    """Keep the mentor's words and what to practise; after the release too, for typing errors."""
    _, report = _over(interview, by, Role.MENTOR, Role.ALONE)
    report.words, report.practise = words[:LONGEST], practise[:LONGEST]
    report.save(update_fields=["words", "practise"])
    return report


@transaction.atomic
def release(interview: Interview, *, by: User, at: datetime, site: str) -> Report:
    """Let the candidate read the report; missed core points pull their cards forward, once."""
    interview, report = _over(interview, by, Role.MENTOR)
    if report.released is None:
        report.released = at
        report.save(update_fields=["released"])
        deliver(interview, at=at)
        announce(interview, LetterKind.REPORT, site=site, at=at)
    return report


def release_own(interview: Interview, *, at: datetime) -> None:
    """A rehearsal's report is one's own from the end on."""
    report, _ = Report.objects.get_or_create(interview=interview)
    report.released = report.released or at
    report.save(update_fields=["released"])
    deliver(interview, at=at)


def deliver(interview: Interview, *, at: datetime) -> None:
    """Tick the key points for the candidate, and pull the cards of what was missed forward.

    Under keys made from the interview, so that nothing is done twice.
    """
    candidate = interview.candidate
    if candidate is None:
        return
    where = Where.MOCK if interview.is_mock else Where.REHEARSAL
    # Only of what the candidate may see: a mentor's own documents go when the mentor goes.
    seen = Question.objects.seen_by(candidate).values("pk")
    ticked = Point.objects.filter(item__interview=interview, key_point__question__in=seen)
    verdicts = dict(ticked.exclude(verdict="").values_list("key_point", "verdict"))
    if verdicts:
        marks.tick(
            candidate,
            {point: Verdict(word) for point, word in verdicts.items() if point},
            where=where,
            key=uuid5(interview.pk, "ticks"),
            at=at,
        )
    _pull(interview, candidate, at)


def _pull(interview: Interview, candidate: User, at: datetime) -> None:
    missed: dict[UUID, list[str]] = {}
    for point in points_missed(interview):
        if question_id := point.belongs_to:
            missed.setdefault(question_id, []).append(point.text)
    seen = Question.objects.seen_by(candidate).filter(pk__in=missed)
    to = due_before(candidate.day_of(at), _next_mock(interview, candidate))
    for question in seen.order_by("pk"):
        with suppress(Http404):  # retired since: there is nothing left to study
            flashcards.pull_forward(
                candidate,
                question,
                to=to,
                reason=_reason(interview, missed[question.pk]),
                key=uuid5(interview.pk, f"card {question.pk}"),
                at=at,
            )


def _next_mock(interview: Interview, candidate: User) -> date | None:
    ahead = Interview.objects.taken_by(candidate).mocks().ahead().filter(starts__isnull=False)
    starts = ahead.exclude(pk=interview.pk).values_list("starts", flat=True).first()
    return candidate.day_of(starts) if starts else None


def _reason(interview: Interview, points: list[str]) -> str:
    what = "mock interview" if interview.is_mock else "rehearsal"
    day = interview.ended or interview.made
    return f"Missed in the {what} of {day:%-d %B}: {'; '.join(points)}"[:300]


@transaction.atomic
def own_view(
    interview: Interview, *, by: User, words: str, scores: Mapping[str, int], at: datetime
) -> Report:
    """Keep how the candidate saw it; once the report was opened it stays as it was."""
    interview, report = _over(interview, by, Role.CANDIDATE)
    if report.viewed is not None:
        raise NotNow("You have opened the report; what you wrote before stays.")
    known = {dimension.key for dimension in interview.rubric}
    report.own_view = words[:LONGEST]
    report.own_scores = {
        key: band for key, band in scores.items() if key in known and band in (1, 2, 3, 4)
    }
    report.save(update_fields=["own_view", "own_scores"])
    return report


@transaction.atomic
def open_report(interview: Interview, *, by: User, at: datetime) -> Report:
    """Note that the candidate reads the report from now on; their own view is then closed."""
    _, report = _over(interview, by, Role.CANDIDATE)
    if report.released is None:
        raise NotNow("Your mentor has not released the report yet.")
    if report.viewed is None:
        report.viewed = at
        report.save(update_fields=["viewed"])
    return report


@transaction.atomic
def thank(interview: Interview, *, by: User, stars: int, words: str, at: datetime) -> Feedback:
    """Keep the candidate's thanks; a second time they take the place of the first."""
    interview, report = _over(interview, by, Role.CANDIDATE)
    if report.released is None:
        raise NotNow("Your mentor has not released the report yet.")
    if not 1 <= stars <= 5:
        raise NoSuchStars("Give one to five stars.")
    feedback, _ = Feedback.objects.update_or_create(
        interview=interview, defaults={"stars": stars, "words": words[:4000], "at": at}
    )
    return feedback
