"""The addresses of this slice's pages."""

from __future__ import annotations

from django.urls import path

from . import views

app_name = "quizzes"
urlpatterns = [
    path("", views.new, name="new"),
    path("count/", views.count, name="count"),
    path("start/", views.start, name="start"),
    path("<uuid:id>/", views.quiz, name="quiz"),
    path("<uuid:id>/<int:position>/", views.item, name="item"),
    path("<uuid:id>/<int:position>/answer/", views.answer, name="answer"),
    path("<uuid:id>/<int:position>/correct/", views.correct, name="correct"),
    path("<uuid:id>/finish/", views.finish, name="finish"),
    path("<uuid:id>/results/", views.results, name="results"),
    path("<uuid:id>/cards/", views.to_cards, name="to_cards"),
    path("<uuid:id>/again/", views.again, name="again"),
]
