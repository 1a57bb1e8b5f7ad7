"""Small honest files of every format, and how they are damaged: the same seed, the same file."""

from __future__ import annotations

import io
import random
import zipfile
import zlib
from collections.abc import Callable
from functools import cache

import zstandard

from tests.ingest import asked, hostile, written

TOKENS: dict[str, tuple[bytes, ...]] = {
    "": (
        b"\0", b"\xff\xfe", b"\xef\xbb\xbf", b"\r", b"\n\n", b"\t", b"\xe2\x80\x8b", b"\x80", b"?",
        b" " * 40, b"A" * 300, b"9" * 30, b"-1", "Größe".encode(), "問題".encode("utf-16"),
    ),
    "md": (
        b"#", b"```", b"---\n", b"- [x] ", b"<details>", b"|", b"A. ", b"Answer:", b"**", b"1. ",
    ),
    "html": (
        b"<", b">", b"<table>", b"</td>", b"<li>", b"<pre>", b"</pre>", b"<!--", b"<script>", b'"',
        b"<summary>", b"<h2>", b"&lt;", b"<a href=", b"<ol type=A>", b"<input type=radio>", b"<dt>",
    ),
    "rst": (
        b"::\n\n", b".. code::\n", b"====\n", b"`", b"``", b"|", b"+--+\n", b"   ", b"_", b":a:`",
    ),
    "docx": (
        b"<w:p>", b"</w:p>", b"<w:tbl>", b"<w:tc>", b"<w:r>", b"<w:t>", b'<w:numId w:val="1"/>',
        b"<!DOCTYPE a>", b"&a;", b'<w:ilvl w:val="9"/>', b"<w:br/>", b"<w:hyperlink>",
    ),
    "pdf": (
        b" obj", b"endobj", b"stream\n", b"endstream", b"<<", b">>", b"/Kids [2 0 R]", b"BT", b"Tj",
        b"Tm", b"1 0 R", b"/Filter /FlateDecode", b"/Length 99999", b"xref", b"%%EOF", b"Do",
    ),
    "csv": (b'"', b",", b";", b'""', b"\n", b"'=", b"sep=;\n", b"question", b"answer"),
    "json": (
        b"{", b"}", b"[", b"]", b'"', b"\\", b"\\u0000", b"null", b"1e999", b'"question":', b"0",
    ),
    "apkg": (b"\x1f", b"{{c1::", b"}}", b"<b>", b"CREATE VIEW", b"\x0d\0\0\0", b"[sound:a]"),
    "txt": (b"#separator:", b"#html:true\n", b"\t", b'"', b"#tags column:1\n", b"{{c1::a}}"),
    "gift": (
        b"{", b"}", b"=", b"~", b"#", b"::", b"\\", b"->", b"%50%", b"####", b"//", b"$CATEGORY:",
    ),
    "aiken": (b"A. ", b"B) ", b"ANSWER: ", b"ANSWER: Z", b"\n\n"),
}  # fmt: skip


def _small(writer: written.Writer, *, choice: bool = False) -> bytes:
    return writer(asked.made(11, choice=choice)[:3])


SCHEMA = (
    "CREATE TABLE col (models, decks)",
    """INSERT INTO col VALUES (
        '{"1": {"flds": [{"name": "Front", "ord": 0}]}}', '{"1": {"name": "D"}}'
    )""",
    "CREATE TABLE cards (nid, did)",
    "INSERT INTO cards VALUES (1, 1)",
    hostile.NOTES,
    "INSERT INTO notes VALUES (1, 1, 'easy', 'What is {{c1::it}}?' || char(31) || '<b>This</b>')",
    "INSERT INTO notes VALUES (2, 1, '', 'Which?<br>A) one<br>B) two' || char(31) || 'B')",
)


@cache
def samples() -> dict[str, tuple[str, bytes]]:
    """A name and the honest bytes for every target."""
    database = hostile.database(*SCHEMA)
    return {
        "md": ("a.md", _small(written.markdown)),
        "md choice": ("a.md", _small(written.markdown, choice=True)),
        "html": ("a.html", _small(written.webpage)),
        "html choice": ("a.html", _small(written.webpage, choice=True)),
        "html folded": ("a.html", _small(written.folded)),
        "rst": ("a.rst", _small(written.restructured)),
        "docx": ("a.docx", _small(written.word)),
        "docx choice": ("a.docx", _small(written.word, choice=True)),
        "pdf": ("a.pdf", written.pdf(asked.made(11)[:3], packed=False)),
        "csv": ("a.csv", _small(written.table)),
        "csv choice": ("a.csv", _small(written.table, choice=True)),
        "json": ("a.json", _small(written.records)),
        "json choice": ("a.json", _small(written.records, choice=True)),
        "apkg": ("a.apkg", hostile.apkg(database)),
        "apkg new": ("a.apkg", hostile.zstd(database)),
        "txt": ("a.txt", _small(written.anki_text)),
        "gift": ("a.gift", _small(written.gift)),
        "gift choice": ("a.gift", _small(written.gift, choice=True)),
        "aiken": ("a.aiken", _small(written.aiken, choice=True)),
    }


