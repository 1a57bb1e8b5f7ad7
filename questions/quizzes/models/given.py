"""The answers to the items of quizzes, one by one as they came."""

from __future__ import annotations

from django.db import models

from .items import Item
from .quizzes import Quiz


class Given(models.Model):
    """One answer as it came: in an exam there may be several, and some may have come too late."""

    id = models.BigAutoField(primary_key=True)
    quiz = models.ForeignKey(Quiz, on_delete=models.CASCADE, related_name="given")
    item = models.ForeignKey(Item, on_delete=models.CASCADE, related_name="+")
    key = models.UUIDField()
    response = models.JSONField()
    at = models.DateTimeField()
    late = models.BooleanField(default=False)

    class Meta:
        constraints = [
            models.UniqueConstraint(fields=["quiz", "key"], name="one_answer_per_quiz_and_key")
        ]

    def __str__(self) -> str:
        return f"an answer to {self.item_id}"

    @property
    def said(self) -> str:
        """The answer in words: what was typed, or the ids of what was picked."""
        text: str = self.response.get("text", "")
        return text or ", ".join(self.response.get("picked") or self.response.get("order") or ())

    @property
    def seconds(self) -> int:
        """How much too late it came."""
        ended = self.quiz.finished or self.at
        return max(1, round((self.at - ended).total_seconds()))
