"""P18: the memory of a process that serves pages against bare Django with admin and REST."""

from __future__ import annotations

import os
import subprocess
import sys

from .stage import FOLDER

BARE = """
import django
from django.conf import settings
settings.configure(
    SECRET_KEY="bare", ALLOWED_HOSTS=["*"], ROOT_URLCONF="django.contrib.auth.urls",
    INSTALLED_APPS=["django.contrib." + n for n in
        ("admin", "auth", "contenttypes", "sessions", "messages", "staticfiles")]
        + ["rest_framework"],
    DATABASES={"default": {"ENGINE": "django.db.backends.sqlite3", "NAME": ":memory:"}},
    TEMPLATES=[{"BACKEND": "django.template.backends.django.DjangoTemplates", "APP_DIRS": True,
        "OPTIONS": {"context_processors": ["django.template.context_processors.request",
            "django.contrib.auth.context_processors.auth",
            "django.contrib.messages.context_processors.messages"]}}],
)
django.setup()
from django.contrib import admin
from django.core.wsgi import get_wsgi_application
from django.test import RequestFactory
import rest_framework.viewsets, rest_framework.routers, rest_framework.serializers
get_wsgi_application()
admin.site.urls
"""
OURS = """
import django
django.setup()
from django.conf import settings
settings.STORAGES["staticfiles"]["BACKEND"] = (
    "django.contrib.staticfiles.storage.StaticFilesStorage"
)
from django.core.wsgi import get_wsgi_application
application = get_wsgi_application()
from django.test import Client
for path in ("/", "/bank/", "/accounts/login/", "/api/v1/topics/", "/healthz"):
    Client().get(path, HTTP_HOST="localhost")
"""
TELL = """
status = open("/proc/self/status").read()
print(int(status.partition("VmRSS:")[2].split()[0]) / 1024)
"""


def mebibytes(script: str) -> float:
    """What a process of its own holds when it has run the script."""
    words = [sys.executable, "-W", "ignore", "-c", script + TELL]
    run = subprocess.run(words, capture_output=True, text=True, check=True, env=os.environ)
    return float(run.stdout.split()[-1])


def measure() -> list[dict[str, object]]:
    row: dict[str, object] = {"goal": "P18", "what": "memory of a serving process: ours / bare"}
    if not os.path.exists("/proc/self/status"):
        return [row | {"more": "skipped: this system does not tell"}]
    assert FOLDER.exists()  # whose database the environment names
    bare, ours = mebibytes(BARE), mebibytes(OURS)
    return [
        row | {"figure": ours / bare, "most": 1.5, "more": f"{ours:.0f} and {bare:.0f} MiB"},
    ]