def damaged(target: str, chance: random.Random) -> tuple[str, bytes]:
    """One damaged file of a target; in an archive mostly what lies inside is damaged."""
    name, data = samples()[target]
    if data.startswith(b"PK") and chance.random() < 0.85:
        return name, _inside(data, target, chance)
    return name, _struck(data, target.split()[0], chance)


def _inside(data: bytes, target: str, chance: random.Random) -> bytes:
    with zipfile.ZipFile(io.BytesIO(data)) as packed:
        parts = {part: packed.read(part) for part in packed.namelist()}
    most = [part for part in parts if part.endswith((".xml", ".anki2", ".anki21b", "meta"))]
    part = chance.choice([one for one in most if "word/" in one or "collection" in one] or most)
    inner = parts[part]
    if part.endswith("21b") and chance.random() < 0.9:
        inner = zstandard.decompress(inner)
        parts[part] = zstandard.compress(_struck(inner, target.split()[0], chance), 1)
    else:
        parts[part] = _struck(inner, target.split()[0], chance)
    out = io.BytesIO()
    with zipfile.ZipFile(out, "w", zipfile.ZIP_STORED) as packed:
        for one, content in parts.items():
            packed.writestr(one, content)
    return out.getvalue()


def _struck(data: bytes, kind: str, chance: random.Random) -> bytes:
    """Bytes after one to six blows."""
    # Whatever moves the pages of a database is found out at once: mostly bytes change in place.
    blows = (_flip, _noise) if kind == "apkg" and chance.random() < 0.7 else BLOWS
    for _ in range(chance.choice((1, 1, 2, 3, 6))):
        data = chance.choice(blows)(data, kind, chance)
    return data[:200_000]


def _place(data: bytes, chance: random.Random) -> int:
    return chance.randrange(len(data) + 1)


def _flip(data: bytes, kind: str, chance: random.Random) -> bytes:
    at = _place(data, chance)
    return (
        data[:at]
        + bytes(byte ^ (1 << chance.randrange(8)) for byte in data[at : at + 1])
        + data[at + 1 :]
    )


def _cut(data: bytes, kind: str, chance: random.Random) -> bytes:
    at = _place(data, chance)
    return data[:at] + data[at + chance.choice((1, 2, 8, 64, 500)) :]


def _end(data: bytes, kind: str, chance: random.Random) -> bytes:
    return data[: _place(data, chance)]


def _again(data: bytes, kind: str, chance: random.Random) -> bytes:
    at = _place(data, chance)
    piece = data[at : at + chance.choice((1, 4, 30, 200))]
    return data[:at] + piece * chance.choice((2, 3, 40)) + data[at:]


def _swap(data: bytes, kind: str, chance: random.Random) -> bytes:
    a, b, c = sorted(_place(data, chance) for _ in range(3))
    return data[:a] + data[b:c] + data[a:b] + data[c:]


def _token(data: bytes, kind: str, chance: random.Random) -> bytes:
    at = _place(data, chance)
    token = chance.choice(TOKENS[""] + TOKENS.get(kind, ()))
    return data[:at] + token * chance.choice((1, 1, 1, 2, 50)) + data[at:]


def _noise(data: bytes, kind: str, chance: random.Random) -> bytes:
    at = _place(data, chance)
    noise = chance.randbytes(chance.choice((1, 4, 40)))
    return data[:at] + noise + data[at + len(noise) :]


Blow = Callable[[bytes, str, random.Random], bytes]
BLOWS: tuple[Blow, ...] = (_flip, _cut, _end, _again, _swap, _token, _token, _noise)


def numbered(seed: int, number: int, only: str = "") -> tuple[str, str, bytes]:
    """The target, the name and the bytes of one input."""
    chance = random.Random(zlib.crc32(f"{seed}-{number}".encode()))
    targets = [target for target in samples() if target.split()[0] == only] or list(samples())
    target = chance.choice(targets)
    return target, *damaged(target, chance)
