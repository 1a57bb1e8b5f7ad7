"""What every operation on an interview begins with: who asks, for which, under which key."""

from __future__ import annotations

from collections.abc import Callable
from typing import Any

from django.http import Http404
from rest_framework.response import Response
from rest_framework.serializers import ValidationError
from rest_framework.viewsets import GenericViewSet

from questions.accounts.models import User
from questions.accounts.receipts import answer_once
from questions.interviews.models import Interview, InterviewQuerySet
from questions.interviews.rules import Role
from questions.web import addresses
from questions.web.api import KeyedInput

from .printing import InterviewSerializer


class OfInterviews(GenericViewSet[Interview]):
    """Interviews that one leads or takes, newest first; strangers' are not there."""

    queryset = Interview.objects.none()
    serializer_class = InterviewSerializer

    def get_queryset(self) -> InterviewQuerySet:
        person = self.request.user
        if not isinstance(person, User):
            return Interview.objects.none()
        return Interview.objects.of(person).with_people().newest_first()

    @property
    def me(self) -> User:
        person = self.request.user
        assert isinstance(person, User)
        return person

    @property
    def site(self) -> str:
        return addresses.site(self.request)

    def led(self) -> Interview:
        """The interview, for who leads it; to the candidate its script is not there."""
        shown = self.get_object()
        if shown.role_of(self.me) is not Role.MENTOR:
            raise Http404
        return shown

    def entered(self) -> tuple[Interview, Role]:
        shown = self.get_object()
        role = shown.role_of(self.me)
        if role is None:
            raise Http404
        return shown, role

    def given(self, kind: type[KeyedInput]) -> dict[str, Any]:
        given = kind(data=self.request.data)
        given.is_valid(raise_exception=True)
        data: dict[str, Any] = given.validated_data
        return data

    def counted(self, name: str, default: int) -> int:
        """A number of the query."""
        text = self.request.query_params.get(name)
        if text is None:
            return default
        if not (text.isascii() and text.isdigit() and len(text) <= 8):
            raise ValidationError({name: ["A whole number."]})
        return int(text)

    def once(self, data: dict[str, Any], act: Callable[[], Any], *, status: int = 200) -> Response:
        return answer_once(self.request, data["key"], lambda: (status, act()))

    def after(self, data: dict[str, Any], shown: Interview, act: Callable[[], object]) -> Response:
        """Act once, and print the interview as it is then."""

        def acted() -> Any:
            act()
            return self.printed(shown)

        return self.once(data, acted)

    def printed(self, shown: Interview) -> Any:
        fresh = Interview.objects.with_people().get(pk=shown.pk)
        return InterviewSerializer(fresh, context=self.get_serializer_context()).data
