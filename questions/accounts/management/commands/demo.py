"""`manage.py demo`: three people to look around with, on a machine of one's own."""

from __future__ import annotations

from typing import Any

from allauth.account.models import EmailAddress
from django.conf import settings
from django.core.management.base import BaseCommand, CommandError
from django.db import transaction

from questions.accounts.models import User

PASSWORD = "rehearse with me"  # nosec B105: known on purpose, and made in debug mode alone
PEOPLE: tuple[tuple[str, str, dict[str, bool]], ...] = (
    ("candidate@example.org", "Cleo Candidate", {}),
    ("mentor@example.org", "Mani Mentor", {"is_mentor": True}),
    ("editor@example.org", "Edda Editor", {"is_editor": True}),
)


class Command(BaseCommand):
    help = "Makes a candidate, a mentor and an editor to sign in as, and prints how. DEBUG only."
    requires_system_checks: list[str] = []

    def handle(self, *args: Any, **options: Any) -> None:
        if not settings.DEBUG:
            raise CommandError(
                "Demo people have a known password: they are made with DEBUG=1 only."
            )
        self.stdout.write(f"Sign in with the password: {PASSWORD}")
        for email, name, roles in PEOPLE:
            person = ensure(email, name, roles)
            note = (
                "" if person.check_password(PASSWORD) else "  (with a password of its own by now)"
            )
            self.stdout.write(f"  {email:24} {name}{note}")


@transaction.atomic
def ensure(email: str, name: str, roles: dict[str, bool]) -> User:
    """The person of that address, made if there is none; one who is there is left as they are."""
    person = User.objects.filter(email=email).first()
    if person is None:
        person = User.objects.create_user(email, PASSWORD, name=name, **roles)
    EmailAddress.objects.get_or_create(
        user=person, email=email, defaults={"primary": True, "verified": True}
    )
    return person
