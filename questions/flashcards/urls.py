"""The addresses of this slice's pages."""

from __future__ import annotations

from django.urls import path

from . import views

app_name = "flashcards"
urlpatterns = [
    path("", views.review, name="review"),
    path("cards/", views.cards, name="cards"),
    path("settings/", views.settings, name="settings"),
    path("add/", views.add, name="add"),
    path("added/<uuid:key>/", views.added, name="added"),
    path("added/<uuid:key>/take-back/", views.take_back, name="take_back"),
    path("undo/", views.undo, name="undo"),
    path("<uuid:id>/", views.card, name="card"),
    path("<uuid:id>/grade/", views.grade, name="grade"),
    path("<uuid:id>/suspend/", views.suspend, name="suspend"),
    path("<uuid:id>/resume/", views.resume, name="resume"),
    path("<uuid:id>/bury/", views.bury, name="bury"),
]
