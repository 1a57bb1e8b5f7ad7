"""Quizzes, and their items with everything that was asked, answered and marked."""

from __future__ import annotations

import uuid
from collections.abc import Mapping
from typing import TYPE_CHECKING, Any

from django.conf import settings
from django.db import models
from django.db.models import Avg, Count
from django.db.models.functions import Coalesce

from questions.bank.models import Question
from questions.marks.rules import Verdict
from questions.quizzes import rules
from questions.quizzes.rules import ItemKind, Settings

if TYPE_CHECKING:
    from questions.bank.models import Person


class QuizQuerySet(models.QuerySet["Quiz"]):
    def of(self, learner: Person) -> QuizQuerySet:
        return self.filter(learner=learner.pk)

    def open(self) -> QuizQuerySet:
        """Quizzes that can be gone on with."""
        return self.filter(finished__isnull=True)

    def handed_in(self) -> QuizQuerySet:
        return self.filter(finished__isnull=False)

    def newest_first(self) -> QuizQuerySet:
        return self.order_by("-started", "id")

    def with_progress(self) -> QuizQuerySet:
        """With `total` and `done` items and the `mean` score of all of them, 0 to 1."""
        return self.annotate(
            total=Count("items"),
            done=Count("items__answered"),
            mean=Avg(Coalesce("items__score", 0.0)),
        )


class Quiz(models.Model):
    """One attempt at some questions; it goes on wherever its learner is signed in."""

    id = models.UUIDField(primary_key=True, default=uuid.uuid4, editable=False)
    learner = models.ForeignKey(
        settings.AUTH_USER_MODEL, on_delete=models.CASCADE, related_name="+"
    )
    key = models.UUIDField()
    settings = models.JSONField()
    started = models.DateTimeField()
    finished = models.DateTimeField(null=True)

    objects = QuizQuerySet.as_manager()

    class Meta:
        verbose_name_plural = "quizzes"
        constraints = [
            models.UniqueConstraint(fields=["learner", "key"], name="one_quiz_per_learner_and_key")
        ]
        indexes = [models.Index(fields=["learner", "-started"], name="quizzes_newest_first")]

    def __str__(self) -> str:
        return f"a quiz of {self.started:%Y-%m-%d}"

    @property
    def percent(self) -> int:
        """The mean score of a quiz that was read `with_progress`, in per cent."""
        return round(100 * getattr(self, "mean", 0.0))

    @property
    def chosen(self) -> Settings:
        """The settings it was started with."""
        return Settings.from_json(self.settings)


class ItemQuerySet(models.QuerySet["Item"]):
    def left(self) -> ItemQuerySet:
        """Items without an answer, in order."""
        return self.filter(answered__isnull=True).order_by("position")


class Item(models.Model):
    """One question of a quiz as it stood when the quiz began, and what the learner made of it.

    `asked` holds the prompt, the key points, the topics and the preferred answer with its source;
    `options` those of a choice item with what is right. Neither changes afterwards, whatever
    becomes of the question. `marking` keeps what the marker said and, apart from it, how the
    learner corrected that.
    """

    id = models.UUIDField(primary_key=True, default=uuid.uuid4, editable=False)
    quiz = models.ForeignKey(Quiz, on_delete=models.CASCADE, related_name="items")
    position = models.PositiveSmallIntegerField()
    question = models.ForeignKey(Question, on_delete=models.RESTRICT, related_name="+")
    kind = models.CharField(max_length=6, choices=[(k.value, k.value) for k in ItemKind])
    asked = models.JSONField()
    options = models.JSONField(default=list)
    response = models.JSONField(null=True)
    marking = models.JSONField(null=True)
    score = models.FloatField(null=True)
    answered = models.DateTimeField(null=True)
    seconds = models.PositiveIntegerField(null=True)
    key = models.UUIDField(null=True)

    objects = ItemQuerySet.as_manager()

    class Meta:
        ordering = ["position"]
        constraints = [
            models.UniqueConstraint(
                fields=["quiz", "position"], name="one_item_per_quiz_and_position"
            )
        ]

    def __str__(self) -> str:
        title: str = self.asked["title"]
        return title

    @property
    def is_choice(self) -> bool:
        return self.kind == ItemKind.CHOICE.value

    @property
    def right(self) -> list[str]:
        """The ids of the right options. For those who may know them only."""
        return [option["id"] for option in self.options if option["correct"]]

    @property
    def several(self) -> bool:
        """Whether more than one option is right, which is said beforehand."""
        return len(self.right) > 1

    @property
    def missed(self) -> bool:
        """Whether this should be learned again."""
        return rules.is_missed(choice=self.is_choice, score=self.score)

    @property
    def verdicts(self) -> dict[str, Verdict]:
        """What counts of each key point, by its id: the learner's correction, else the marker's."""
        marking: Mapping[str, Any] = self.marking or {"points": [], "corrected": {}}
        made = {point["id"]: point["verdict"] for point in marking["points"]}
        return {point: Verdict(word) for point, word in {**made, **marking["corrected"]}.items()}

    @property
    def open_now(self) -> bool:
        """Whether an answer may still be given; until then nothing of the solution is shown."""
        return self.answered is None and self.quiz.finished is None

    @property
    def picked(self) -> list[str]:
        found: list[str] = (self.response or {}).get("picked", [])
        return found

    @property
    def text(self) -> str:
        found: str = (self.response or {}).get("text", "")
        return found

    @property
    def shown_options(self) -> list[rules.Option]:
        """The options as they may be shown now."""
        return rules.options(self.options, self.picked, revealed=not self.open_now)

    @property
    def shown_points(self) -> list[rules.Point]:
        """The points of a typed answer, once it is marked."""
        marked = self.marking["points"] if self.marking else []
        return rules.points(self.asked["points"], marked, self.verdicts, self.text)

    @property
    def shown_text(self) -> list[rules.Piece]:
        """The typed answer, the words that earned something set apart."""
        marked = self.marking["points"] if self.marking else []
        return rules.pieces(self.text, [span for point in marked for span in point["spans"]])

    @property
    def source(self) -> str:
        """Where the preferred answer is from: the document, its file and lines."""
        answer = self.asked["answer"] or {}
        return rules.source(
            answer.get("title", ""),
            answer.get("document", ""),
            answer.get("first_line"),
            answer.get("last_line"),
        )

    @property
    def percent(self) -> int:
        return rules.percent([self.score])

    @property
    def outcome(self) -> str:
        """In a word: left, right, partly or wrong."""
        if self.answered is None:
            return "left"
        if self.score == 1:
            return "right"
        return "partly" if self.score else "wrong"

    def scored(self) -> float:
        """What the answer is worth by what counts of it, 0 to 1."""
        if self.is_choice:
            return rules.score_choice(self.picked, self.right, len(self.options))
        verdicts = self.verdicts
        return rules.score_points(
            [(point["core"], verdicts[point["id"]]) for point in self.asked["points"]]
        )
