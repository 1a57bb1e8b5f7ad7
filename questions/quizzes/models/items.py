"""The items of quizzes, with everything that was asked, answered and marked."""

from __future__ import annotations

import uuid
from collections.abc import Mapping, Sequence
from typing import TYPE_CHECKING, Any

from django.db import models
from django.db.models import Exists, OuterRef, Q

from questions.bank.models import Question
from questions.marks.rules import Verdict
from questions.quizzes import rules
from questions.quizzes.rules import ItemKind, Mode

from .quizzes import Quiz

if TYPE_CHECKING:
    from questions.bank.models import Person

    from .given import Given

WHOLE = [ItemKind.CHOICE.value, ItemKind.CLOZE.value, ItemKind.ORDER.value]
"""Kinds that count as missed unless they are wholly right."""


class ItemQuerySet(models.QuerySet["Item"]):
    def of(self, learner: Person) -> ItemQuerySet:
        return self.filter(quiz__learner=learner.pk)

    def left(self) -> ItemQuerySet:
        """Items without an answer, in order."""
        return self.filter(answered__isnull=True).order_by("position")

    def told(self) -> ItemQuerySet:
        """Answered items of which the learner knows how they went: no exam that still goes on."""
        tells = Q(quiz__finished__isnull=False) | ~Q(quiz__mode=Mode.EXAM.value)
        return self.filter(tells, answered__isnull=False)

    def newest(self) -> ItemQuerySet:
        """Of each person's items about a question the one that was answered last."""
        newer = Item.objects.told().filter(
            quiz__learner=OuterRef("quiz__learner"),
            question=OuterRef("question"),
            answered__gt=OuterRef("answered"),
        )
        return self.told().filter(~Exists(newer))

    def missed(self) -> ItemQuerySet:
        """Items that should be learned again; the twin of `Item.missed`."""
        whole = Q(kind__in=WHOLE, score__lt=1)
        return self.filter(whole | (~Q(kind__in=WHOLE) & Q(score__lt=rules.PASSED)))

    def tries(self, learner: Person, questions: Sequence[uuid.UUID]) -> ItemQuerySet:
        """What this person made of the questions, the newest first."""
        return self.of(learner).told().filter(question__in=questions).order_by("-answered", "pk")


