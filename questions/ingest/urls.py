"""The addresses of this slice's pages."""

from __future__ import annotations

from django.urls import path

from . import views

app_name = "ingest"
urlpatterns = [
    path("", views.library, name="library"),
    path("upload/", views.upload, name="upload"),
    path("look/", views.look, name="look"),
    path("uploads/<uuid:id>/", views.bringing, name="bringing"),
    path("uploads/<uuid:id>/accept/", views.accept_all, name="accept_all"),
    path("previews/<uuid:id>/", views.preview, name="preview"),
    path("previews/<uuid:id>/accept/", views.accept, name="accept"),
    path("previews/<uuid:id>/discard/", views.discard, name="discard"),
    path("readings/<uuid:id>/undo/", views.undo, name="undo"),
    path("sharings/<uuid:id>/end/", views.unshare, name="unshare"),
    path("<uuid:id>/", views.document, name="document"),
    path("<uuid:id>/remove/", views.remove, name="remove"),
    path("<uuid:id>/share/", views.share, name="share"),
    path("<uuid:id>/publish/", views.publish, name="publish"),
    path("<uuid:id>/withdraw/", views.withdraw, name="withdraw"),
]
