"""The bank for those who look after it; what documents say is read here, not written."""

from __future__ import annotations

from typing import TYPE_CHECKING, Any

from django.contrib import admin
from django.db.models import QuerySet
from django.http import HttpRequest

from .models import Answer, Choice, Document, KeyPoint, Question, Topic

if TYPE_CHECKING:
    AnswerInline = admin.StackedInline[Answer, Question]
    ChoiceInline = admin.TabularInline[Choice, Question]
    PointInline = admin.TabularInline[KeyPoint, Question]
    DocumentBase = admin.ModelAdmin[Document]
    QuestionBase = admin.ModelAdmin[Question]
    TopicBase = admin.ModelAdmin[Topic]
else:
    AnswerInline = admin.StackedInline
    ChoiceInline = PointInline = admin.TabularInline
    DocumentBase = QuestionBase = TopicBase = admin.ModelAdmin


class Kept:
    """Rows that a reading writes: none is made or removed by hand."""

    def has_add_permission(self, request: HttpRequest, obj: Any = None) -> bool:
        return False

    def has_delete_permission(self, request: HttpRequest, obj: Any = None) -> bool:
        return False


class Answers(Kept, AnswerInline):
    model = Answer
    fk_name = "question"
    extra = 0
    fields = ["document", "first_line", "last_line", "text", "html", "verified", "chosen"]
    readonly_fields = ["document", "first_line", "last_line", "text", "html"]


class Choices(Kept, ChoiceInline):
    model = Choice
    extra = 0
    fields = ("position", "text", "correct", "why")
    readonly_fields = fields


class Points(Kept, PointInline):
    model = KeyPoint
    extra = 0
    fields = ("position", "text", "core", "revision", "retired")
    readonly_fields = fields


@admin.register(Question)
class QuestionAdmin(Kept, QuestionBase):
    list_display = ["title", "kind", "difficulty", "state", "visibility", "document", "owner"]
    list_filter = ["state", "visibility", "kind", "difficulty", "difficulty_source", "needs_key"]
    list_select_related = ["document", "owner"]
    search_fields = ["title"]
    date_hierarchy = "created"
    inlines = [Answers, Choices, Points]
    fields = (
        *("title", "prompt", "prompt_html", "kind", "state", "visibility", "owner", "document"),
        *("section", "position", "difficulty", "difficulty_source", "topics", "needs_key"),
        *("folded_into", "preferred", "fingerprint", "created", "updated"),
    )
    readonly_fields = fields

    def get_search_results(
        self, request: HttpRequest, queryset: QuerySet[Question], search_term: str
    ) -> tuple[QuerySet[Question], bool]:
        """The bank's own search, and parts of titles for what it does not index."""
        found, duplicates = super().get_search_results(request, queryset, search_term)
        if search_term.strip():
            found |= Question.objects.filter(pk__in=queryset).matching(search_term)
        return found, duplicates


@admin.register(Document)
class DocumentAdmin(Kept, DocumentBase):
    list_display = ["name", "title", "format", "visibility", "owner", "updated"]
    list_filter = ["visibility", "format"]
    list_select_related = ["owner"]
    search_fields = ["name", "title", "owner__email"]
    fields = ("name", "title", "format", "sha256", "owner", "visibility", "created", "updated")
    readonly_fields = fields


@admin.register(Topic)
class TopicAdmin(Kept, TopicBase):
    list_display = ["name", "slug", "parent", "owner", "position"]
    list_filter = [("owner", admin.EmptyFieldListFilter), "parent"]
    list_select_related = ["parent", "owner"]
    search_fields = ["name", "slug"]
    fields = ("name", "slug", "parent", "owner", "position")
    readonly_fields = fields
