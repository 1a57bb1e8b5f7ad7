"""The walls between people's questions: nothing is compared or offered across one."""

from __future__ import annotations

from dataclasses import dataclass
from typing import Any
from uuid import UUID

from questions.bank.models import Answer, AnswerQuerySet, Question, QuestionQuerySet
from questions.bank.rules.states import State, Visibility


@dataclass(frozen=True)
class Wall:
    """Whose questions may be compared with one another; each shared set has its own readers."""

    owner: UUID | None
    visibility: str
    document: UUID | None

    @classmethod
    def around(cls, question: Question) -> Wall:
        """The wall that a question stands behind."""
        shared = question.visibility == Visibility.SHARED.value
        document = question.document_id if shared else None
        return cls(question.owner_id, question.visibility, document)

    def questions(self) -> QuestionQuerySet:
        """What is studied behind this wall."""
        return Question.objects.filter(**self._fields("")).standing()

    def answers(self) -> AnswerQuerySet:
        """What is said behind this wall, by folded questions too."""
        published = {"question__state": State.PUBLISHED.value}
        return Answer.objects.filter(**self._fields("question__"), **published).exclude(text="")

    def _fields(self, path: str) -> dict[str, Any]:
        fields = {f"{path}owner": self.owner, f"{path}visibility": self.visibility}
        return fields | ({f"{path}document": self.document} if self.document else {})
