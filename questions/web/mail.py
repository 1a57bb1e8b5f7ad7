"""Every letter that we send: words in templates/letters/, plain text, one address each."""

from __future__ import annotations

from collections.abc import Iterable, Mapping
from dataclasses import dataclass
from typing import Any

from django.core.mail import EmailMessage
from django.template import Context, Engine


@dataclass(frozen=True)
class Attachment:
    """A file that goes with a letter: its name, what is in it, and its media type."""

    name: str
    content: str
    kind: str


def letter(
    to: str,
    template: str,
    context: Mapping[str, Any],
    *,
    attachments: Iterable[Attachment] = (),
    headers: Mapping[str, str] | None = None,
) -> None:
    """Send one letter now; raises OSError or SMTPException where the post does not take it.

    `templates/letters/<template>.txt` is plain text (so nothing is escaped in it); its first line
    is the subject. Who calls this does so in the background or after the transaction, and says in
    a row that it was sent: a letter cannot be taken back.
    """
    words = Engine.get_default().get_template(f"letters/{template}.txt")
    written = words.render(Context(dict(context), autoescape=False))
    subject, _, body = written.lstrip().partition("\n")
    message = EmailMessage(
        subject=" ".join(subject.split()),
        body=body.strip() + "\n",
        to=[to],
        headers=dict(headers or {}),
    )
    for each in attachments:
        message.attach(each.name, each.content, each.kind)
    message.send()
