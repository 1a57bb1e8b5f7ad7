"""How fields of people and their devices look in examples."""

from __future__ import annotations

from typing import Any

EXAMPLES: dict[str, Any] = {
    "access_token": "da_3q2-7wEBAQEBAQEBAQEBAQEBAQEBAQEBAQEBAQE",
    "refresh_token": "dr_3q2-7wEBAQEBAQEBAQEBAQEBAQEBAQEBAQEBAQE",
    "session_token": "q8w1m0d5c3z7x9v2b4n6k8j1h3g5f7d9",
    "current": True,
    "expires_in": 3600,
    "Device.name": "My phone",
    "DeviceInputRequest.name": "My phone",
    "DeviceChangeRequest.name": "My phone",
    "GuestInputRequest.time_zone": "Europe/Berlin",
    "Me.name": "Lena",
    "SettingsInputRequest.name": "Lena",
    "SettingsInputRequest.time_zone": "Europe/Berlin",
}
