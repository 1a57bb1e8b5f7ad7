"""Who may do what with what is theirs and with what is shared: the rest of the table in `doors`."""

from __future__ import annotations

from typing import Any

from tests import doors

ROLES = ("owner", "candidate", "other", "guest", "mentor", "editor", "admin")
"""A mentor who shares, with whom, another candidate, and whoever else there is."""

OF_THE_HOUSE: dict[tuple[str, str], int] = {
    ("GET", "/api/v1/questions/{id}/history/@house"): 200,
    ("POST", "/api/v1/documents/{id}/publish/"): 200,
    ("POST", "/api/v1/documents/{id}/publish/@house-document"): 200,
    ("POST", "/api/v1/documents/{id}/withdraw/"): 200,
    ("POST", "/api/v1/documents/{id}/withdraw/@house-document"): 409,
    ("POST", "/api/v1/questions/{id}/edit/@house"): 200,
    ("POST", "/api/v1/questions/{id}/revert/@house"): 404,
    ("POST", "/api/v1/reports/{id}/settle/@house-report"): 200,
}
"""What an editor may do with the house's, and for the house."""

OWN: dict[str, dict[tuple[str, str], int]] = {
    "guest": {
        ("PATCH", "/api/v1/reminders/"): 403,
        ("POST", "/api/v1/quiz-setups/{id}/share/@setup"): 403,
        ("POST", "/api/v1/quizzes/{id}/share/"): 403,
    },
    "mentor": {
        ("POST", "/api/v1/documents/{id}/share/"): 200,
        ("POST", "/api/v1/interviews/"): 201,
        ("POST", "/api/v1/interviews/{id}/link/@led"): 200,
        ("POST", "/api/v1/invitations/"): 201,
    },
    "editor": OF_THE_HOUSE,
    "admin": {},
}
"""Where somebody is answered otherwise about their own things than a learner about theirs."""

BODIES: dict[str, dict[str, Any]] = {
    "/api/v1/cards/": doors.BODIES["/api/v1/cards/"],
    "/api/v1/documents/{id}/share/": {"email": "lena@example.org"},
    "/api/v1/documents/{id}/unshare/": {"email": "lena@example.org"},
    "/api/v1/interviews/{id}/act/": {"verb": "language", "text": "go"},
    "/api/v1/interviews/{id}/own-view/": {"words": "It went well."},
    "/api/v1/interviews/{id}/own-view/@over": {"words": "It went well."},
    "/api/v1/interviews/{id}/report/": {"words": "Well done.", "practise": ""},
    "/api/v1/interviews/{id}/report/@over": {"words": "Well done.", "practise": ""},
    "/api/v1/interviews/{id}/rubric/": doors.BODIES["/api/v1/interviews/{id}/rubric/@led"],
    "/api/v1/interviews/{id}/script/": doors.BODIES["/api/v1/interviews/{id}/script/@led"],
    "/api/v1/interviews/{id}/thank/": {"stars": 5},
    "/api/v1/interviews/{id}/thank/@over": {"stars": 5},
    "/api/v1/pairings/{id}/share/": {"shares_weak": True},
    "/api/v1/questions/{id}/edit/": {"answer": "A place for two."},
    "/api/v1/questions/{id}/report/": {"reason": "wrong"},
    "/api/v1/questions/{id}/revert/": {"number": 1},
    "/api/v1/questions/{id}/take/": {"word": "document"},
    "/api/v1/templates/": {"interview": "@interview", "name": "Usual"},
    "/api/v1/ticks/": doors.BODIES["/api/v1/ticks/"],
}

