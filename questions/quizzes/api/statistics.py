"""What is known of the questions one keeps, for a phone."""

from __future__ import annotations

from rest_framework import serializers
from rest_framework.mixins import ListModelMixin
from rest_framework.viewsets import GenericViewSet

from questions.quizzes.models import Statistic, StatisticQuerySet


class QuestionStatisticSerializer(serializers.ModelSerializer[Statistic]):
    question = serializers.UUIDField(source="question_id", help_text="The question.")
    title = serializers.CharField(source="question.title", help_text="How it begins.")
    unpicked = serializers.ListField(
        child=serializers.CharField(), help_text="Options that nobody picks."
    )

    class Meta:
        model = Statistic
        fields = [
            "question",
            "title",
            "attempts",
            "facility",
            "discrimination",
            "efficiency",
            "hurts",
            "unpicked",
            "at",
        ]
        read_only_fields = fields
        extra_kwargs = {
            "attempts": {"help_text": "First answers, at least 30: below that nothing is said."},
            "facility": {"help_text": "The share of points that people get, in per cent."},
            "discrimination": {"help_text": "How well it tells people apart; null: all the same."},
            "efficiency": {"help_text": "Against the most that there could be, in per cent."},
            "hurts": {"help_text": "What is the matter; empty where nothing is."},
            "at": {"help_text": "When it was measured."},
        }


class QuestionStatisticViewSet(ListModelMixin, GenericViewSet[Statistic]):
    """What first answers say of the questions that you may edit, the worst first."""

    queryset = Statistic.objects.none()
    serializer_class = QuestionStatisticSerializer

    def get_queryset(self) -> StatisticQuerySet:
        return Statistic.objects.seen_by(self.request.user).worst_first()
