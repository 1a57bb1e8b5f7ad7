"""Topics to choose from: each with those below it, and whether they are chosen."""

from __future__ import annotations

from collections.abc import Collection
from dataclasses import dataclass, field
from typing import TYPE_CHECKING

from .documents import Topic

if TYPE_CHECKING:
    from django.db.models import QuerySet

    from .documents import Person
    from .questions import Question


@dataclass
class Group:
    """A topic to choose, whether it is chosen, and the topics below it."""

    slug: str
    name: str
    chosen: bool
    parts: list[Group] = field(default_factory=list)

    @property
    def open(self) -> bool:
        """Whether a topic below it is chosen."""
        return any(part.chosen for part in self.parts)


def topic_groups(
    person: Person, questions: QuerySet[Question], chosen: Collection[str]
) -> list[Group]:
    """The topics that a person sees of these questions, below their parents. One statement."""
    through = questions.model.topics.through
    used = through.objects.filter(question__in=questions).values("topic")
    groups: dict[str, Group] = {}
    for topic in Topic.objects.seen_by(person).filter(pk__in=used).select_related("parent"):
        above = topic.parent or topic
        group = groups.setdefault(above.slug, Group(above.slug, above.name, above.slug in chosen))
        if topic.parent and all(part.slug != topic.slug for part in group.parts):
            group.parts.append(Group(topic.slug, topic.name, topic.slug in chosen))
    return list(groups.values())
