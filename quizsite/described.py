"""How the API describes itself: its introduction, its names, and where its examples are."""

from __future__ import annotations

from typing import Any

API_EXAMPLES = [
    "questions.web.usual",
    "questions.jobs.examples",
    "questions.bank.examples",
    "questions.marks.examples",
    "questions.ingest.examples",
    "questions.flashcards.examples",
    "questions.quizzes.examples",
    "questions.interviews.examples",
    "questions.progress.examples",
    "questions.exchange.examples",
    "questions.sync.examples",
    "questions.accounts.examples",
]

SPECTACULAR_SETTINGS: dict[str, Any] = {
    "TITLE": "Rehearsal",
    "VERSION": "1",
    "DESCRIPTION": (
        "Study for an interview from a phone: questions, cards, quizzes, mock interviews.\n\n"
        "Every reading call answers an `ETag` and, to `If-None-Match`, 304. It takes `fields`, "
        "names with commas between them: the answer, or each row of a list, has these alone. "
        "`RateLimit` and `RateLimit-Policy` say what is left; `X-Request-ID` names the call in "
        "our log. A client that says its version in `X-Client-Version` is answered 426 "
        "`client_too_old` once it is. Times are UTC in ISO 8601, ids are UUIDs for ever."
    ),
    "OAS_VERSION": "3.1.0",
    "SCHEMA_PATH_PREFIX": "/api/v1",
    "COMPONENT_SPLIT_REQUEST": True,
    # What may be sent says for each field whether it may be left out, also where it is changed.
    "COMPONENT_SPLIT_PATCH": False,
    "ENUM_NAME_OVERRIDES": {
        "QuestionKind": ["open", "choice"],
        "ItemKind": ["choice", "cloze", "order", "typed", "spoken"],
        "Verdict": ["hit", "partly", "missed"],
        "TickedWhere": ["card", "rehearsal"],
        "TimeZone": "questions.accounts.rules.zones",
        "QuizMode": ["practice", "exam", "mistakes", "adaptive", "sprint"],
        "JobState": ["queued", "running", "done", "failed"],
        "InterviewKind": ["mock", "rehearsal"],
        "InterviewStage": [
            "planned",
            "warm-up",
            "core",
            "deep dive",
            "wrap-up",
            "over",
            "cancelled",
        ],
        "AskingStage": ["warm-up", "core", "deep dive"],
        "RunningStage": ["warm-up", "core", "deep dive", "wrap-up"],
        "PreviewState": ["waiting", "accepted", "discarded"],
    },
    "SERVE_INCLUDE_SCHEMA": False,
    "SERVE_PERMISSIONS": ["rest_framework.permissions.AllowAny"],
    "SERVE_AUTHENTICATION": [],
    "SWAGGER_UI_DIST": "SIDECAR",
    "SWAGGER_UI_SETTINGS": {
        "defaultModelsExpandDepth": -1,
        "deepLinking": True,
        "docExpansion": "none",  # thirty headings can be looked over, three hundred calls cannot
        "filter": True,
    },
    "SWAGGER_UI_FAVICON_HREF": "SIDECAR",
    "POSTPROCESSING_HOOKS": [
        "drf_spectacular.hooks.postprocess_schema_enums",
        "questions.web.schema.add_problem",
        "questions.web.examples.add_examples",
        "questions.accounts.schema.add_sign_in",
    ],
}
