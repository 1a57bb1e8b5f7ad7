"""What a file is: told by its content, for a name may say anything."""

from __future__ import annotations

import os
import re

from .decode import decode
from .unreadable import Unreadable

HEAD = 64 * 1024
FEW = 3
TEXTS = (".md", ".markdown", ".mdown", ".mdx", ".txt", ".text")
CLAIMS = {
    ".html": "html",
    ".htm": "html",
    ".xhtml": "html",
    ".rst": "rst",
    ".rest": "rst",
    ".docx": "docx",
    ".docm": "docx",
    ".pdf": "pdf",
    ".csv": "csv",
    ".tsv": "csv",
    ".json": "json",
    ".jsonl": "json",
    ".apkg": "apkg",
    ".colpkg": "apkg",
    ".gift": "gift",
    ".aiken": "aiken",
}
SUFFIXES = ("", *TEXTS, *CLAIMS)
NAMES = {
    "html": "a web page",
    "rst": "reStructuredText",
    "docx": "a Word document",
    "pdf": "a PDF",
    "csv": "a table",
    "json": "JSON",
    "apkg": "an Anki deck",
    "anki-text": "an export of Anki's",
    "gift": "a GIFT quiz",
    "aiken": "an Aiken quiz",
    "text": "a text",
}
UNPACKED = frozenset({"docx", "pdf", "apkg"})
OTHERS = (
    (b"\xd0\xcf\x11\xe0", "an old Office document; save it as .docx"),
    (b"SQLite format 3\x00", "a database"),
    (b"\x89PNG", "a picture"),
    (b"GIF8", "a picture"),
    (b"\xff\xd8\xff", "a picture"),
    (b"\x1f\x8b", "a packed file"),
    (b"\x28\xb5\x2f\xfd", "a packed file"),
    (b"BZh", "a packed file"),
    (b"7z\xbc\xaf", "a packed file"),
    (b"\xfd7zXZ", "a packed file"),
    (b"\x7fELF", "a program"),
    (b"MZ", "a program"),
    (b"{\\rtf", "a Rich Text document; save it as .docx"),
)
FORMATS = "Markdown, plain text, reStructuredText, HTML, DOCX, PDF, CSV, JSON, Anki, GIFT and Aiken"
READ_HERE = f"{FORMATS} are read here."
PAGE = re.compile(
    r"\s*(?:<\?xml[^>]{0,200}\?>\s*)?(?:<!--.{0,2000}?-->\s*)*<(?:!doctype\s+html|html[\s>]|head[\s>]|body[\s>])",
    re.I | re.S,
)
TAG = re.compile(
    r"<(?:p|div|h[1-6]|ul|ol|li|table|span|a|br|section|details|dl|pre|b|strong)\b[^<>]*>", re.I
)
DIRECTIVE = re.compile(r"^\.\. (?:[\w:-]+::|_[^:\n]+:)", re.MULTILINE)
BRACED = re.compile(r"\{\s*(?:[=~#]|T\b|F\b|TRUE|FALSE|%)")
ROLE = re.compile(r"(?<![`\w]):[a-z]+:`[^`\n]+`|``[^`\n]+``|`[^`\n<]+ <[^>\n]+>`_")
FENCED = re.compile(r"^(?:```|~~~|#{1,6} )", re.MULTILINE)
ADORNED = re.compile(r"^(\S[^\n]{2,80})\n([=~^\"'-])\2{2,}\n", re.MULTILINE)


def kind_of(name: str, data: bytes) -> str:
    """The format of a file. Raises Unreadable for what is not read here, and where name and
    content disagree.
    """
    suffix = os.path.splitext(name.lower())[1]
    claim = CLAIMS.get(suffix, "text" if suffix in TEXTS else "")
    kind = binary(data)
    if kind in UNPACKED:
        _agrees(claim, suffix, kind)
        return kind
    if kind:
        raise Unreadable(f"This is {kind}. {READ_HERE}")
    if claim in UNPACKED:
        raise Unreadable(f"This is named {suffix}, but it is not {NAMES[claim]}.")
    return textual(claim, suffix, data)


def told(name: str, head: bytes) -> None:
    """Raise Unreadable where the beginning of a file shows that it is not read here."""
    if head[:4] in {b"PK\x03\x04", b"PK\x05\x06"} and len(head) >= HEAD:
        # The names of its parts stand at the end, which is not here.
        return
    kind_of(name, head) if len(head) < HEAD else binary_only(name, head)


def binary_only(name: str, head: bytes) -> None:
    """The same for the beginning of a longer file, of which only the binary kinds are sure."""
    kind = binary(head)
    if kind and kind not in UNPACKED:
        raise Unreadable(f"This is {kind}. {READ_HERE}")


