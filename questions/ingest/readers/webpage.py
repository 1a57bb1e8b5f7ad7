"""HTML: the text of a page as Markdown lines, without scripts, menus and declarations."""

from __future__ import annotations

import codecs
import re
import unicodedata

from questions.ingest.rules.shapes import Outline

from .decode import decode
from .elements import Page
from .repair import repair
from .tables import layouts
from .tags import Cutter
from .unreadable import Unreadable

CHARSET = re.compile(rb"<meta[^>]{0,200}charset\s*=\s*[\"']?([A-Za-z0-9_.:-]{2,40})", re.IGNORECASE)
TAGS = 300_000
TOO_MANY = f"This page has more than {TAGS:,} tags. Read it in parts."


def read(data: bytes) -> Outline:
    """The Markdown of a page, each line with its place in the file."""
    source = repair(decoded(data))
    if not source.isascii():
        source = unicodedata.normalize("NFC", source)
    source = source.replace("\r\n", "\n").replace("\r", "\n").replace("\0", "\ufffd")
    page = rendered(source)
    printed = tuple(n for n, line in enumerate(source.split("\n"), 1) if line.strip())
    return page.writer.outline(printed)


def rendered(source: str) -> Page:
    """A page or a piece of one, taken through all its tokens."""
    if source.count("<") > TAGS:
        raise Unreadable(TOO_MANY)
    page = Page(layouts(source))
    for token in Cutter(source).tokens():
        page.take(token)
    page.finish()
    return page


def markdown(source: str) -> str:
    """A piece of HTML as Markdown."""
    page = rendered(source)
    page.writer.end()
    return "\n".join(page.writer.lines).strip("\n")


def decoded(data: bytes) -> str:
    """The text of a page, in the encoding that it states unless it is plainly UTF-8."""
    if data.startswith((b"\xff\xfe", b"\xfe\xff", b"\xef\xbb\xbf")):
        return decode(data)
    try:
        return data.decode("utf-8")
    except UnicodeDecodeError:
        stated = CHARSET.search(data[:4000])
    if stated and (name := _known(stated[1].decode())):
        return data.decode(name, "replace")
    return decode(data)


def _known(name: str) -> str:
    """An encoding of text that says more than our own guess would, or ""."""
    try:
        "".encode(name)
        found = codecs.lookup(name).name
    except LookupError:
        return ""
    return "" if found in {"utf-8", "utf-16", "utf-32", "iso8859-1", "ascii"} else found
