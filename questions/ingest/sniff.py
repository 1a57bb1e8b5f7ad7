"""Is this something that a reader reads? Told by content, for a name may say anything."""

from __future__ import annotations

from .readers import Unreadable, kinds

HEAD = kinds.HEAD


def what_else(data: bytes) -> str:
    """What the bytes are if no reader reads them, in words that follow "this is"; else ""."""
    kind = kinds.binary(data[:HEAD])
    return "" if kind in kinds.UNPACKED else kind


def complaint(name: str, head: bytes) -> str:
    """Why a file of this name that begins like this is not taken; "" if it is."""
    if not head:
        return f"{name} is empty."
    try:
        kinds.told(name, head)
    except Unreadable as error:
        return f"{name} cannot be read. {error}"
    return ""
