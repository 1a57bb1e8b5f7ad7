"""People, and the receipts for what their devices have asked before."""

from __future__ import annotations

import uuid
from datetime import date, datetime
from typing import Any, ClassVar
from zoneinfo import ZoneInfo

from django.contrib.auth.base_user import AbstractBaseUser, BaseUserManager
from django.contrib.auth.models import AnonymousUser, PermissionsMixin
from django.core.validators import MaxValueValidator
from django.db import models
from django.db.models import Q
from django.db.models.functions import Lower
from django.utils import timezone

from . import rules


class UserManager(BaseUserManager["User"]):
    """Makes people; Django's own commands ask for these two names."""

    def create_user(self, email: str, password: str | None = None, **fields: Any) -> User:
        """A new person; without a password they cannot sign in until they set one."""
        user = self.model(email=email.strip().lower(), **fields)
        user.set_password(password)
        user.save(using=self._db)
        return user

    def idle_guests(self, at: datetime) -> models.QuerySet[User]:
        """Guests who stayed away for so long that nobody waits for what they did."""
        return self.filter(is_guest=True, last_login__lte=at - rules.GUEST_KEPT)

    def create_superuser(self, email: str, password: str | None = None, **fields: Any) -> User:
        """A new admin, who may do everything."""
        return self.create_user(
            email, password, is_staff=True, is_superuser=True, is_editor=True, **fields
        )


class User(AbstractBaseUser, PermissionsMixin):
    """A person. Everyone is a candidate; some are also mentors, editors or admins (`is_staff`).

    A guest is a person without an address, who becomes a full one by signing up.
    """

    id = models.UUIDField(primary_key=True, default=uuid.uuid4, editable=False)
    email = models.EmailField(unique=True)
    name = models.CharField(max_length=80, blank=True)
    is_mentor = models.BooleanField(default=False)
    is_editor = models.BooleanField(default=False)
    is_staff = models.BooleanField(default=False)
    is_guest = models.BooleanField(default=False)
    is_active = models.BooleanField(default=True)
    time_zone = models.CharField(max_length=64, default="UTC")
    day_start = models.PositiveSmallIntegerField(
        default=rules.DAY_START, validators=[MaxValueValidator(23)]
    )
    joined = models.DateTimeField(default=timezone.now)

    objects: ClassVar[UserManager] = UserManager()

    USERNAME_FIELD = "email"
    EMAIL_FIELD = "email"
    REQUIRED_FIELDS: ClassVar[list[str]] = []

    class Meta:
        constraints = [
            models.UniqueConstraint(Lower("email"), name="one_person_per_email_whatever_its_case"),
            models.CheckConstraint(
                condition=Q(is_guest=False) | Q(is_mentor=False, is_editor=False, is_staff=False),
                name="guests_have_no_role",
            ),
        ]
        indexes = [
            models.Index(
                fields=["last_login"], condition=Q(is_guest=True), name="guests_by_last_visit"
            )
        ]

    def __str__(self) -> str:
        return self.name or ("a guest" if self.is_guest else self.email)

    @property
    def zone(self) -> ZoneInfo:
        """The person's time zone."""
        return ZoneInfo(self.time_zone)

    def day_of(self, at: datetime) -> date:
        """The person's own day that a moment belongs to; it begins at their `day_start`."""
        return rules.day_of(at, self.zone, self.day_start)


class DeviceQuerySet(models.QuerySet["Device"]):
    def of(self, person: User | AnonymousUser) -> DeviceQuerySet:
        return self.filter(person=person.pk)

    def signed_in(self) -> DeviceQuerySet:
        """Those whose credentials were neither taken back nor stolen."""
        return self.filter(ended=None)


class Device(models.Model):
    """A phone that its person has named, and digests of what it signs in with.

    `access` is good for an hour, `refresh` for the next pair of both. `spent` is the refresh that
    the pair was got with: it stays good until the pair is `used`, for the reply may be lost.
    """

    id = models.UUIDField(primary_key=True, default=uuid.uuid4, editable=False)
    person = models.ForeignKey(User, on_delete=models.CASCADE, related_name="+", db_index=False)
    key = models.UUIDField()
    name = models.CharField(max_length=80)
    made = models.DateTimeField()
    seen = models.DateTimeField()
    access = models.CharField(max_length=64, unique=True)
    access_until = models.DateTimeField()
    refresh = models.CharField(max_length=64, unique=True)
    spent = models.CharField(max_length=64, blank=True, default="", db_index=True)
    used = models.BooleanField(default=False)
    password = models.CharField(max_length=64)
    ended = models.DateTimeField(null=True)

    objects = DeviceQuerySet.as_manager()

    class Meta:
        constraints = [
            models.UniqueConstraint(fields=["person", "key"], name="one_device_per_person_and_key")
        ]

    def __str__(self) -> str:
        return self.name


class Receipt(models.Model):
    """What was answered to a call with this key, so that the same call again answers the same."""

    id = models.BigAutoField(primary_key=True)
    person = models.ForeignKey(User, on_delete=models.CASCADE, related_name="+")
    key = models.UUIDField()
    digest = models.CharField(max_length=64)
    status = models.PositiveSmallIntegerField(default=0)
    body = models.JSONField(null=True)
    at = models.DateTimeField()

    class Meta:
        constraints = [
            models.UniqueConstraint(fields=["person", "key"], name="one_receipt_per_person_and_key")
        ]
        indexes = [models.Index(fields=["at"], name="receipts_by_age")]

    def __str__(self) -> str:
        return f"{self.key} of {self.person_id}"
