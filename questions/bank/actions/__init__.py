"""Every write to the bank: the questions of a document, and the house's tree of topics."""

from __future__ import annotations

from .topics import grow_topics
from .writing import plan, write

__all__ = ["grow_topics", "plan", "write"]
