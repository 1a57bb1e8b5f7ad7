"""Mock interviews for a phone, the room included: acts under keys, and polling by version."""

from __future__ import annotations

from .interviews import InterviewViewSet
from .people import InvitationViewSet, PairingViewSet, TemplateViewSet

__all__ = ["InterviewViewSet", "InvitationViewSet", "PairingViewSet", "TemplateViewSet"]
