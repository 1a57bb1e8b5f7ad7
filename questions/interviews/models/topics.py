"""The topics that a script may be about."""

from __future__ import annotations

from dataclasses import dataclass, field
from typing import TYPE_CHECKING

from questions.bank.models import Question, Topic

if TYPE_CHECKING:
    from questions.bank.models import Person


@dataclass
class Group:
    """A topic to choose and the topics below it."""

    slug: str
    name: str
    parts: list[Topic] = field(default_factory=list)


def topics_for(person: Person) -> list[Group]:
    """The topics of the questions that a person may see, below their parents. One statement."""
    seen = Question.objects.seen_by(person).standing()
    used = Question.topics.through.objects.filter(question__in=seen).values("topic")
    groups: dict[str, Group] = {}
    for topic in Topic.objects.seen_by(person).filter(pk__in=used).select_related("parent"):
        above = topic.parent or topic
        group = groups.setdefault(above.slug, Group(above.slug, above.name))
        if topic.parent:
            group.parts.append(topic)
    return list(groups.values())
