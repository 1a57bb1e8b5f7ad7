"""The addresses of this slice's pages."""

from __future__ import annotations

from django.urls import path

from . import views

app_name = "jobs"
urlpatterns = [path("<uuid:id>/", views.job, name="job")]
