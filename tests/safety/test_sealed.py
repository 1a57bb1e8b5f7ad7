"""What one is being asked in an exam: its answer leaves by no door until the exam is handed in."""

from __future__ import annotations

from datetime import timedelta
from uuid import uuid4

import pytest
from django.db import connection, transaction
from django.test.utils import CaptureQueriesContext
from django.urls import reverse
from django.utils.timezone import now

from questions.bank.models import Answer, Edit, KeyPoint, Question, Seal
from questions.flashcards.models import Card, Confirmed
from questions.interviews.models import Pairing, Point, Report
from questions.marks.models import Tick
from questions.quizzes import actions as quizzes
from questions.quizzes.actions import Said
from questions.quizzes.models import Statistic
from questions.quizzes.rules import ItemKind, Mode
from tests import doors, make
from tests.test_doors import API, PAGES, client_of, filled, page_of, path_of, phone_of, world_of

ANSWER, POINT, WHY = "quillstave", "brindlecoat", "thornwick"
WORDS = (ANSWER, POINT, WHY)

OF_A_MENTOR = (
    "interviews:interview@led",
    "interviews:room@led",
    "interviews:script@led",
    "/api/v1/interviews/{id}/room/@led",
    "/api/v1/interviews/{id}/script/@led",
)
"""The sheets of a mock that the person leads: the room goes on, whatever its mentor is asked."""

MORE = (
    ("bank:export", "?into=json"),
    ("bank:export", "?into=markdown"),
    ("bank:export", "?into=csv"),
    ("bank:export", "?into=gift"),
    ("bank:export", "?into=anki"),
    ("bank:duplicates", "?decided=1"),
    ("bank:disagreements", "?settled=1"),
    ("flashcards:cards", "?which=due"),
    ("/api/v1/questions/", "?expand=key_points&expand=answers&expand=choices&expand=disagreements"),
    ("/api/v1/questions/export/", "?into=json"),
    ("/api/v1/questions/export/", "?into=gift"),
    ("/api/v1/cards/", "?expand=asks"),
    ("/api/v1/quizzes/", "?expand=items"),
    ("/api/v1/disagreements/", "?done=true"),
    ("/api/v1/sync/", ""),
)
"""What doors show besides when they are asked for more."""


@pytest.fixture
def world(learner):
    """All that a person may have about questions whose answers hold words of their own."""
    found = world_of(learner, {"learner": learner})
    private, house = (Question.objects.get(pk=found[kind]) for kind in ("question", "house"))
    topic = house.topics.get()
    choice = make.question(
        "Which of these floats?",
        f"The {ANSWER}.",
        topics=[topic],
        owner=learner,
        choices=[("The one", True), ("The other", False)],
    )
    choice.choices.update(why=WHY, why_html=f"<p>{WHY}</p>")
    said = {"text": f"It is a {ANSWER}.", "html": f"<p>It is a {ANSWER}.</p>", "opening": ANSWER}
    asked = (private, house, choice)
    group = [*asked, *Question.objects.filter(folded_into=private)]
    Answer.objects.filter(question__in=group).update(**said)
    KeyPoint.objects.filter(question__in=group).update(text=POINT)
    for question in asked:
        with_everything(question, learner)
    found["choice"] = choice.pk
    found["house-card"] = Card.objects.get(question=house).pk
    found["house-quiz"] = earlier(learner, [house, choice], finished=True).pk
    found["begun"] = earlier(learner, [choice, house, private], finished=False).pk
    found["spoken"] = spoken(learner, private).pk
    found["target"] = make.target(learner, [topic], name="For the exam").pk
    found["house-led"] = make.mock(
        learner, make.person("cara@example.org"), [house], starts=now() + timedelta(days=1)
    ).pk
    return found | rehearsed(learner, house)


OTHERS = {
    "question": ("house", "choice", "folded"),
    "card": ("house-card",),
    "quiz": ("house-quiz", "begun", "spoken"),
    "interview": ("mock", "alone"),
    "pairing": ("read-pairing",),
}
"""What else there is behind a door than the thing that the table of doors names."""

