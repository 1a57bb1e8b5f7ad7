"""Rows for tests: each maker states only what the test is about and fills in the rest."""

from __future__ import annotations

from collections.abc import Sequence
from datetime import UTC, date, datetime, time, timedelta
from typing import Any
from uuid import UUID, uuid4

from django.utils.text import slugify
from django.utils.timezone import now

from questions.accounts.models import User
from questions.bank import actions as bank
from questions.bank.models import (
    Answer,
    Choice,
    Disagreement,
    Document,
    KeyPoint,
    Question,
    Report,
    Revision,
    SearchEntry,
    Suggestion,
    Topic,
)
from questions.bank.rules import terms
from questions.bank.rules.conflicts import Differs
from questions.bank.rules.decisions import Why
from questions.bank.rules.difficulty import Difficulty, Source
from questions.bank.rules.past import Way, past_dumped
from questions.bank.rules.states import Kind, Visibility
from questions.exchange.models import Bringing
from questions.exchange.rules import Histories
from questions.flashcards.models import Card, Cram, Target
from questions.flashcards.rules import Phase
from questions.ingest.found import Found, dumped
from questions.ingest.models import Preview
from questions.interviews import actions as interviews
from questions.interviews.actions.drawing import put
from questions.interviews.models import Interview, Pairing
from questions.interviews.models import Kind as Held
from questions.interviews.rules import DEFAULT, Act, Drawn, Verb, dimensions_json
from questions.interviews.rules.drawing import stages_for
from questions.progress.models import Forecast, Reminder
from questions.quizzes import actions as quizzes
from questions.quizzes.models import Quiz, Setup
from questions.quizzes.rules import Settings

AT = datetime(2026, 11, 1, 9, tzinfo=UTC)
PASSWORD = "a long enough phrase"


def person(email: str = "lena@example.org", **fields: Any) -> User:
    """A person who can sign in with PASSWORD."""
    return User.objects.create_user(email, PASSWORD, **fields)


def topic(name: str = "Storage", **fields: Any) -> Topic:
    """A topic of the house, named and slugged alike."""
    return Topic.objects.create(**{"slug": slugify(name), "name": name, **fields})


def document(owner: User | None = None, **fields: Any) -> Document:
    """A document: public where it is the house's, private where it is somebody's."""
    given = {
        "name": f"document-{Document.objects.count() + 1}.md",
        "title": "Notes",
        "format": "markdown",
        "sha256": "0" * 64,
        "owner": owner,
        "visibility": (Visibility.PRIVATE if owner else Visibility.PUBLIC).value,
        "created": AT,
        "updated": AT,
    }
    return Document.objects.create(**{**given, **fields})


def question(
    prompt: str = "What is a bucket?",
    answer: str = "A named place for objects. It belongs to one region.",
    *,
    points: Sequence[tuple[str, bool]] = (("a named place for objects", True),),
    topics: Sequence[Topic] = (),
    choices: Sequence[tuple[str, bool]] = (),
    **fields: Any,
) -> Question:
    """A published question with its answer, checklist and options; the document's wall is its."""
    source = fields.pop("document", None) or document(fields.pop("owner", None))
    given = {
        "document": source,
        "owner": source.owner,
        "visibility": source.visibility,
        "kind": (Kind.CHOICE if choices else Kind.OPEN).value,
        "prompt": prompt,
        "prompt_html": f"<p>{prompt}</p>",
        "title": prompt,
        "fingerprint": slugify(prompt)[:64],
        "difficulty": Difficulty.MEDIUM.value,
        "difficulty_source": Source.SIGNALS.value,
        "created": AT,
        "updated": AT,
    }
    made = Question.objects.create(**{**given, **fields})
    made.topics.set(topics)
    if answer:
        made.preferred = answer_to(made, answer)
        made.save(update_fields=["preferred"])
    for position, (text, core) in enumerate(points):
        KeyPoint.objects.create(question=made, position=position, text=text, core=core)
    for position, (text, correct) in enumerate(choices):
        Choice.objects.create(
            question=made, position=position, text=text, html=f"<p>{text}</p>", correct=correct
        )
    SearchEntry.objects.create(question=made, title=terms.folded(prompt), body=terms.folded(answer))
    return made


def card(
    learner: User, question_: Question | None = None, *, due: date | None = None, **fields: Any
) -> Card:
    """A card: new, or known for ten days and due again on a day."""
    known = {
        "phase": Phase.REVIEW.value,
        "stability": 10.0,
        "difficulty": 5.0,
        "reviewed": AT,
        "reviewed_day": due and due - timedelta(days=10),
        "introduced": due and due - timedelta(days=10),
        "due_day": due,
        "reps": 1,
    }
    given = {
        "learner": learner,
        "question": question_ or question(f"What is thing {Card.objects.count() + 1}?"),
        "added": AT,
        "added_under": uuid4(),
        **(known if due else {}),
    }
    return Card.objects.create(**{**given, **fields})


def cram(learner: User, *questions: Question) -> Cram:
    """A going-through of the cards of these questions, of which one learner has one each."""
    for one in questions:
        if not Card.objects.filter(learner=learner, question=one).exists():
            card(learner, one)
    ids = Card.objects.filter(learner=learner, question__in=questions).values_list("pk", flat=True)
    made = Cram(learner=learner, name="All topics", total=len(questions), made=AT)
    made.waiting = [str(pk) for pk in ids]
    made.save()
    return made


