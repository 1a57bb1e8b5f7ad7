"""Bytes to text: byte order marks, UTF-8, UTF-16, mixed files, and old Windows encodings."""

from __future__ import annotations

BOMS = (
    (b"\xef\xbb\xbf", "utf-8"),
    (b"\xff\xfe\x00\x00", "utf-32-le"),
    (b"\x00\x00\xfe\xff", "utf-32-be"),
    (b"\xff\xfe", "utf-16-le"),
    (b"\xfe\xff", "utf-16-be"),
)
ENOUGH = 200  # bytes below which a statistical guess is worth less than none


def decode(data: bytes) -> str:
    """The text of a file. Never fails: bytes without a meaning become replacement characters."""
    for mark, encoding in BOMS:
        if data.startswith(mark):
            return data[len(mark) :].decode(encoding, "replace")
    if wide := _wide(data):
        return data.decode(wide, "replace")
    try:
        return data.decode("utf-8")
    except UnicodeDecodeError:
        return _by_line(data) or _guessed(data)


def _wide(data: bytes) -> str:
    """UTF-16 without a mark: every other byte of Western text is null."""
    head = data[:4000]
    if len(head) < 4 or b"\0" not in head:
        return ""
    even, odd = head[::2].count(0), head[1::2].count(0)
    if odd > 0.4 * len(head[1::2]) and even < odd / 4:
        return "utf-16-le"
    return "utf-16-be" if even > 0.4 * len(head[::2]) and odd < even / 4 else ""


def _by_line(data: bytes) -> str:
    """Two encodings in one file: once some lines are surely UTF-8, each stands for itself."""
    lines = data.split(b"\n")
    good = 0
    texts = []
    for line in lines:
        try:
            texts.append(line.decode("utf-8"))
            good += not line.isascii()
        except UnicodeDecodeError:
            texts.append(_windows(line))
    return "\n".join(texts) if good else ""


def _guessed(data: bytes) -> str:
    if _western(data):
        return _windows(data)
    if len(data) >= ENOUGH:
        # Slow to import, and most files are UTF-8.
        from charset_normalizer import from_bytes

        best = from_bytes(data[:100_000]).best()
        if best is not None:
            return data.decode(best.encoding, "replace").removeprefix("\ufeff")
    return _windows(data)


def _windows(data: bytes) -> str:
    """Windows-1252; its five unused bytes are read as Latin-1."""
    try:
        return data.decode("cp1252")
    except UnicodeDecodeError:
        return "".join(
            chr(byte) if 0x80 <= byte < 0xA0 and byte in UNUSED else bytes([byte]).decode("cp1252")
            for byte in data
        )


def _western(data: bytes) -> bool:
    """Whether a text is of a language that Windows-1252 was made for: it uses the accents of one
    of them, and few. A statistical guess takes short French for Latvian.
    """
    text = _windows(data[:100_000]).lower()
    letters = sum(map(str.isalpha, text))
    accents = [one for one in text if not one.isascii() and one.isalpha()]
    if 2 * len(accents) > letters or any(
        not one.isascii() and not one.isalpha() and one not in SIGNS for one in text
    ):
        return False
    used = set(accents)
    return any(used <= language for language in LANGUAGES)


SIGNS = frozenset("“”„‘’«»–—…•·°§©®€£±×½¼²³µ¿¡\xa0")
LANGUAGES = tuple(
    frozenset(accents)
    for accents in (
        "éèàçùâêîôûëïüœæ", "äöüßé", "áéíóúñüªº", "ãõáéíóúâêôàçüªº", "àèéìòùî", "åäöéü", "æøåéö",
    )
)  # fmt: skip
UNUSED = frozenset({0x81, 0x8D, 0x8F, 0x90, 0x9D})
