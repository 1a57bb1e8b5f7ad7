"""Which path leads to which slice."""

from __future__ import annotations

from allauth.account.decorators import secure_admin_login
from django.contrib import admin
from django.urls import include, path, re_path

from questions.web.errors import nothing_here

admin.site.login = secure_admin_login(admin.site.login)  # type: ignore[method-assign]

urlpatterns = [
    path("", include("questions.progress.urls")),
    path("bank/", include("questions.bank.urls")),
    path("flashcards/", include("questions.flashcards.urls")),
    path("quizzes/", include("questions.quizzes.urls")),
    path("interviews/", include("questions.interviews.urls")),
    path("library/", include("questions.ingest.urls")),
    path("exchange/", include("questions.exchange.urls")),
    path("jobs/", include("questions.jobs.urls")),
    path("settings/", include("questions.accounts.urls")),
    path("accounts/", include("allauth.urls")),
    path("api/", include("quizsite.api")),
    path("admin/", admin.site.urls),
    # Only with its slash, or no address without one would be sent on to the right one.
    re_path(".*/$", nothing_here),
]

handler404 = "questions.web.errors.not_found"
handler500 = "questions.web.errors.failed"
