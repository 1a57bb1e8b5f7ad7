"""Files that were made to harm a reader: bombs, loops, liars and files that are none."""

from __future__ import annotations

import io
import os
import sqlite3
import struct
import tempfile
import zipfile
import zlib
from collections.abc import Callable

import zstandard

TYPES = b'<?xml version="1.0"?><Types></Types>'
W = 'xmlns:w="http://schemas.openxmlformats.org/wordprocessingml/2006/main"'
MB = 1024 * 1024


def archive(parts: dict[str, bytes], how: int = zipfile.ZIP_DEFLATED) -> bytes:
    out = io.BytesIO()
    with zipfile.ZipFile(out, "w", how) as packed:
        for name, data in parts.items():
            packed.writestr(name, data)
    return out.getvalue()


def parts(data: bytes) -> dict[str, bytes]:
    with zipfile.ZipFile(io.BytesIO(data)) as packed:
        return {name: packed.read(name) for name in packed.namelist()}


def docx(main: bytes | str, **more: bytes) -> bytes:
    data = main.encode() if isinstance(main, str) else main
    parts = {"[Content_Types].xml": TYPES, "word/document.xml": data}
    return archive(parts | {f"word/{name}.xml": text for name, text in more.items()})


def paragraphs(body: str) -> str:
    return f"<w:document {W}><w:body>{body}</w:body></w:document>"


HONEST = paragraphs("<w:p><w:r><w:t>What is it?</w:t></w:r></w:p>")


def laughing(declared: str) -> bytes:
    text = f'<?xml version="1.0"?><!DOCTYPE w [{declared}]>' + paragraphs("<w:p>&a9;</w:p>")
    return docx(text)


LAUGHS = '<!ENTITY a0 "ha">' + "".join(
    f'<!ENTITY a{n} "{f"&a{n - 1};" * 10}">' for n in range(1, 10)
)


def named(name: str) -> bytes:
    return archive({"[Content_Types].xml": TYPES, "word/document.xml": HONEST.encode(), name: b"x"})


def with_nul() -> bytes:
    return named("word/aXb.xml").replace(b"aXb", b"a\0b")


def linked() -> bytes:
    out = io.BytesIO()
    with zipfile.ZipFile(out, "w") as packed:
        packed.writestr("word/document.xml", HONEST)
        link = zipfile.ZipInfo("word/media/link")
        link.external_attr = 0o120777 << 16
        packed.writestr(link, "/etc/passwd")
    return out.getvalue()


def locked() -> bytes:
    data = bytearray(docx(HONEST))
    for mark, flag in ((b"PK\x03\x04", 6), (b"PK\x01\x02", 8)):
        at = data.find(mark)
        while at >= 0:
            data[at + flag] |= 1
            at = data.find(mark, at + 4)
    return bytes(data)


def lying() -> bytes:
    """The table at the end says that a part is small; it is not."""
    data = bytearray(docx(b"<a>" + b" " * (8 * MB) + b"</a>"))
    at = data.rfind(b"word/document.xml") - 46
    data[at + 24 : at + 28] = struct.pack("<I", 10)
    return bytes(data)


def many_parts() -> bytes:
    return archive({"word/document.xml": b"<a/>"} | {f"word/{n}": b"" for n in range(12_000)}, 0)


def database(*statements: str, size: int = 0) -> bytes:
    with tempfile.TemporaryDirectory() as folder:
        path = os.path.join(folder, "c.db")
        connection = sqlite3.connect(path)
        for statement in statements:
            connection.execute(statement)
        if size:
            connection.execute("INSERT INTO notes VALUES (1, 1, '', ?)", ("x" * size,))
        connection.commit()
        connection.close()
        with open(path, "rb") as file:
            return file.read()


NOTES = "CREATE TABLE notes (id, mid, tags, flds)"
ENDLESS = (
    "CREATE VIEW notes AS WITH RECURSIVE n(i) AS (SELECT 1 UNION ALL SELECT i + 1 FROM n) "
    "SELECT i AS id, i AS mid, '' AS tags, 'a' AS flds FROM n"
)
HUGE = "CREATE VIEW notes AS SELECT 1 AS id, 1 AS mid, '' AS tags, hex(zeroblob(500000000)) AS flds"
ROW = "INSERT INTO notes VALUES (1, 1, '', 'front' || char(31) || 'back')"


def apkg(collection: bytes, name: str = "collection.anki2", **more: bytes) -> bytes:
    return archive({name: collection, "media": b"{}"} | more)


def zstd(collection: bytes) -> bytes:
    return apkg(zstandard.compress(collection), "collection.anki21b", meta=b"\x08\x03")


