"""Which links to a call may be shown as links."""

from __future__ import annotations

from urllib.parse import urlsplit

from questions.errors import Malformed


class NoMeetingLink(Malformed):
    """What is no link to a meeting that a browser could open."""

    code = "no_meeting_link"


def meeting_link(text: str) -> str:
    """A link to any meeting on the web, or nothing; everything else is refused."""
    link = text.strip()
    if not link:
        return ""
    try:
        parts = urlsplit(link)
    except ValueError:
        parts = urlsplit("")
    if parts.scheme not in {"http", "https"} or not parts.hostname or len(link) > 500:
        raise NoMeetingLink("A link to a call begins with https:// and has no spaces.")
    if any(letter.isspace() for letter in link):
        raise NoMeetingLink("A link to a call begins with https:// and has no spaces.")
    return link
