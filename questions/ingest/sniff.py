"""Is this something that a reader reads? Told by content, for a name may say anything."""

from __future__ import annotations

from .readers.decode import decode

HEAD = 64 * 1024
KINDS = "Markdown and plain text are read here."
MARKS = (
    (b"%PDF-", "a PDF"),
    (b"PK\x03\x04", "a packed file, such as a ZIP archive, an Office document or an Anki deck"),
    (b"PK\x05\x06", "a packed file"),
    (b"\xd0\xcf\x11\xe0", "an old Office document"),
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
    (b"{\\rtf", "a Rich Text document"),
)


def what_else(data: bytes) -> str:
    """What the bytes are if they are no text, in words that follow "this is"; "" for a text."""
    head = data[:HEAD]
    if b"\0" not in head and not head.startswith((b"{\\rtf", b"%PDF-")) and is_utf8(head):
        return ""
    for mark, name in MARKS:
        if head.startswith(mark):
            return name
    return "no text" if "\0" in decode(head) else ""


def is_utf8(head: bytes) -> bool:
    """Whether the beginning is UTF-8; the last letter may be cut."""
    try:
        head.decode("utf-8")
    except UnicodeDecodeError as error:
        return len(head) == HEAD and error.start > HEAD - 4
    return True


def complaint(name: str, head: bytes) -> str:
    """Why a file of this name that begins like this is not taken; "" if it is."""
    if not head:
        return f"{name} is empty."
    other = what_else(head)
    return f"{name} cannot be read: this is {other}. {KINDS}" if other else ""
