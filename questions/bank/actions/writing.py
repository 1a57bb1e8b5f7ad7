"""A document's questions into the bank: what is new, what changed, what left and what came back."""

from __future__ import annotations

from collections.abc import Collection, Sequence
from dataclasses import replace
from datetime import datetime
from uuid import UUID, uuid4

from django.db import transaction
from django.db.models import Q

from questions.accounts.models import User
from questions.bank.models import Answer, Choice, Document, Edit, Question, struck_in
from questions.bank.rules import identity, matching, points, struck
from questions.bank.rules.difficulty import Source
from questions.bank.rules.given import Given, GivenChoice, Written
from questions.bank.rules.past import Changes, Past, Way, held, values
from questions.bank.rules.states import Kind, State
from questions.web import markup

from .asked import Asked, print_of, storable
from .changes import changes_of
from .folds import has_points, settle, write_points
from .likely import look_again
from .moments import Act, keep, moment
from .relearning import strike
from .shelf import Shelf, in_batches, uncollected
from .topics import TopicNames

_KEPT = {Source.EDITOR.value, Source.LEARNED.value}


@transaction.atomic
def write(
    document: Document,
    given: Sequence[Given],
    *,
    at: datetime,
    by: User | None = None,
    change: UUID | None = None,
    leave: Collection[str] = (),
) -> Written:
    """Make the bank's questions of this document what was read, and say what that changed.

    A question keeps its id, and a key point its own, as far as they can be known again; what left
    the document is retired, what returns is published again. Questions of one wall with one
    fingerprint fold into the earliest. Where nothing changed no row is touched, nor where only
    lines moved is a question counted as updated. What an editor changed stays as they left it.

    `change` is the number under which all this can be undone; `leave` are keys of a plan's
    changes that are not to be made.
    """
    document = Document.objects.select_for_update().get(pk=document.pk)
    writing = Writing(document, Act(Way.READ, by, at, change or uuid4()))
    with uncollected():
        written = writing.read_all([storable(one) for one in given], frozenset(leave))
        writing.save()
    return written


def plan(document: Document, given: Sequence[Given], *, at: datetime) -> Changes:
    """What `write` would change; nothing is written, and the document may not be there yet."""
    writing = Writing(document, Act(Way.READ, None, at, uuid4()), planning=True)
    written = writing.read_all([storable(one) for one in given], frozenset())
    return Changes(changes_of(writing), written.unchanged)


