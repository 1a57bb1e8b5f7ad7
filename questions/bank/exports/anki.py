"""Anki's package: one note a question, known again by its question's id."""

from __future__ import annotations

import io
import itertools
import json
import re
import sqlite3
import zipfile
from collections.abc import Callable, Iterator
from contextlib import closing
from html import escape, unescape
from uuid import UUID

import genanki

from . import told
from .anki_style import CSS
from .items import Bank, Item

# Anki knows a kind of note and a deck by these; they must never change.
KIND, DECK = 1_734_201_611, 1_734_201_612
NAME = "Rehearsal"
FIELDS = ("Prompt", "Answer", "Key points", "Source")
FRONT = '<div class="rehearsal prompt">{{Prompt}}</div>'
BACK = (
    "{{FrontSide}}<hr id=answer>"
    '{{#Key points}}<div class="rehearsal points">{{Key points}}</div>{{/Key points}}'
    '<div class="rehearsal">{{Answer}}</div>'
    '{{#Source}}<p class="rehearsal source">{{Source}}</p>{{/Source}}'
)
_PICTURE = re.compile(r"<img\b[^>]*>")
_ALT = re.compile(r'\balt="([^"]*)"')
_CHECKLIST = re.compile(r"<p><strong>Key points:?</strong>:?</p>\s*<ul>.*?</ul>\s*", re.DOTALL)
_COMMAND = re.compile(r"\[(?=sound:|latex\]|\$|/)|\\(?=[(\[])")
_PARAGRAPH = re.compile(r"\A<p>(.*)</p>\Z", re.DOTALL)


Schedule = Callable[[sqlite3.Connection, dict[str, UUID]], None]
"""Told the collection and the question of each note by its guid, it says where cards stand."""


def write(bank: Bank, schedule: Schedule | None = None) -> bytes:
    """The package: a collection of Anki's older schema, which every Anki opens.

    Its cards are new, unless `schedule` says otherwise.
    """
    items = list(bank.standing())
    deck = genanki.Deck(DECK, NAME)
    for place, item in enumerate(items):
        deck.add_note(_note(bank, item, place))
    # Anki takes over what is newer than what it has: these notes are as old as their questions.
    at = max((item.updated.timestamp() for item in items), default=0.0)
    questions = {genanki.guid_for(str(item.id)): item.id for item in items}

    def scheduled(connection: sqlite3.Connection) -> None:
        if schedule is not None:
            schedule(connection, questions)

    return _zipped(_collection(genanki.Package(deck), at, scheduled))


def _collection(
    package: genanki.Package, at: float, scheduled: Callable[[sqlite3.Connection], None]
) -> bytes:
    """The database; the library's own way of writing it leaves a file behind."""
    with closing(sqlite3.connect(":memory:")) as connection:
        package.write_to_db(connection.cursor(), at, itertools.count(int(at * 1000)))
        scheduled(connection)
        connection.commit()
        return connection.serialize()


def _zipped(collection: bytes) -> bytes:
    out = io.BytesIO()
    with zipfile.ZipFile(out, "w", zipfile.ZIP_DEFLATED) as package:
        # Without a date the same questions are the same bytes.
        package.writestr(zipfile.ZipInfo("collection.anki2"), collection, zipfile.ZIP_DEFLATED)
        package.writestr(zipfile.ZipInfo("media"), json.dumps({}))
    return out.getvalue()


def _note(bank: Bank, item: Item, place: int) -> genanki.Note:
    return genanki.Note(
        model=_kind(),
        fields=[_shown(field) for field in (*_front_and_back(bank, item), _source(bank, item))],
        tags=[_tag(tag) for tag in _tags(bank, item)],
        guid=genanki.guid_for(str(item.id)),
        due=place,
    )


def _kind() -> genanki.Model:
    return genanki.Model(
        KIND,
        NAME,
        fields=[{"name": name} for name in FIELDS],
        templates=[{"name": "Card", "qfmt": FRONT, "afmt": BACK}],
        css=CSS,
    )


def _tags(bank: Bank, item: Item) -> Iterator[str]:
    yield told.level_tag(item)
    for topic in bank.topics_of(item):
        yield topic.name


def _tag(text: str) -> str:
    """Anki parts tags by blanks, and takes a double colon for a step down."""
    return "_".join(re.sub(r'["\s]', " ", text).split())


def _front_and_back(bank: Bank, item: Item) -> tuple[str, str, str]:
    """Prompt with options, answer with what is right and why, and the checklist."""
    found = bank.answer(item)
    answer = found.html if found else ""
    points = item.checklist
    listed = _points(item) if points else ""
    if points:
        answer = _CHECKLIST.sub("", answer, count=1)
    options = [
        f"<p>{letter}. {_inner(one.html)}</p>"
        for letter, one in zip(told.LETTERS, item.choices, strict=False)
    ]
    return "\n".join([item.prompt_html, *options]), "\n".join([*_key(item), answer]), listed


def _key(item: Item) -> Iterator[str]:
    key = told.key(item)
    if key:
        yield f"<p>Answer: {key}</p>"
    for letter, one in zip(told.LETTERS, item.choices, strict=False):
        if one.why_html:
            yield f"<p>{letter}: {_inner(one.why_html)}</p>"


def _points(item: Item) -> str:
    rows = [f"<li>{escape(p.text)}{' (core)' * p.core}</li>" for p in item.checklist]
    return f"<p><strong>Key points</strong></p><ul>{''.join(rows)}</ul>"


def _source(bank: Bank, item: Item) -> str:
    return escape(bank.source(item))


def _inner(html: str) -> str:
    """What stands in the only paragraph of a short text; a longer one as it is."""
    match = _PARAGRAPH.match(html)
    return match[1] if match and "<p>" not in match[1] else html


def _shown(html: str) -> str:
    """HTML as Anki may show it: no picture that it does not have, no word it takes for an order."""
    html = _PICTURE.sub(lambda found: _words(found[0]), html)
    return _COMMAND.sub(lambda found: f"&#{ord(found[0])};", html).replace("\x1f", " ")


def _words(picture: str) -> str:
    match = _ALT.search(picture)
    return escape(unescape(match[1])) if match else ""
