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
_TELLING = re.compile("â€|ðŸ|ï¸|â[†œšžˆ‰‡][^\\W\\d_]?|Ã[©¨¼¶¤±³¡ºª«§¢´®]|Â[°·«»©®±]")
_CLOSING = re.compile("â€(?=[\\s*_)\\].,;:!?<]|$)", re.MULTILINE)
_SELECTOR = re.compile("ï¸(?![\x80-\xff\u0152-\u2122])")
_LATIN = range(0xA0, 0x250)


def repair(text: str) -> str:
    """The text as it was before it was decoded twice. Running it again changes nothing."""
    if text.isascii() or (not _TELLING.search(text) and not _long(text)):
        return text
    previous = None
    while previous != text:
        previous = text
        text = _CLOSING.sub("”", text)
        text = _SELECTOR.sub("\ufe0f", text)
        text = _RUN.sub(_whole, text)
    return text


def _long(text: str) -> bool:
    """Whether some long run of such characters decodes by itself: that is no accident."""
    return any(
        len(match[0]) >= 4 and _decoded(match[0]) is not None for match in _RUN.finditer(text)
    )


def _whole(match: re.Match[str]) -> str:
    """One run of characters through both encodings, or as it was when that fails."""
    run = match[0]
    back = _decoded(run)
    if back is None:
        return run
    if len(run) == 2 and not _plausible(
        back, match.string[max(0, match.start() - 1) : match.start()]
    ):
        return run
    return back


def _decoded(run: str) -> str | None:
    try:
        return bytes([_BYTE[character] for character in run]).decode("utf-8")
    except UnicodeDecodeError:
        return None


def _plausible(back: str, before: str) -> bool:
    """Two characters may stand together by chance, above all after a capital letter."""
    return ord(back) in _LATIN and not before.isupper()
