"""Addresses that leave the site: in letters, in calendars, to pass on."""

from __future__ import annotations

from django.conf import settings
from django.http import HttpRequest


def site(request: HttpRequest) -> str:
    """Where people reach the site, ending in a slash: as it is configured, else as they came."""
    return home(request.build_absolute_uri("/"))


def home(kept: str) -> str:
    """Where people reach the site: as it is configured, else the address that was kept."""
    configured: str = settings.SITE_ADDRESS
    return f"{(configured or kept).rstrip('/')}/"


def absolute(request: HttpRequest, path: str) -> str:
    """The whole address of one of our paths."""
    return site(request) + path.removeprefix("/")
