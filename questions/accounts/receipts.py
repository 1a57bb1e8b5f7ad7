"""Once and only once: a call that comes again with its key changes nothing and answers the same."""

from __future__ import annotations

import hashlib
import json
from collections.abc import Callable
from datetime import datetime
from typing import Any
from uuid import UUID

from django.db import transaction
from django.utils import timezone
from rest_framework.request import Request
from rest_framework.response import Response

from questions.errors import KeyReused

from .models import Receipt, User


def digest_of(path: str, body: Any) -> str:
    """A fingerprint of what was asked: the address and the body, whatever the order of members."""
    text = json.dumps([path, body], sort_keys=True, separators=(",", ":"), default=str)
    return hashlib.sha256(text.encode()).hexdigest()


@transaction.atomic
def once(
    person: User, key: UUID, digest: str, act: Callable[[], tuple[int, Any]], *, at: datetime
) -> tuple[int, Any]:
    """Act, or answer what was answered when this key was first used.

    Raises KeyReused where the key came before with another digest. A refused act leaves no
    receipt. Two calls at once wait for one another on the receipt's row.
    """
    receipt, new = Receipt.objects.get_or_create(
        person=person, key=key, defaults={"digest": digest, "at": at}
    )
    if not new:
        if receipt.digest != digest:
            raise KeyReused(f"The key {key} was used before with another body.")
        return receipt.status, receipt.body
    receipt.status, receipt.body = act()
    receipt.save(update_fields=["status", "body"])
    return receipt.status, receipt.body


def answer_once(request: Request, key: UUID, act: Callable[[], tuple[int, Any]]) -> Response:
    """The API's form of `once`: the digest is of this request, the answer a response."""
    person = request.user
    assert isinstance(person, User)
    digest = digest_of(f"{request.method} {request.path}", request.data)
    status, body = once(person, key, digest, act, at=timezone.now())
    return Response(body, status=status)
