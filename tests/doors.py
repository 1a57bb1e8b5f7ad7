"""Every door of the site and of its API, and who may go through it: the table of the house.

A row is a door, a method, and what nobody, the learner whose things they are, another candidate,
a mentor and an editor are answered. Where a door has several kinds of thing behind it, the word
after `@` says which one is meant. The bodies of POSTs are in `BODIES`; a door without one gets an
empty form, which is enough to see who gets past the scope.
"""

from __future__ import annotations

from typing import Any
from uuid import UUID

ROLES = ("nobody", "learner", "stranger", "mentor", "editor")

PAGES = """
accounts:end_device@device         POST    302  302  404  404  404
accounts:letters                   GET     404  404  404  404  404
accounts:settings                  GET     302  200  200  200  200
bank:export                        GET     302  200  200  200  200
bank:accept@suggestion             POST    302  302  404  404  404
bank:disagreements                 GET     302  200  200  200  200
bank:dismiss@suggestion            POST    302  302  404  404  404
bank:duplicates                    GET     302  200  200  200  200
bank:edit                             GET     302  200  404  404  404
bank:edit@house                       GET     302  403  403  403  200
bank:edit                             POST    302  422  404  404  404
bank:edit@house                       POST    302  403  403  403  422
bank:history                          GET     302  200  404  404  404
bank:history@house                    GET     302  403  403  403  200
bank:preview                          POST    302  200  404  404  404
bank:preview@house                    POST    302  403  403  403  200
bank:report                           GET     302  200  404  404  404
bank:report@house                     GET     302  200  200  200  200
bank:report                           POST    302  422  404  404  404
bank:reports                          GET     302  200  200  200  200
bank:revert                           POST    302  302  404  404  404
bank:revert@house                     POST    302  403  403  403  404
bank:settle_report@report             POST    302  302  404  404  404
bank:settle_report@house-report       POST    302  403  404  404  302
bank:take                             POST    302  409  404  404  404
bank:take@house                       POST    302  403  403  403  409
bank:part@folded                   POST    302  302  404  404  404
bank:question                      GET     404  200  404  404  404
bank:question@house                GET     200  200  200  200  200
bank:questions                     GET     200  200  200  200  200
bank:reopen@suggestion             POST    302  302  404  404  404
bank:settle@disagreement           POST    302  422  404  404  404
bank:settle@house-disagreement     POST    302  403  403  403  422
bank:unsettle@disagreement         POST    302  302  404  404  404
bank:unsettle@house-disagreement   POST    302  403  403  403  302
docs                               GET     200  200  200  200  200
exchange:accept@bringing           POST    302  302  404  404  404
exchange:bring                     POST    302  422  422  422  422
exchange:bringing@bringing         GET     302  200  404  404  404
exchange:discard@bringing          POST    302  302  404  404  404
exchange:file@taking               GET     302  409  404  404  404
exchange:home                      GET     302  200  200  200  200
exchange:leave                     GET     302  200  200  200  200
exchange:leave                     POST    302  302  302  302  302
exchange:take                      POST    302  422  422  422  422
flashcards:add                     POST    302  422  422  422  422
flashcards:added                   GET     302  200  200  200  200
flashcards:bury                    POST    302  422  404  404  404
flashcards:card                    GET     302  200  404  404  404
flashcards:cards                   GET     302  200  200  200  200
flashcards:answer_cram@cram        POST    302  422  404  404  404
flashcards:cram@cram               GET     302  200  404  404  404
flashcards:crams                   GET     302  200  200  200  200
flashcards:start_cram              POST    302  422  422  422  422
flashcards:fit                     POST    302  422  422  422  422
flashcards:unfit                   POST    302  302  302  302  302
flashcards:grade                   POST    302  422  404  404  404
flashcards:resume                  POST    302  422  404  404  404
flashcards:join                    POST    302  422  404  404  404
flashcards:news                    POST    302  422  404  404  404
flashcards:note                    GET     302  200  404  404  404
flashcards:split                   POST    302  422  404  404  404
flashcards:review                  GET     302  200  200  200  200
flashcards:settings                GET     302  200  200  200  200
flashcards:suspend                 POST    302  422  404  404  404
flashcards:aim                     POST    302  422  422  422  422
flashcards:change_target@target    GET     302  200  404  404  404
flashcards:give_up@target          POST    302  302  404  404  404
flashcards:leave_out@target        POST    302  302  404  404  404
flashcards:take_in@target          POST    302  302  404  404  404
flashcards:target@target           GET     302  200  404  404  404
flashcards:targets                 GET     302  200  200  200  200
flashcards:take_back               POST    302  302  302  302  302
flashcards:undo                    POST    302  422  422  422  422
ingest:document                    GET     302  200  404  404  404
ingest:document@house-document     GET     302  404  404  404  404
ingest:library                     GET     302  200  200  200  200
ingest:accept@preview                 POST    302  302  404  404  404
ingest:accept_all@upload              POST    302  302  404  404  404
ingest:bringing@upload                GET     302  200  404  404  404
ingest:discard@preview                POST    302  302  404  404  404
ingest:look                           GET     302  200  200  200  200
ingest:preview@preview                GET     302  200  404  404  404
ingest:publish                        POST    302  403  404  404  404
ingest:publish@house-document         POST    302  403  403  403  302
ingest:share                          POST    302  302  404  404  404
ingest:share@house-document           POST    302  404  404  404  404
ingest:undo@reading                   POST    302  409  404  404  404
ingest:unshare@sharing                POST    302  302  404  404  404
ingest:withdraw                       POST    302  403  404  404  404
ingest:withdraw@house-document        POST    302  403  403  403  409
ingest:remove                      POST    302  302  404  404  404
ingest:upload                      POST    302  422  422  422  422
interviews:accept                  POST    302  302  409  409  409
interviews:act                     POST    302  422  404  404  404
interviews:act@led                 POST    302  422  404  404  404
interviews:add_drawn@led           POST    302  302  404  404  404
interviews:add_own@led             POST    302  422  404  404  404
interviews:as_guest                POST    302  404  404  404  404
interviews:begin_rehearsal         POST    302  422  422  422  422
interviews:calendar                GET     302  200  404  404  404
interviews:cancel                  POST    302  302  404  404  404
interviews:earlier                 GET     302  200  404  404  404
interviews:hand_out@led            POST    302  403  404  404  404
interviews:home                    GET     302  200  200  200  200
interviews:interview               GET     302  200  404  404  404
interviews:interview@led           GET     302  200  404  404  404
interviews:invite                  POST    302  403  403  422  403
interviews:join                    GET     200  200  200  200  200
interviews:keep_report@written     POST    302  302  404  404  404
interviews:keep_template@led       POST    302  422  404  404  404
interviews:move_down@led           POST    302  302  404  404  404
interviews:move_up@led             POST    302  302  404  404  404
interviews:new                     GET     302  403  403  200  403
interviews:open_report@taken       POST    302  302  404  404  404
interviews:open_report@written     POST    302  403  404  404  404
interviews:own_view@taken          POST    302  302  404  404  404
interviews:own_view@written        POST    302  403  404  404  404
interviews:pad                     GET     302  200  404  404  404
interviews:pair@pairing            GET     302  200  404  404  404
interviews:part@pairing            POST    302  302  404  404  404
interviews:plan                    POST    302  403  403  422  403
interviews:rehearse                GET     302  200  200  200  200
interviews:release@written         POST    302  302  404  404  404
interviews:remove_item@led         POST    302  302  404  404  404
interviews:remove_template@template POST   302  302  404  404  404
interviews:report                  GET     302  302  404  404  404
interviews:report@taken            GET     302  200  404  404  404
interviews:report@written          GET     302  200  404  404  404
interviews:reschedule@led          POST    302  422  404  404  404
interviews:revoke@link             POST    302  302  404  404  404
interviews:room                    GET     302  200  404  404  404
interviews:room@led                GET     302  200  404  404  404
interviews:rubric@led              POST    302  422  404  404  404
interviews:script                  GET     302  404  404  404  404
interviews:script@led              GET     302  200  404  404  404
interviews:share@pairing           POST    302  302  404  404  404
interviews:swap@led                POST    302  302  404  404  404
interviews:thank@taken             POST    302  422  404  404  404
interviews:thank@written           POST    302  422  404  404  404
jobs:job                           GET     302  200  404  404  404
progress:front                     GET     200  302  302  302  302
progress:manifest                  GET     200  200  200  200  200
progress:offline                   GET     200  200  200  200  200
progress:close_feed                POST    302  302  302  302  302
progress:evening@target            GET     302  200  404  404  404
progress:feed@calendar             GET     200  200  200  200  200
progress:open_feed                 POST    302  302  302  302  302
progress:reminders                 GET     302  200  200  200  200
progress:stop@letters              GET     200  200  200  200  200
progress:pack                      GET     302  200  200  200  200
progress:worker                    GET     200  200  200  200  200
progress:readiness                 GET     302  200  200  200  200
progress:today                     GET     302  200  200  200  200
quizzes:again                      POST    302  302  404  404  404
quizzes:answer                     POST    302  422  404  404  404
quizzes:correct                    POST    302  409  404  404  404
quizzes:count                      POST    302  302  302  302  302
quizzes:finish                     POST    302  302  404  404  404
quizzes:item                       GET     302  200  404  404  404
quizzes:drop_setup@setup           POST    302  302  404  404  404
quizzes:flag                       POST    302  302  404  404  404
quizzes:hint                       POST    302  302  404  404  404
quizzes:measured                   GET     302  200  200  200  200
quizzes:new                        GET     302  200  200  200  200
quizzes:pace                       GET     302  200  200  200  200
quizzes:pace                       POST    302  422  422  422  422
quizzes:save                       POST    302  422  422  422  422
quizzes:setup@setup                GET     302  200  404  404  404
quizzes:share_questions            POST    302  302  404  404  404
quizzes:share_setup@setup          POST    302  302  404  404  404
quizzes:shared@setup-link          GET     200  200  200  200  200
quizzes:start_setup@setup          POST    302  302  404  404  404
quizzes:start_shared@setup-link    POST    302  302  302  302  302
quizzes:try_one@house              POST    302  302  302  302  302
quizzes:try_one@question           POST    404  302  404  404  404
quizzes:try_ten                    POST    302  302  302  302  302
quizzes:turn                       POST    302  409  404  404  404
quizzes:unshare_setup@setup        POST    302  302  404  404  404
quizzes:quiz                       GET     302  302  404  404  404
quizzes:results                    GET     302  200  404  404  404
quizzes:start                      POST    302  422  422  422  422
quizzes:to_cards                   POST    302  302  404  404  404
schema                             GET     200  200  200  200  200
"""

