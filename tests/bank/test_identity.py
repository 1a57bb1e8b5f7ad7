"""Who a question is, through any sequence of edits of its document."""

from __future__ import annotations

from dataclasses import dataclass, replace
from datetime import UTC, datetime
from uuid import UUID, uuid4

from django.db import transaction
from hypothesis import HealthCheck, given, settings
from hypothesis import strategies as st
from hypothesis.stateful import (
    RuleBasedStateMachine,
    initialize,
    invariant,
    precondition,
    rule,
    run_state_machine_as_test,
)

from questions.bank import actions
from questions.bank.models import Answer, Document, KeyPoint, Question, Suggestion
from questions.bank.rules import points
from questions.bank.rules.difficulty import Difficulty, Source
from questions.bank.rules.given import Given
from questions.bank.rules.states import Kind, State
from tests import effort, make

AT = datetime(2026, 11, 10, 12, tzinfo=UTC)
THINGS = (
    *("kiln", "sextant", "loom", "bellows", "anvil", "prism", "rudder", "quern", "lathe", "sluice"),
    *("winch", "crucible", "pulley", "astrolabe", "gimbal", "spindle", "trowel", "chisel", "auger"),
)
DOES = (
    *("holds heat for days", "measures the height of a star", "turns thread into cloth"),
    *("blows air into a fire", "carries the blow of a hammer", "splits light into colours"),
    *("turns a boat at sea", "grinds grain between stones", "shapes wood as it spins"),
)
KINDS = ("What does a {} do?", "Why was the {} invented?", "How would you mend a broken {}?")


@dataclass(frozen=True)
class Entry:
    """One question of the imagined document; `id` is who it is, whatever it says."""

    id: str
    prompt: str
    answer: str

    def given(self, position: int) -> Given:
        return Given(
            prompt=self.prompt,
            answer=self.answer,
            kind=Kind.OPEN,
            first_line=position * 4 + 1,
            last_line=position * 4 + 3,
            position=position,
            difficulty=Difficulty.EASY,
            difficulty_source=Source.SIGNALS,
            points=tuple(points.of(self.prompt, self.answer)),
        )


def entry(thing: str, kind: int, does: str, number: int) -> Entry:
    prompt = KINDS[kind].format(thing)
    answer = f"A {thing} {does}, number {number} of its kind.\n\n- It is old.\n- It {does} well."
    return Entry(str(uuid4()), prompt, answer)


class Editing(RuleBasedStateMachine):
    """Someone edits a document, has it read now and then, and every question stays itself."""

    def __init__(self) -> None:
        super().__init__()
        self.document = make.document()
        self.entries: list[Entry] = []
        self.known: dict[str, UUID] = {}
        self.point_ids: dict[str, set[UUID]] = {}
        self.made = 0

    @initialize(count=st.integers(3, 6))
    def begin(self, count: int) -> None:
        for _ in range(count):
            self.write_one(len(self.entries))
        self.read()

    def write_one(self, place: int) -> None:
        number, self.made = self.made, self.made + 1
        thing, kind = THINGS[number % len(THINGS)], number // len(THINGS) % len(KINDS)
        self.entries.insert(place, entry(thing, kind, DOES[number % len(DOES)], number))

    def read(self) -> None:
        given = [one.given(place) for place, one in enumerate(self.entries)]
        actions.write(self.document, given, at=AT)
        rows = Question.objects.filter(document=self.document, state=State.PUBLISHED.value)
        by_prompt = {row.prompt: row.pk for row in rows}
        assert len(by_prompt) == len(self.entries)
        for one in self.entries:
            pk = by_prompt[one.prompt]
            assert self.known.setdefault(one.id, pk) == pk, one.prompt
            now = set(KeyPoint.objects.filter(question=pk).values_list("pk", flat=True))
            assert self.point_ids.get(one.id, set()) <= now
            self.point_ids[one.id] = now

    @precondition(lambda self: self.made < 40)
    @rule(place=st.floats(0, 1))
    def insert(self, place: float) -> None:
        self.write_one(round(place * len(self.entries)))
        self.read()

    @precondition(lambda self: len(self.entries) > 1)
    @rule(data=st.data())
    def leave_and_return(self, data) -> None:
        place = data.draw(st.integers(0, len(self.entries) - 1))
        gone = self.entries.pop(place)
        self.read()
        row = Question.objects.get(pk=self.known[gone.id])
        assert row.state == State.RETIRED.value
        self.entries.insert(data.draw(st.integers(0, len(self.entries))), gone)
        self.read()

    @rule(data=st.data())
    def move(self, data) -> None:
        self.entries = data.draw(st.permutations(self.entries))
        self.read()

    @rule(data=st.data(), does=st.sampled_from(DOES))
    def edit_an_answer(self, data, does: str) -> None:
        place = data.draw(st.integers(0, len(self.entries) - 1))
        one = self.entries[place]
        self.entries[place] = replace(one, answer=f"{one.answer}\n\nOne more thing: it {does}.")
        before = Answer.objects.get(question=self.known[one.id]).pk
        self.read()
        assert Answer.objects.get(question=self.known[one.id]).pk == before

    @rule(data=st.data())
    def reword(self, data) -> None:
        """More words, other case, other punctuation: what an author does without asking anew."""
        place = data.draw(st.integers(0, len(self.entries) - 1))
        one = self.entries[place]
        prompt = data.draw(
            st.sampled_from(
                [
                    one.prompt.upper(),
                    one.prompt.rstrip("?"),
                    f"**{one.prompt}**",
                    f"Please tell me: {one.prompt}",
                    one.prompt.rstrip("?") + ", and in which century?",
                ]
            )
        )
        if len(prompt) < 120:
            self.entries[place] = replace(one, prompt=prompt)
        self.read()

    @rule()
    def read_again(self) -> None:
        given = [one.given(place) for place, one in enumerate(self.entries)]
        written = actions.write(self.document, given, at=AT)
        assert (written.created, written.updated, written.retired) == (0, 0, 0)

    @invariant()
    def nobody_is_asked_about_it(self) -> None:
        reworded = Suggestion.objects.filter(why="reworded", one__document=self.document)
        assert not reworded.exists()