class Writing:
    """One act upon the questions of a document; nothing is written before `save`."""

    def __init__(self, document: Document, act: Act, *, planning: bool = False) -> None:
        self.document, self.act, self.at, self.planning = document, act, act.at, planning
        self.shelf = Shelf()
        self.topics = TopicNames(document)
        self.edits: dict[UUID, Edit] = {}
        self.wrong: dict[UUID, list[tuple[str, str]]] = {}
        self.pasts: dict[UUID, Past] = {}
        self.read: dict[UUID, Given] = {}
        self.keys: dict[UUID, str] = {}
        self.touched: set[UUID] = set()
        self.reworded: list[tuple[UUID, UUID, float]] = []
        self.left_prints: set[str] = set()

    def load(self, only: Q | None = None) -> list[Question]:
        """Take the document's questions, or only some, from the database; the published first."""
        found = Question.objects.filter(document=self.document)
        old = self.shelf.load(found if only is None else found.filter(only))
        edits = Edit.objects.filter(question__document=self.document)
        self.edits = {edit.question_id: edit for edit in edits}
        heard = [answer.pk for question in old for answer in self.shelf.answers[question.pk]]
        self.wrong = {pk: w for some in in_batches(heard) for pk, w in struck_in(some).items()}
        old.sort(key=lambda q: (q.state == State.RETIRED.value, q.position))
        return old

    def read_all(self, given: Sequence[Given], leave: Collection[str]) -> Written:
        """Make the questions those that were read, but for the keys in `leave`."""
        old = self.load()
        prints = [print_of(one) for one in given]
        self.topics.ensure((n for one in given for n in one.topics), save=not self.planning)
        asking = [Asked(one.prompt, p, one.answer) for one, p in zip(given, prints, strict=True)]
        places = matching.pairs([self._asked(q) for q in old], asking)
        offered = matching.offers([self._asked(q) for q in old], asking, places)
        created, stays = 0, {q.pk for q in old if str(q.pk) in leave}
        for key, (one, place) in enumerate(zip(given, places, strict=True)):
            if str(key) in leave:
                stays |= set() if place is None else {old[place].pk}
                continue
            created += place is None
            question = self._new() if place is None else old[place]
            self.keys[question.pk] = str(key)
            self.rewrite(question, one, prints[key])
        retired = sum(self.retire(q) for q in old if q.pk not in self.read and q.pk not in stays)
        came = {key: pk for pk, key in self.keys.items()}
        self.reworded = [
            (old[there].pk, came[str(here)], likeness)
            for there, here, likeness in offered
            if str(here) in came and old[there].pk in self.touched
        ]
        self.settle()
        return self._counted(created, retired)

    def rewrite(self, question: Question, one: Given, print_: str | None = None) -> None:
        """Make a question what its document says, but for what an editor holds against it."""
        self.remember(question)
        heard = False
        if (edit := self.edits.get(question.pk)) is not None:
            now = values(replace(one, topics=self._named(one)), tuple(edit.fields))
            heard = self.shelf.set(edit, now=now, offered=edit.said != now)
            one, print_ = held(one, edit.fields), None
        if not (self.act.by_hand or (edit and "points" in edit.fields)):
            one = self._without_wrong_points(question, one)
        self.read[question.pk] = one
        self._write(question, one, print_ or print_of(one), heard=heard)

    def _without_wrong_points(self, question: Question, one: Given) -> Given:
        """What was read, its checklist without the sentences that were found wrong since."""
        own = self._own_answer(question)
        wrong = [said for said, _ in self.wrong.get(own.pk, ())] if own else []
        right = struck.without(one.answer, wrong)
        return one if right == one.answer else replace(one, points=points.of(one.prompt, right))

    def settle(self) -> None:
        """Fold what is one question now, and let checklist and search follow."""
        if self.touched:
            settle(self.shelf, self.topics, self.read, self.touched, self.left_prints, at=self.at)
        if self.act.by_hand:
            for pk, one in self.read.items():
                if self.shelf.questions[pk].folded_into_id is None:
                    write_points(self.shelf, self.shelf.questions[pk], one.points)

    def save(self) -> None:
        """Write what changed, and what was there before."""
        self.shelf.save()
        mine = (answer for pk in self.touched for answer in self.shelf.answers[pk])
        strike((answer for answer in mine if answer.pk in self.wrong), self.wrong)
        look_again(self.touched, self.reworded, at=self.at)
        keep(self.act, {pk: self.pasts[pk] for pk in self.touched if pk in self.pasts})

    def past(self, question: Question) -> Past:
        """How a question stands now."""
        edit = self.edits.get(question.pk)
        return moment(self.shelf, self.topics, question, edit.now if edit else {})

    def _named(self, one: Given) -> tuple[str, ...]:
        return tuple(sorted(t.name for name in one.topics if (t := self.topics.get(name))))

    def remember(self, question: Question) -> None:
        """Note how a question stood before this act."""
        if question.pk not in self.pasts and question.prompt:
            self.pasts[question.pk] = self.past(question)

    def _counted(self, created: int, retired: int) -> Written:
        updated = len(self.touched) - created - retired
        both = self.touched & set(self.read)
        folded = sum(self.shelf.questions[pk].folded_into_id is not None for pk in both)
        return Written(created, updated, retired, len(self.read) - created - updated, folded)

    def _asked(self, question: Question) -> Asked:
        """As its document had it: that is how it is known again."""
        own = self._own_answer(question)
        edit = self.edits.get(question.pk)
        if edit is None:
            return Asked(question.prompt, question.fingerprint, own.text if own else "")
        raw = self.past(question).raw
        return Asked(raw.prompt, print_of(raw), raw.answer)

    def _own_answer(self, question: Question) -> Answer | None:
        own = (a for a in self.shelf.answers[question.pk] if a.document_id == self.document.pk)
        return next(own, None)

    def _new(self) -> Question:
        times = {"created": self.at, "updated": self.at}
        new = Question(document=self.document, prompt="", brought_by=self.act.change, **times)
        question = self.shelf.add(new)
        self.touched.add(question.pk)
        return question

    def retire(self, question: Question) -> bool:
        """Take a question out of its document; it is kept for those who studied it."""
        self.remember(question)
        if not self.shelf.set(question, state=State.RETIRED.value):
            return False
        self._touch(question)
        self.left_prints.add(question.fingerprint)
        return True

    def _touch(self, question: Question) -> None:
        self.touched.add(question.pk)
        self.shelf.set(question, updated=self.at)

    def _write(self, question: Question, one: Given, print_: str, *, heard: bool) -> None:
        before = question.fingerprint
        changed = [
            heard,
            self._write_question(question, one, print_),
            self._write_answer(question, one),
            self._write_choices(question, one.choices),
            self._write_topics(question, one),
            self._lacks_points(question, one),
        ]
        self.shelf.set(question, position=one.position)
        if any(changed):
            self._touch(question)
            self.left_prints.add(before)

    def _write_question(self, question: Question, one: Given, print_: str) -> bool:
        changed = self.shelf.write_text(question, "prompt", "prompt_html", one.prompt)
        changed |= self.shelf.set(
            question,
            title=identity.shortened(markup.plain(one.prompt), 300),
            owner_id=self.document.owner_id,
            visibility=self.document.visibility,
            state=State.PUBLISHED.value,
            kind=one.kind.value,
            fingerprint=print_,
            section=one.section[:300],
            needs_key=one.kind is Kind.CHOICE and not any(c.correct for c in one.choices),
        )
        if self.act.by_hand or question.difficulty_source not in _KEPT:
            changed |= self.shelf.set(
                question,
                difficulty=one.difficulty.value,
                difficulty_source=one.difficulty_source.value,
            )
        return changed

    def _write_answer(self, question: Question, one: Given) -> bool:
        answer = self._own_answer(question)
        if answer is None:
            answer = self.shelf.add(
                Answer(question=question, document=self.document, created=self.at, updated=self.at)
            )
        changed = self.shelf.write_text(answer, "text", "html", one.answer)
        wrong = [said for said, _ in self.wrong.get(answer.pk, ())]
        opening = identity.opening(struck.without(one.answer, wrong))
        changed |= self.shelf.set(answer, verified=one.verified, opening=opening)
        if changed:
            self.shelf.set(answer, updated=self.at)
        self.shelf.set(answer, first_line=one.first_line, last_line=one.last_line)
        return changed

    def _write_choices(self, question: Question, given: Sequence[GivenChoice]) -> bool:
        waiting, changed, keep = list(self.shelf.choices[question.pk]), False, []
        for one in given:
            same = next((c for c in waiting if c.text == one.text), None)
            if same is not None:
                waiting.remove(same)
            keep.append(same)
        for position, (one, choice) in enumerate(zip(given, keep, strict=True)):
            if choice is None:
                choice = self.shelf.add(Choice(question=question, text="", position=position))
            changed |= self.shelf.write_text(choice, "text", "html", one.text)
            changed |= self.shelf.write_text(choice, "why", "why_html", one.why)
            changed |= self.shelf.set(choice, position=position, correct=one.correct)
        for choice in waiting:
            self.shelf.remove(choice)
        return changed or bool(waiting)

    def _write_topics(self, question: Question, one: Given) -> bool:
        found = {topic.pk for name in one.topics if (topic := self.topics.get(name))}
        if self.shelf.topics[question.pk] == found:
            return False
        self.shelf.topics[question.pk] = found
        return True

    def _lacks_points(self, question: Question, one: Given) -> bool:
        """Whether its own answer speaks for the question, and now carries other key points."""
        own = self._own_answer(question)
        speaks = own is not None and question.preferred_id == own.pk
        standing = question.folded_into_id is None
        return (
            (speaks or self.act.by_hand)
            and standing
            and not has_points(self.shelf, question, one.points)
        )
