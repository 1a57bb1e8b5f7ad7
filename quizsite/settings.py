"""Every setting of the site; what differs between installations is environment.

How the API describes itself, which no installation changes, is in `described.py`.
"""

from __future__ import annotations

from pathlib import Path
from typing import Any

import django_stubs_ext
from django.core.exceptions import ImproperlyConfigured

from .described import API_EXAMPLES as API_EXAMPLES
from .described import SPECTACULAR_SETTINGS as SPECTACULAR_SETTINGS
from .env import BASE, database, env, secret

# Lets `ModelAdmin[Card]` and its like stand in running code, not only before the type checker.
django_stubs_ext.monkeypatch()

DEBUG = env.bool("DEBUG", default=False)
SECRET_KEY = secret("SECRET_KEY")
SECRET_KEY_FALLBACKS = env.list("SECRET_KEY_FALLBACKS", default=[])
HOST = env.str("HOST", default="127.0.0.1")
PORT = env.int("PORT", default=8000)
ALLOWED_HOSTS = env.list("ALLOWED_HOSTS", default=["localhost", "127.0.0.1", "[::1]"])
# Where letters and calendars lead; unset, to wherever people came when they asked for them.
SITE_ADDRESS = env.str("SITE_ADDRESS", default="")
CSRF_TRUSTED_ORIGINS = env.list("CSRF_TRUSTED_ORIGINS", default=[])
HTTPS = env.bool("HTTPS", default=not DEBUG)
PROXIES = env.int("PROXIES", default=0)
VAR = Path(env.str("VAR", default=str(BASE / "var")))

INSTALLED_APPS = [
    "questions.accounts",
    "questions.jobs",
    "questions.bank",
    "questions.marks",
    "questions.flashcards",
    "questions.ingest",
    "questions.quizzes",
    "questions.interviews",
    "questions.progress",
    "questions.exchange",
    "questions.sync",
    "allauth",
    "allauth.account",
    "allauth.mfa",
    "allauth.headless",
    "allauth.usersessions",
    "corsheaders",
    "django_htmx",
    "rest_framework",
    "django_filters",
    "drf_spectacular",
    "drf_spectacular_sidecar",
    "django.contrib.admin",
    "django.contrib.auth",
    "django.contrib.contenttypes",
    "django.contrib.sessions",
    "django.contrib.messages",
    "django.contrib.humanize",
    "whitenoise.runserver_nostatic",
    "django.contrib.staticfiles",
]

MIDDLEWARE = [
    "questions.web.logs.RequestIdMiddleware",
    "questions.web.headers.HeadersMiddleware",
    "questions.web.health.HealthMiddleware",
    "django.middleware.security.SecurityMiddleware",
    "whitenoise.middleware.WhiteNoiseMiddleware",
    "questions.web.headers.PolicyMiddleware",
    "questions.web.manners.Compression",
    "corsheaders.middleware.CorsMiddleware",
    "questions.web.manners.MannersMiddleware",
    "questions.web.returning.ReturningMiddleware",
    "questions.web.errors.ErrorsMiddleware",
    "django.contrib.sessions.middleware.SessionMiddleware",
    "django.middleware.common.CommonMiddleware",
    "django.middleware.csrf.CsrfViewMiddleware",
    "django.contrib.auth.middleware.AuthenticationMiddleware",
    "django.contrib.messages.middleware.MessageMiddleware",
    "django.middleware.clickjacking.XFrameOptionsMiddleware",
    "allauth.account.middleware.AccountMiddleware",
    "allauth.usersessions.middleware.UserSessionsMiddleware",
    "django_htmx.middleware.HtmxMiddleware",
    "questions.accounts.middleware.PersonMiddleware",
    "questions.accounts.guests.GuestMiddleware",
    "questions.accounts.second.SecondFactorMiddleware",
]

ROOT_URLCONF = "quizsite.urls"
WSGI_APPLICATION = "quizsite.wsgi.application"

TEMPLATES: list[dict[str, Any]] = [
    {
        "BACKEND": "django.template.backends.django.DjangoTemplates",
        "DIRS": [BASE / "templates"],
        "APP_DIRS": True,
        "OPTIONS": {
            "context_processors": [
                "django.template.context_processors.request",
                "django.contrib.auth.context_processors.auth",
                "django.contrib.messages.context_processors.messages",
                "questions.web.pages.addresses",
            ],
            "builtins": ["questions.web.frame", "questions.bank.filters"],
        },
    }
]

# Database and cache -----------------------------------------------------------------------------
DATABASES = {
    "default": database(env.str("DATABASE_URL", default=f"sqlite:///{BASE / 'db.sqlite3'}"))
}
DEFAULT_AUTO_FIELD = "django.db.models.BigAutoField"
CACHES = {"default": env.cache_url("CACHE_URL", default="locmemcache://")}

