"""The addresses of this slice's pages."""

from __future__ import annotations

from django.urls import path

from . import views

app_name = "interviews"
urlpatterns = [
    path("", views.home, name="home"),
    path("new/", views.new, name="new"),
    path("plan/", views.plan, name="plan"),
    path("rehearse/", views.rehearse, name="rehearse"),
    path("rehearsals/", views.begin_rehearsal, name="begin_rehearsal"),
    path("invite/", views.invite, name="invite"),
    path("invitations/<uuid:id>/revoke/", views.revoke, name="revoke"),
    path("join/<uuid:token>/", views.join, name="join"),
    path("join/<uuid:token>/accept/", views.accept, name="accept"),
    path("join/<uuid:token>/guest/", views.as_guest, name="as_guest"),
    path("with/<uuid:id>/", views.pair, name="pair"),
    path("with/<uuid:id>/share/", views.share, name="share"),
    path("with/<uuid:id>/end/", views.part, name="part"),
    path("templates/<uuid:id>/remove/", views.remove_template, name="remove_template"),
    path("<uuid:id>/", views.interview, name="interview"),
    path("<uuid:id>/calendar/", views.calendar, name="calendar"),
    path("<uuid:id>/reschedule/", views.reschedule, name="reschedule"),
    path("<uuid:id>/cancel/", views.cancel, name="cancel"),
    path("<uuid:id>/link/", views.hand_out, name="hand_out"),
    path("<uuid:id>/script/", views.script, name="script"),
    path("<uuid:id>/script/own/", views.add_own, name="add_own"),
    path("<uuid:id>/script/add/", views.add_drawn, name="add_drawn"),
    path("<uuid:id>/script/rubric/", views.rubric, name="rubric"),
    path("<uuid:id>/script/keep/", views.keep_template, name="keep_template"),
    path("<uuid:id>/script/<uuid:item>/swap/", views.swap, name="swap"),
    path("<uuid:id>/script/<uuid:item>/up/", views.move_up, name="move_up"),
    path("<uuid:id>/script/<uuid:item>/down/", views.move_down, name="move_down"),
    path("<uuid:id>/script/<uuid:item>/remove/", views.remove_item, name="remove_item"),
    path("<uuid:id>/room/", views.room, name="room"),
    path("<uuid:id>/room/act/", views.act, name="act"),
    path("<uuid:id>/room/pad/", views.pad, name="pad"),
    path("<uuid:id>/room/pad/earlier/", views.earlier, name="earlier"),
    path("<uuid:id>/report/", views.report, name="report"),
    path("<uuid:id>/report/keep/", views.keep_report, name="keep_report"),
    path("<uuid:id>/report/release/", views.release, name="release"),
    path("<uuid:id>/report/own-view/", views.own_view, name="own_view"),
    path("<uuid:id>/report/open/", views.open_report, name="open_report"),
    path("<uuid:id>/report/thanks/", views.thank, name="thank"),
]
