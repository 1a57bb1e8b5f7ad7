"""XML parts of documents, read as a stream: no declarations, no entities, no great depth."""

from __future__ import annotations

from collections.abc import Callable
from xml.parsers import expat

from .unreadable import Unreadable

DEEPEST = 200
DECLARED = "The document declares entities of its own, which an honest one never does."
DAMAGED = "The document is damaged: its parts are no proper XML."
NESTED = "The document's parts lie too deep within each other."

Start = Callable[[str, dict[str, str]], None]
End = Callable[[str], None]
Text = Callable[[str], None]


def parse(data: bytes, start: Start, end: End, text: Text) -> None:
    """Call back for every element and text. Names lose their namespace; attributes too.

    Raises Unreadable for a DOCTYPE, for what is not well-formed and beyond a depth of 200.
    """
    depth = 0

    def starts(name: str, given: dict[str, str]) -> None:
        nonlocal depth
        depth += 1
        if depth > DEEPEST:
            raise Unreadable(NESTED)
        start(_local(name), {_local(key): value for key, value in given.items()})

    def ends(name: str) -> None:
        nonlocal depth
        depth -= 1
        end(_local(name))

    def declared(*_: object) -> None:
        raise Unreadable(DECLARED)

    parser = expat.ParserCreate()
    parser.buffer_text = True
    parser.StartElementHandler = starts
    parser.EndElementHandler = ends
    parser.CharacterDataHandler = text
    parser.StartDoctypeDeclHandler = declared
    parser.EntityDeclHandler = declared
    try:
        parser.Parse(data, True)
    except (expat.ExpatError, ValueError, LookupError):
        raise Unreadable(DAMAGED) from None


def _local(name: str) -> str:
    return name.rpartition(":")[2]
