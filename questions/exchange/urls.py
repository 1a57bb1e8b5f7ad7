"""The addresses of this slice's pages."""

from __future__ import annotations

from django.urls import path

from . import views

app_name = "exchange"
urlpatterns = [
    path("", views.home, name="home"),
    path("bring/", views.bring, name="bring"),
    path("leave/", views.leave, name="leave"),
    path("take/", views.take, name="take"),
    path("files/<uuid:id>/", views.file, name="file"),
    path("<uuid:id>/", views.bringing, name="bringing"),
    path("<uuid:id>/accept/", views.accept, name="accept"),
    path("<uuid:id>/discard/", views.discard, name="discard"),
]