BODIES: dict[str, dict[str, Any]] = {
    "/api/v1/interviews/": {"kind": "mock"},
    "/api/v1/interviews/{id}/act/": {"verb": "language", "text": "go"},
    "/api/v1/interviews/{id}/act/@led": {"verb": "begin"},
    "/api/v1/interviews/{id}/own-view/@taken": {"words": "It went well."},
    "/api/v1/interviews/{id}/report/@written": {"words": "Well done.", "practise": ""},
    "/api/v1/interviews/{id}/rubric/@led": {
        "dimensions": [{"name": "Calm", "examples": ["none", "little", "some", "much"]}]
    },
    "/api/v1/interviews/{id}/script/@led": {"change": "remove", "item": "@item"},
    "/api/v1/interviews/{id}/thank/@taken": {"stars": 5},
    "/api/v1/invitations/redeem/": {"token": "@token"},
    "/api/v1/pairings/{id}/share/": {"shares_weak": True},
    "/api/v1/documents/{id}/share/": {"email": "sten@example.org"},
    "/api/v1/documents/{id}/unshare/": {"email": "sten@example.org"},
    "/api/v1/questions/{id}/edit/": {"answer": "A place of one's own."},
    "/api/v1/questions/{id}/edit/@house": {"answer": "A place for all."},
    "/api/v1/questions/{id}/report/": {"reason": "wrong"},
    "/api/v1/questions/{id}/report/@house": {"reason": "unclear"},
    "/api/v1/questions/{id}/revert/": {"number": 1},
    "/api/v1/questions/{id}/revert/@house": {"number": 1},
    "/api/v1/me/leave/": {"sure": True},
    "/api/v1/cards/take-back/": {"added_under": str(UUID(int=7))},
    "/api/v1/questions/{id}/take/": {"word": "document"},
    "/api/v1/takings/": {"kind": "json"},
    "/api/v1/guests/": {"time_zone": "Europe/Berlin"},
    "/api/v1/devices/": {"name": "A phone"},
    "/api/v1/devices/refresh/": {"refresh_token": "nothing"},
    "/api/v1/cards/": {"questions": ["@question"]},
    "/api/v1/cards/{id}/keep/": {"flag": "ask", "note": "As at work."},
    "/api/v1/cards/{id}/news/": {"known": True},
    "/api/v1/crams/{id}/answer/": {"card": "@card", "known": True},
    "/api/v1/cards/{id}/grade/": {"grade": 3, "seconds": 5},
    "/api/v1/cards/{id}/undo/": {"undoes": str(UUID(int=9))},
    "/api/v1/quiz-setups/": {"name": "Mine"},
    "/api/v1/quizzes/{id}/answer/": {"position": 1, "text": "A place."},
    "/api/v1/quizzes/{id}/flag/": {"position": 1, "flagged": True},
    "/api/v1/quizzes/{id}/hint/": {"position": 1, "shown": 0},
    "/api/v1/quizzes/{id}/turn/": {"position": 1},
    "/api/v1/quizzes/{id}/correct/": {
        "position": 2,
        "verdicts": [{"key_point": "@point", "verdict": "hit"}],
    },
    "/api/v1/sync/events/": {
        "events": [
            {
                "key": str(UUID(int=8)),
                "kind": "bury",
                "card": "@card",
                "at": "2026-11-02T09:00:00Z",
            }
        ]
    },
    "/api/v1/targets/": {"date": "@soon", "topics": ["storage"], "minutes": 25},
    "/api/v1/disagreements/{id}/settle/": {"right": "one", "reason": "It was measured."},
    "/api/v1/templates/": {"interview": "@interview", "name": "Usual"},
    "/api/v1/templates/@led": {"interview": "@led", "name": "Usual"},
    "/api/v1/ticks/": {
        "where": "rehearsal",
        "verdicts": [{"key_point": "@point", "verdict": "hit"}],
    },
}

