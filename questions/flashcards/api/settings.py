"""How one wants to be asked, for a phone."""

from __future__ import annotations

from django.utils.timezone import now
from drf_spectacular.utils import extend_schema
from rest_framework.request import Request
from rest_framework.response import Response
from rest_framework.viewsets import GenericViewSet

from questions.accounts.models import User
from questions.accounts.receipts import answer_once
from questions.flashcards import actions
from questions.flashcards.models import Fit, Settings, fit_state, settings_of
from questions.jobs.api import JobSerializer
from questions.web.api import KeyedInput

from .inputs import CardSettingsInput
from .serializers import CardSettingsSerializer, FitStateSerializer


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


class FitViewSet(GenericViewSet[Fit]):
    """Whether your schedule is fitted to your own answers."""

    serializer_class = FitStateSerializer
    queryset = Fit.objects.none()
    pagination_class = None

    @extend_schema(operation_id="card_fit_retrieve", responses=FitStateSerializer)
    def retrieve(self, request: Request) -> Response:
        """How many answers there are, what the newest fit came to, and whether it is in use."""
        assert isinstance(request.user, User)
        return Response(FitStateSerializer(fit_state(request.user)).data)

    @extend_schema(
        operation_id="card_fit_create", request=KeyedInput, responses={202: JobSerializer}
    )
    def create(self, request: Request) -> Response:
        """Fit it in the background, now and from now on; kept only where it foretells better."""
        given = KeyedInput(data=request.data)
        given.is_valid(raise_exception=True)
        learner, key = request.user, given.validated_data["key"]
        assert isinstance(learner, User)
        job = actions.ask_for_fit(learner, key=key, at=now())
        return Response(JobSerializer(job).data, status=202)

    @extend_schema(
        operation_id="card_unfit_create", request=KeyedInput, responses=FitStateSerializer
    )
    def undo(self, request: Request) -> Response:
        """Go back to the schedule that everyone starts with; not fitted again until asked."""
        given = KeyedInput(data=request.data)
        given.is_valid(raise_exception=True)
        learner = request.user
        assert isinstance(learner, User)

        def act() -> tuple[int, object]:
            actions.unfit(learner)
            return 200, FitStateSerializer(fit_state(learner)).data

        return answer_once(request, given.validated_data["key"], act)
