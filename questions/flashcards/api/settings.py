"""How one wants to be asked, for a phone."""

from __future__ import annotations

from drf_spectacular.utils import extend_schema
from rest_framework.request import Request
from rest_framework.response import Response
from rest_framework.viewsets import GenericViewSet

from questions.accounts.models import User
from questions.flashcards import actions
from questions.flashcards.models import Settings, settings_of

from .inputs import CardSettingsInput
from .serializers import CardSettingsSerializer


class CardSettingsViewSet(GenericViewSet[Settings]):
    """How you want to be asked: limits of a day, desired recall, longest interval."""

    serializer_class = CardSettingsSerializer
    queryset = Settings.objects.none()
    pagination_class = None

    @extend_schema(operation_id="card_settings_retrieve", responses=CardSettingsSerializer)
    def retrieve(self, request: Request) -> Response:
        """What you set, or what everyone starts with."""
        assert isinstance(request.user, User)
        return Response(CardSettingsSerializer(settings_of(request.user)).data)

    @extend_schema(
        operation_id="card_settings_update",
        request=CardSettingsInput,
        responses=CardSettingsSerializer,
    )
    def partial_update(self, request: Request) -> Response:
        """Change settings; the same again changes nothing, so it needs no key."""
        given = CardSettingsInput(data=request.data)
        given.is_valid(raise_exception=True)
        assert isinstance(request.user, User)
        wished = actions.change_settings(request.user, **given.validated_data)
        return Response(CardSettingsSerializer(wished).data)
