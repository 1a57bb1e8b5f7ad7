"""The addresses of this slice's pages."""

from __future__ import annotations

from django.urls import path

from . import views

app_name = "bank"
urlpatterns = [
    path("", views.questions, name="questions"),
    path("export/", views.export, name="export"),
    path("reports/", views.reports, name="reports"),
    path("reports/<uuid:id>/settle/", views.settle_report, name="settle_report"),
    path("<uuid:id>/", views.question, name="question"),
    path("<uuid:id>/part/", views.part, name="part"),
    path("duplicates/", views.duplicates, name="duplicates"),
    path("duplicates/<uuid:id>/accept/", views.accept, name="accept"),
    path("duplicates/<uuid:id>/dismiss/", views.dismiss, name="dismiss"),
    path("duplicates/<uuid:id>/reopen/", views.reopen, name="reopen"),
    path("disagreements/", views.disagreements, name="disagreements"),
    path("disagreements/<uuid:id>/settle/", views.settle, name="settle"),
    path("disagreements/<uuid:id>/unsettle/", views.unsettle, name="unsettle"),
    path("<uuid:id>/edit/", views.edit, name="edit"),
    path("<uuid:id>/edit/preview/", views.preview, name="preview"),
    path("<uuid:id>/edit/word/", views.take, name="take"),
    path("<uuid:id>/history/", views.history, name="history"),
    path("<uuid:id>/history/<int:number>/revert/", views.revert, name="revert"),
    path("<uuid:id>/report/", views.report, name="report"),
]
