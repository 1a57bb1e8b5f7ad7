"""Who a phone speaks for, and their settings."""

from __future__ import annotations

from django.utils import timezone
from drf_spectacular.utils import extend_schema
from rest_framework import serializers
from rest_framework.request import Request
from rest_framework.response import Response
from rest_framework.viewsets import GenericViewSet

from questions.accounts import actions
from questions.accounts.models import User
from questions.accounts.rules import zones
from questions.web.api import Input, StrictChar, StrictInteger


class MeSerializer(serializers.ModelSerializer[User]):
    today = serializers.SerializerMethodField(
        help_text="The person's own local day now, which begins at their day start."
    )

    class Meta:
        model = User
        fields = [
            "id",
            "email",
            "name",
            "is_mentor",
            "is_editor",
            "time_zone",
            "day_start",
            "today",
        ]
        read_only_fields = fields

    def get_today(self, person: User) -> serializers.DateField:
        return person.day_of(timezone.now()).isoformat()  # type: ignore[return-value]


class SettingsInput(Input):
    """What of one's settings may be changed; what is left out stays as it is."""

    name = StrictChar(required=False, allow_blank=True, max_length=80, help_text="May be empty.")
    time_zone = serializers.ChoiceField(
        required=False, choices=zones(), help_text="A name of the tz database: Europe/Berlin."
    )
    day_start = StrictInteger(
        required=False, min_value=0, max_value=23, help_text="The hour at which one's day begins."
    )


class MeViewSet(GenericViewSet[User]):
    """The person whose token it is."""

    serializer_class = MeSerializer
    queryset = User.objects.none()
    pagination_class = None

    @extend_schema(operation_id="me_retrieve", responses=MeSerializer)
    def retrieve(self, request: Request) -> Response:
        """Who one is, with settings and the own day of now."""
        return Response(self.get_serializer(request.user).data)

    @extend_schema(operation_id="me_update", request=SettingsInput, responses=MeSerializer)
    def partial_update(self, request: Request) -> Response:
        """Change settings; the same again changes nothing, so it needs no key."""
        given = SettingsInput(data=request.data)
        given.is_valid(raise_exception=True)
        assert isinstance(request.user, User)
        person = actions.change_settings(request.user, **given.validated_data)
        return Response(self.get_serializer(person).data)