API = """
/api/v1/bringings/                 GET     401  200  200  200  200
/api/v1/bringings/                 POST    401  415  415  415  415
/api/v1/bringings/{id}/            GET     401  200  404  404  404
/api/v1/bringings/{id}/accept/     POST    401  202  404  404  404
/api/v1/bringings/{id}/discard/    POST    401  200  404  404  404
/api/v1/takings/                   POST    401  202  202  202  202
/api/v1/takings/{id}/file/         GET     401  409  404  404  404
/api/v1/card-settings/             GET     401  200  200  200  200
/api/v1/card-settings/             PATCH   401  200  200  200  200
/api/v1/card-settings/fit/         GET     401  200  200  200  200
/api/v1/card-settings/fit/         POST    401  409  409  409  409
/api/v1/card-settings/unfit/       POST    401  200  200  200  200
/api/v1/cards/                     GET     401  200  200  200  200
/api/v1/cards/                     POST    401  201  201  201  201
/api/v1/cards/take-back/           POST    401  200  200  200  200
/api/v1/cards/due/                 GET     401  200  200  200  200
/api/v1/cards/{id}/                GET     401  200  404  404  404
/api/v1/cards/{id}/bury/           POST    401  200  404  404  404
/api/v1/cards/{id}/grade/          POST    401  200  404  404  404
/api/v1/cards/{id}/join/           POST    401  200  404  404  404
/api/v1/cards/{id}/keep/           POST    401  200  404  404  404
/api/v1/cards/{id}/news/           POST    401  200  404  404  404
/api/v1/cards/{id}/split/          POST    401  409  404  404  404
/api/v1/crams/                     GET     401  200  200  200  200
/api/v1/crams/                     POST    401  201  409  409  409
/api/v1/crams/{id}/                GET     401  200  404  404  404
/api/v1/crams/{id}/answer/         POST    401  200  404  404  404
/api/v1/cards/undo-last/           POST    401  409  409  409  409
/api/v1/cards/{id}/resume/         POST    401  200  404  404  404
/api/v1/cards/{id}/suspend/        POST    401  200  404  404  404
/api/v1/cards/{id}/undo/           POST    401  200  404  404  404
/api/v1/devices/                   GET     401  200  200  200  200
/api/v1/devices/                   POST    401  201  201  201  201
/api/v1/devices/refresh/           POST    409  409  409  409  409
/api/v1/devices/{id}/              PATCH   401  400  404  404  404
/api/v1/devices/{id}/              DELETE  401  204  404  404  404
/api/v1/disagreements/             GET     401  200  200  200  200
/api/v1/disagreements/{id}/reopen/ POST    401  200  404  404  404
/api/v1/disagreements/{id}/settle/ POST    401  200  404  404  404
/api/v1/guests/                    POST    201  201  201  201  201
/api/v1/documents/                 GET     401  200  200  200  200
/api/v1/documents/                 POST    401  415  415  415  415
/api/v1/documents/{id}/            GET     401  200  404  404  404
/api/v1/documents/{id}/@house-document GET     401  404  404  404  404
/api/v1/documents/{id}/publish/    POST    401  403  404  404  404
/api/v1/documents/{id}/publish/@house-document POST 401 403 403 403 200
/api/v1/documents/{id}/remove/     POST    401  200  404  404  404
/api/v1/documents/{id}/share/      POST    401  403  404  404  404
/api/v1/documents/{id}/undo/       POST    401  409  404  404  404
/api/v1/documents/{id}/unshare/    POST    401  200  404  404  404
/api/v1/documents/{id}/withdraw/   POST    401  403  404  404  404
/api/v1/documents/{id}/withdraw/@house-document POST 401 403 403 403 409
/api/v1/previews/                  GET     401  200  200  200  200
/api/v1/previews/{id}/             GET     401  200  404  404  404
/api/v1/previews/{id}/accept/      POST    401  200  404  404  404
/api/v1/previews/{id}/discard/     POST    401  200  404  404  404
/api/v1/questions/{id}/edit/       POST    401  200  404  404  404
/api/v1/questions/{id}/edit/@house POST    401  403  403  403  200
/api/v1/questions/{id}/history/    GET     401  200  404  404  404
/api/v1/questions/{id}/history/@house GET  401  403  403  403  200
/api/v1/questions/{id}/part/       POST    401  404  404  404  404
/api/v1/questions/{id}/part/@folded POST   401  200  404  404  404
/api/v1/questions/{id}/take/       POST    401  409  404  404  404
/api/v1/questions/{id}/report/     POST    401  201  404  404  404
/api/v1/questions/{id}/report/@house POST  401  201  201  201  201
/api/v1/questions/{id}/revert/     POST    401  200  404  404  404
/api/v1/questions/{id}/revert/@house POST  401  403  403  403  404
/api/v1/reports/                   GET     401  200  200  200  200
/api/v1/reports/{id}/settle/       POST    401  200  404  404  404
/api/v1/reports/{id}/settle/@house-report POST 401 403 404 404 200
/api/v1/duplicates/                GET     401  200  200  200  200
/api/v1/duplicates/{id}/accept/    POST    401  200  404  404  404
/api/v1/duplicates/{id}/dismiss/   POST    401  200  404  404  404
/api/v1/duplicates/{id}/reopen/    POST    401  200  404  404  404
/api/v1/interviews/                GET     401  200  200  200  200
/api/v1/interviews/                POST    401  403  403  201  403
/api/v1/interviews/{id}/           GET     401  200  404  404  404
/api/v1/interviews/{id}/act/       POST    401  200  404  404  404
/api/v1/interviews/{id}/act/@led   POST    401  200  404  404  404
/api/v1/interviews/{id}/calendar/  GET     401  200  404  404  404
/api/v1/interviews/{id}/cancel/    POST    401  200  404  404  404
/api/v1/interviews/{id}/events/    GET     401  200  404  404  404
/api/v1/interviews/{id}/link/@led  POST    401  403  404  404  404
/api/v1/interviews/{id}/open-report/@taken POST 401 200 404 404 404
/api/v1/interviews/{id}/own-view/@taken POST 401 200 404 404 404
/api/v1/interviews/{id}/pad/       GET     401  200  404  404  404
/api/v1/interviews/{id}/release/   POST    401  403  404  404  404
/api/v1/interviews/{id}/release/@written POST 401 200 404 404 404
/api/v1/interviews/{id}/report/    GET     401  409  404  404  404
/api/v1/interviews/{id}/report/@written GET 401 200  404  404  404
/api/v1/interviews/{id}/report/@written POST 401 200 404 404 404
/api/v1/interviews/{id}/reschedule/@led POST 401 200 404 404 404
/api/v1/interviews/{id}/room/      GET     401  200  404  404  404
/api/v1/interviews/{id}/room/@led  GET     401  200  404  404  404
/api/v1/interviews/{id}/rubric/    GET     401  404  404  404  404
/api/v1/interviews/{id}/rubric/@led GET    401  200  404  404  404
/api/v1/interviews/{id}/rubric/@led POST   401  200  404  404  404
/api/v1/interviews/{id}/script/    GET     401  404  404  404  404
/api/v1/interviews/{id}/script/@led GET    401  200  404  404  404
/api/v1/interviews/{id}/script/@led POST   401  200  404  404  404
/api/v1/interviews/{id}/thank/@taken POST  401  200  404  404  404
/api/v1/invitations/               GET     401  200  200  200  200
/api/v1/invitations/               POST    401  403  403  201  403
/api/v1/invitations/redeem/        POST    401  200  409  409  409
/api/v1/invitations/{id}/revoke/@link POST 401  200  404  404  404
/api/v1/pairings/                  GET     401  200  200  200  200
/api/v1/pairings/{id}/             GET     401  200  404  404  404
/api/v1/pairings/{id}/end/         POST    401  200  404  404  404
/api/v1/pairings/{id}/past/        GET     401  200  404  404  404
/api/v1/pairings/{id}/share/       POST    401  200  404  404  404
/api/v1/templates/                 GET     401  200  200  200  200
/api/v1/templates/                 POST    401  404  404  404  404
/api/v1/templates/@led             POST    401  201  404  404  404
/api/v1/templates/{id}/            DELETE  401  204  404  404  404
/api/v1/jobs/                      GET     401  200  200  200  200
/api/v1/jobs/{id}/                 GET     401  200  404  404  404
/api/v1/offline/                   GET     401  200  200  200  200
/api/v1/me/                        GET     401  200  200  200  200
/api/v1/me/leave/                  POST    401  204  204  204  204
/api/v1/me/                        PATCH   401  200  200  200  200
/api/v1/questions/                 GET     401  200  200  200  200
/api/v1/questions/export/          GET     401  400  400  400  400
/api/v1/questions/{id}/            GET     401  200  404  404  404
/api/v1/questions/{id}/@house      GET     401  200  200  200  200
/api/v1/question-statistics/       GET     401  200  200  200  200
/api/v1/quiz-pace/                 GET     401  200  200  200  200
/api/v1/quiz-pace/                 PATCH   401  400  400  400  400
/api/v1/quiz-setups/               GET     401  200  200  200  200
/api/v1/quiz-setups/               POST    401  201  201  201  201
/api/v1/quiz-setups/shared/{link}/@setup-link GET 401 200 200 200 200
/api/v1/quiz-setups/{id}/@setup    GET     401  200  404  404  404
/api/v1/quiz-setups/{id}/@setup    DELETE  401  204  404  404  404
/api/v1/quiz-setups/{id}/share/@setup POST 401  200  404  404  404
/api/v1/quiz-setups/{id}/unshare/@setup POST 401 200 404 404 404
/api/v1/quizzes/                   GET     401  200  200  200  200
/api/v1/quizzes/                   POST    401  201  201  201  201
/api/v1/quizzes/{id}/              GET     401  200  404  404  404
/api/v1/quizzes/{id}/again/        POST    401  201  404  404  404
/api/v1/quizzes/{id}/answer/       POST    401  200  404  404  404
/api/v1/quizzes/{id}/correct/      POST    401  409  404  404  404
/api/v1/quizzes/{id}/finish/       POST    401  200  404  404  404
/api/v1/quizzes/{id}/flag/         POST    401  200  404  404  404
/api/v1/quizzes/{id}/hint/         POST    401  200  404  404  404
/api/v1/quizzes/{id}/share/        POST    401  201  404  404  404
/api/v1/quizzes/{id}/turn/         POST    401  409  404  404  404
/api/v1/quizzes/{id}/missed-to-cards/ POST    401  200  404  404  404
/api/v1/readiness/                 GET     401  200  200  200  200
/api/v1/readiness/activity/        GET     401  200  200  200  200
/api/v1/readiness/{id}/evening/@target GET 401  200  404  404  404
/api/v1/reminders/                 GET     401  200  200  200  200
/api/v1/reminders/                 PATCH   401  200  200  200  200
/api/v1/reminders/calendar/        POST    401  200  200  200  200
/api/v1/reminders/calendar/        DELETE  401  204  204  204  204
/api/v1/readiness/record/          GET     401  200  200  200  200
/api/v1/sync/                      GET     401  200  200  200  200
/api/v1/sync/events/               POST    401  200  200  200  200
/api/v1/targets/                   GET     401  200  200  200  200
/api/v1/targets/                   POST    401  201  201  201  201
/api/v1/targets/{id}/              GET     401  200  404  404  404
/api/v1/targets/{id}/              PATCH   401  200  404  404  404
/api/v1/targets/{id}/              DELETE  401  204  404  404  404
/api/v1/targets/{id}/leave-out/    POST    401  200  404  404  404
/api/v1/targets/{id}/plan/         GET     401  200  404  404  404
/api/v1/targets/{id}/take-in/      POST    401  200  404  404  404
/api/v1/ticks/                     GET     401  200  200  200  200
/api/v1/ticks/                     POST    401  201  404  404  404
/api/v1/topics/                    GET     401  200  200  200  200
"""

REDEEMED = {("POST", "/api/v1/invitations/redeem/"): 200}
"""Whoever comes first with a link goes in; in the table the learner has been there before."""

OTHERWISE: dict[str, dict[tuple[str, str], int]] = {
    "guest": REDEEMED,
    "admin": REDEEMED,
    "another mentor": REDEEMED,
}
"""Where guests, admins and mentors of others are answered otherwise than strangers and mentors."""


def rows(table: str) -> list[tuple[str, str, dict[str, int]]]:
    """(door, method, status per role) of each line of a table."""
    found = []
    for line in table.strip().splitlines():
        door, method, *statuses = line.split()
        found.append((door, method, dict(zip(ROLES, map(int, statuses), strict=True))))
    return found
