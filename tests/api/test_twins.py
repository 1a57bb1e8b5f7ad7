"""Whatever a page does, the API does: every act of the pages has its twin, or a reason for none."""

from __future__ import annotations

from tests import doors

TWINS = {
    "accounts:end_device": "DELETE /api/v1/devices/{id}/",
    "bank:accept": "POST /api/v1/duplicates/{id}/accept/",
    "bank:dismiss": "POST /api/v1/duplicates/{id}/dismiss/",
    "bank:edit": "POST /api/v1/questions/{id}/edit/",
    "bank:part": "POST /api/v1/questions/{id}/part/",
    "bank:reopen": "POST /api/v1/duplicates/{id}/reopen/",
    "bank:report": "POST /api/v1/questions/{id}/report/",
    "bank:revert": "POST /api/v1/questions/{id}/revert/",
    "bank:settle": "POST /api/v1/disagreements/{id}/settle/",
    "bank:settle_report": "POST /api/v1/reports/{id}/settle/",
    "bank:take": "POST /api/v1/questions/{id}/take/",
    "bank:unsettle": "POST /api/v1/disagreements/{id}/reopen/",
    "exchange:accept": "POST /api/v1/bringings/{id}/accept/",
    "exchange:bring": "POST /api/v1/bringings/",
    "exchange:discard": "POST /api/v1/bringings/{id}/discard/",
    "exchange:leave": "POST /api/v1/me/leave/",
    "exchange:take": "POST /api/v1/takings/",
    "flashcards:add": "POST /api/v1/cards/",
    "flashcards:aim": "POST /api/v1/targets/",
    "flashcards:answer_cram": "POST /api/v1/crams/{id}/answer/",
    "flashcards:bury": "POST /api/v1/cards/{id}/bury/",
    "flashcards:fit": "POST /api/v1/card-settings/fit/",
    "flashcards:give_up": "DELETE /api/v1/targets/{id}/",
    "flashcards:grade": "POST /api/v1/cards/{id}/grade/",
    "flashcards:join": "POST /api/v1/cards/{id}/join/",
    "flashcards:leave_out": "POST /api/v1/targets/{id}/leave-out/",
    "flashcards:news": "POST /api/v1/cards/{id}/news/",
    "flashcards:resume": "POST /api/v1/cards/{id}/resume/",
    "flashcards:split": "POST /api/v1/cards/{id}/split/",
    "flashcards:start_cram": "POST /api/v1/crams/",
    "flashcards:suspend": "POST /api/v1/cards/{id}/suspend/",
    "flashcards:take_back": "POST /api/v1/cards/take-back/",
    "flashcards:take_in": "POST /api/v1/targets/{id}/take-in/",
    "flashcards:undo": "POST /api/v1/cards/undo-last/",
    "flashcards:unfit": "POST /api/v1/card-settings/unfit/",
    "ingest:accept": "POST /api/v1/previews/{id}/accept/",
    "ingest:discard": "POST /api/v1/previews/{id}/discard/",
    "ingest:publish": "POST /api/v1/documents/{id}/publish/",
    "ingest:remove": "POST /api/v1/documents/{id}/remove/",
    "ingest:share": "POST /api/v1/documents/{id}/share/",
    "ingest:undo": "POST /api/v1/documents/{id}/undo/",
    "ingest:unshare": "POST /api/v1/documents/{id}/unshare/",
    "ingest:upload": "POST /api/v1/documents/",
    "ingest:withdraw": "POST /api/v1/documents/{id}/withdraw/",
    "interviews:accept": "POST /api/v1/invitations/redeem/",
    "interviews:act": "POST /api/v1/interviews/{id}/act/",
    "interviews:add_drawn": "POST /api/v1/interviews/{id}/script/",
    "interviews:add_own": "POST /api/v1/interviews/{id}/script/",
    "interviews:begin_rehearsal": "POST /api/v1/interviews/",
    "interviews:cancel": "POST /api/v1/interviews/{id}/cancel/",
    "interviews:hand_out": "POST /api/v1/interviews/{id}/link/",
    "interviews:invite": "POST /api/v1/invitations/",
    "interviews:as_guest": "POST /api/v1/guests/",
    "interviews:keep_report": "POST /api/v1/interviews/{id}/report/",
    "interviews:keep_template": "POST /api/v1/templates/",
    "interviews:move_down": "POST /api/v1/interviews/{id}/script/",
    "interviews:move_up": "POST /api/v1/interviews/{id}/script/",
    "interviews:open_report": "POST /api/v1/interviews/{id}/open-report/",
    "interviews:own_view": "POST /api/v1/interviews/{id}/own-view/",
    "interviews:part": "POST /api/v1/pairings/{id}/end/",
    "interviews:plan": "POST /api/v1/interviews/",
    "interviews:release": "POST /api/v1/interviews/{id}/release/",
    "interviews:remove_item": "POST /api/v1/interviews/{id}/script/",
    "interviews:remove_template": "DELETE /api/v1/templates/{id}/",
    "interviews:reschedule": "POST /api/v1/interviews/{id}/reschedule/",
    "interviews:revoke": "POST /api/v1/invitations/{id}/revoke/",
    "interviews:rubric": "POST /api/v1/interviews/{id}/rubric/",
    "interviews:share": "POST /api/v1/pairings/{id}/share/",
    "interviews:swap": "POST /api/v1/interviews/{id}/script/",
    "interviews:thank": "POST /api/v1/interviews/{id}/thank/",
    "progress:close_feed": "DELETE /api/v1/reminders/calendar/",
    "progress:open_feed": "POST /api/v1/reminders/calendar/",
    "quizzes:again": "POST /api/v1/quizzes/{id}/again/",
    "quizzes:answer": "POST /api/v1/quizzes/{id}/answer/",
    "quizzes:correct": "POST /api/v1/quizzes/{id}/correct/",
    "quizzes:drop_setup": "DELETE /api/v1/quiz-setups/{id}/",
    "quizzes:finish": "POST /api/v1/quizzes/{id}/finish/",
    "quizzes:flag": "POST /api/v1/quizzes/{id}/flag/",
    "quizzes:hint": "POST /api/v1/quizzes/{id}/hint/",
    "quizzes:pace": "PATCH /api/v1/quiz-pace/",
    "quizzes:save": "POST /api/v1/quiz-setups/",
    "quizzes:share_questions": "POST /api/v1/quizzes/{id}/share/",
    "quizzes:share_setup": "POST /api/v1/quiz-setups/{id}/share/",
    "quizzes:start": "POST /api/v1/quizzes/",
    "quizzes:start_setup": "POST /api/v1/quizzes/",
    "quizzes:start_shared": "POST /api/v1/quizzes/",
    "quizzes:to_cards": "POST /api/v1/quizzes/{id}/missed-to-cards/",
    "quizzes:try_one": "POST /api/v1/guests/",
    "quizzes:try_ten": "POST /api/v1/guests/",
    "quizzes:turn": "POST /api/v1/quizzes/{id}/turn/",
    "quizzes:unshare_setup": "POST /api/v1/quiz-setups/{id}/unshare/",
}
WITHOUT = {
    "bank:preview": "shows how a text will look; it changes nothing",
    "ingest:accept_all": "one call of accept for each preview, with its own answer",
    "quizzes:count": "shows how many questions a choice leaves; it changes nothing",
}


def acts() -> set[str]:
    """The pages that do something."""
    return {
        name.partition("@")[0] for name, method, _ in doors.rows(doors.PAGES) if method == "POST"
    }


def operations() -> set[str]:
    return {f"{method} {path.partition('@')[0]}" for path, method, _ in doors.rows(doors.API)}


def test_every_act_of_a_page_has_its_twin_in_the_api():
    assert acts() - set(TWINS) - set(WITHOUT) == set()


def test_every_twin_is_there_and_no_reason_is_left_over():
    assert set(TWINS.values()) - operations() == set()
    assert (set(TWINS) | set(WITHOUT)) - acts() == set()
    assert set(TWINS) & set(WITHOUT) == set()
