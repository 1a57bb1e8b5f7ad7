"""Documents, topics, questions, answers and key points: the rows that everything is studied from."""

from __future__ import annotations

import uuid
from collections.abc import Iterable
from typing import TYPE_CHECKING

from django.conf import settings
from django.contrib.auth.models import AnonymousUser
from django.db import models
from django.db.models import Q

from .rules.difficulty import Difficulty, Source
from .rules.states import Kind, State, Visibility

if TYPE_CHECKING:
    from questions.accounts.models import User

    Person = User | AnonymousUser


def visible_to(person: Person, path: str = "") -> Q:
    """What a person may see: the public rows and their own. Nobody owns nothing."""
    seen = Q(**{f"{path}visibility": Visibility.PUBLIC.value})
    return seen if person.pk is None else seen | Q(**{f"{path}owner": person.pk})


class DocumentQuerySet(models.QuerySet["Document"]):
    def seen_by(self, person: Person) -> DocumentQuerySet:
        return self.filter(visible_to(person))

    def of(self, owner: User | None) -> DocumentQuerySet:
        """What one person brought; what the house brought for None."""
        return self.filter(owner=owner)


class Document(models.Model):
    """A file that was read. Owner null is the house."""

    id = models.UUIDField(primary_key=True, default=uuid.uuid4, editable=False)
    name = models.CharField(max_length=255)
    title = models.CharField(max_length=300, blank=True)
    format = models.CharField(max_length=16)
    sha256 = models.CharField(max_length=64)
    owner = models.ForeignKey(
        settings.AUTH_USER_MODEL, null=True, on_delete=models.CASCADE, related_name="+"
    )
    visibility = models.CharField(
        max_length=8,
        choices=[(v.value, v.value) for v in Visibility],
        default=Visibility.PRIVATE.value,
    )
    created = models.DateTimeField()
    updated = models.DateTimeField()

    objects = DocumentQuerySet.as_manager()

    class Meta:
        constraints = [
            models.UniqueConstraint(
                fields=["owner", "name"],
                condition=Q(owner__isnull=False),
                name="one_document_per_owner_and_name",
            ),
            models.UniqueConstraint(
                fields=["name"],
                condition=Q(owner__isnull=True),
                name="one_house_document_per_name",
            ),
        ]
        indexes = [models.Index(fields=["owner", "sha256"], name="documents_by_content")]

    def __str__(self) -> str:
        return self.title or self.name


class TopicQuerySet(models.QuerySet["Topic"]):
    def seen_by(self, person: Person) -> TopicQuerySet:
        """The house's topics and one's own: another's may tell what they prepare for."""
        return self.filter(Q(owner__isnull=True) | Q(owner=person.pk, owner__isnull=False))


class Topic(models.Model):
    """What a question is about. Owner null is the house; others come from one's own documents."""

    id = models.UUIDField(primary_key=True, default=uuid.uuid4, editable=False)
    slug = models.SlugField(max_length=80)
    name = models.CharField(max_length=80)
    parent = models.ForeignKey("self", null=True, on_delete=models.SET_NULL, related_name="parts")
    owner = models.ForeignKey(
        settings.AUTH_USER_MODEL, null=True, on_delete=models.CASCADE, related_name="+"
    )
    position = models.PositiveIntegerField(default=0)

    objects = TopicQuerySet.as_manager()

    class Meta:
        ordering = ["position", "name"]
        constraints = [
            models.UniqueConstraint(
                fields=["owner", "slug"],
                condition=Q(owner__isnull=False),
                name="one_topic_per_owner_and_slug",
            ),
            models.UniqueConstraint(
                fields=["slug"], condition=Q(owner__isnull=True), name="one_house_topic_per_slug"
            ),
        ]

    def __str__(self) -> str:
        return self.name


class QuestionQuerySet(models.QuerySet["Question"]):
    def seen_by(self, person: Person) -> QuestionQuerySet:
        return self.filter(visible_to(person))

    def published(self) -> QuestionQuerySet:
        return self.filter(state=State.PUBLISHED.value)

    def standing(self) -> QuestionQuerySet:
        """Published questions that stand for themselves: what is listed, counted and studied."""
        return self.published().filter(folded_into__isnull=True)

    def about(self, slugs: Iterable[str]) -> QuestionQuerySet:
        """Questions on any of the topics, or of the topics below them."""
        wanted = list(slugs)
        on_topic = Topic.objects.filter(Q(slug__in=wanted) | Q(parent__slug__in=wanted))
        through = Question.topics.through.objects.filter(topic__in=on_topic)
        return self.filter(pk__in=through.values("question"))

    def of_difficulty(self, levels: Iterable[str]) -> QuestionQuerySet:
        return self.filter(difficulty__in=list(levels))


