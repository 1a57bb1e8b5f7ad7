"""The page that works without network, and what a browser needs to keep it."""

from __future__ import annotations

import hashlib
import json
from typing import Any

from django.contrib.auth.decorators import login_required
from django.http import HttpRequest, HttpResponse, JsonResponse
from django.middleware.csrf import get_token
from django.template.loader import get_template
from django.templatetags.static import static
from django.urls import reverse
from django.utils.timezone import now
from django.views.decorators.http import require_GET

from questions.accounts.requests import SignedInRequest
from questions.progress import models
from questions.web.pages import render_page

FILES = ("css/app.css", "js/theme.js", "js/keys.js", "js/kept.js", "js/offline.js", "icon.svg")
"""What the page is made of besides its HTML."""

GREEN, PAPER = "#1f6b4a", "#fcfbf7"


@require_GET
def offline(request: HttpRequest) -> HttpResponse:
    """The same for everybody, for a browser keeps it; what is one's own, its script puts in."""
    return render_page(request, "progress/offline.html")


@require_GET
@login_required
def pack(request: SignedInRequest) -> HttpResponse:
    """The cards that the page asks, each as it is shown; whose they are, and the form token."""
    found = models.pack(request.user, now())
    told = {name: value for name, value in vars(found).items() if name != "cards"}
    cards = [_told(card) for card in found.cards]
    return JsonResponse({**told, "token": get_token(request), "cards": cards})


def _told(card: models.Packed) -> dict[str, Any]:
    return {
        "id": card.id,
        "new": card.new,
        "due_at": card.due_at,
        "due_day": card.due_day,
        "leads": {lead.grade: (lead.seconds, lead.days) for lead in card.leads},
        "html": get_template("progress/_packed.html").render({"card": card}),
    }


@require_GET
def worker(request: HttpRequest) -> HttpResponse:
    """The service worker, at the root so that it may answer for every page.

    Its text names the files as they are now, and its version follows them and the page: when one
    changes, so does the worker, and browsers take the new ones.
    """
    files = [reverse("progress:offline"), *map(static, FILES)]
    whole = json.dumps(files).encode() + offline(request).content
    version = hashlib.sha256(whole).hexdigest()[:12]
    told = json.dumps({"version": version, "page": files[0], "files": files})
    script = f"self.kept = {told};\nimportScripts({json.dumps(static('js/worker.js'))});\n"
    return HttpResponse(script, content_type="text/javascript; charset=utf-8")


@require_GET
def manifest(request: HttpRequest) -> HttpResponse:
    """What a device needs to install the site like an app of its own."""
    sizes = [("192", "any"), ("512", "any"), ("512", "maskable")]
    told = {
        "name": "Rehearsal",
        "short_name": "Rehearsal",
        "description": "Rehearse for your interview, a few minutes a day.",
        "id": "/",
        "start_url": reverse("progress:today"),
        "scope": "/",
        "display": "standalone",
        "background_color": PAPER,
        "theme_color": GREEN,
        "icons": [
            {
                "src": static(f"icons/{purpose}-{size}.png"),
                "sizes": f"{size}x{size}",
                "type": "image/png",
                "purpose": purpose,
            }
            for size, purpose in sizes
        ],
    }
    return JsonResponse(told, content_type="application/manifest+json")