class Item(models.Model):
    """One question of a quiz as it stood when the quiz began, and what the learner made of it.

    `asked` holds the prompt, the key points, the topics and the preferred answer with its source;
    `options` those of a choice item with what is right. Neither changes afterwards, whatever
    becomes of the question. `marking` keeps what the marker said and, apart from it, how the
    learner corrected that. `turned` is when the points of a spoken answer were looked at.
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
    hints = models.PositiveSmallIntegerField(default=0)
    turned = models.DateTimeField(null=True)
    certainty = models.PositiveSmallIntegerField(null=True)
    flagged = models.BooleanField(default=False)

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
    def form(self) -> ItemKind:
        return ItemKind(self.kind)

    @property
    def is_choice(self) -> bool:
        """Whether it is answered by picking options."""
        return self.form.picks

    @property
    def is_order(self) -> bool:
        return self.form is ItemKind.ORDER

    @property
    def is_spoken(self) -> bool:
        return self.form is ItemKind.SPOKEN

    @property
    def statement(self) -> str:
        """What has a gap in it, where a gap is to be filled."""
        found: str = "" if self.sealed else self.asked.get("statement", "")
        return found

    @property
    def described(self) -> str:
        """What is said of the term that is to be named, where the gap stands before it."""
        return rules.described(self.statement)

    @property
    def right(self) -> list[str]:
        """The ids of the right options, or of the steps in order. For those who may know them."""
        if self.is_order:
            return [step["id"] for step in sorted(self.options, key=lambda step: step["place"])]
        return [option["id"] for option in self.options if option["correct"]]

    @property
    def several(self) -> bool:
        """Whether more than one option is right, which is said beforehand."""
        return self.is_choice and len(self.right) > 1

    @property
    def missed(self) -> bool:
        """Whether this should be learned again; in a sprint nothing that was not reached."""
        if self.answered is None and self.quiz.mode == Mode.SPRINT.value:
            return False
        return rules.is_missed(choice=self.kind in WHOLE, score=self.score)

    @property
    def verdicts(self) -> dict[str, Verdict]:
        """What counts of each key point, by its id: the learner's correction, else the marker's."""
        marking: Mapping[str, Any] = self.marking or {"points": [], "corrected": {}}
        made = {point["id"]: point["verdict"] for point in marking["points"]}
        return {point: Verdict(word) for point, word in {**made, **marking["corrected"]}.items()}

    @property
    def open_now(self) -> bool:
        """Whether an answer may still be given; until then nothing of the solution is shown."""
        return self.quiz.finished is None and (self.answered is None or not self.quiz.tells)

    @property
    def sealed(self) -> bool:
        """Whether its learner is being asked the question in an exam besides: then all of it but
        the prompt is closed, and it is not to be answered here."""
        return self.exam is not None

    @property
    def exam(self) -> uuid.UUID | None:
        """The other exam in which its learner is being asked the question, if there is one."""
        return self.quiz.closed.get(self.question_id) if self.quiz.tells else None

    @property
    def told(self) -> bool:
        """Whether what is right may be shown."""
        return not self.open_now and not self.sealed

    @property
    def picked(self) -> list[str]:
        found: list[str] = (self.response or {}).get("picked", [])
        return found

    @property
    def order(self) -> list[str]:
        """The steps in the order that was given."""
        found: list[str] = (self.response or {}).get("order", [])
        return found

    @property
    def text(self) -> str:
        found: str = (self.response or {}).get("text", "")
        return found

    @property
    def shown_options(self) -> list[rules.Option]:
        """The options as they may be shown now."""
        if self.is_order or self.sealed:
            return []
        return rules.options(self.options, self.picked, revealed=self.told)

    @property
    def shown_steps(self) -> list[rules.Step]:
        """The steps as they may be shown now: mixed, and once it is told in their right order."""
        if self.sealed:
            return []
        return rules.steps(self.options, self.order, revealed=self.told)

    @property
    def shown_points(self) -> list[rules.Point]:
        """The points of an answer that was marked by them, once that may be known."""
        marked = self.marking["points"] if self.marking and self.told else []
        return rules.points(self.asked["points"], marked, self.verdicts, self.text)

    @property
    def turned_points(self) -> list[Mapping[str, Any]]:
        """The points that a spoken answer is to be marked by, once they were asked for.

        Each with what is `said` of it by now, if anything.
        """
        if not self.is_spoken or not self.turned or self.sealed:
            return []
        said = (self.response or {}).get("verdicts", {})
        return [{**point, "said": said.get(point["id"], "")} for point in self.asked["points"]]

    @property
    def shown_hints(self) -> list[str]:
        """The beginnings of the points that help was asked for."""
        if self.sealed:
            return []
        return [rules.hint(point["text"]) for point in self.asked["points"][: self.hints]]

    @property
    def shown_text(self) -> list[rules.Piece]:
        """The typed answer, the words that earned something set apart."""
        marked = self.marking["points"] if self.marking and self.told else []
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
        """In a word: left, given, right, partly or wrong; given as long as it may not be told."""
        if self.answered is None:
            return "left"
        if not self.told:
            return "given"
        if self.score == 1:
            return "right"
        return "partly" if self.score else "wrong"

    @property
    def late(self) -> list[Given]:
        """Answers to it that came when the time was up; they were kept and do not count."""
        return list(self.quiz.late_by_item().get(self.pk, []))

    def scored(self) -> float:
        """What the answer is worth by what counts of it, 0 to 1."""
        if self.is_choice:
            return rules.score_choice(self.picked, self.right, len(self.options))
        if self.is_order:
            return rules.score_order(self.order, self.right)
        return self._by_points()

    def _by_points(self) -> float:
        """A point that a hint helped with counts as partly said at most."""
        verdicts = self.verdicts
        said = []
        for place, point in enumerate(self.asked["points"]):
            verdict = verdicts[point["id"]]
            helped = place < self.hints and verdict is Verdict.HIT
            said.append((point["core"], Verdict.PARTLY if helped else verdict))
        return rules.score_points(said)