# People -----------------------------------------------------------------------------------------
AUTH_USER_MODEL = "accounts.User"
AUTHENTICATION_BACKENDS = ["questions.accounts.signed_in.Backend"]
SESSION_ENGINE = "questions.accounts.signed_in"
AUTH_PASSWORD_VALIDATORS: list[dict[str, Any]] = [
    {
        "NAME": "django.contrib.auth.password_validation.MinimumLengthValidator",
        "OPTIONS": {"min_length": 12},
    },
    {"NAME": "django.contrib.auth.password_validation.CommonPasswordValidator"},
    {"NAME": "django.contrib.auth.password_validation.UserAttributeSimilarityValidator"},
]
PASSWORD_HASHERS = [
    "django.contrib.auth.hashers.Argon2PasswordHasher",
    "django.contrib.auth.hashers.PBKDF2PasswordHasher",
]
LOGIN_URL = "account_login"
LOGIN_REDIRECT_URL = "progress:today"
ACCOUNT_LOGOUT_REDIRECT_URL = "progress:front"
ACCOUNT_ADAPTER = "questions.accounts.guests.Adapter"
ACCOUNT_LOGIN_METHODS = {"email"}
ACCOUNT_SIGNUP_FIELDS = ["email*", "password1*"]
ACCOUNT_SIGNUP_FORM_CLASS = "questions.accounts.forms.SignUp"
ACCOUNT_USER_MODEL_USERNAME_FIELD = None
ACCOUNT_EMAIL_VERIFICATION = "optional"
ACCOUNT_PREVENT_ENUMERATION = True
ACCOUNT_SESSION_REMEMBER = True
ACCOUNT_LOGOUT_ON_PASSWORD_CHANGE = False
ACCOUNT_EMAIL_SUBJECT_PREFIX = ""
# More guests than a classroom behind one address brings are no guests.
ACCOUNT_RATE_LIMITS = {"login_failed": "10/m/ip,5/5m/key", "guest": "60/h/ip"}
ALLAUTH_TRUSTED_PROXY_COUNT = PROXIES
USERSESSIONS_TRACK_ACTIVITY = False
# Whose role asks for a second factor: any of admins, editors, mentors.
SECOND_FACTOR_FOR = env.list("SECOND_FACTOR_FOR", default=[] if DEBUG else ["admins", "editors"])
if unknown := set(SECOND_FACTOR_FOR) - {"admins", "editors", "mentors"}:
    raise ImproperlyConfigured(f"SECOND_FACTOR_FOR names nobody known: {', '.join(unknown)}")
MFA_ADAPTER = "questions.accounts.factors.Adapter"
MFA_FORMS = {"add_webauthn": "questions.accounts.factors.AddPasskey"}
MFA_SUPPORTED_TYPES = ["totp", "webauthn", "recovery_codes"]
MFA_PASSKEY_LOGIN_ENABLED = True
MFA_TOTP_ISSUER = "Rehearsal"
HEADLESS_CLIENTS = ("app",)
HEADLESS_TOKEN_STRATEGY = "questions.accounts.guests.TokenStrategy"
HEADLESS_SERVE_SPECIFICATION = True
HEADLESS_SPECIFICATION_TEMPLATE_NAME = None  # its page loads scripts from elsewhere
SESSION_COOKIE_AGE = 14 * 24 * 3600
SESSION_COOKIE_SAMESITE = "Lax"
CSRF_COOKIE_SAMESITE = "Lax"
CSRF_COOKIE_HTTPONLY = True
CSRF_FAILURE_VIEW = "questions.web.errors.csrf_failed"
SESSION_COOKIE_SECURE = CSRF_COOKIE_SECURE = HTTPS
SESSION_COOKIE_NAME = "__Host-session" if HTTPS else "session"
CSRF_COOKIE_NAME = "__Host-csrf" if HTTPS else "csrf"
MESSAGE_STORAGE = "django.contrib.messages.storage.session.SessionStorage"  # no third cookie

# Safety -----------------------------------------------------------------------------------------
SECURE_SSL_REDIRECT = HTTPS
SECURE_REDIRECT_EXEMPT = [r"^healthz$", r"^readyz$"]
SECURE_HSTS_SECONDS = 365 * 24 * 3600 if HTTPS else 0
SECURE_HSTS_INCLUDE_SUBDOMAINS = SECURE_HSTS_PRELOAD = HTTPS
SECURE_PROXY_SSL_HEADER = ("HTTP_X_FORWARDED_PROTO", "https") if PROXIES else None
SECURE_REFERRER_POLICY = "same-origin"
X_FRAME_OPTIONS = "DENY"
CONTENT_SECURITY_POLICY = {
    "DIRECTIVES": {
        "default-src": ["'none'"],
        "script-src": ["'self'"],
        "style-src": ["'self'"],
        "img-src": ["'self'", "data:"],
        "font-src": ["'self'"],
        "connect-src": ["'self'"],
        "manifest-src": ["'self'"],
        "worker-src": ["'self'"],
        "form-action": ["'self'"],
        "base-uri": ["'none'"],
        "frame-ancestors": ["'none'"],
    }
}
DATA_UPLOAD_MAX_MEMORY_SIZE = 2 * 1024 * 1024
UPLOAD_LIMIT = 20 * 1024 * 1024