TELLS = {
    "bank:question",
    "bank:question@house",
    "bank:edit",
    "bank:history",
    "bank:duplicates",
    "bank:disagreements",
    "bank:export?into=json",
    "bank:export?into=markdown",
    "bank:export?into=csv",
    "bank:export?into=gift",
    "bank:disagreements?settled=1",
    "interviews:report",
    "interviews:room",
    "interviews:pair@pairing",
    "/api/v1/interviews/{id}/report/",
    "/api/v1/interviews/{id}/room/",
    "/api/v1/pairings/{id}/past/",
    "flashcards:review",
    "flashcards:card",
    "flashcards:cram@cram",
    "progress:evening@target",
    "progress:pack",
    "quizzes:item",
    "quizzes:results",
    "quizzes:measured",
    "/api/v1/questions/{id}/",
    "/api/v1/questions/{id}/@house",
    "/api/v1/questions/{id}/edit/",
    "/api/v1/questions/{id}/history/",
    "/api/v1/questions/export/?into=json",
    "/api/v1/cards/{id}/",
    "/api/v1/cards/due/",
    "/api/v1/cards/?expand=asks",
    "/api/v1/offline/",
    "/api/v1/quizzes/{id}/",
    "/api/v1/quizzes/{id}/flag/",
    "/api/v1/quizzes/?expand=items",
    "/api/v1/disagreements/",
    "/api/v1/duplicates/",
    "/api/v1/question-statistics/",
    "/api/v1/readiness/{id}/evening/@target",
    "/api/v1/sync/",
}
"""Doors that tell answers when no exam is in the way, so that the walk has looked at something."""


def rehearsed(learner, question):
    """A mock with a report that its candidate has read, and a rehearsal alone, begun."""
    tutor = make.person("tom@example.org", is_mentor=True)
    mock = make.mock(tutor, learner, [question], stage="over", ended=now())
    Report.objects.create(interview=mock, released=now(), viewed=now())
    alone = make.mock(None, learner, [question], stage="core", position=1)
    for one in (mock, alone):
        one.items.update(shown=now(), revealed=now())
    Point.objects.filter(item__interview=mock).update(core=True, verdict="missed")
    pairing = Pairing.objects.get(mentor=tutor)
    return {"mock": mock.pk, "alone": alone.pk, "read-pairing": pairing.pk}


def with_everything(question, learner):
    """A card, a missed tick, a change, an editor's word, doubts and a double."""
    card = Card.objects.filter(learner=learner, question=question).first()
    card = card or make.card(learner, question, due=now().date())
    make.revision(question, learner)
    Edit.objects.create(
        question=question,
        by=learner,
        at=make.AT,
        said={"answer": ANSWER},
        now={"answer": f"{ANSWER} indeed"},
        offered=True,
    )
    for right in ("", "one"):
        make.disagreement(question, one_says=ANSWER, other_says=f"No {ANSWER}", right=right)
    for decision in ("open", "dismissed"):
        make.suggestion(question, decision=decision)
    Statistic.objects.create(
        question=question, attempts=30, facility=50, hurts="It hurts", unpicked=[WHY], at=make.AT
    )
    for point in question.points.all():
        Confirmed.objects.create(card=card, point=point, revision=0, text=f"{POINT} before")
        Tick.objects.create(
            learner=learner, key_point=point, verdict="missed", where="card", at=now(), key=uuid4()
        )


def earlier(learner, questions, *, finished):
    """An attempt before the exam, in which the first was answered."""
    quiz = make.quiz(learner, questions, at=now(), kinds=(ItemKind.CHOICE, ItemKind.TYPED))
    quizzes.answer(quiz, 1, said_to(quiz.items.get(position=1)), key=uuid4(), at=now())
    return quizzes.finish(quiz, at=now()) if finished else quiz


def said_to(item):
    return Said(picked=[item.right[0]]) if item.is_choice else Said(text="A thing that floats")


def spoken(learner, question):
    quiz = make.quiz(learner, [question], at=now(), kinds=(ItemKind.SPOKEN,))
    quizzes.turn(quiz, 1, at=now())
    return quiz


@pytest.fixture
def exam(learner, world):
    """An exam about all of them, without an end of its own."""
    quizzes.set_pace(learner, None)
    asked = [Question.objects.get(pk=world[kind]) for kind in ("question", "house", "choice")]
    return make.quiz(learner, asked, at=now(), mode=Mode.EXAM)


def told(world, person, only=None):
    """The words that doors show this person, by door."""
    found = {}
    for door, body in said_by_doors(world, person, only):
        words = {word for word in WORDS if word in body}
        if words and door not in OF_A_MENTOR:
            found[door] = words | found.get(door, set())
    return found