def broken(data: bytes) -> bytes:
    return data[:100] + bytes(255 - byte for byte in data[100:1200]) + data[1200:]


def pdf(objects: list[bytes], trailer: bytes = b"/Root 1 0 R") -> bytes:
    out, places = b"%PDF-1.7\n", []
    for number, content in enumerate(objects, 1):
        places.append(len(out))
        out += b"%d 0 obj\n%s\nendobj\n" % (number, content)
    start = len(out)
    out += b"xref\n0 %d\n0000000000 65535 f \n" % (len(objects) + 1)
    out += b"".join(b"%010d 00000 n \n" % place for place in places)
    return out + b"trailer\n<< /Size %d %s >>\nstartxref\n%d\n%%%%EOF" % (
        len(objects) + 1,
        trailer,
        start,
    )


def stream(data: bytes, extra: bytes = b"", *, packed: bool = True) -> bytes:
    if packed:
        data, extra = zlib.compress(data, 9), extra + b"/Filter /FlateDecode"
    return b"<< /Length %d %s >>\nstream\n%s\nendstream" % (len(data), extra, data)


CATALOG = b"<< /Type /Catalog /Pages 2 0 R >>"
PAGES = b"<< /Type /Pages /Kids [3 0 R] /Count 1 >>"
FONT = b"<< /Type /Font /Subtype /Type1 /BaseFont /Helvetica >>"


def page(content: bytes, *more: bytes, resources: bytes = b"/Font << /F 5 0 R >>") -> bytes:
    leaf = (
        b"<< /Type /Page /Parent 2 0 R /MediaBox [0 0 612 792] /Contents 4 0 R "
        b"/Resources << %s >> >>" % resources
    )
    return pdf([CATALOG, PAGES, leaf, content, FONT, *more])


def forms() -> bytes:
    """Each form draws the next one thirty times."""
    more = []
    for number in range(6, 12):
        use = b"/Resources << /Font << /F 5 0 R >> /XObject << /X %d 0 R >> >>" % (number + 1)
        drawn = b"/X Do " * 30 if number < 11 else b"BT /F 9 Tf (x) Tj ET " * 30
        more.append(stream(drawn, b"/Type /XObject /Subtype /Form /BBox [0 0 9 9] " + use))
    return page(
        stream(b"/X Do " * 30), *more, resources=b"/Font << /F 5 0 R >> /XObject << /X 6 0 R >>"
    )


def picture() -> bytes:
    image = stream(b"\0" * 3000, b"/Type /XObject /Subtype /Image /Width 10 /Height 100")
    return page(stream(b"q /X Do Q"), image, resources=b"/XObject << /X 6 0 R >>")


