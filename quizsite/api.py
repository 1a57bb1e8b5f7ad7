"""The router of the API's first version: which name opens which viewset."""

from __future__ import annotations

from django.urls import include, path, re_path
from drf_spectacular.views import SpectacularSwaggerSplitView
from rest_framework.routers import SimpleRouter

from questions.accounts.api import DeviceViewSet, GuestViewSet, MeViewSet, RefreshViewSet
from questions.accounts.schema import NOT_OFFERED
from questions.bank.api import (
    DisagreementViewSet,
    ExportViewSet,
    QuestionViewSet,
    ReportViewSet,
    SuggestionViewSet,
    TopicViewSet,
)
from questions.exchange.api import BringingViewSet, LeaveView, TakingViewSet
from questions.flashcards.api import (
    CardSettingsViewSet,
    CardViewSet,
    CramViewSet,
    FitViewSet,
    TargetViewSet,
)
from questions.ingest.api import DocumentViewSet, PreviewViewSet
from questions.interviews.api import (
    InterviewViewSet,
    InvitationViewSet,
    PairingViewSet,
    TemplateViewSet,
)
from questions.jobs.api import JobViewSet
from questions.marks.api import TickViewSet
from questions.progress.api import OfflineView, ReadinessViewSet, ReminderViewSet
from questions.quizzes.api import (
    PaceViewSet,
    QuestionStatisticViewSet,
    QuizSetupViewSet,
    QuizViewSet,
)
from questions.sync.api import EventsView, SyncView
from questions.web.document import DocumentView
from questions.web.errors import nothing_here

reminders = ReminderViewSet.as_view({"get": "retrieve", "patch": "partial_update"})
reminder_calendar = ReminderViewSet.as_view({"post": "open_calendar", "delete": "close_calendar"})
me = MeViewSet.as_view({"get": "retrieve", "patch": "partial_update"})
card_settings = CardSettingsViewSet.as_view({"get": "retrieve", "patch": "partial_update"})
card_fit = FitViewSet.as_view({"get": "retrieve", "post": "create"})
quiz_pace = PaceViewSet.as_view({"get": "retrieve", "patch": "partial_update"})
router = SimpleRouter()
router.register("bringings", BringingViewSet, basename="bringing")
router.register("takings", TakingViewSet, basename="taking")
router.register("cards", CardViewSet, basename="card")
router.register("crams", CramViewSet, basename="cram")
router.register("documents", DocumentViewSet, basename="document")
router.register("disagreements", DisagreementViewSet, basename="disagreement")
router.register("duplicates", SuggestionViewSet, basename="duplicate")
router.register("interviews", InterviewViewSet, basename="interview")
router.register("invitations", InvitationViewSet, basename="invitation")
router.register("pairings", PairingViewSet, basename="pairing")
router.register("templates", TemplateViewSet, basename="template")
router.register("jobs", JobViewSet, basename="job")
router.register("questions/export", ExportViewSet, basename="export")
router.register("previews", PreviewViewSet, basename="preview")
router.register("questions", QuestionViewSet, basename="question")
router.register("targets", TargetViewSet, basename="target")
router.register("readiness", ReadinessViewSet, basename="readiness")
router.register("reports", ReportViewSet, basename="report")
router.register("topics", TopicViewSet, basename="topic")
router.register("ticks", TickViewSet, basename="tick")
router.register("quiz-setups", QuizSetupViewSet, basename="quiz-setup")
router.register("question-statistics", QuestionStatisticViewSet, basename="question-statistic")
router.register("quizzes", QuizViewSet, basename="quiz")

urlpatterns = [
    path("v1/me/", me, name="me"),
    path("v1/me/leave/", LeaveView.as_view(), name="leave"),
    path("v1/devices/", DeviceViewSet.as_view({"get": "list", "post": "create"}), name="devices"),
    path("v1/devices/refresh/", RefreshViewSet.as_view({"post": "create"}), name="refresh"),
    path(
        "v1/devices/<uuid:id>/",
        DeviceViewSet.as_view({"patch": "partial_update", "delete": "destroy"}),
        name="device",
    ),
    path("v1/guests/", GuestViewSet.as_view({"post": "create"}), name="guests"),
    path("v1/reminders/", reminders, name="reminders"),
    path("v1/reminders/calendar/", reminder_calendar, name="reminders-calendar"),
    path("v1/offline/", OfflineView.as_view(), name="offline"),
    path("v1/card-settings/", card_settings, name="card-settings"),
    path("v1/card-settings/fit/", card_fit, name="card-fit"),
    path("v1/card-settings/unfit/", FitViewSet.as_view({"post": "undo"}), name="card-unfit"),
    re_path("^v1/sync/?$", SyncView.as_view(), name="sync"),
    re_path("^v1/sync/events/?$", EventsView.as_view(), name="sync-events"),
    path("v1/quiz-pace/", quiz_pace, name="quiz-pace"),
    path("v1/", include(router.urls)),
    re_path(f"^auth/app/v1/{NOT_OFFERED}", nothing_here),
    path("auth/", include("allauth.headless.urls")),
    path("schema/", DocumentView.as_view(), name="schema"),
    path("docs/", SpectacularSwaggerSplitView.as_view(url_name="schema"), name="docs"),
    re_path("", nothing_here),
]