def _agrees(claim: str, suffix: str, kind: str) -> None:
    if claim and claim != kind:
        raise Unreadable(
            f"This is named {suffix}, but it is {NAMES[kind]}. Name it so, and read it again."
        )


def binary(data: bytes) -> str:
    """What the bytes are if they are no text; "" for a text."""
    if b"%PDF-" in data[:1024]:
        return "pdf"
    if data.startswith((b"PK\x03\x04", b"PK\x05\x06")):
        return _packed(data)
    head = data[:HEAD]
    if b"\0" not in head and not head.startswith(b"{\\rtf") and is_utf8(head):
        return ""
    for mark, name in OTHERS:
        if head.startswith(mark):
            return name
    return "no text" if "\0" in decode(head) else ""


def _packed(data: bytes) -> str:
    """What an archive holds, by the names of its parts as they stand in it."""
    if b"word/document" in data:
        return "docx"
    if b"collection.anki2" in data:
        return "apkg"
    if b"[Content_Types].xml" in data:
        return "a spreadsheet or a presentation; save it as .csv or .docx"
    return "a packed file; unpack it first"


def is_utf8(head: bytes) -> bool:
    """Whether the beginning is UTF-8; the last letter may be cut."""
    try:
        head.decode("utf-8")
    except UnicodeDecodeError as error:
        return len(head) == HEAD and error.start > HEAD - 4
    return True


def textual(claim: str, suffix: str, data: bytes) -> str:
    """The format of a text."""
    head = decode(data[:HEAD])
    plain = head.lstrip("\ufeff \t\r\n")
    said = ""
    if PAGE.match(plain):
        said = "html"
    elif plain[:1] in {"{", "["} and _is_json(data, plain, claim):
        said = "json"
    elif _is_export(plain):
        said = "anki-text"
    strict = claim in {"html", "csv", "json", "rst", "gift", "aiken"}
    if said and strict and (claim, said) != ("csv", "anki-text"):
        _agrees(claim, suffix, said)
    if said:
        return said
    if claim == "html" and not TAG.search(head):
        raise Unreadable(f"This is named {suffix}, but it is plain text. Name it .txt or .md.")
    if strict:
        return claim
    return "text" if claim == "text" and suffix not in {".txt", ".text"} else _guessed(head)


def _is_export(head: str) -> bool:
    """Whether a text opens as Anki's exports do."""
    return head.lower().startswith(("#separator:", "#html:", "#notetype:", "#deck:", "#columns:"))


def _is_json(data: bytes, head: str, claim: str) -> bool:
    """Whether a text that opens with a bracket is JSON: it closes so, too."""
    if claim == "json":
        return True
    last = data.rstrip()[-1:]
    return last in {b"}", b"]"} and bool(re.match(r"[\[{]\s*(?:[\[{\"]|[\]}])", head))


def _guessed(head: str) -> str:
    """The format of a plain text or of one without a telling name."""
    lines = head.replace("\r\n", "\n").replace("\r", "\n").split("\n")
    if "\nANSWER:" in head and _is_aiken(head, lines):
        return "aiken"
    if BRACED.search(head) and _is_gift(lines):
        return "gift"
    if not FENCED.search(head) and (DIRECTIVE.search(head) or _is_rst(head)):
        return "rst"
    if _is_table(lines):
        return "csv"
    return "text"


# Readers are imported when a text looks like theirs: most texts look like none.


def _is_aiken(head: str, lines: list[str]) -> bool:
    from . import aiken

    return aiken.is_aiken(lines[:-1] if len(head) >= HEAD - 8 else lines)


def _is_gift(lines: list[str]) -> bool:
    from . import gift

    return gift.is_gift(lines)


def _is_rst(head: str) -> bool:
    return len(ROLE.findall(head)) >= 3 and ADORNED.search(head) is not None


def _in_two(lines: list[str]) -> bool:
    """Whether each line of a text has two sides with a tab between them, as cards are copied."""
    told = [line for line in lines[:400] if line.strip()]
    if len(told) < FEW or sum(line.count("\t") == 1 for line in told) < 0.95 * len(told):
        return False
    from . import sheet

    return sheet.cards([line.split("\t") for line in told])


def _is_table(lines: list[str]) -> bool:
    """Whether a text is a table: its first line names a question and an answer."""
    if _in_two(lines):
        return True
    first = lines[0].lower() if lines else ""
    if not ("question" in first or "front" in first or "prompt" in first) or len(lines) < 2:
        return False
    from . import sheet

    sign = sheet.delimiter(lines[:40])
    if sign == "|" or sign not in first:
        return False
    heads = [cell.strip(' "') for cell in lines[0].split(sign)]
    return len(heads) >= 2 and sheet.Columns.named(heads) is not None
