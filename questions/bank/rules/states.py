"""What a question may be and who may see it: the words of the bank's columns."""

from __future__ import annotations

from enum import Enum


class Visibility(Enum):
    """Whom a document and its questions are for."""

    PRIVATE = "private"
    SHARED = "shared"
    PUBLIC = "public"


class State(Enum):
    """Where a question stands; a retired one left its document and is kept for its learners."""

    DRAFT = "draft"
    PUBLISHED = "published"
    RETIRED = "retired"


class Kind(Enum):
    """How a question is asked."""

    OPEN = "open"
    CHOICE = "choice"