REFUSED: dict[str, tuple[str, Callable[[], bytes]]] = {
    "a part that unpacks to 80 MB": ("a.docx", lambda: docx(b"<a>" + b" " * (80 * MB))),
    "a part that unpacks a thousandfold": ("a.docx", lambda: docx(b"<a>" + b"\n" * (9 * MB))),
    "a deck that unpacks a thousandfold": ("a.apkg", lambda: apkg(b"\0" * (70 * MB))),
    "a Zstandard frame of 300 MB": ("a.apkg", lambda: zstd(b"\0" * (300 * MB))),
    "half a Zstandard frame": (
        "a.apkg",
        lambda: apkg(zstandard.compress(os.urandom(9000))[:500], "collection.anki21b"),
    ),
    "no Zstandard frame": ("a.apkg", lambda: apkg(b"nothing", "collection.anki21b")),
    "a thousand parts times twelve": ("a.docx", many_parts),
    "a part above the folder": ("a.docx", lambda: named("../../etc/cron.d/x")),
    "a part above the folder, the other way": ("a.docx", lambda: named("..\\..\\x")),
    "a part with a path from the root": ("a.docx", lambda: named("/etc/passwd")),
    "a part on a drive": ("a.docx", lambda: named("C:/x")),
    "a part with a very long name": ("a.docx", lambda: named("word/" + "x" * 5000)),
    "a part with a null in its name": ("a.docx", with_nul),
    "a link out of the archive": ("a.docx", linked),
    "an archive with a password": ("a.docx", locked),
    "a part that is larger than it says": ("a.docx", lying),
    "half an archive": ("a.docx", lambda: docx(HONEST)[:300]),
    "an archive without a document": ("a.docx", lambda: archive({"word/document": b"x"})),
    "a billion laughs": ("a.docx", lambda: laughing(LAUGHS)),
    "an entity used too often": (
        "a.docx",
        lambda: docx(f'<!DOCTYPE w [<!ENTITY a9 "{"x" * 9000}">]>{paragraphs("&a9;" * 9000)}'),
    ),
    "an entity from a file": (
        "a.docx",
        lambda: laughing('<!ENTITY a9 SYSTEM "file:///etc/passwd">'),
    ),
    "an entity from the net": (
        "a.docx",
        lambda: laughing('<!ENTITY a9 SYSTEM "http://127.0.0.1:1/">'),
    ),
    "a DOCTYPE among the styles": (
        "a.docx",
        lambda: docx(HONEST, styles=b"<!DOCTYPE a [<!ENTITY b 'c'>]><a>&b;</a>"),
    ),
    "a DOCTYPE in two bytes a letter": (
        "a.docx",
        lambda: docx(f"\ufeff<!DOCTYPE w [{LAUGHS}]>{HONEST}".encode("utf-16-le")),
    ),
    "elements a hundred thousand deep": (
        "a.docx",
        lambda: docx(paragraphs("<w:x>" * 100_000 + "</w:x>" * 100_000)),
    ),
    "elements that never close": ("a.docx", lambda: docx("<w:p>" * 90)),
    "macros": ("a.docx", lambda: named("word/vbaProject.bin")),
    "a view that never ends": ("a.apkg", lambda: apkg(database(ENDLESS))),
    "a view that makes a huge text": ("a.apkg", lambda: apkg(database(HUGE))),
    "a virtual table": (
        "a.apkg",
        lambda: apkg(database("CREATE VIRTUAL TABLE notes USING fts5(id, mid, tags, flds)")),
    ),
    "a computed column": (
        "a.apkg",
        lambda: apkg(
            database(
                "CREATE TABLE notes (id, mid, tags, "
                "flds AS (hex(zeroblob(id * 10000000))) VIRTUAL)",
                "INSERT INTO notes VALUES (9, 1, '')",
            )
        ),
    ),
    "a note of 40 MB": ("a.apkg", lambda: apkg(database(NOTES, size=40 * MB))),
    "a deck without notes": ("a.apkg", lambda: apkg(database("CREATE TABLE cards (id)"))),
    "a deck with an empty table": ("a.apkg", lambda: apkg(database(NOTES))),
    "half a deck": ("a.apkg", lambda: apkg(database(NOTES, ROW)[:5000])),
    "a deck with a broken page": ("a.apkg", lambda: apkg(broken(database(NOTES, ROW)))),
    "a deck of the future": ("a.apkg", lambda: apkg(database(NOTES, ROW), meta=b"\x08\x09")),
    "a package without a deck": ("a.apkg", lambda: archive({"collection.anki2x": b""})),
    "a page of 200 MB": ("a.pdf", lambda: page(stream(b"q Q " * (50 * MB)))),
    "forms within forms within forms": ("a.pdf", forms),
    "pages in a circle": (
        "a.pdf",
        lambda: pdf([CATALOG, b"<< /Type /Pages /Kids [2 0 R 2 0 R] /Count 2 >>"]),
    ),
    "pictures without text": ("a.pdf", picture),
    "half a PDF": ("a.pdf", lambda: page(stream(b"BT /F 9 Tf (What is it?) Tj ET"))[:200]),
    "a PDF with a password": (
        "a.pdf",
        lambda: pdf(
            [CATALOG, PAGES],
            b"/Root 1 0 R /ID [<00><00>] /Encrypt << /Filter /Standard /V 1 /R 2 /P -1 /O ("
            + b"o" * 32
            + b") /U ("
            + b"u" * 32
            + b") >>",
        ),
    ),
    "a reference table in a circle": (
        "a.pdf",
        lambda: b"%PDF-1.4\nxref\n0 0\ntrailer << /Prev 9 /Root 1 0 R >>\nstartxref\n9\n%%EOF",
    ),
    "lists a hundred thousand deep": ("a.json", lambda: b"[" * 100_000 + b"]" * 100_000),
    "a million records": ("a.json", lambda: b"[" + b"{}," * 1_000_000 + b"{}]"),
    "a number of a million figures": ("a.json", lambda: b'[{"a":' + b"9" * 1_000_000 + b"}]"),
    "half a JSON": ("a.json", lambda: b'[{"question": "What?", "ans'),
    "a quotation that never closes": (
        "a.csv",
        lambda: b'question,answer\n"' + b'x"x' * 400_000,
    ),
    "a million rows": ("a.csv", lambda: b"question,answer\n" + b"a,b\n" * 1_000_000),
    "nothing but line ends": ("a.md", lambda: b"\n" * (10 * MB)),
    "a million tags": ("a.html", lambda: b"<html>" + b"<b>" * 1_000_000),
    "a million lines of headings": ("a.rst", lambda: b"a\n=\n" * 500_000),
}
