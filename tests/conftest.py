"""People and clients that every test may ask for."""

from __future__ import annotations

import os
import sys
from datetime import UTC, datetime

import hypothesis
import pytest
from django.conf import settings
from django.core.cache import cache
from django.db import connection
from django.test import Client, override_settings
from rest_framework.test import APIClient

from tests import databases, make

HTMX = {"HX-Request": "true"}
STARTING = (
    "tests/journeys/",
    "tests/safety/browser/",
    "tests/test_serve.py",
    "tests/ingest/test_kill.py",
    *(f"tests/safety/test_{name}.py" for name in ("away", "database", "once", "settings")),
)
"""Where servers and browsers are started."""

# A run starts some dozens of processes. Where Python is told to keep nothing that it compiled,
# each of them, and each worker, would compile the whole site and all tests anew.
if os.environ.pop("PYTHONDONTWRITEBYTECODE", ""):
    sys.dont_write_bytecode = False

# In CI every run tries the same examples, so that a change is judged by what it changed; on a
# developer's machine they are new each time, and what is found there becomes a test.
# Neither is timed by hypothesis: how long one example takes says how busy the machine is.
hypothesis.settings.register_profile("own", deadline=None)
hypothesis.settings.register_profile("ci", deadline=None, derandomize=True, database=None)
hypothesis.settings.load_profile("ci" if os.environ.get("CI") else "own")


def pytest_configure(config):
    if not hasattr(config, "workerinput"):
        databases.begin()


def pytest_unconfigure(config):
    if not hasattr(config, "workerinput"):
        databases.end()


@pytest.hookimpl(trylast=True)
def pytest_collection_modifyitems(items):
    """What starts servers and browsers comes first and together.

    So one worker starts them for all, and at the end, when only short tests are left, no worker
    waits for another.
    """
    items.sort(key=lambda item: not item.nodeid.startswith(STARTING))


@pytest.hookimpl(optionalhook=True)
def pytest_xdist_make_scheduler(config, log):
    """A worker that has nothing left takes over half of what another still has to do."""
    from xdist.scheduler import WorkStealingScheduling

    return WorkStealingScheduling(config, log) if config.getvalue("dist") == "load" else None


@pytest.fixture(scope="session")
def django_db_modify_db_settings(django_db_modify_db_settings_parallel_suffix):
    """Each worker's database is a copy of one that was made from nothing for all of them."""
    databases.for_tests(connection.settings_dict)


@pytest.fixture(autouse=True, scope="session")
def _plain_settings(django_test_environment):
    """Static files as they lie, quick passwords, letters in memory, no HTTPS redirect.

    Put in place once, for whoever listens to settings takes longer than many a test; a test that
    wants others asks for `settings`, which brings these back.
    """
    plain = {
        "STORAGES": {
            **settings.STORAGES,
            "staticfiles": {"BACKEND": "django.contrib.staticfiles.storage.StaticFilesStorage"},
        },
        "PASSWORD_HASHERS": ["django.contrib.auth.hashers.MD5PasswordHasher"],
        "SECURE_SSL_REDIRECT": False,
        "SECOND_FACTOR_FOR": [],
        "WHITENOISE_AUTOREFRESH": True,  # else a clean checkout warns of a missing folder
    }
    with override_settings(**plain):
        yield


@pytest.fixture(autouse=True)
def _empty_cache():
    """Nobody has asked for anything yet: no counter stands anywhere."""
    cache.clear()


@pytest.fixture
def noon():
    """A moment that is well inside a day: 2026-11-10 12:00 UTC."""
    return datetime(2026, 11, 10, 12, tzinfo=UTC)


@pytest.fixture
def learner(db):
    return make.person("lena@example.org", name="Lena")


@pytest.fixture
def stranger(db):
    return make.person("sten@example.org", name="Sten")


@pytest.fixture
def mentor(db):
    return make.person("mara@example.org", name="Mara", is_mentor=True)


@pytest.fixture
def editor(db):
    return make.person("edda@example.org", name="Edda", is_editor=True)


@pytest.fixture
def browser(learner):
    """A browser in which the learner has signed in."""
    return signed_in(learner)


def signed_in(person) -> Client:
    client = Client()
    client.force_login(person)
    return client


@pytest.fixture
def phone():
    """phone(person): an API client that signs its calls as that person."""

    def of(person=None) -> APIClient:
        client = APIClient()
        if person is not None:
            client.force_authenticate(person)
        return client

    return of
