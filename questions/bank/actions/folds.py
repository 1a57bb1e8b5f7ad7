"""Which question stands for which, and what follows: its answer, its checklist, its words."""

from __future__ import annotations

from collections import defaultdict
from collections.abc import Collection, Mapping, Sequence
from dataclasses import dataclass
from datetime import datetime
from uuid import UUID

from questions.bank.models import Answer, KeyPoint, Question, SearchEntry, Topic, struck_in
from questions.bank.rules import points, preferred, struck, terms
from questions.bank.rules.given import Given
from questions.bank.rules.points import Point
from questions.bank.rules.states import State, Visibility

from .decided import Decided, decided_by, load_partners
from .seals import seal_together
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
    same_owner = Question.objects.filter(owner=topics.document.owner_id)
    for some in in_batches(prints):
        shelf.load(same_owner.published().filter(fingerprint__in=some))
    decided = decided_by(topics.document.owner_id)
    alike = {pk for pk, one in shelf.questions.items() if one.fingerprint in prints}
    near = load_partners(shelf, decided, alike | set(touched))
    concerned = [shelf.questions[pk] for pk in shelf.questions if pk in near]
    heard = [a.pk for question in concerned for a in shelf.answers[question.pk]]
    wrong = {pk: said for some in in_batches(heard) for pk, said in struck_in(some).items()}
    settling = _Settling(shelf, topics, read, wrong, at)
    groups = _groups(concerned, decided)
    for members in groups:
        settling.fold(members)
    seal_together([one.pk for one in members] for members in groups if len(members) > 1)
    for question in concerned:
        if question.state != State.PUBLISHED.value:
            settling.leave(question)


def _groups(questions: Sequence[Question], decided: Decided) -> list[list[Question]]:
    """The published ones that are one question; one without a fingerprint is only itself.

    What people joined is one, what they parted is two, whatever the words.
    """
    here = {q.pk: q for q in questions if q.state == State.PUBLISHED.value}
    groups: dict[tuple[str, str], set[UUID]] = defaultdict(set)
    for question in here.values():
        groups[wall_of(question), question.fingerprint or str(question.pk)].add(question.pk)
    of = {pk: group for group in groups.values() for pk in group}
    for pk, partners in decided.joined.items():
        for other in partners & here.keys() if pk in here else ():
            if of[pk] is not of[other] and wall_of(here[pk]) == wall_of(here[other]):
                of[pk] |= of[other]
                of.update(dict.fromkeys(of[other], of[pk]))
    whole = {id(group): group for group in of.values()}.values()
    return [part for group in whole for part in _parts([here[pk] for pk in group], decided)]


def _parts(members: list[Question], decided: Decided) -> list[list[Question]]:
    """The members without those pairs that somebody parted, the eldest in the first group."""
    parts: list[list[Question]] = []
    for question in sorted(members, key=lambda q: (q.created, q.position, q.pk)):
        part = next((some for some in parts if not decided.are_parted(question, some)), None)
        if part is None:
            parts.append([question])
        else:
            part.append(question)
    return parts


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
    wrong: Mapping[UUID, list[tuple[str, str]]]
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
            write_points(self.shelf, head, self._points_of(head, speaker) if speaker else ())

    def _points_of(self, head: Question, speaker: Answer) -> Sequence[Point]:
        """The checklist of an answer; what was found wrong in it is not learned."""
        wrong = [sentence for sentence, _ in self.wrong.get(speaker.pk, ())]
        return points.of(head.prompt, struck.without(speaker.text, wrong))

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
