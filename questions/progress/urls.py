"""The addresses of this slice's pages."""

from __future__ import annotations

from django.urls import path

from . import views

app_name = "progress"
urlpatterns = [
    path("", views.front, name="front"),
    path("today/", views.today, name="today"),
    path("progress/", views.readiness, name="readiness"),
]