SHARED = """
/api/v1/documents/{id}/                          GET    200  404  404  404  404  404  404
/api/v1/documents/{id}/publish/                  POST   403  403  404  404  404  404  404
/api/v1/documents/{id}/remove/                   POST   200  404  404  404  404  404  404
/api/v1/documents/{id}/share/                    POST   200  404  404  404  404  404  404
/api/v1/documents/{id}/undo/                     POST   409  404  404  404  404  404  404
/api/v1/documents/{id}/unshare/                  POST   200  404  404  404  404  404  404
/api/v1/documents/{id}/withdraw/                 POST   403  403  404  404  404  404  404
/api/v1/interviews/{id}/                         GET    200  200  404  404  404  404  404
/api/v1/interviews/{id}/act/                     POST   200  200  404  404  404  404  404
/api/v1/interviews/{id}/calendar/                GET    200  200  404  404  404  404  404
/api/v1/interviews/{id}/cancel/                  POST   200  200  404  404  404  404  404
/api/v1/interviews/{id}/events/                  GET    200  200  404  404  404  404  404
/api/v1/interviews/{id}/link/                    POST   200  404  404  404  404  404  404
/api/v1/interviews/{id}/open-report/             POST   403  409  404  404  404  404  404
/api/v1/interviews/{id}/own-view/                POST   403  409  404  404  404  404  404
/api/v1/interviews/{id}/pad/                     GET    200  200  404  404  404  404  404
/api/v1/interviews/{id}/release/                 POST   409  403  404  404  404  404  404
/api/v1/interviews/{id}/report/                  GET    409  409  404  404  404  404  404
/api/v1/interviews/{id}/report/                  POST   409  403  404  404  404  404  404
/api/v1/interviews/{id}/reschedule/              POST   200  403  404  404  404  404  404
/api/v1/interviews/{id}/room/                    GET    200  200  404  404  404  404  404
/api/v1/interviews/{id}/rubric/                  GET    200  404  404  404  404  404  404
/api/v1/interviews/{id}/rubric/                  POST   200  404  404  404  404  404  404
/api/v1/interviews/{id}/script/                  GET    200  404  404  404  404  404  404
/api/v1/interviews/{id}/script/                  POST   200  404  404  404  404  404  404
/api/v1/interviews/{id}/thank/                   POST   403  409  404  404  404  404  404
/api/v1/pairings/{id}/                           GET    200  200  404  404  404  404  404
/api/v1/pairings/{id}/end/                       POST   200  200  404  404  404  404  404
/api/v1/pairings/{id}/past/                      GET    200  200  404  404  404  404  404
/api/v1/pairings/{id}/share/                     POST   403  200  404  404  404  404  404
/api/v1/questions/{id}/                          GET    200  200  404  404  404  404  404
/api/v1/questions/{id}/edit/                     POST   200  403  404  404  404  404  404
/api/v1/questions/{id}/history/                  GET    200  403  404  404  404  404  404
/api/v1/questions/{id}/part/                     POST   404  404  404  404  404  404  404
/api/v1/questions/{id}/report/                   POST   201  201  404  404  404  404  404
/api/v1/questions/{id}/revert/                   POST   404  403  404  404  404  404  404
/api/v1/questions/{id}/take/                     POST   409  403  404  404  404  404  404
/api/v1/interviews/{id}/own-view/@over           POST   403  200  404  404  404  404  404
/api/v1/interviews/{id}/thank/@over              POST   403  200  404  404  404  404  404
/api/v1/interviews/{id}/open-report/@over        POST   403  200  404  404  404  404  404
/api/v1/interviews/{id}/report/@over             GET    200  403  404  404  404  404  404
/api/v1/interviews/{id}/report/@over             POST   200  403  404  404  404  404  404
/api/v1/interviews/{id}/release/@over            POST   200  403  404  404  404  404  404
/api/v1/quiz-setups/shared/{link}/@setup-link    GET    200  200  200  200  200  200  200
/api/v1/cards/                                   POST   201  201  201  201  201  201  201
/api/v1/ticks/                                   POST   201  201  404  404  404  404  404
/api/v1/templates/                               POST   201  404  404  404  404  404  404
"""


def rows() -> list[tuple[str, str, dict[str, int]]]:
    """(door, method, status per role) of each line of the table."""
    found = []
    for line in SHARED.strip().splitlines():
        door, method, *statuses = line.split()
        found.append((door, method, dict(zip(ROLES, map(int, statuses), strict=True))))
    return found