# The API ----------------------------------------------------------------------------------------
REST_FRAMEWORK: dict[str, Any] = {
    "DEFAULT_AUTHENTICATION_CLASSES": [
        "questions.accounts.tokens.TokenAuthentication",
        "questions.accounts.tokens.DeviceAuthentication",
    ],
    "DEFAULT_PERMISSION_CLASSES": [
        "rest_framework.permissions.IsAuthenticated",
        "questions.accounts.permissions.SecondFactor",
    ],
    "DEFAULT_RENDERER_CLASSES": ["questions.web.manners.Renderer"],
    "DEFAULT_PARSER_CLASSES": ["questions.web.api.JSON"],
    "DEFAULT_FILTER_BACKENDS": [],
    "DEFAULT_PAGINATION_CLASS": "questions.web.api.Pages",
    "DEFAULT_SCHEMA_CLASS": "questions.web.schema.Operation",
    "DEFAULT_THROTTLE_CLASSES": [
        "questions.web.manners.PerAddress",
        "questions.web.manners.PerPerson",
    ],
    "DEFAULT_THROTTLE_RATES": {
        "anon": env.str("API_RATE_ANON", default="60/min"),
        "user": env.str("API_RATE_USER", default="1200/min"),
    },
    "EXCEPTION_HANDLER": "questions.web.errors.answer_api",
    "NUM_PROXIES": PROXIES,
    "PAGE_SIZE": 25,
    "TEST_REQUEST_DEFAULT_FORMAT": "json",
}
API_OLDEST_CLIENT = env.str("API_OLDEST_CLIENT", default="")
CORS_URLS_REGEX = r"^/api/"
CORS_ALLOWED_ORIGINS = env.list("API_ORIGINS", default=[])
CORS_ALLOW_HEADERS = [
    "accept",
    "authorization",
    "content-type",
    "if-none-match",
    "x-client-version",
    "x-request-id",
    "x-session-token",
]
CORS_EXPOSE_HEADERS = ["ETag", "RateLimit", "RateLimit-Policy", "Retry-After", "X-Request-ID"]
# Words, time, files -----------------------------------------------------------------------------
LANGUAGE_CODE = "en-gb"
USE_I18N = False
TIME_ZONE = "UTC"
STATIC_URL = "/static/"
STATIC_ROOT = env.str("STATIC_ROOT", default=str(BASE / "static-built"))
STATICFILES_DIRS = [BASE / "static"]
WHITENOISE_USE_FINDERS = WHITENOISE_AUTOREFRESH = DEBUG
STORAGES = {
    "default": {"BACKEND": "django.core.files.storage.FileSystemStorage"},
    "staticfiles": {
        "BACKEND": "django.contrib.staticfiles.storage.StaticFilesStorage"
        if DEBUG
        else "whitenoise.storage.CompressedManifestStaticFilesStorage"
    },
}
MEDIA_ROOT = env.str("MEDIA_ROOT", default=str(VAR / "media"))
CONTENT = BASE / "content"

# Letters ----------------------------------------------------------------------------------------
if DEBUG and not env.str("EMAIL_URL", default=""):
    EMAIL_BACKEND = "django.core.mail.backends.filebased.EmailBackend"
    EMAIL_FILE_PATH = VAR / "letters"
else:
    vars().update(env.email_url("EMAIL_URL", default="smtp://localhost:25"))
DEFAULT_FROM_EMAIL = SERVER_EMAIL = env.str("MAIL_FROM", default="rehearsal@localhost")

LOGGING: dict[str, Any] = {
    "version": 1,
    "disable_existing_loggers": False,
    "formatters": {"json": {"()": "questions.web.logs.JsonFormatter"}},
    "handlers": {"stderr": {"class": "logging.StreamHandler", "formatter": "json"}},
    "root": {"handlers": ["stderr"], "level": env.str("LOG_LEVEL", default="WARNING")},
    "loggers": {
        "questions": {"level": env.str("LOG_LEVEL", default="INFO")},
        "django": {"handlers": [], "level": "WARNING", "propagate": True},
    },
}
