"""A phone tells what was done on it while it was offline."""

from __future__ import annotations

from typing import Any

from django.utils.timezone import now
from drf_spectacular.utils import OpenApiResponse, extend_schema
from rest_framework.request import Request
from rest_framework.response import Response
from rest_framework.views import APIView

from questions.accounts.models import User
from questions.accounts.tokens import (
    BrowserAuthentication,
    DeviceAuthentication,
    TokenAuthentication,
)
from questions.errors import KeyReused
from questions.sync import actions
from questions.web.errors import printed, problem

from .news import SIGNED
from .told import EventResultsSerializer, EventsInput


class EventsView(APIView):
    """The way in for whatever was done offline."""

    authentication_classes = (BrowserAuthentication, DeviceAuthentication, TokenAuthentication)

    @extend_schema(
        operation_id="sync_events",
        auth=SIGNED,
        request=EventsInput,
        responses={200: OpenApiResponse(EventResultsSerializer, "What became of each event.")},
    )
    def post(self, request: Request) -> Response:
        """Tell what was done offline: up to 500 events of any kind, in any order.

        Each event is taken for itself: `accepted`, `known` (it came before, and nothing changed)
        or `refused` with a `code`. One that is refused keeps no other from being taken, so the
        answer is 200 as soon as one event was taken; drop from the queue whatever has a result,
        and show the person what was refused. After a lost reply send the same again.

        Events may arrive in any order, in any pieces, from any number of devices and any number
        of times: the cards end in the same state. `at` is the device's own clock.

        Where not a single event was taken, the answer is a problem that has the same `results`:
        400 `invalid` where one of them is no event, 409 `key_reused` where a key came with another
        body. A browser that has signed in may call this with its session; then it sends the CSRF
        token in `X-CSRFToken`.
        """
        given = EventsInput(data=request.data)
        given.is_valid(raise_exception=True)
        learner = request.user
        assert isinstance(learner, User)
        found = actions.take_in(learner, given.validated_data["events"], now=now())
        return answered([printed_result(one) for one in found])


def answered(results: list[dict[str, Any]]) -> Response:
    """All results; as a problem where nothing was taken and it was the events that were wrong."""
    codes = {one["code"] for one in results}
    if None not in codes:
        if "invalid" in codes:
            detail = "None of these was taken, and some are no events; see results."
            return printed(problem(400, "invalid", detail, results=results))
        if KeyReused.code in codes:
            detail = "None of these was taken, and some keys were used before; see results."
            return printed(problem(409, KeyReused.code, detail, results=results))
    return Response({"results": results})


def printed_result(one: actions.Result) -> dict[str, Any]:
    """One result as EventResultSerializer describes it; it prints in one go, for there are many."""
    return {
        "key": one.key and str(one.key),
        "status": one.status,
        "card": one.card and str(one.card),
        "code": one.code,
        "detail": one.detail,
    }
