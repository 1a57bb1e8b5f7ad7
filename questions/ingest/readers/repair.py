"""Undo text that was decoded twice, also where bytes were lost; leave correct text alone."""

from __future__ import annotations

import re

# What UTF-8's bytes look like after they were read as Windows-1252. Five bytes have no character
# there: some programs keep them as control characters, others drop them.
_UNUSED = {byte: chr(byte) for byte in (0x81, 0x8D, 0x8F, 0x90, 0x9D)}
_CHARACTER = {b: _UNUSED.get(b) or bytes([b]).decode("cp1252") for b in range(0x80, 0x100)}
_BYTE = {character: byte for byte, character in _CHARACTER.items()}
_RUN = re.compile("[" + re.escape("".join(_BYTE)) + "]{2,}")
# Nobody writes these on purpose: the first two bytes of punctuation, of an emoji, of its selector.
_LATER = "[" + re.escape("".join(_CHARACTER[byte] for byte in range(0x80, 0xC0))) + "]"
_TELLING = re.compile(rf"â€|ðŸ|ï¸|[âä-é]{_LATER}{{2}}|[ÂÃ]{_LATER}|[ÐÑ]{_LATER}[ÐÑ]{_LATER}")
_CLOSING = re.compile("â€(?=[\\s*_)\\].,;:!?<]|$)", re.MULTILINE)
_SELECTOR = re.compile("ï¸(?![\x80-\xff\u0152-\u2122])")
_LATIN = range(0xA0, 0x250)
# What may follow a capital letter in text that is right: "MAÇÃ—" is no multiplication.
_NATURAL = frozenset("—–…“”‘’„‚«»‹›·•\xa0")


def repair(text: str) -> str:
    """The text as it was before it was decoded twice. Running it again changes nothing."""
    if text.isascii() or not (_TELLING.search(text) or _beyond_doubt(text)):
        return text
    sure = _beyond_doubt(text)
    previous = None
    while previous != text:
        previous = text
        text = _CLOSING.sub("”", text)
        text = _SELECTOR.sub("\ufe0f", text)
        text = _RUN.sub(lambda match: _whole(match, sure), text)
    return text


def _beyond_doubt(text: str) -> bool:
    """Whether some run of such characters decodes that cannot stand together by chance."""
    for match in _RUN.finditer(text):
        back = _decoded(match[0])
        if back is not None and (len(match[0]) >= 3 or _plausible(match, back)):
            return True
    return False


def _whole(match: re.Match[str], sure: bool) -> str:
    """One run of characters through both encodings, or as it was when that fails."""
    back = _decoded(match[0])
    if back is None:
        return match[0]
    return back if sure or len(match[0]) >= 3 or _plausible(match, back) else match[0]


def _decoded(run: str) -> str | None:
    try:
        return bytes([_BYTE[character] for character in run]).decode("utf-8")
    except UnicodeDecodeError:
        return None


def _plausible(match: re.Match[str], back: str) -> bool:
    """Two characters may stand together by chance, above all after a capital letter."""
    before = match.string[max(0, match.start() - 1) : match.start()]
    return ord(back) in _LATIN and not (before.isupper() and match[0][1] in _NATURAL)
