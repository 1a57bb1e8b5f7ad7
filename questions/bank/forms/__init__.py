"""What a browser may send to the bank."""

from __future__ import annotations

from .filters import fields, query, wanted

__all__ = ["fields", "query", "wanted"]
