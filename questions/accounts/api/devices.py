"""Devices for a phone: credentials of its own, renewed, listed, named and taken back."""

from __future__ import annotations

from typing import Any
from uuid import UUID

from django.utils.timezone import now
from drf_spectacular.utils import OpenApiResponse, extend_schema
from rest_framework import serializers
from rest_framework.permissions import AllowAny
from rest_framework.request import Request
from rest_framework.response import Response
from rest_framework.viewsets import GenericViewSet

from questions.accounts import devices
from questions.accounts.models import Device, DeviceQuerySet, User
from questions.web.api import Input, KeyedInput, StrictChar


class DeviceSerializer(serializers.ModelSerializer[Device]):
    current = serializers.SerializerMethodField(help_text="Whether it is the one that asks.")

    class Meta:
        model = Device
        fields = ["id", "name", "made", "seen", "current"]
        read_only_fields = fields
        extra_kwargs = {
            "id": {"help_text": "The device."},
            "name": {"help_text": "How its person calls it."},
            "made": {"help_text": "When it signed in."},
            "seen": {"help_text": "When it last called, to a quarter of an hour."},
        }

    def get_current(self, device: Device) -> bool:
        asking = self.context.get("asking")
        return isinstance(asking, Device) and asking.pk == device.pk


class CredentialsSerializer(serializers.Serializer[Any]):
    """What a device signs its calls with. It is shown this once."""

    device = DeviceSerializer(read_only=True, help_text="The device.")
    access_token = serializers.CharField(
        read_only=True, help_text="Send it as `Authorization: Bearer …`."
    )
    expires_in = serializers.IntegerField(read_only=True, help_text="Seconds that it is good for.")
    refresh_token = serializers.CharField(
        read_only=True, help_text="Gets the next pair; good until that pair is first used."
    )


class DeviceInput(KeyedInput):
    name = StrictChar(max_length=80, help_text="How its person calls it.")


class DeviceChange(Input):
    name = StrictChar(max_length=80, help_text="How its person calls it.")


class RefreshInput(Input):
    refresh_token = StrictChar(max_length=200, help_text="The device's newest refresh token.")


class DeviceViewSet(GenericViewSet[Device]):
    """Your phones, each with credentials of its own; browsers are listed by `auth/sessions`."""

    queryset = Device.objects.none()
    serializer_class = DeviceSerializer
    pagination_class = None

    def get_queryset(self) -> DeviceQuerySet:
        return Device.objects.of(self.request.user).signed_in().order_by("-seen", "pk")

    @extend_schema(operation_id="devices_list", responses=DeviceSerializer(many=True))
    def list(self, request: Request) -> Response:
        """The devices that are signed in, the last seen first."""
        printed = DeviceSerializer(self.get_queryset(), many=True, context={"asking": request.auth})
        return Response(printed.data)

    @extend_schema(
        operation_id="devices_create", request=DeviceInput, responses={201: CredentialsSerializer}
    )
    def create(self, request: Request) -> Response:
        """Name this device and get credentials of its own; the same key again gets new ones."""
        given = DeviceInput(data=request.data)
        given.is_valid(raise_exception=True)
        assert isinstance(request.user, User)
        name, key = given.validated_data["name"], given.validated_data["key"]
        return Response(printed(devices.sign_in(request.user, name, key=key, at=now())), status=201)

    @extend_schema(operation_id="devices_update", request=DeviceChange, responses=DeviceSerializer)
    def partial_update(self, request: Request, id: UUID) -> Response:
        """Call a device something else; the same again changes nothing, so it needs no key."""
        assert isinstance(request.user, User)
        device = devices.of_person(request.user, id)
        given = DeviceChange(data=request.data)
        given.is_valid(raise_exception=True)
        return Response(DeviceSerializer(devices.rename(device, **given.validated_data)).data)

    @extend_schema(
        operation_id="devices_destroy",
        responses={204: OpenApiResponse(description="It is signed out.")},
    )
    def destroy(self, request: Request, id: UUID) -> Response:
        """Sign a device out for good, this one or another."""
        assert isinstance(request.user, User)
        devices.end(devices.of_person(request.user, id), at=now())
        return Response(status=204)


class RefreshViewSet(GenericViewSet[Device]):
    """The next pair of tokens."""

    queryset = Device.objects.none()
    serializer_class = CredentialsSerializer
    permission_classes = (AllowAny,)
    authentication_classes = ()

    @extend_schema(
        operation_id="devices_refresh",
        request=RefreshInput,
        responses={200: CredentialsSerializer},
        auth=[],
    )
    def create(self, request: Request) -> Response:
        """Get the next pair; after a lost reply ask with the same token again.

        It stays good until something of the new pair is used. Used after that it is in two hands:
        the device is signed out. 409 `refresh_refused` means that the person signs in anew.
        """
        given = RefreshInput(data=request.data)
        given.is_valid(raise_exception=True)
        return Response(printed(devices.renew(given.validated_data["refresh_token"], at=now())))


def printed(pair: devices.Pair) -> Any:
    found = {
        "device": pair.device,
        "access_token": pair.access,
        "expires_in": int(devices.ACCESS.total_seconds()),
        "refresh_token": pair.refresh,
    }
    return CredentialsSerializer(found, context={"asking": pair.device}).data
