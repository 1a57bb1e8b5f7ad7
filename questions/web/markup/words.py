"""The words of a Markdown text without its marks, on one line."""

from __future__ import annotations

import re

from .refusals import LIMIT

_FENCED = re.compile(r"^[ \t]*(```+|~~~+)[^\n]*\n.*?(?:^[ \t]*\1[`~]*[ \t]*$|\Z)", re.DOTALL | re.M)
_LEAD = re.compile(r"^[ \t]*(?:#{1,6}[ \t]+|>[ \t]?|[-*+•][ \t]+|\d{1,9}[.)][ \t]+)+", re.M)
_RULE = re.compile(r"^[ \t]*(?:(?:\*[ \t]*){3,}|(?:-[ \t]*){3,}|={3,})$", re.M)
_IMAGE = re.compile(r"!\[([^\]\[\n]{0,300})\]\([^()\n]{0,600}\)")
_LINK = re.compile(r"\[([^\]\[\n]{1,300})\](?:\([^()\n]{0,600}\)|\[[^\]\[\n]{0,100}\])")
_KEPT = re.compile(r"\\([\\`*_{}\[\]()#+.!|<>~-])|(`{1,3})(?!`)([^`\n]{1,300})\2")
_STRONG = re.compile(r"\*\*(?=\S)|(?<=\S)\*\*|(?<!\w)__(?=\S)|(?<=\S)__(?!\w)|~~")
_EMPHASIS = re.compile(
    r"(?<![\w*])\*(?=[^\s*])|(?<=[^\s*])\*(?![\w*])|(?<!\w)_(?=\w)|(?<=\w)_(?!\w)"
)


def plain(text: str) -> str:
    """One line of plain words; code blocks are left out where there is anything else."""
    text = text[:LIMIT]
    without = _FENCED.sub(" ", text)
    text = without if without.strip() else re.sub(r"^[ \t]*[`~]{3,}.*$", "", text, flags=re.M)
    # What stands in code, or behind a backslash, is kept as it is.
    kept: list[str] = []

    def keep(found: re.Match[str]) -> str:
        kept.append(found[1] or found[3])
        return f"\x02{len(kept) - 1}\x03"

    text = _KEPT.sub(keep, re.sub(r"[\x00-\x08\x0b-\x1f\x7f]", "", text))
    text = _LEAD.sub("", _RULE.sub("", text))
    text = _LINK.sub(r"\1", _IMAGE.sub(r"\1", text))
    text = _EMPHASIS.sub("", _STRONG.sub("", text))
    text = re.sub(r"\x02(\d+)\x03", lambda found: kept[int(found[1])], text)
    return " ".join(text.split())
