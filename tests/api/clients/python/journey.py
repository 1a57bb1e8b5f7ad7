"""A phone's day with the Python client that a generator made of the document.

Checked by mypy as strictly as it can, then run: `python journey.py SITE EMAIL PASSWORD`.
"""

from __future__ import annotations

import sys
from datetime import UTC, datetime
from typing import TypeVar
from uuid import uuid4

from rehearsal_client import AuthenticatedClient, Client
from rehearsal_client.api.cards import cards_create, cards_due_retrieve, cards_grade_create
from rehearsal_client.api.questions import questions_list
from rehearsal_client.api.quizzes import (
    quizzes_answer_create,
    quizzes_create,
    quizzes_finish_create,
)
from rehearsal_client.api.sign_in import auth_auth_login_post
from rehearsal_client.api.sync import sync_events, sync_retrieve
from rehearsal_client.models import (
    AddInputRequest,
    AuthAuthenticatedResponse,
    AuthLogin,
    CardDone,
    CardsAdded,
    DueCard,
    EventResults,
    EventsInputRequest,
    GradeInputRequest,
    KeyedInputRequest,
    PaginatedLineList,
    QuizAnswerInputRequest,
    QuizInputRequest,
    QuizItem,
    ReviewEventInputKindEnum,
    ReviewEventInputRequest,
    Sync,
    WholeQuiz,
)

Wanted = TypeVar("Wanted")


def sure(answer: object, kind: type[Wanted]) -> Wanted:
    """The answer, which has to be of the kind that the document promises."""
    if not isinstance(answer, kind):
        raise SystemExit(f"expected {kind.__name__}, got {answer!r}")
    return answer


def signed_in(site: str, email: str, password: str) -> AuthenticatedClient:
    body = AuthLogin.from_dict({"email": email, "password": password})
    answer = auth_auth_login_post.sync(client=Client(site), body=body)
    token = sure(answer, AuthAuthenticatedResponse).meta.session_token
    return AuthenticatedClient(site, str(token), prefix="", auth_header_name="X-Session-Token")


def add_cards(phone: AuthenticatedClient) -> None:
    listed = sure(questions_list.sync(client=phone, page_size=3), PaginatedLineList)
    body = AddInputRequest(key=uuid4(), questions=[line.id for line in listed.results])
    added = sure(cards_create.sync(client=phone, body=body), CardsAdded)
    assert added.added == 3


def review(phone: AuthenticatedClient) -> None:
    due = sure(cards_due_retrieve.sync(client=phone), DueCard)
    assert due.card is not None
    body = GradeInputRequest(key=uuid4(), grade=3, seconds=7)
    done = sure(cards_grade_create.sync(due.card.id, client=phone, body=body), CardDone)
    assert done.card.reps == 1


def take_a_quiz(phone: AuthenticatedClient) -> None:
    quiz = sure(
        quizzes_create.sync(client=phone, body=QuizInputRequest(key=uuid4(), length=5)), WholeQuiz
    )
    first = quiz.items[0]
    answer = QuizAnswerInputRequest(key=uuid4(), position=first.position)
    if first.options:
        answer.picked = [first.options[0].id]
    elif first.steps:
        answer.order = [step.id for step in first.steps]
    else:
        answer.text = "It scales by itself."
    sure(quizzes_answer_create.sync(quiz.id, client=phone, body=answer), QuizItem)
    over = quizzes_finish_create.sync(quiz.id, client=phone, body=KeyedInputRequest(key=uuid4()))
    assert sure(over, WholeQuiz).finished


def sync(phone: AuthenticatedClient) -> None:
    first = sure(sync_retrieve.sync(client=phone, page_size=500), Sync)
    assert first.cards
    told = ReviewEventInputRequest(
        key=uuid4(),
        at=datetime.now(UTC),
        kind=ReviewEventInputKindEnum.REVIEW,
        card=first.cards[0].id,
        grade=4,
    )
    answer = sync_events.sync(client=phone, body=EventsInputRequest(events=[told]))
    assert [one.status for one in sure(answer, EventResults).results] == ["accepted"]
    after = sure(sync_retrieve.sync(client=phone, since=first.cursor), Sync)
    assert [card.id for card in after.cards] == [first.cards[0].id]


def main() -> None:
    phone = signed_in(*sys.argv[1:4])
    for step in (add_cards, review, take_a_quiz, sync):
        step(phone)
    sys.stdout.write("done\n")


if __name__ == "__main__":
    main()
