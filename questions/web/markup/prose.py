"""Prose with no marks but bold words and short code: its HTML is known without the renderer."""

from __future__ import annotations

import re
from html import escape

_LETTER = r"[^\W_]"
_SIGNS = r".,;:?!'\"()/%$€£@+=–—…’“”‘«»¿¡-"
# A line that opens with a letter or a quote opens no list, heading, rule, table or definition; one
# with a number and a dot or bracket behind it might.
_OPENING = rf"(?!\d+[.)])(?=['\"(“‘«¿¡*`]|{_LETTER})"
_BOLD = rf"(?<!\*)\*\*{_LETTER}(?:(?:{_LETTER}|[ .,:/%+-])*{_LETTER})?[.:]?\*\*(?!\*)"
_CODE = r"(?<!`)`(?! )[^`\\|\n\x00-\x1f\x7f-\xa0]+(?<! )`(?!`)"
_LINE = re.compile(rf"{_OPENING}(?:{_LETTER}|[ {_SIGNS}]|{_BOLD}|{_CODE})*+(?<! )\Z")
_MARKED = re.compile(r"\*\*(?P<bold>[^*`]+)\*\*|`(?P<code>[^`]+)`")
_BETWEEN = re.compile(r"\n\n+")


def html_of(text: str) -> str | None:
    """The HTML that the renderer makes of plain paragraphs; None for a text of any other kind."""
    blocks = _BETWEEN.split(text.strip("\n"))
    if not all(_LINE.match(line) for block in blocks for line in block.split("\n")):
        return None
    return "\n".join(f"<p>{_MARKED.sub(_shown, block)}</p>" for block in blocks)


def _shown(found: re.Match[str]) -> str:
    if found["bold"]:
        return f"<strong>{found['bold']}</strong>"
    return f"<code>{escape(found['code'], quote=False)}</code>"
