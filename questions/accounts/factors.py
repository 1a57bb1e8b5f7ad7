"""The second factor: what of it is kept unreadable, and passkeys, which need no password at all.

A copy of the database alone lets nobody in: the secrets of codes are encrypted under the site's
own key, which is not in it. Of a passkey there is only the public half here.
"""

from __future__ import annotations

import base64
import functools
import hashlib
import struct
from collections.abc import Callable
from typing import Any

from allauth.mfa.adapter import DefaultMFAAdapter
from allauth.mfa.models import Authenticator
from allauth.mfa.webauthn.forms import AddWebAuthnForm
from allauth.mfa.webauthn.internal import auth
from cryptography.fernet import Fernet, InvalidToken, MultiFernet
from django import forms
from django.conf import settings
from django.core.exceptions import ValidationError
from django.utils.encoding import force_bytes

from .models import User

MARK = "fernet:"
"""What an encrypted secret begins with; those kept before there was any encryption do not."""


def cipher() -> MultiFernet:
    """Writes under the site's key, and reads under the ones before it, too."""
    keys = [settings.SECRET_KEY, *settings.SECRET_KEY_FALLBACKS]
    digests = (hashlib.sha256(b"second factor " + force_bytes(key)).digest() for key in keys)
    return MultiFernet([Fernet(base64.urlsafe_b64encode(digest)) for digest in digests])


class Adapter(DefaultMFAAdapter):  # type: ignore[misc]
    """allauth's second factor, its secrets encrypted and its passkeys named."""

    def encrypt(self, text: str) -> str:
        return MARK + cipher().encrypt(text.encode()).decode()

    def decrypt(self, encrypted_text: str) -> str:
        """The secret; under a key that is gone it is lost, and no code of it is right any more."""
        if not encrypted_text.startswith(MARK):
            return encrypted_text
        try:
            return cipher().decrypt(encrypted_text.removeprefix(MARK)).decode()
        except InvalidToken:
            return ""

    def generate_authenticator_name(self, user: User, type: Authenticator.Type) -> str:
        """What a new passkey is called as long as nobody calls it otherwise."""
        before = Authenticator.objects.filter(user_id=user.pk, type=type).count()
        return f"Passkey {before + 1}" if before else "Passkey"


class AddPasskey(AddWebAuthnForm):  # type: ignore[misc]
    """A passkey that signs in by itself, or one that is asked for after the password."""

    name = forms.CharField(
        required=False, max_length=80, help_text="So that you know it again: “My laptop”."
    )
    passwordless = forms.BooleanField(
        required=False,
        initial=True,
        label="Sign in with it alone",
        help_text="Without the password. Your device asks for a finger, a face or a PIN instead.",
    )


READERS = (
    *("parse_registration_response", "complete_registration"),
    *("parse_authentication_response", "extract_user_from_response", "complete_authentication"),
)
"""What of allauth reads the answer of a browser's device."""


def forgiving(read: Callable[..., Any]) -> Callable[..., Any]:
    """The same reader, to which whatever it stumbles over is a wrong answer and not our fault."""

    @functools.wraps(read)
    def reading(*args: Any, **kwargs: Any) -> Any:
        try:
            return read(*args, **kwargs)
        except ValidationError:
            raise
        except (AttributeError, LookupError, TypeError, ValueError, struct.error) as error:
            raise Adapter().validation_error("incorrect_code") from error

    return reading


def connect() -> None:
    """Let a malformed passkey be refused: allauth counts fewer ways to be wrong than there are."""
    for name in READERS:
        setattr(auth, name, forgiving(getattr(auth, name)))
