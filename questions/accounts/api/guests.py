"""Coming in from a phone without an account."""

from __future__ import annotations

from typing import Any

from django.utils.timezone import now
from drf_spectacular.utils import extend_schema
from rest_framework import serializers
from rest_framework.permissions import AllowAny
from rest_framework.request import Request
from rest_framework.response import Response
from rest_framework.viewsets import GenericViewSet

from questions.accounts import guests
from questions.accounts.models import User
from questions.accounts.rules import zones
from questions.web.api import Input


class GuestInput(Input):
    time_zone = serializers.ChoiceField(
        default="UTC", choices=zones(), help_text="A name of the tz database: Europe/Berlin."
    )


class GuestSerializer(serializers.Serializer[Any]):
    """What a guest signs calls with. It is shown this once."""

    session_token = serializers.CharField(read_only=True, help_text="Send it as `X-Session-Token`.")


class GuestViewSet(GenericViewSet[User]):
    """People without an account."""

    queryset = User.objects.none()
    serializer_class = GuestSerializer
    permission_classes = (AllowAny,)
    authentication_classes = ()

    @extend_schema(
        operation_id="guests_create",
        request=GuestInput,
        responses={201: GuestSerializer},
        auth=[],
    )
    def create(self, request: Request) -> Response:
        """Come in without an account, to take quizzes; a guest shares and uploads nothing.

        Sign up with this token and everything comes along; the account has a new token. It takes
        no `key`: after a lost reply ask again, and the guest whom nobody knows goes in a month.
        409 `too_many_guests` where too many came from one address within the hour.
        """
        given = GuestInput(data=request.data)
        given.is_valid(raise_exception=True)
        zone = given.validated_data["time_zone"]
        token = guests.enter_by_phone(request._request, time_zone=zone, at=now())
        return Response(GuestSerializer({"session_token": token}).data, status=201)
