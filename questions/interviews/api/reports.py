"""The report for a phone: written, released, read, and thanked for."""

from __future__ import annotations

from typing import Any

from django.utils import timezone
from drf_spectacular.utils import extend_schema
from rest_framework.decorators import action
from rest_framework.request import Request
from rest_framework.response import Response

from questions.accounts.models import User
from questions.errors import NotAllowed
from questions.interviews import actions
from questions.interviews.models import Interview
from questions.interviews.models.reported import reported
from questions.interviews.rules import Role, Stage
from questions.web.api import KeyedInput

from .base import OfInterviews
from .inputs import (
    OwnViewInput,
    ThanksInput,
    WordsInput,
)
from .printing import (
    InterviewReportSerializer,
    InterviewSerializer,
)


class ReportOperations(OfInterviews):
    """What comes of an interview."""

    also_by_action = {"report": ("409",)}

    @extend_schema(responses=InterviewReportSerializer)
    @action(methods=["get"], detail=True, pagination_class=None)
    def report(self, request: Request, pk: str) -> Response:
        """The report; the candidate reads it once it is released and they opened it."""
        shown, role = self.entered()
        if shown.now is not Stage.OVER:
            raise actions.NotOver("The interview is not over yet.")
        written = shown.report
        if role is Role.CANDIDATE and not (written.released and written.viewed):
            raise NotAllowed("Open the report first, once your mentor has released it.")
        return Response(self.report_of(shown, None if role is Role.MENTOR else self.me))

    def report_of(self, shown: Interview, reader: User | None) -> Any:
        told, written = reported(shown, reader), shown.report
        names = ("words", "practise", "released", "own_view", "own_scores")
        body = {name: getattr(written, name) for name in names}
        asked = [
            {
                "title": one.item.title,
                "percent": one.percent,
                "spent": one.item.spent,
                "points": one.points,
            }
            for one in told.asked
        ]
        body |= {"percent": told.percent, "missed": told.missed}
        return InterviewReportSerializer({**body, "asked": asked, "scored": told.scored}).data

    @extend_schema(request=WordsInput, responses=InterviewSerializer)
    @report.mapping.post
    def write_report(self, request: Request, pk: str) -> Response:
        """Keep the mentor's words; released is it with `release`."""
        data, shown = self.given(WordsInput), self.get_object()
        words = {name: data[name] for name in ("words", "practise")}
        return self.after(data, shown, lambda: actions.keep_report(shown, by=self.me, **words))

    @extend_schema(request=KeyedInput, responses=InterviewSerializer)
    @action(methods=["post"], detail=True)
    def release(self, request: Request, pk: str) -> Response:
        """Let the candidate read the report; missed core points pull their cards forward, once."""
        data, shown, at = self.given(KeyedInput), self.get_object(), timezone.now()
        return self.after(
            data, shown, lambda: actions.release(shown, by=self.me, at=at, site=self.site)
        )

    @extend_schema(request=OwnViewInput, responses=InterviewSerializer)
    @action(methods=["post"], detail=True, url_path="own-view")
    def own_view(self, request: Request, pk: str) -> Response:
        """Keep how the candidate saw it, before they open the report."""
        data, shown, at = self.given(OwnViewInput), self.get_object(), timezone.now()
        scores = {row["dimension"]: row["band"] for row in data["scores"]}
        return self.after(
            data,
            shown,
            lambda: actions.own_view(shown, by=self.me, words=data["words"], scores=scores, at=at),
        )

    @extend_schema(request=KeyedInput, responses=InterviewSerializer)
    @action(methods=["post"], detail=True, url_path="open-report")
    def open_report(self, request: Request, pk: str) -> Response:
        """Open the released report; one's own view is closed with that."""
        data, shown, at = self.given(KeyedInput), self.get_object(), timezone.now()
        return self.after(data, shown, lambda: actions.open_report(shown, by=self.me, at=at))

    @extend_schema(request=ThanksInput, responses=InterviewSerializer)
    @action(methods=["post"], detail=True)
    def thank(self, request: Request, pk: str) -> Response:
        """Thank the mentor, with one to five stars."""
        data, shown, at = self.given(ThanksInput), self.get_object(), timezone.now()
        said = {"stars": data["stars"], "words": data["words"]}
        return self.after(data, shown, lambda: actions.thank(shown, by=self.me, at=at, **said))
