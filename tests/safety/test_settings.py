"""An installation about which nothing was said is a safe one."""

from __future__ import annotations

import json
import os
import re
import subprocess
import sys
from pathlib import Path

import pytest

ROOT = Path(__file__).parent.parent.parent
ASKED = (
    *("DEBUG", "SESSION_COOKIE_NAME", "SESSION_COOKIE_SECURE", "SESSION_COOKIE_HTTPONLY"),
    *("SESSION_COOKIE_SAMESITE", "SESSION_COOKIE_AGE", "SESSION_COOKIE_PATH"),
    *("SESSION_COOKIE_DOMAIN", "CSRF_COOKIE_NAME", "CSRF_COOKIE_SECURE", "CSRF_COOKIE_HTTPONLY"),
    *("CSRF_COOKIE_SAMESITE", "CSRF_COOKIE_PATH", "CSRF_COOKIE_DOMAIN", "MESSAGE_STORAGE"),
    *("SECURE_SSL_REDIRECT", "SECURE_HSTS_SECONDS", "SECURE_PROXY_SSL_HEADER", "PASSWORD_HASHERS"),
    *("ALLAUTH_TRUSTED_PROXY_COUNT", "MEDIA_ROOT", "STATIC_ROOT", "SECRET_KEY"),
    "SECOND_FACTOR_FOR",
)
CODE = (
    "import json; from django.conf import settings; "
    "from django.contrib.auth.hashers import make_password; "
    f"found = {{name: getattr(settings, name) for name in {ASKED!r}}}; "
    "found['NUM_PROXIES'] = settings.REST_FRAMEWORK['NUM_PROXIES']; "
    "found['hash'] = make_password('a long enough phrase'); "
    "print(json.dumps(found, default=str))"
)


def read(**said: str) -> dict[str, object]:
    """The settings of a new process in which only this much was said."""
    kept = {name: os.environ[name] for name in ("PATH", "HOME", "LANG") if name in os.environ}
    env = {**kept, "DJANGO_SETTINGS_MODULE": "quizsite.settings", **said}
    done = subprocess.run(
        [sys.executable, "-c", CODE], cwd=ROOT, env=env, capture_output=True, text=True, timeout=60
    )
    assert done.returncode == 0, done.stderr
    found: dict[str, object] = json.loads(done.stdout)
    return found


@pytest.fixture(scope="module")
def unsaid():
    return read()


def test_debug_mode_has_to_be_asked_for(unsaid):
    assert unsaid["DEBUG"] is False
    assert read(DEBUG="1")["DEBUG"] is True


def test_a_second_factor_is_asked_of_editors_and_admins_unless_it_is_said_otherwise(unsaid):
    assert unsaid["SECOND_FACTOR_FOR"] == ["admins", "editors"]
    assert read(SECOND_FACTOR_FOR="mentors")["SECOND_FACTOR_FOR"] == ["mentors"]
    with pytest.raises(AssertionError, match="names nobody known: everybody"):
        read(SECOND_FACTOR_FOR="everybody")


def test_no_known_key_ever_serves(unsaid):
    key = str(unsaid["SECRET_KEY"])
    assert len(key) >= 50
    assert read()["SECRET_KEY"] != key


@pytest.mark.parametrize("cookie", ["SESSION", "CSRF"])
def test_cookies_cannot_be_set_or_read_from_elsewhere(unsaid, cookie):
    assert str(unsaid[f"{cookie}_COOKIE_NAME"]).startswith("__Host-")
    assert unsaid[f"{cookie}_COOKIE_SECURE"] is True
    assert unsaid[f"{cookie}_COOKIE_HTTPONLY"] is True
    assert unsaid[f"{cookie}_COOKIE_SAMESITE"] in {"Lax", "Strict"}
    # What `__Host-` asks for, or browsers would drop the cookie.
    assert unsaid[f"{cookie}_COOKIE_PATH"] == "/"
    assert unsaid[f"{cookie}_COOKIE_DOMAIN"] is None


def test_messages_make_no_cookie_of_their_own(unsaid):
    assert str(unsaid["MESSAGE_STORAGE"]).endswith("SessionStorage")


def test_everything_goes_over_https(unsaid):
    assert unsaid["SECURE_SSL_REDIRECT"] is True
    assert int(str(unsaid["SECURE_HSTS_SECONDS"])) >= 365 * 24 * 3600


def test_no_proxy_is_believed_unless_it_was_named(unsaid):
    assert unsaid["SECURE_PROXY_SSL_HEADER"] is None
    assert unsaid["ALLAUTH_TRUSTED_PROXY_COUNT"] == unsaid["NUM_PROXIES"] == 0
    named = read(PROXIES="2")
    assert named["ALLAUTH_TRUSTED_PROXY_COUNT"] == named["NUM_PROXIES"] == 2


def test_passwords_are_kept_as_argon2id(unsaid):
    assert str(unsaid["hash"]).startswith("argon2$argon2id$")


def test_uploads_and_databases_are_not_where_static_files_are_served_from(unsaid):
    static = Path(str(unsaid["STATIC_ROOT"]))
    assert not Path(str(unsaid["MEDIA_ROOT"])).is_relative_to(static)
    served = [p.name for p in (ROOT / "static").rglob("*") if p.is_file()]
    assert [n for n in served if n.startswith(".") or n.endswith((".py", ".sqlite3", ".env"))] == []


def test_the_frameworks_own_check_of_an_installation_finds_nothing():
    env = {**os.environ, "DEBUG": "0", "HTTPS": "1", "EMAIL_URL": "smtp://localhost:25"}
    env["DATABASE_URL"] = "sqlite:///:memory:"
    done = subprocess.run(
        [sys.executable, "manage.py", "check", "--deploy", "--fail-level", "WARNING"],
        cwd=ROOT,
        env=env,
        capture_output=True,
        text=True,
        timeout=60,
    )
    assert done.returncode == 0, done.stderr
    assert "no issues" in done.stdout


@pytest.mark.parametrize(
    "lock", ["requirements.txt", "requirements-dev.txt", "requirements-extra.txt"]
)
def test_every_library_is_pinned_by_its_hash(lock):
    text = (ROOT / lock).read_text().replace("\\\n", " ")
    pins = [
        line for line in text.splitlines() if line.strip() and not line.lstrip().startswith("#")
    ]
    assert pins
    for pin in pins:
        assert re.match(r"[a-z0-9._-]+(\[[a-z0-9,._-]+\])?==\S+ ", pin, re.I), pin[:80]
        assert "--hash=sha256:" in pin, pin[:80]
