"""Scripts: questions frozen as they stood, points to tick, hints to give; and templates of them."""

from __future__ import annotations

import uuid
from typing import TYPE_CHECKING, Any
from uuid import UUID

from django.conf import settings
from django.db import models

from questions.bank.models import KeyPoint, Question
from questions.interviews.rules import Stage
from questions.marks.rules import Verdict

from .interviews import Interview

if TYPE_CHECKING:
    from questions.bank.models import Person


class ScriptItemQuerySet(models.QuerySet["ScriptItem"]):
    def shown(self) -> ScriptItemQuerySet:
        """What the candidate has met."""
        return self.filter(shown__isnull=False)

    def with_sheet(self) -> ScriptItemQuerySet:
        return self.prefetch_related("points", "hints")


class ScriptItem(models.Model):
    """One question of a script as it stood when it was put there.

    `prompt_html` is what the candidate sees once it is shown. `sheet` is the mentor's: answers by
    source, topics. `looks_for` is the point, missed in an earlier mock, that it asks for again.
    """

    id = models.UUIDField(primary_key=True, default=uuid.uuid4, editable=False)
    interview = models.ForeignKey(Interview, on_delete=models.CASCADE, related_name="items")
    position = models.PositiveSmallIntegerField()
    stage = models.CharField(max_length=9, choices=[(s.value, s.value) for s in Stage])
    question = models.ForeignKey(Question, null=True, on_delete=models.SET_NULL, related_name="+")
    title = models.CharField(max_length=300)
    prompt_html = models.TextField()
    sheet = models.JSONField(default=dict)
    looks_for = models.ForeignKey(
        "Point", null=True, on_delete=models.SET_NULL, related_name="looked_for_by"
    )
    shown = models.DateTimeField(null=True)
    revealed = models.DateTimeField(null=True)
    spent = models.PositiveIntegerField(default=0)

    objects = ScriptItemQuerySet.as_manager()

    class Meta:
        ordering = ["position"]
        constraints = [
            models.UniqueConstraint(
                fields=["interview", "position"],
                name="one_item_per_interview_and_position",
            )
        ]

    def __str__(self) -> str:
        return self.title

    @property
    def own(self) -> bool:
        """Whether the mentor wrote it for this script."""
        return "own" in self.sheet

    @property
    def weak(self) -> bool:
        """Whether it was drawn because the candidate missed points of it lately."""
        return bool(self.sheet.get("weak"))

    @property
    def answers(self) -> list[dict[str, Any]]:
        found: list[dict[str, Any]] = self.sheet.get("answers", [])
        return found

    @property
    def topics(self) -> list[str]:
        found: list[str] = self.sheet.get("topics", [])
        return found

    @property
    def difficulty(self) -> str:
        found: str = self.sheet.get("difficulty", "")
        return found


class Point(models.Model):
    """One key point of an item and the mentor's verdict on it.

    One with `again` is the point, missed in an earlier mock, that the item looks for: its verdict
    says what became of that one. The tick of `marks` is made when the report is released:
    candidates list their own ticks.
    """

    id = models.UUIDField(primary_key=True, default=uuid.uuid4, editable=False)
    item = models.ForeignKey(ScriptItem, on_delete=models.CASCADE, related_name="points")
    key_point = models.ForeignKey(KeyPoint, null=True, on_delete=models.SET_NULL, related_name="+")
    place = models.PositiveSmallIntegerField()
    text = models.CharField(max_length=300)
    core = models.BooleanField(default=False)
    again = models.ForeignKey("self", null=True, on_delete=models.SET_NULL, related_name="+")
    verdict = models.CharField(
        max_length=6, blank=True, choices=[(v.value, v.value) for v in Verdict]
    )

    class Meta:
        ordering = ["-core", "place"]

    def __str__(self) -> str:
        return self.text

    @property
    def asked_again(self) -> bool:
        """Whether it was missed in an earlier mock."""
        return self.again_id is not None

    @property
    def belongs_to(self) -> UUID | None:
        """The question whose checklist it is on: not the item's, where it is asked again."""
        if self.again_id is None:
            return self.item.question_id
        return self.key_point.question_id if self.key_point else None


class Hint(models.Model):
    """Something that the mentor may give away, or a question to ask on; unseen until released."""

    id = models.UUIDField(primary_key=True, default=uuid.uuid4, editable=False)
    item = models.ForeignKey(ScriptItem, on_delete=models.CASCADE, related_name="hints")
    place = models.PositiveSmallIntegerField()
    asks_on = models.BooleanField(default=False)
    text = models.CharField(max_length=500)
    released = models.DateTimeField(null=True)

    class Meta:
        ordering = ["asks_on", "place"]

    def __str__(self) -> str:
        return self.text


class TemplateQuerySet(models.QuerySet["Template"]):
    def of(self, owner: Person) -> TemplateQuerySet:
        return self.filter(owner=owner.pk).order_by("name", "pk")


class Template(models.Model):
    """A mentor's set-up to begin the next script with: choices, rubric, and their own questions."""

    id = models.UUIDField(primary_key=True, default=uuid.uuid4, editable=False)
    owner = models.ForeignKey(settings.AUTH_USER_MODEL, on_delete=models.CASCADE, related_name="+")
    name = models.CharField(max_length=80)
    setup = models.JSONField(default=dict)
    dimensions = models.JSONField(default=list)
    own = models.JSONField(default=list)
    made = models.DateTimeField()
    key = models.UUIDField()

    objects = TemplateQuerySet.as_manager()

    class Meta:
        constraints = [
            models.UniqueConstraint(fields=["owner", "key"], name="one_template_per_owner_and_key")
        ]

    def __str__(self) -> str:
        return self.name
