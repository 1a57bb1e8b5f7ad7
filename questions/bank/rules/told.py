"""What a page would tell twice: a list of key points in an answer beside the same checklist."""

from __future__ import annotations

import re
from collections.abc import Iterable
from html import unescape

HEAD = re.compile(
    r"<(p|h[1-6])(?:[ ][^<>]{0,80})?>(?:<strong>)?\s{0,4}key (?:points|takeaways|ideas):?\s{0,4}"
    r"(?:</strong>)?:?</\1>\s{0,8}<(ul|ol)>",
    re.IGNORECASE,
)
ITEM = re.compile(r"<li>(.*?)</li>", re.DOTALL)
TAG = re.compile(r"<[^<>]{1,200}>")
CORE = re.compile(r"\s*\(core\)", re.IGNORECASE)


def once(html: str, points: Iterable[str]) -> str:
    """The answer without its list of key points, where the checklist says each of them."""
    head = HEAD.search(html) if "ey " in html else None
    if head is None:
        return html
    end = f"</{head[2]}>"
    stop = html.find(end, head.end())
    inner = html[head.end() : stop]
    told = {_plain(point) for point in points}
    items = [_plain(TAG.sub("", item)) for item in ITEM.findall(inner)]
    if stop < 0 or "<ul" in inner or "<ol" in inner or not items or not told.issuperset(items):
        return html
    return html[: head.start()] + html[stop + len(end) :].lstrip("\n")


def _plain(text: str) -> str:
    """The letters and digits of a point, without the word that marks its weight."""
    said = CORE.sub("", unescape(text), count=1).casefold()
    return "".join(letter for letter in said if letter.isalnum())
