"""A document's questions into the bank: what is new, what changed, what left and what came back."""

from __future__ import annotations

import re
from collections.abc import Sequence
from dataclasses import dataclass, replace
from datetime import datetime
from uuid import UUID

from django.db import transaction

from questions.bank.models import Answer, Choice, Document, Question
from questions.bank.rules import identity, matching
from questions.bank.rules.difficulty import Source
from questions.bank.rules.given import Given, GivenChoice, Written
from questions.bank.rules.states import Kind, State
from questions.web import markup

from .folds import has_points, settle
from .shelf import Shelf
from .topics import TopicNames

_UNSTORABLE = re.compile("[\x00\ud800-\udfff]")
_KEPT = {Source.EDITOR.value, Source.LEARNED.value}


@transaction.atomic
def write(document: Document, given: Sequence[Given], *, at: datetime) -> Written:
    """Make the bank's questions of this document what was read, and say what that changed.

    A question keeps its id, and a key point its own, as far as they can be known again; what left
    the document is retired, what returns is published again. Questions of one wall with one
    fingerprint fold into the earliest. Where nothing changed no row is touched, nor where only
    lines moved is a question counted as updated.
    """
    document = Document.objects.select_for_update().get(pk=document.pk)
    return _Writing(document, [_storable(one) for one in given], at).run()


def _storable(given: Given) -> Given:
    texts = [given.prompt, given.answer, *(part for c in given.choices for part in (c.text, c.why))]
    if not any(map(_UNSTORABLE.search, texts)):
        return given
    choices = tuple(
        GivenChoice(_UNSTORABLE.sub("", c.text), c.correct, _UNSTORABLE.sub("", c.why))
        for c in given.choices
    )
    prompt, answer = (_UNSTORABLE.sub("", text) for text in (given.prompt, given.answer))
    return replace(given, prompt=prompt, answer=answer, choices=choices)


@dataclass(frozen=True)
class _Asked:
    """A question as the matching of two readings sees it."""

    prompt: str
    fingerprint: str
    answer: str


class _Writing:
    """One call of `write`."""

    def __init__(self, document: Document, given: list[Given], at: datetime) -> None:
        self.document, self.given, self.at = document, given, at
        self.shelf = Shelf()
        self.topics = TopicNames(document)
        self.prints = [
            identity.fingerprint(one.prompt, [choice.text for choice in one.choices])
            for one in given
        ]
        self.touched: set[UUID] = set()
        self.left_prints: set[str] = set()

    def run(self) -> Written:
        old = self.shelf.load(Question.objects.filter(document=self.document))
        old.sort(key=lambda q: (q.state == State.RETIRED.value, q.position))
        self.topics.ensure(name for one in self.given for name in one.topics)
        places = matching.pairs([self._asked(q) for q in old], self._asking())
        created, read = 0, dict[UUID, Given]()
        for one, print_, place in zip(self.given, self.prints, places, strict=True):
            created += place is None
            question = self._new() if place is None else old[place]
            read[question.pk] = one
            self._write(question, one, print_)
        retired = sum(self._retire(q) for q in old if q.pk not in read)
        if self.touched:
            settle(self.shelf, self.topics, read, self.touched, self.left_prints, at=self.at)
        self.shelf.save()
        return self._counted(created, retired, read)

    def _counted(self, created: int, retired: int, read: dict[UUID, Given]) -> Written:
        updated = len(self.touched) - created - retired
        folded = sum(
            1 for pk in self.touched & set(read) if self.shelf.questions[pk].folded_into_id
        )
        return Written(created, updated, retired, len(read) - created - updated, folded)

    def _asked(self, question: Question) -> _Asked:
        own = self._own_answer(question)
        return _Asked(question.prompt, question.fingerprint, own.text if own else "")

    def _asking(self) -> list[_Asked]:
        return [
            _Asked(one.prompt, print_, one.answer)
            for one, print_ in zip(self.given, self.prints, strict=True)
        ]

    def _own_answer(self, question: Question) -> Answer | None:
        answers = self.shelf.answers[question.pk]
        return next((a for a in answers if a.document_id == self.document.pk), None)

    def _new(self) -> Question:
        question = self.shelf.add(
            Question(document=self.document, prompt="", created=self.at, updated=self.at)
        )
        self.touched.add(question.pk)
        return question

    def _retire(self, question: Question) -> bool:
        if not self.shelf.set(question, state=State.RETIRED.value):
            return False
        self._touch(question)
        self.left_prints.add(question.fingerprint)
        return True

    def _touch(self, question: Question) -> None:
        self.touched.add(question.pk)
        self.shelf.set(question, updated=self.at)

    def _write(self, question: Question, one: Given, print_: str) -> None:
        before = question.fingerprint
        changed = [
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
        choice = one.kind is Kind.CHOICE
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
            needs_key=choice and not any(c.correct for c in one.choices),
        )
        if question.difficulty_source not in _KEPT:
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
        changed |= self.shelf.set(
            answer, verified=one.verified, opening=identity.opening(one.answer)
        )
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
        return speaks and standing and not has_points(self.shelf, question, one.points)
