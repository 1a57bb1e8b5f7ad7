"""Which question stands for which, and what follows: its answer, its checklist, its words."""

from __future__ import annotations

from collections import defaultdict
from collections.abc import Collection, Mapping, Sequence
from dataclasses import dataclass
from datetime import datetime
from uuid import UUID

from questions.bank.models import Answer, KeyPoint, Question, SearchEntry, Topic
from questions.bank.rules import points, preferred, terms
from questions.bank.rules.given import Given
from questions.bank.rules.points import Point
from questions.bank.rules.states import State, Visibility

from .shelf import Shelf, in_batches
from .topics import TopicNames

LONGEST_POINT = 300


@dataclass(frozen=True)
class _Candidate:
    """An answer as the choice of the preferred one sees it."""

    chosen: bool
    verified: bool
    text: str
    at: datetime


def settle(
    shelf: Shelf,
    topics: TopicNames,
    read: Mapping[UUID, Given],
    touched: Collection[UUID],
    left: Collection[str],
    *,
    at: datetime,
) -> None:
    """Fold and unfold around the touched questions, on their side of the wall.

    `read` is what this document says of its questions; `left` are fingerprints that a touched
    question had before.
    """
    prints = {shelf.questions[pk].fingerprint for pk in touched} | set(left)
    prints.discard("")
    same_owner = Question.objects.filter(owner=topics.document.owner_id).exclude(
        document=topics.document
    )
    for some in in_batches(prints):
        shelf.load(same_owner.published().filter(fingerprint__in=some))
    concerned = [
        question
        for question in shelf.questions.values()
        if question.pk in touched or question.fingerprint in prints
    ]
    settling = _Settling(shelf, topics, read, at)
    for members in _groups(concerned):
        settling.fold(members)
    for question in concerned:
        if question.state != State.PUBLISHED.value:
            settling.leave(question)


def _groups(questions: Sequence[Question]) -> list[list[Question]]:
    """The published ones that are one question; one without a fingerprint is only itself."""
    groups: dict[tuple[str, str], list[Question]] = defaultdict(list)
    for question in questions:
        if question.state == State.PUBLISHED.value:
            key = question.fingerprint or str(question.pk)
            groups[wall_of(question), key].append(question)
    return list(groups.values())


def wall_of(question: Question) -> str:
    """What one owner's questions must have in common to be one: shared sets have other readers."""
    if question.visibility == Visibility.SHARED.value:
        return f"{question.visibility} {question.document_id}"
    return question.visibility


@dataclass
class _Settling:
    shelf: Shelf
    topics: TopicNames
    read: Mapping[UUID, Given]
    at: datetime

    def fold(self, members: list[Question]) -> None:
        """Let the earliest stand for all; one that stands already is not moved aside."""
        established = [q for q in members if q.pk in self.shelf.entries]
        head, *rest = sorted(
            members,
            key=lambda q: (q not in established, q.created, q.position, q.pk),
        )
        came_back = self._fold_into(head, None)
        for question in rest:
            self._fold_into(question, head)
            self._prefer(question, self.shelf.answers[question.pk])
            self._forget_words(question)
        answers = [a for q in (head, *rest) for a in self.shelf.answers[q.pk]]
        spoke = head.preferred_id
        speaker = self._prefer(head, answers)
        self._check_list(head, speaker, came_back or head.preferred_id != spoke)
        self._learn_words(head, answers)

    def leave(self, question: Question) -> None:
        """A retired question stands for nobody, and is not found."""
        self._fold_into(question, None)
        self._forget_words(question)

    def _fold_into(self, question: Question, head: Question | None) -> bool:
        if self.shelf.set(question, folded_into_id=head.pk if head else None):
            return self.shelf.set(question, updated=self.at)
        return False

    def _prefer(self, question: Question, answers: Sequence[Answer]) -> Answer | None:
        place = preferred.choose(
            [_Candidate(a.chosen, a.verified, a.text, a.updated) for a in answers]
        )
        found = None if place is None else answers[place]
        self.shelf.set(question, preferred_id=found.pk if found else None)
        return found

    def _check_list(self, head: Question, speaker: Answer | None, moved: bool) -> None:
        """The checklist follows the preferred answer; another document's is left as it is."""
        given = None
        if speaker and speaker.document_id == self.topics.document.pk:
            given = self.read.get(speaker.question_id)
        if given is not None:
            write_points(self.shelf, head, given.points)
        elif moved:
            write_points(self.shelf, head, points.of(head.prompt, speaker.text) if speaker else ())

    def _learn_words(self, head: Question, answers: Sequence[Answer]) -> None:
        learn_words(self.shelf, head, answers, self.topics.by_id)

    def _forget_words(self, question: Question) -> None:
        if (entry := self.shelf.entries.get(question.pk)) is not None:
            self.shelf.remove(entry)


def learn_words(
    shelf: Shelf, head: Question, answers: Sequence[Answer], topics: Mapping[UUID, Topic]
) -> None:
    """Make the question found by what it, its options, answers, topics and section say."""
    named = sorted(topics[pk].name for pk in shelf.topics[head.pk] if pk in topics)
    options = (choice.text for choice in shelf.choices[head.pk])
    said = [head.prompt, *options, *(answer.text for answer in answers), *named, head.section]
    words = {"title": terms.folded(head.title), "body": terms.folded("\n".join(said))}
    if (entry := shelf.entries.get(head.pk)) is not None:
        shelf.set(entry, **words)
    else:
        shelf.add(SearchEntry(question=head, **words))


def has_points(shelf: Shelf, question: Question, given: Sequence[Point]) -> bool:
    """Whether the checklist of a question says just this already."""
    current = [point for point in shelf.points[question.pk] if not point.retired]
    current.sort(key=lambda point: point.position)
    said = [(point.text[:LONGEST_POINT], point.core) for point in given]
    return [(point.text, point.core) for point in current] == said


def write_points(shelf: Shelf, question: Question, given: Sequence[Point]) -> None:
    """Make this the checklist: known points keep their ids, others are retired, never deleted.

    A point whose words changed counts a revision.
    """
    if has_points(shelf, question, given):
        return
    known = list(shelf.points[question.pk])
    followed = points.follow(known, given)
    for position, (one, point) in enumerate(zip(given, followed, strict=True)):
        text = one.text[:LONGEST_POINT]
        if point is None:
            point = shelf.add(KeyPoint(question=question, text=text, position=position))
        elif shelf.set(point, text=text):
            shelf.set(point, revision=point.revision + 1)
        shelf.set(point, position=position, core=one.core, retired=False)
    for point in known:
        if point not in followed:
            shelf.set(point, retired=True)
