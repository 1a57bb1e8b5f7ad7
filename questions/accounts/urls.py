"""The addresses of one's own settings."""

from __future__ import annotations

from django.urls import path

from . import views

app_name = "accounts"
urlpatterns = [
    path("", views.settings, name="settings"),
    path("devices/<uuid:id>/end/", views.end_device, name="end_device"),
    path("letters/", views.letters, name="letters"),
]
