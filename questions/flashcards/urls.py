"""The addresses of this slice's pages."""

from __future__ import annotations

from django.urls import path

from . import views

app_name = "flashcards"
urlpatterns = [
    path("", views.review, name="review"),
    path("cards/", views.cards, name="cards"),
    path("settings/", views.settings, name="settings"),
    path("settings/fit/", views.fit, name="fit"),
    path("settings/unfit/", views.unfit, name="unfit"),
    path("add/", views.add, name="add"),
    path("added/<uuid:key>/", views.added, name="added"),
    path("added/<uuid:key>/take-back/", views.take_back, name="take_back"),
    path("cram/", views.crams, name="crams"),
    path("cram/start/", views.start_cram, name="start_cram"),
    path("cram/<uuid:id>/", views.cram, name="cram"),
    path("cram/<uuid:id>/answer/", views.answer_cram, name="answer_cram"),
    path("targets/", views.targets, name="targets"),
    path("targets/new/", views.aim, name="aim"),
    path("targets/<uuid:id>/", views.target, name="target"),
    path("targets/<uuid:id>/change/", views.change_target, name="change_target"),
    path("targets/<uuid:id>/leave-out/", views.leave_out, name="leave_out"),
    path("targets/<uuid:id>/take-in/", views.take_in, name="take_in"),
    path("targets/<uuid:id>/give-up/", views.give_up, name="give_up"),
    path("undo/", views.undo, name="undo"),
    path("<uuid:id>/", views.card, name="card"),
    path("<uuid:id>/note/", views.note, name="note"),
    path("<uuid:id>/news/", views.news, name="news"),
    path("<uuid:id>/split/", views.split, name="split"),
    path("<uuid:id>/join/", views.join, name="join"),
    path("<uuid:id>/grade/", views.grade, name="grade"),
    path("<uuid:id>/suspend/", views.suspend, name="suspend"),
    path("<uuid:id>/resume/", views.resume, name="resume"),
    path("<uuid:id>/bury/", views.bury, name="bury"),
]
