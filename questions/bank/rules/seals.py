"""What is closed to whoever is being asked it in an exam, and how one says no."""

from __future__ import annotations

from questions.errors import Refusal

SAID = (
    "You are being asked this in an exam that you have not handed in. "
    "Its answer opens again when you hand it in."
)


class Sealed(Refusal):
    """It holds the answer of a question that one is being asked in an exam not yet handed in."""

    code = "sealed"

    def __init__(self, message: str = SAID) -> None:
        super().__init__(message)
