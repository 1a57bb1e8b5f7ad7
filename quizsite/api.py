"""The router of the API's first version: which name opens which viewset."""

from __future__ import annotations

from django.urls import include, path
from drf_spectacular.views import SpectacularAPIView, SpectacularSwaggerSplitView
from rest_framework.routers import SimpleRouter

from questions.marks.api import TickViewSet

router = SimpleRouter()
router.register("ticks", TickViewSet, basename="tick")

urlpatterns = [
    path("v1/", include(router.urls)),
    path("auth/", include("allauth.headless.urls")),
    path("schema/", SpectacularAPIView.as_view(), name="schema"),
    path("docs/", SpectacularSwaggerSplitView.as_view(url_name="schema"), name="docs"),
]