def test_every_question_stays_itself_through_any_edits(db):
    class Rolled(Editing):
        def __init__(self) -> None:
            self.atomic = transaction.atomic()
            self.atomic.__enter__()
            super().__init__()

        def teardown(self) -> None:
            transaction.set_rollback(True)
            self.atomic.__exit__(None, None, None)

    run_state_machine_as_test(
        Rolled,
        settings=settings(
            max_examples=effort.times(6, 500),
            stateful_step_count=10,
            deadline=None,
            suppress_health_check=list(HealthCheck),
        ),
    )
    assert not Document.objects.exists()


def write_all(document, entries):
    return actions.write(document, [one.given(n) for n, one in enumerate(entries)], at=AT)


@given(changed=st.integers(0, 2), added=st.integers(0, 3))
@settings(max_examples=8, deadline=None, suppress_health_check=list(HealthCheck))
def test_a_document_is_known_by_most_of_its_questions(db, changed, added):
    with transaction.atomic():
        entries = [entry(thing, 0, DOES[0], n) for n, thing in enumerate(THINGS[:8])]
        document = make.document(name="tools.md")
        write_all(document, entries)
        kept = entries[changed:]
        more = [entry(thing, 1, DOES[1], n) for n, thing in enumerate(THINGS[8 : 8 + added])]
        given = [one.given(n) for n, one in enumerate([*kept, *more])]
        assert actions.recognise(None, given) == document
        assert actions.recognise(None, given, {"tools.md"}) is None
        assert actions.recognise(make.person(), given) is None
        transaction.set_rollback(True)


def test_a_document_with_few_of_the_questions_is_another(db):
    entries = [entry(thing, 0, DOES[0], n) for n, thing in enumerate(THINGS[:9])]
    write_all(make.document(name="tools.md"), entries)
    other = [entry(thing, 1, DOES[1], n) for n, thing in enumerate(THINGS[9:15])]
    mixed = [one.given(n) for n, one in enumerate([*entries[:4], *other])]
    assert actions.recognise(None, mixed) is None
    assert actions.recognise(None, [entries[0].given(0)]) is None


def test_two_documents_with_the_same_questions_leave_it_open(db):
    entries = [entry(thing, 0, DOES[0], n) for n, thing in enumerate(THINGS[:5])]
    for name in ("one.md", "two.md"):
        write_all(make.document(name=name), entries)
    assert actions.recognise(None, [one.given(n) for n, one in enumerate(entries)]) is None


def test_another_question_of_the_same_form_does_not_inherit_who_that_was(db):
    document = make.document()
    first = [entry("kiln", 0, DOES[0], 1), entry("anvil", 1, DOES[4], 2)]
    write_all(document, first)
    kiln = Question.objects.get(prompt=first[0].prompt).pk
    write_all(document, [entry("sextant", 0, DOES[1], 3), first[1]])
    assert Question.objects.get(prompt="What does a sextant do?").pk != kiln
    assert Question.objects.get(pk=kiln).state == State.RETIRED.value
