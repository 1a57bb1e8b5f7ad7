"""What is written to the log about who came in, who was turned away, and what admins did.

Never a password or a token, and of an address that nobody may own only a fingerprint: people
type their password into the wrong field.
"""

from __future__ import annotations

import hashlib
import logging
from collections.abc import Callable
from typing import Any

from allauth.account import signals as account
from allauth.mfa import signals as mfa
from django.contrib.admin.models import LogEntry
from django.contrib.auth import signals as auth
from django.db.models.signals import post_save
from django.dispatch import Signal

log = logging.getLogger(__name__)

EVENTS: tuple[tuple[Signal, str], ...] = (
    (auth.user_logged_in, "signed in"),
    (auth.user_logged_out, "signed out"),
    (account.user_signed_up, "signed up"),
    (account.password_changed, "password changed"),
    (account.password_set, "password set"),
    (account.password_reset, "password reset"),
    (account.email_changed, "address changed"),
    (account.email_added, "address added"),
    (account.email_removed, "address removed"),
    (mfa.authenticator_added, "second factor added"),
    (mfa.authenticator_removed, "second factor removed"),
    (mfa.authenticator_reset, "second factor made anew"),
    (mfa.authentication_failed, "second factor refused"),
)


def writer(event: str) -> Callable[..., None]:
    """What writes one kind of event: whom it is about and where they came from."""

    def write(sender: Any, *, request: Any = None, user: Any = None, **_: Any) -> None:
        log.info(event, extra={"facts": {"person": named(user), "ip": origin(request)}})

    return write


def refused(sender: Any, *, credentials: dict[str, Any], request: Any = None, **_: Any) -> None:
    """A sign-in that failed, with a fingerprint of the address that was typed."""
    typed = str(credentials.get("email") or credentials.get("username") or "").strip().lower()
    account = hashlib.sha256(typed.encode(errors="replace")).hexdigest()[:12]
    log.warning("sign-in refused", extra={"facts": {"account": account, "ip": origin(request)}})


def by_admin(sender: Any, *, instance: LogEntry, created: bool, **_: Any) -> None:
    """One act in the admin: who did what to which row, and which fields changed."""
    facts = {
        "person": str(instance.user_id),
        "act": instance.get_action_flag_display(),
        "on": f"{instance.content_type}:{instance.object_id}",
        "change": instance.change_message,
    }
    if created:
        log.info("admin act", extra={"facts": facts})


def named(user: Any) -> str:
    return str(user.pk) if user is not None and user.pk else ""


def origin(request: Any) -> str:
    """The address that a request came from, by allauth's rule for proxies."""
    if request is None:
        return ""
    from allauth.account.adapter import get_adapter

    try:
        return str(get_adapter().get_client_ip(request))
    except Exception:  # no address is no reason to lose the event
        return ""


def connect() -> None:
    """Listen; called once, when the app is ready."""
    for signal, event in EVENTS:
        signal.connect(writer(event), weak=False, dispatch_uid=f"accounts.audit.{event}")
    auth.user_login_failed.connect(refused, dispatch_uid="accounts.audit.refused")
    post_save.connect(by_admin, sender=LogEntry, dispatch_uid="accounts.audit.admin")
