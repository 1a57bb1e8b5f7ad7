"""The addresses of this slice's pages."""

from __future__ import annotations

from django.urls import path

from . import views

app_name = "progress"
urlpatterns = [
    path("", views.front, name="front"),
    path("today/", views.today, name="today"),
    path("offline/", views.offline, name="offline"),
    path("offline/cards/", views.pack, name="pack"),
    path("worker.js", views.worker, name="worker"),
    path("manifest.webmanifest", views.manifest, name="manifest"),
    path("progress/", views.readiness, name="readiness"),
]
