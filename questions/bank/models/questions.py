"""Questions and who may see them."""

from __future__ import annotations

import re
import uuid
from collections.abc import Iterable
from typing import TYPE_CHECKING

from django.conf import settings
from django.db import models
from django.db.models import Q
from django.utils.safestring import mark_safe

from questions.accounts.models import User
from questions.bank import search
from questions.bank.rules.difficulty import Difficulty, Source
from questions.bank.rules.states import Kind, State, Visibility
from questions.bank.rules.wanted import Wanted

from .documents import Document, Topic, visible_to

if TYPE_CHECKING:
    from .documents import Person


class QuestionQuerySet(models.QuerySet["Question"]):
    def seen_by(self, person: Person) -> QuestionQuerySet:
        return self.filter(visible_to(person))

    def editable_by(self, person: Person) -> QuestionQuerySet:
        """One's own; an editor's are the house's and the public ones too."""
        if not isinstance(person, User):
            return self.none()
        own = Q(owner=person.pk)
        if person.is_editor:
            own |= Q(owner__isnull=True) | Q(visibility=Visibility.PUBLIC.value)
        return self.filter(own)

    def unanswered(self) -> QuestionQuerySet:
        """Those to which no document and no editor has given an answer, nor options with a key."""
        keyed = Q(kind=Kind.CHOICE.value, needs_key=False)
        found = self.exclude(keyed).exclude(needs_key=True)
        return found.exclude(answers__text__gt="").exclude(folded__answers__text__gt="")

    def without_key(self) -> QuestionQuerySet:
        """Choice questions of which nobody has said what is right."""
        return self.filter(needs_key=True)

    def offered(self) -> QuestionQuerySet:
        """Those whose document says something else than when an editor last looked."""
        return self.filter(edit__offered=True)

    def published(self) -> QuestionQuerySet:
        return self.filter(state=State.PUBLISHED.value)

    def standing(self) -> QuestionQuerySet:
        """Published questions that stand for themselves: what is listed, counted and studied."""
        return self.published().filter(folded_into__isnull=True)

    def readable(self) -> QuestionQuerySet:
        """What has a page: published, or retired and kept for those who studied it."""
        return self.filter(state__in=[State.PUBLISHED.value, State.RETIRED.value])

    def about(self, slugs: Iterable[str]) -> QuestionQuerySet:
        """Questions on any of the topics, or of the topics below them."""
        wanted = list(slugs)
        on_topic = Topic.objects.filter(Q(slug__in=wanted) | Q(parent__slug__in=wanted))
        through = Question.topics.through.objects.filter(topic__in=on_topic)
        return self.filter(pk__in=through.values("question"))

    def matching(self, text: str) -> QuestionQuerySet:
        """Those of these questions that have all words of a text, in no order of their own."""
        return self.filter(pk__in=search.ranked(self, text))

    def of_difficulty(self, levels: Iterable[str]) -> QuestionQuerySet:
        return self.filter(difficulty__in=list(levels))

    def of_kind(self, kinds: Iterable[str]) -> QuestionQuerySet:
        return self.filter(kind__in=list(kinds))

    def answered_in(self, documents: Iterable[uuid.UUID]) -> QuestionQuerySet:
        """Questions that have an answer from any of the documents, through a folded one too."""
        wanted = list(documents)
        folded = Question.objects.published().filter(document__in=wanted)
        through = folded.filter(folded_into__isnull=False).values("folded_into")
        return self.filter(Q(document__in=wanted) | Q(pk__in=through))

    def of(self, owner: Person) -> QuestionQuerySet:
        """What came from a person's own documents."""
        return self.filter(owner=owner.pk, owner__isnull=False)

    def wanted(self, wanted: Wanted, person: Person) -> QuestionQuerySet:
        """Those that pass every filter that was asked for; its text is not looked at here."""
        found = self
        if wanted.topics:
            found = found.about(wanted.topics)
        if wanted.levels:
            found = found.of_difficulty(level.value for level in wanted.levels)
        if wanted.kinds:
            found = found.of_kind(kind.value for kind in wanted.kinds)
        if wanted.documents:
            found = found.answered_in(wanted.documents)
        return found.of(person) if wanted.mine else found

    def newest_first(self) -> QuestionQuerySet:
        """The latest document first, its questions in their own order."""
        return self.order_by("-created", "position", "pk")


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
    brought_by = models.UUIDField(null=True)
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
            models.Index(fields=["-created", "position", "id"], name="questions_newest_first"),
        ]

    def __str__(self) -> str:
        return self.title

    @property
    def headline(self) -> str:
        """The prompt's first paragraph as HTML for a heading; its plain words where it has none."""
        found = _first_paragraph(self.prompt_html)
        # Stored HTML was cleaned when it was saved.
        return mark_safe(found[1]) if found else self.title  # nosec B308 B703

    @property
    def details(self) -> str:
        """The HTML of the prompt below its headline: code, options in prose, more paragraphs."""
        found = _first_paragraph(self.prompt_html)
        return mark_safe(found[2] if found else self.prompt_html)  # nosec B308 B703


_first_paragraph = re.compile(r"<p>(.*?)</p>\s*(.*)\Z", re.DOTALL).match
