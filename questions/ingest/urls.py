"""The addresses of this slice's pages."""

from __future__ import annotations

from django.urls import path

from . import views

app_name = "ingest"
urlpatterns = [
    path("", views.library, name="library"),
    path("upload/", views.upload, name="upload"),
    path("<uuid:id>/", views.document, name="document"),
    path("<uuid:id>/remove/", views.remove, name="remove"),
]
