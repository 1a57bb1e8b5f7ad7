"""Which document a file is that comes under another name or in another format."""

from __future__ import annotations

from collections import Counter
from collections.abc import Collection, Sequence
from uuid import UUID

from questions.accounts.models import User
from questions.bank.models import Document, Question
from questions.bank.rules.given import Given
from questions.bank.rules.matching import is_most

from .asked import print_of
from .shelf import in_batches


def recognise(
    owner: User | None, given: Sequence[Given], others: Collection[str] = ()
) -> Document | None:
    """The document of this owner that has most of these questions, and hardly more than them.

    None where several do. `others` are names of documents that are there beside this one.
    """
    prints = {print_ for one in given if (print_ := print_of(one))}
    mine = Question.objects.filter(owner=owner).published().exclude(document__name__in=others)
    shared: Counter[UUID] = Counter()
    for some in in_batches(prints):
        rows = mine.filter(fingerprint__in=some).order_by()
        shared.update(
            document for document, _ in rows.values_list("document", "fingerprint").distinct()
        )
    found = [
        document
        for document, count in shared.items()
        if is_most(count, len(prints), mine.filter(document=document).count())
    ]
    return Document.objects.get(pk=found[0]) if len(found) == 1 else None