def said_by_doors(world, person, only):
    """(door, body) of all that there is, or of some doors, each call taken back."""
    for door, method, _ in PAGES:
        if only is None or door in only:
            for address in every(door, page_of(door, world), world):
                yield door, body_of(client_of(person), method, address)
    for door, method, _ in API:
        if only is None or door in only:
            body = {**filled(doors.BODIES.get(door, {}), world), "key": str(uuid4())}
            for address in every(door, path_of(door, world), world):
                yield door, body_of(phone_of(person), method, address, body)
    for door, query in MORE:
        api = door.startswith("/")
        address = door if api else page_of(door, world)
        client = phone_of(person) if api else client_of(person)
        yield door + query, body_of(client, "GET", address + query)


def every(door, address, world):
    """The address, and the same with the other things of its kind."""
    yield address
    for kind, others in OTHERS.items():
        if (thing := str(world[kind])) in address:
            yield from (address.replace(thing, str(world[other])) for other in others)


def body_of(client, method, address, body=None):
    with transaction.atomic():
        call = getattr(client, method.lower())
        answered = call(address, body) if body and method != "GET" else call(address)
        transaction.set_rollback(True)
    streamed = getattr(answered, "streaming_content", None)
    content = b"".join(streamed) if streamed and not answered.is_async else answered.content
    return content.decode(errors="replace")


def test_no_door_tells_an_answer_before_the_exam_is_handed_in(learner, world, exam):
    assert told(world, learner) == {}
    quizzes.finish(exam, at=now())
    after = told(world, learner, TELLS)
    assert TELLS - after.keys() == set()
    assert {word for words in after.values() for word in words} == set(WORDS)


@pytest.mark.parametrize("into", ["json", "markdown", "csv", "gift", "anki"])
def test_a_file_of_a_selection_waits_and_others_can_be_had(into, learner, world, exam):
    make.question("What else?", topics=[make.topic("Else")])
    for client, address in (
        (client_of(learner), "/bank/export/"),
        (phone_of(learner), "/api/v1/questions/export/"),
    ):
        waits = client.get(f"{address}?into={into}")
        assert waits.status_code == 409
        assert "waits until you hand it in" in waits.content.decode()
        assert client.get(f"{address}?into={into}&topic=else").status_code == 200


def test_pages_cost_no_more_whether_an_exam_asks_one_question_or_eleven(learner):
    topic = make.topic()
    asked = [make.question(f"What is thing {n}?", topics=[topic]) for n in range(12)]
    for question in asked:
        make.card(learner, question, due=now().date())
    quiz = earlier(learner, asked, finished=True)
    target = make.target(learner, [topic])
    addresses = [
        f"/bank/{asked[0].pk}/",
        "/bank/",
        "/bank/?q=thing",
        "/flashcards/",
        "/flashcards/cards/",
        "/flashcards/pack/",
        f"/quizzes/{quiz.pk}/1/",
        f"/quizzes/{quiz.pk}/results/",
        reverse("progress:evening", args=[target.pk]),
        "/today/",
    ]
    without = statements(learner, addresses)
    one = make.quiz(learner, asked[:1], at=now(), mode=Mode.EXAM)
    few = statements(learner, addresses)
    quizzes.finish(one, at=now())
    make.quiz(learner, asked[:11], at=now(), mode=Mode.EXAM)
    many = statements(learner, addresses)
    assert [address for address in addresses if few[address] > without[address] + 1] == []
    assert [address for address in addresses if many[address] > few[address]] == []


def statements(learner, addresses):
    """How many statements each page takes."""
    found = {}
    for address in addresses:
        client = client_of(learner)
        client.get(address)
        with CaptureQueriesContext(connection) as caught:
            client.get(address)
        found[address] = len(caught)
    return found


def test_the_clock_opens_what_it_ends(learner, world, exam):
    Seal.objects.update(until=now() - timedelta(seconds=1))
    some = {"bank:question", "flashcards:card", "/api/v1/questions/{id}/", "/api/v1/sync/"}
    assert some - told(world, learner, some).keys() == set()


def test_nobody_else_is_kept_out(editor, world, exam):
    body = client_of(editor).get(page_of("bank:question@house", world)).content.decode()
    assert ANSWER in body
