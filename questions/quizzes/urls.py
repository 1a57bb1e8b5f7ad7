"""The addresses of this slice's pages."""

from __future__ import annotations

from django.urls import path

from . import views

app_name = "quizzes"
urlpatterns = [
    path("", views.new, name="new"),
    path("count/", views.count, name="count"),
    path("start/", views.start, name="start"),
    path("measured/", views.measured, name="measured"),
    path("pace/", views.pace, name="pace"),
    path("try/", views.try_ten, name="try_ten"),
    path("try/<uuid:id>/", views.try_one, name="try_one"),
    path("setups/", views.save, name="save"),
    path("setups/<uuid:id>/", views.setup, name="setup"),
    path("setups/<uuid:id>/start/", views.start_setup, name="start_setup"),
    path("setups/<uuid:id>/share/", views.share_setup, name="share_setup"),
    path("setups/<uuid:id>/unshare/", views.unshare_setup, name="unshare_setup"),
    path("setups/<uuid:id>/drop/", views.drop_setup, name="drop_setup"),
    path("shared/<uuid:token>/", views.shared, name="shared"),
    path("shared/<uuid:token>/start/", views.start_shared, name="start_shared"),
    path("<uuid:id>/", views.quiz, name="quiz"),
    path("<uuid:id>/<int:position>/", views.item, name="item"),
    path("<uuid:id>/<int:position>/answer/", views.answer, name="answer"),
    path("<uuid:id>/<int:position>/hint/", views.hint, name="hint"),
    path("<uuid:id>/<int:position>/turn/", views.turn, name="turn"),
    path("<uuid:id>/<int:position>/flag/", views.flag, name="flag"),
    path("<uuid:id>/<int:position>/correct/", views.correct, name="correct"),
    path("<uuid:id>/finish/", views.finish, name="finish"),
    path("<uuid:id>/results/", views.results, name="results"),
    path("<uuid:id>/cards/", views.to_cards, name="to_cards"),
    path("<uuid:id>/again/", views.again, name="again"),
    path("<uuid:id>/share/", views.share_questions, name="share_questions"),
]
