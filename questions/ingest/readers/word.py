"""DOCX: the paragraphs, lists and tables of a Word document as Markdown lines."""

from __future__ import annotations

from questions.ingest.rules.shapes import Outline

from . import xml
from .packed import Archive
from .unreadable import Unreadable
from .word_body import Body
from .word_styles import Numbering, styles

MACROS = "The document holds macros. Save it as .docx without them."
EMPTY = "There is no Word document in this file."


def read(data: bytes) -> Outline:
    """The Markdown of a document; positions are lines of that Markdown."""
    archive = Archive(data)
    types = archive.read("[Content_Types].xml", 1 << 20)
    if b"macroEnabled" in types or any(name.endswith("vbaProject.bin") for name in archive.parts):
        raise Unreadable(MACROS)
    main = archive.read("word/document.xml") or archive.read("word/document2.xml")
    if not main:
        raise Unreadable(EMPTY)
    body = Body(
        styles(archive.read("word/styles.xml", 1 << 23)).resolved,
        Numbering(archive.read("word/numbering.xml", 1 << 23)),
        links(archive.read("word/_rels/document.xml.rels", 1 << 23)),
    )
    xml.parse(main, body.start, body.end, body.text)
    body.writer.title = title(archive.read("docProps/core.xml", 1 << 20))
    return body.finish()


def links(data: bytes) -> dict[str, str]:
    """The addresses that the document links to, by their id."""
    found: dict[str, str] = {}

    def start(name: str, given: dict[str, str]) -> None:
        if name == "Relationship" and given.get("TargetMode") == "External":
            found[given.get("Id", "")] = given.get("Target", "")[:500]

    if data:
        xml.parse(data, start, lambda _: None, lambda _: None)
    return found


def title(data: bytes) -> str:
    """The title among the document's properties."""
    said: list[str] = []
    inside = False

    def start(name: str, given: dict[str, str]) -> None:
        nonlocal inside
        inside = name == "title"

    def text(text: str) -> None:
        if inside and len(said) < 10:
            said.append(text)

    if data:
        xml.parse(data, start, lambda _: None, text)
    return " ".join("".join(said).split())[:300]