class Question(models.Model):
    """One thing that an interviewer may ask, with its topics, difficulty and checklist."""

    id = models.UUIDField(primary_key=True, default=uuid.uuid4, editable=False)
    document = models.ForeignKey(
        Document, null=True, on_delete=models.CASCADE, related_name="questions"
    )
    owner = models.ForeignKey(
        settings.AUTH_USER_MODEL, null=True, on_delete=models.CASCADE, related_name="+"
    )
    visibility = models.CharField(
        max_length=8,
        choices=[(v.value, v.value) for v in Visibility],
        default=Visibility.PRIVATE.value,
    )
    state = models.CharField(
        max_length=9, choices=[(s.value, s.value) for s in State], default=State.PUBLISHED.value
    )
    kind = models.CharField(max_length=6, choices=[(k.value, k.value) for k in Kind])
    prompt = models.TextField()
    prompt_html = models.TextField()
    title = models.CharField(max_length=300)
    fingerprint = models.CharField(max_length=64)
    section = models.CharField(max_length=300, blank=True)
    position = models.PositiveIntegerField(default=0)
    topics = models.ManyToManyField(Topic, related_name="questions", blank=True)
    difficulty = models.CharField(max_length=6, choices=[(d.value, d.value) for d in Difficulty])
    difficulty_source = models.CharField(max_length=8, choices=[(s.value, s.value) for s in Source])
    needs_key = models.BooleanField(default=False)
    folded_into = models.ForeignKey(
        "self", null=True, on_delete=models.SET_NULL, related_name="folded"
    )
    preferred = models.ForeignKey("Answer", null=True, on_delete=models.SET_NULL, related_name="+")
    created = models.DateTimeField()
    updated = models.DateTimeField()

    objects = QuestionQuerySet.as_manager()

    class Meta:
        indexes = [
            models.Index(fields=["owner", "fingerprint"], name="questions_by_fingerprint"),
            models.Index(
                fields=["visibility", "state", "folded_into", "difficulty"],
                name="questions_public_and_standing",
            ),
            models.Index(fields=["owner", "state", "folded_into"], name="questions_of_one_owner"),
        ]

    def __str__(self) -> str:
        return self.title


class AnswerQuerySet(models.QuerySet["Answer"]):
    def standing_for(self, question: Question) -> AnswerQuerySet:
        """The answers of a question and of those folded into it."""
        return self.filter(Q(question=question) | Q(question__folded_into=question))


class Answer(models.Model):
    """One answer with its source: a document, first and last line."""

    id = models.UUIDField(primary_key=True, default=uuid.uuid4, editable=False)
    question = models.ForeignKey(Question, on_delete=models.CASCADE, related_name="answers")
    document = models.ForeignKey(
        Document, null=True, on_delete=models.CASCADE, related_name="answers"
    )
    first_line = models.PositiveIntegerField(null=True)
    last_line = models.PositiveIntegerField(null=True)
    text = models.TextField()
    html = models.TextField()
    opening = models.CharField(max_length=400, blank=True)
    verified = models.BooleanField(default=False)
    chosen = models.BooleanField(default=False)
    created = models.DateTimeField()
    updated = models.DateTimeField()

    objects = AnswerQuerySet.as_manager()

    def __str__(self) -> str:
        return f"an answer to {self.question_id}"


class Choice(models.Model):
    """One option of a choice question."""

    id = models.UUIDField(primary_key=True, default=uuid.uuid4, editable=False)
    question = models.ForeignKey(Question, on_delete=models.CASCADE, related_name="choices")
    position = models.PositiveSmallIntegerField()
    text = models.TextField()
    html = models.TextField()
    correct = models.BooleanField(default=False)
    why = models.TextField(blank=True)
    why_html = models.TextField(blank=True)

    class Meta:
        ordering = ["position"]
        constraints = [
            models.UniqueConstraint(
                fields=["question", "position"], name="one_choice_per_question_and_position"
            )
        ]

    def __str__(self) -> str:
        return self.text[:80]


class KeyPointQuerySet(models.QuerySet["KeyPoint"]):
    def current(self) -> KeyPointQuerySet:
        return self.filter(retired=False)


class KeyPoint(models.Model):
    """One row of a question's checklist; its revision counts how often its words changed."""

    id = models.UUIDField(primary_key=True, default=uuid.uuid4, editable=False)
    question = models.ForeignKey(Question, on_delete=models.CASCADE, related_name="points")
    position = models.PositiveSmallIntegerField()
    text = models.CharField(max_length=300)
    core = models.BooleanField(default=False)
    revision = models.PositiveIntegerField(default=1)
    retired = models.BooleanField(default=False)

    objects = KeyPointQuerySet.as_manager()

    class Meta:
        ordering = ["position"]

    def __str__(self) -> str:
        return self.text


class SearchEntry(models.Model):
    """The words under which a question is found; the full-text index lies over these rows."""

    id = models.BigAutoField(primary_key=True)
    question = models.OneToOneField(Question, on_delete=models.CASCADE, related_name="entry")
    title = models.TextField()
    body = models.TextField()

    def __str__(self) -> str:
        return self.title
