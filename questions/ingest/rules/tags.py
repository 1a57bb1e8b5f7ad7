"""HTML within a line: turned into Markdown, with what it opens and closes noted."""

from __future__ import annotations

import re

from .labels import TITLE, is_answer
from .line import Peeled
from .words import words_of

TAG = re.compile(r"<(/?)([A-Za-z][A-Za-z0-9]*)\b[^<>]{0,400}>")
CUT = "\0"


def untag(text: str, found: Peeled) -> str:
    """Turn the HTML of a line into Markdown, noting what it opens and closes."""
    found.tagged = True

    def swap(match: re.Match[str]) -> str:
        close, name = match[1], match[2].lower()
        if name in {"b", "strong"}:
            return "**"
        if name == "code":
            return "`"
        if name in {"i", "em"}:
            return "*"
        if name == "details":
            found.opens |= not close
            found.closes |= bool(close)
        elif name == "summary":
            found.summary = True
            return CUT if close else ""
        elif len(name) == 2 and name[0] == "h" and name[1] in "123456" and not close:
            return "#" * int(name[1]) + " "
        elif name not in HTML:
            return match[0]
        return " " if name in {"br", "td", "p", "div"} else ""

    pieces = text.split("`")
    pieces[::2] = [TAG.sub(swap, piece) for piece in pieces[::2]]
    left, _, after = "`".join(pieces).partition(CUT)
    left, after = left.strip(), after.replace(CUT, " ").strip()
    if not after.strip("*"):
        # Bold that closes behind the element; what only opens there belongs to the answer.
        closes = after if left.count("**") % 2 else ""
        left = f"{left}{closes}" if left.strip("*") else ""
    else:
        if TITLE.match(left.strip("* ")) and is_answer(left.strip("*: ")):
            left = f"{left.strip('*: ')}: {after}"
        else:
            found.after = after
    if found.summary and left:
        found.marks += ("summary",)
    return left


HTML = words_of(
    """
    a abbr address article aside b big blockquote br center cite code dd del details dfn div dl
    dt em figcaption figure font footer h1 h2 h3 h4 h5 h6 header hr i img ins kbd li main mark
    nav ol p picture pre q s samp section small source span strike strong sub summary sup table
    tbody td tfoot th thead tr tt u ul var video iframe
    """
)
