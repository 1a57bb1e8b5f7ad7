"""The addresses of this slice's pages."""

from __future__ import annotations

from django.urls import path

from . import views

app_name = "bank"
urlpatterns = [
    path("", views.questions, name="questions"),
    path("export/", views.export, name="export"),
    path("<uuid:id>/", views.question, name="question"),
]
