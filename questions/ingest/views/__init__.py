"""The library's pages."""

from __future__ import annotations

from .library import document, library, remove, undo, upload
from .looking import look
from .previews import accept, accept_all, bringing, discard, preview
from .sharing import publish, share, unshare, withdraw

__all__ = [
    "accept",
    "accept_all",
    "bringing",
    "discard",
    "document",
    "library",
    "look",
    "preview",
    "publish",
    "remove",
    "share",
    "undo",
    "unshare",
    "upload",
    "withdraw",
]
