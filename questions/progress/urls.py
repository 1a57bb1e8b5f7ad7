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
    path("reminders/", views.reminders, name="reminders"),
    path("reminders/calendar/open/", views.open_feed, name="open_feed"),
    path("reminders/calendar/close/", views.close_feed, name="close_feed"),
    path("calendar/<str:calendar>/rehearsal.ics", views.feed, name="feed"),
    path("stop/<str:letters>/", views.stop, name="stop"),
    path("progress/<uuid:id>/evening/", views.evening, name="evening"),
    path("progress/", views.readiness, name="readiness"),
]
