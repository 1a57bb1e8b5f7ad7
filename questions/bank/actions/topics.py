"""The house's tree of topics, and the topics that a document's questions name."""

from __future__ import annotations

from collections.abc import Iterable, Sequence
from uuid import UUID

from django.db import transaction
from django.db.models import Q
from django.utils.text import slugify

from questions.bank.models import Document, Topic
from questions.bank.rules import topics as rules

LONGEST = 80


@transaction.atomic
def grow_topics(tree: Sequence[rules.Topic]) -> int:
    """Make the house's topics what the tree says, and say how many rows that changed.

    Topics are known by their slug; one that left the tree stays, for questions may be on it.
    """
    known = {topic.slug: topic for topic in Topic.objects.filter(owner=None)}
    new = [Topic(slug=node.slug, name=node.name) for node in tree if node.slug not in known]
    known |= {topic.slug: topic for topic in new}
    changed = []
    for position, node in enumerate(tree, start=1):
        topic = known[node.slug]
        parent = known[node.parent].pk if node.parent else None
        if (topic.name, topic.position, topic.parent_id) != (node.name, position, parent):
            topic.name, topic.position, topic.parent_id = node.name, position, parent
            changed.append(topic)
    Topic.objects.bulk_create(new)
    Topic.objects.bulk_create(
        [topic for topic in changed if topic not in new],
        update_conflicts=True,
        unique_fields=["id"],
        update_fields=["name", "position", "parent"],
    )
    return len(changed)


class TopicNames:
    """Finds a document's topics by name or slug: the house's first, then those of its owner."""

    def __init__(self, document: Document) -> None:
        self.document = document
        self.by_id: dict[UUID, Topic] = {}
        self._by_name: dict[str, Topic] = {}
        self._read()

    def _read(self) -> None:
        mine = Q(owner=self.document.owner_id) if self.document.owner_id else Q(owner=None)
        found = Topic.objects.filter(Q(owner=None) | mine)
        # The house's are written last, and so win.
        for topic in sorted(found, key=lambda topic: topic.owner_id is None):
            self._know(topic)

    def ensure(self, names: Iterable[str], *, save: bool = True) -> None:
        """Make the topics that neither the house nor the owner has; without `save` only here."""
        wanted = {slug: name for name in names if (slug := _slug(name)) and not self.get(name)}
        if not wanted:
            return
        made = [
            Topic(slug=slug, name=name.strip()[:LONGEST], owner_id=self.document.owner_id)
            for slug, name in wanted.items()
        ]
        if save:
            Topic.objects.bulk_create(made, ignore_conflicts=True)
            self._read()
        else:
            for topic in made:
                self._know(topic)

    def _know(self, topic: Topic) -> None:
        self.by_id[topic.pk] = topic
        self._by_name[topic.slug] = self._by_name[_folded(topic.name)] = topic

    def get(self, name: str) -> Topic | None:
        return self._by_name.get(_folded(name)) or self._by_name.get(_slug(name))


def _folded(name: str) -> str:
    return " ".join(name.casefold().split())


def _slug(name: str) -> str:
    return slugify(name, allow_unicode=True)[:LONGEST].strip("-")
