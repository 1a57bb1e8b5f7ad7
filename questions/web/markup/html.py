"""Markdown to clean HTML in this process, without limits of time: only the worker calls it."""

from __future__ import annotations

import re
from functools import cache
from xml.etree.ElementTree import Element

import nh3
from markdown import Markdown
from markdown.extensions import Extension
from markdown.extensions.codehilite import CodeHilite, CodeHiliteExtension
from markdown.extensions.footnotes import FootnoteExtension
from markdown.extensions.tables import TableExtension
from markdown.inlinepatterns import InlineProcessor, SimpleTagInlineProcessor
from markdown.preprocessors import Preprocessor
from markdown.treeprocessors import Treeprocessor

from .layout import laid_out

DEEPEST = 60
"""Elements inside one another; a list takes two a level."""

_LINK = re.compile(
    r"(?:https?://[^\s/\\:@]+(?::\d+)?(?:[/?#][^\s\\]*)?|mailto:[^\s\\:]+|#[^\s\\:]*)\Z"
)
_PICTURE = re.compile(r"/(?![/\\])[^\s\\:?#]*\.(?:png|jpe?g|gif|webp)\Z", re.IGNORECASE)
_TOKEN = re.compile(r"[a-z][a-z0-9]{0,2}\Z")
_TAGS = {
    *("p", "br", "hr", "h3", "h4", "h5", "h6", "ul", "ol", "li", "dl", "dt", "dd", "blockquote"),
    *("pre", "code", "kbd", "em", "strong", "del", "sub", "sup", "abbr", "a", "img", "div", "span"),
    *("table", "thead", "tbody", "tr", "th", "td"),
}
_BOXES = {"codehilite", "admonition", "footnote"}
_BARE = r"(</?(?:br|sub|sup|kbd|em|strong|del|b|i)[ ]?/?>)"
_SAME = {"b": "strong", "i": "em"}


class House(Extension):
    """What differs from the library's own reading."""

    def extendMarkdown(self, md: Markdown) -> None:
        # HTML in a text is shown as it was typed, but for a few tags without attributes.
        md.preprocessors.deregister("html_block")
        md.preprocessors.register(Layout(md), "layout", 25)
        md.inlinePatterns.deregister("html")
        md.inlinePatterns.register(BareTag(_BARE, md), "bare_tag", 90)
        md.inlinePatterns.register(SimpleTagInlineProcessor(r"(~~)(.+?)~~", "del"), "del", 65)
        md.treeprocessors.register(Depth(md), "depth", 100)
        md.treeprocessors.register(Headings(md), "headings", 5)
        md.treeprocessors.register(Pictures(md), "pictures", 4)


class Layout(Preprocessor):
    """Lays the lines out, and colours fenced code wherever it stands."""

    def run(self, lines: list[str]) -> list[str]:
        return laid_out("\n".join(lines), self.coloured).split("\n")

    def coloured(self, code: str, language: str) -> str:
        html = CodeHilite(code, lang=language or "text", guess_lang=False, noclasses=False).hilite()
        return self.md.htmlStash.store(html)


class BareTag(InlineProcessor):
    """Lets a tag without attributes stand; the cleaner closes what was left open."""

    def handleMatch(self, m: re.Match[str], data: str) -> tuple[str, int, int]:  # type: ignore[override]
        tag = re.sub(r"\b[bi]\b", lambda found: _SAME[found[0]], m[1])
        return self.md.htmlStash.store(tag), m.start(0), m.end(0)


class Depth(Treeprocessor):
    """Refuses what nests deeper than anybody reads."""

    def run(self, root: Element) -> None:
        level, depth = list(root), 0
        while level:
            level, depth = [child for element in level for child in element], depth + 1
            if depth > DEEPEST:
                raise RecursionError("nested too deep")


class Headings(Treeprocessor):
    """Below a page's h1 and a section's h2: the levels in use become h3 and so on, without gaps."""

    def run(self, root: Element) -> None:
        found = [e for e in root.iter() if re.fullmatch("h[1-6]", e.tag)]
        levels = sorted({e.tag for e in found})
        for element in found:
            element.tag = f"h{min(3 + levels.index(element.tag), 6)}"


class Pictures(Treeprocessor):
    """A picture of our own stays; any other becomes a link to it, or its words."""

    def run(self, root: Element) -> None:
        for element in root.iter("img"):
            source, words = element.get("src", ""), element.get("alt", "")
            element.set("alt", words)
            if _PICTURE.match(source):
                continue
            element.attrib.clear()
            element.tag = "a" if _LINK.match(source) else "span"
            element.text = words or "picture"
            if element.tag == "a":
                element.set("href", source)


def _attribute(tag: str, name: str, value: str) -> str | None:
    match tag, name:
        case "a", "href":
            return value if _LINK.match(value) and not value.startswith("#fn") else None
        case "img", "src":
            return value if _PICTURE.match(value) else None
        case "span", "class":
            return value if all(map(_TOKEN.match, value.split())) else None
        case "div", "class":
            return " ".join(_BOXES & set(value.split())) or None
        case "p", "class":
            return value if value == "admonition-title" else None
        case (("th" | "td"), "align"):
            return value if value in {"left", "center", "right"} else None
        case "ol", "start":
            return value if value.isdecimal() and len(value) < 10 else None
    return value if name in {"alt", "title", "rel"} else None


_CLEANER = nh3.Cleaner(
    tags=_TAGS,
    clean_content_tags={"script", "style"},
    attributes={
        "a": {"href"},
        "img": {"src", "alt", "title"},
        "abbr": {"title"},
        "ol": {"start"},
        "div": {"class"},
        "span": {"class"},
        "p": {"class"},
        "th": {"align"},
        "td": {"align"},
    },
    attribute_filter=_attribute,
    url_schemes={"http", "https", "mailto"},
    link_rel="nofollow noopener noreferrer",
)


@cache
def _markdown() -> Markdown:
    return Markdown(
        extensions=[
            "def_list",
            "abbr",
            "sane_lists",
            "admonition",
            TableExtension(use_align_attribute=True),
            FootnoteExtension(BACKLINK_TEXT=""),
            CodeHiliteExtension(guess_lang=False),
            House(),
        ],
        output_format="html",
    )


# Wide things scroll inside themselves, and can be scrolled by keyboard; a note's link back to its
# place is gone, for two answers on a page would use the same names.
_INSTEAD = (
    ("&nbsp;<a></a>", ""),
    ("<p></p>", ""),
    ("<pre>", '<pre tabindex="0">'),
    ("<table>", '<div class="table-scroll" tabindex="0"><table>'),
    ("</table>", "</table></div>"),
)


def html_of(text: str) -> str:
    """Clean HTML; may take for ever, or too much, on a text made for that."""
    try:
        made = _markdown().reset().convert(text)
    except Exception:
        _markdown.cache_clear()  # it remembers where it was and would go on from there
        raise
    html: str = _CLEANER.clean(made)
    for cleaned, shown in _INSTEAD:
        html = html.replace(cleaned, shown)
    return html.strip()
