"""Marked-up text as a person reads it aloud: no marks, no links, no symbols in front."""

from __future__ import annotations

import re
import unicodedata
from functools import lru_cache

_IMAGE = re.compile(r"!\[[^\]\[]{0,300}\](?:\([^()]{0,600}\))?")
_LINK = re.compile(
    r"\[([^\]\[]{0,300})\](?:\([^()]{0,600}(?:\([^()]{0,100}\)[^()]{0,100})?\)|\[[^\]\[]{0,100}\])"
)
_FOOTNOTE = re.compile(r"\[\^?\d{1,3}\]")
_URL = re.compile(r"<?https?://[^\s<>)`\"]+>?")
_TAG = re.compile(r"</?[a-zA-Z][^<>]{0,200}>")
_CODE = re.compile(r"`{1,3}([^`]{0,300})`{1,3}")
_BOLD = re.compile(r"\*\*|__(?=\S)|(?<=\S)__")
_ITALIC = re.compile(
    r"(?<![\w*])[*](?=\S)|(?<=\S)[*](?![\w*])|(?<!\w)_(?=[^\W_])|(?<=[^\W_])_(?!\w)"
)
_ESCAPE = re.compile(r"\\([\\`*_{}\[\]()#+.!|<>-])")
_SPECIAL = re.compile(r"[\[\\`*_<→⇒➜➔]|->|://")
_SHELTERED = {ord(sign): 0xE000 + at for at, sign in enumerate("<>*_[]")}
_SHOWN = {place: sign for sign, place in _SHELTERED.items()}
_SPACE = re.compile(r"[^\S\n]+")
_ARROW = re.compile(r"\s+->\s+|\s*[→⇒➜➔]\s*")


def _symbol(letter: str) -> bool:
    return letter != "`" and unicodedata.category(letter) in (
        "So",
        "Sk",
        "Cf",
        "Co",
        "Cn",
        "Mn",
        "Me",
    )


def without_symbols(text: str) -> str:
    """The text without the pictures, ticks and arrows it opens with."""
    start = 0
    while start < len(text) and (text[start].isspace() or _symbol(text[start])):
        start += 1
    return text[start:].rstrip()


def plain(text: str) -> str:
    """The words alone; line ends stay where they were."""
    if not _SPECIAL.search(text):
        return without_symbols(_SPACE.sub(" ", text))
    text = _LINK.sub(r"\1", _IMAGE.sub("", text))
    text = _URL.sub("", _FOOTNOTE.sub("", text))
    text = _TAG.sub("", _CODE.sub(_sheltered, text))
    text = _ESCAPE.sub(r"\1", _ITALIC.sub("", _BOLD.sub("", text)))
    text = _ARROW.sub(" → ", text.replace("`", "'"))
    return without_symbols(_SPACE.sub(" ", text).translate(_SHOWN))


def _sheltered(code: re.Match[str]) -> str:
    """Code whose brackets and stars mean themselves: `<head>` is no tag, `'*'` no emphasis."""
    return code[1].translate(_SHELTERED)


def only_link(raw: str) -> bool:
    """Whether a block is nothing but an address or a link."""
    bare = without_symbols(raw).strip("*_ .")
    return bool(_LINK.fullmatch(bare) or _URL.fullmatch(bare))


def bold_only(raw: str) -> bool:
    """Whether a paragraph is one bold phrase, perhaps with a colon: a title in all but name."""
    bare = without_symbols(raw).rstrip(":： ")
    return bool(re.fullmatch(r"(\*\*|__)[^*\n]{1,120}?:?\s*\1", bare))


# Bold, then colon or dash (either side of the closing marks).
_BOLD_LEAD = re.compile(
    r"^(\*\*|__)([^*\n]{1,120}?)(?:([:：])\s*\1|\1\s*([:：]|\s[-–—]\s?))\s*(.*)$", re.DOTALL
)
# A dash before `это` is the verb of a Russian sentence.
_COLON_LEAD = re.compile(
    r"^([^\s:：.!?][^:：.!?\n]{0,60}?)(?:[:：]\s+|\s+[-–—]\s+(?!(?:это|це)\b))(\S.*)$", re.DOTALL
)


@lru_cache(maxsize=4096)
def lead_of(raw: str) -> tuple[str, str]:
    """(lead, rest), both plain: the words that name a block, where it has such words."""
    bare = without_symbols(raw)
    if found := _BOLD_LEAD.match(bare):
        return plain(found[2]).strip(" .:"), plain(found[5])
    words = plain(bare)
    if (found := _COLON_LEAD.match(words)) and len(found[1].split()) <= 6:
        return found[1].strip(), found[2]
    return "", words