def target(
    learner: User, topics: Sequence[Topic], *, date: date | None = None, **fields: Any
) -> Target:
    """A date ten days ahead, 25 minutes a day."""
    day = date or now().date() + timedelta(days=10)
    given = {"name": "Interview", "minutes": 25, "made": AT, "date": day, **fields}
    made = Target.objects.create(learner=learner, **given)
    made.topics.set(topics)
    return made


def forecast(learner: User, day: date, **fields: Any) -> Forecast:
    """What was said to a learner on a morning: nothing about any card."""
    made = datetime.combine(day, time(4), tzinfo=UTC)
    return Forecast.objects.create(learner=learner, day=day, **{"made": made, **fields})


def answer_to(to: Question, text: str, **fields: Any) -> Answer:
    """One more answer to a question, from the question's own document."""
    given = {
        "question": to,
        "document": to.document,
        "first_line": 1,
        "last_line": 3,
        "text": text,
        "html": f"<p>{text}</p>",
        "opening": text.split(". ")[0],
        "created": AT,
        "updated": AT,
    }
    return Answer.objects.create(**{**given, **fields})


def suggestion(one: Question, other: Question | None = None, **fields: Any) -> Suggestion:
    """Two questions that are likely one; the other is made in the same document."""
    other = other or question(f"{one.title} And why?", document=one.document)
    given = {"why": Why.LIKELY.value, "likeness": 1.1, "shared": ["bucket"], "created": AT}
    return Suggestion.objects.create(one=one, other=other, **{**given, **fields})


def disagreement(about: Question, **fields: Any) -> Disagreement:
    """Two answers to a question that disagree; the second is made."""
    given = {
        "one": about.preferred,
        "other": answer_to(about, "It belongs to 3 regions."),
        "one_says": "It belongs to one region.",
        "other_says": "It belongs to 3 regions.",
        "differs": Differs.AMOUNT.value,
        "about": "count of region",
        "created": AT,
    }
    return Disagreement.objects.create(**{**given, **fields})


def quiz(
    learner: User, questions: Sequence[Question], *, at: datetime = AT, **settings: Any
) -> Quiz:
    """A quiz of these questions in this order."""
    chosen = Settings(
        length=len(questions), questions=tuple(one.pk for one in questions), **settings
    )
    return quizzes.start(learner, chosen, key=uuid4(), at=at)


def setup(owner: User, *, link: UUID | None = None, name: str = "Mine", **chosen: Any) -> Setup:
    """Saved choices: of ten questions about everything, unless others are named."""
    settings = Settings(**chosen).as_json()
    return Setup.objects.create(
        owner=owner, key=uuid4(), name=name, settings=settings, link=link, made=AT
    )


def revision(about: Question, by: User | None = None, **fields: Any) -> Revision:
    """The next change of a question, before which it said what it says now."""
    given = {
        "question": about,
        "number": about.revisions.count() + 1,
        "change": uuid4(),
        "way": Way.EDITED.value,
        "by": by,
        "at": AT,
        "before": past_dumped(bank.present(about)),
    }
    return Revision.objects.create(**{**given, **fields})


def report(about: Question, by: User, **fields: Any) -> Report:
    """Somebody says that a question is wrong."""
    given = {"question": about, "by": by, "key": uuid4(), "reason": "wrong", "at": AT}
    return Report.objects.create(**{**given, **fields})


def preview(owner: User, name: str = "waiting.md", **fields: Any) -> Preview:
    """A document without a question, read and not decided about."""
    nothing = Found("Waiting", "markdown", "1" * 64, False, (), (), ())
    given = {"owner": owner, "name": name, "at": AT, "found": dumped(nothing).decode()}
    return Preview.objects.create(**{**given, **fields})


def pairing(mentor: User, candidate: User, **fields: Any) -> Pairing:
    """A candidate who accepted a mentor."""
    given = {"mentor": mentor, "candidate": candidate, "accepted": AT, **fields}
    return Pairing.objects.create(**given)


def mock(
    mentor: User | None, candidate: User | None, questions: Sequence[Question] = (), **fields: Any
) -> Interview:
    """A planned mock of these questions; the pair is made where there is none yet."""
    if mentor and candidate and not Pairing.objects.filter(mentor=mentor, candidate=candidate):
        pairing(mentor, candidate)
    given = {
        "kind": (Held.MOCK if mentor else Held.REHEARSAL).value,
        "mentor": mentor,
        "candidate": candidate,
        "dimensions": dimensions_json(DEFAULT),
        "made": AT,
        "made_by": mentor or candidate,
        "key": uuid4(),
    }
    interview = Interview.objects.create(**{**given, **fields})
    stages = stages_for(len(questions))
    drawn = [Drawn(one.pk, stage) for one, stage in zip(questions, stages, strict=True)]
    asker = mentor or candidate
    assert asker is not None
    put(interview, asker, drawn, 1)
    return interview


def done(
    interview: Interview, by: User, verb: Verb, *, at: datetime = AT, **said: Any
) -> Interview:
    """One act in a room, under a key of its own."""
    return interviews.act(interview, Act(verb, **said), by=by, key=uuid4(), at=at)


def reminder(learner: User, **fields: Any) -> Reminder:
    """A letter a day at 18:00, and a calendar."""
    given = {"letter": True, "hour": 18, "site": "https://rehearsal.example/", "feed": "secret"}
    return Reminder.objects.create(learner=learner, **{**given, **fields})


def bringing(owner: User, name: str = "deck.apkg", **fields: Any) -> Bringing:
    """A package without a card, read and not decided about."""
    found = Histories(())
    given = {"owner": owner, "preview": preview(owner, name), "name": name, "at": AT}
    made = Bringing(**{**given, **fields})
    made.hold(found)
    made.save()
    return made
