"""Leaving for good, for a phone."""

from __future__ import annotations

from drf_spectacular.utils import OpenApiResponse, extend_schema
from rest_framework import serializers
from rest_framework.request import Request
from rest_framework.response import Response
from rest_framework.views import APIView

from questions.accounts.models import User
from questions.exchange import actions
from questions.web.api import KeyedInput, StrictBoolean


class LeaveInput(KeyedInput):
    sure = StrictBoolean(help_text="`true`: nobody can undo it.")

    def validate_sure(self, sure: bool) -> bool:
        if not sure:
            raise serializers.ValidationError("Say true, or stay.")
        return sure


class LeaveView(APIView):
    """The way out."""

    @extend_schema(
        operation_id="me_leave",
        request=LeaveInput,
        responses={204: OpenApiResponse(description="The account is deleted.")},
    )
    def post(self, request: Request) -> Response:
        """Delete the account with all that is its person's; its tokens open nothing any more.

        `takings/` writes all of it as a file first. What was made public stays, as the house's.
        """
        given = LeaveInput(data=request.data)
        given.is_valid(raise_exception=True)
        assert isinstance(request.user, User)
        actions.leave(request.user)
        return Response(status=204)
