"""Texts in the dress of other note-takers (Org, AsciiDoc, Obsidian), as Markdown line by line.

Every line stays where it is, so that places in the file need no translation.
"""

from __future__ import annotations

import re
from collections.abc import Callable, Sequence

LONGEST = 1000  # characters of a line that may say how the text is laid out
QUESTIONS = "question|faq|help|quiz|q"
ANSWERS = "answer|success|check|done|solution|a"
CALLOUT = re.compile(r"((?:>[ ]?)+)\[!([\w-]{1,20})\][+-]?[ ]*(.*)$")
ASKS = re.compile(rf"^(?:>[ ]?)+\[!(?:{QUESTIONS})\]", re.IGNORECASE | re.MULTILINE)
QUOTE = re.compile(r"((?:>[ ]?)+)(.*)$")

ORG = re.compile(r"^#\+(?:title|author|startup|begin_src|options|filetags|property)\b", re.I | re.M)
ORG_HEAD = re.compile(r"(\*{1,6})[ ]+(?:(?:TODO|DONE|NEXT|WAITING)[ ]+)?(?:\[#[A-C]\][ ]+)?")
ORG_TAGS = re.compile(r":[\w@#%:]+:")
ORG_OPENS = re.compile(r"[ \t]*#\+begin_(?:src|example)\b[ \t]*([\w+#-]*)", re.IGNORECASE)
ORG_CLOSES = re.compile(r"[ \t]*#\+end_(?:src|example)\b", re.IGNORECASE)
ORG_KEY = re.compile(r"[ \t]*#(?:\+\w+|[ ])")
DRAWER = re.compile(r"[ \t]*:[A-Z_-]{2,20}:[ \t]*$")

ASCIIDOC = re.compile(
    r"^(?:\[(?:source|qanda|listing)\b[^\]\n]*\]|:toc:.*|={1,5} .+\n:\w+:.*)$", re.M
)
ADOC_HEAD = re.compile(r"^={1,5} \S", re.M)
BLOCK = re.compile(r"\[(\w*)(?:,[ ]*(\w+))?[^\]\n]*\]$")
FENCES = ("----", "....")
WALLS = ("====", "****", "____", "--")
ATTRIBUTE = re.compile(r":[\w!-]+:(?:[ ].*)?$")
TERM = re.compile(r"(\S.*?)::$")


def undressed(lines: list[str]) -> list[str]:
    """The lines as Markdown, where the text is dressed in one of these ways."""
    text = "\n".join(lines)
    if "[!" in text and ASKS.search(text):
        return callouts(lines)
    if "#+" in text and ORG.search(text):
        return _fenced(lines, _org, _org_fence)
    if "\n=" in f"\n{text}" and ADOC_HEAD.search(text) and ASCIIDOC.search(text):
        return _fenced(lines, _asciidoc, _asciidoc_fence())
    return lines


def callouts(lines: Sequence[str]) -> list[str]:
    """Boxes that ask and boxes that answer as labels; what stands in them without its marks."""
    written, strip = [], 0
    for line in lines:
        quoted = QUOTE.match(line)
        if quoted is None:
            strip = 0
            written.append(line)
            continue
        depth = quoted[1].count(">")
        box = CALLOUT.match(line)
        kind = box[2].lower() if box else ""
        if box and kind in QUESTIONS.split("|"):
            strip = depth
            written.append(f"**Q:** {box[3]}".rstrip())
        elif box and strip and kind in ANSWERS.split("|"):
            strip = depth
            title = box[3].strip(" :")
            written.append("**A:**" if not title or " " not in title else f"**A:** {title}")
        elif strip and box is None:
            written.append(">" * max(0, depth - strip) + quoted[2])
        else:
            strip = 0 if depth <= strip else strip
            written.append(line)
    return written


Fence = Callable[[str, str], tuple[str, str]]


def _fenced(lines: list[str], plain: Callable[[str], str], fence: Fence) -> list[str]:
    """Lines in Markdown; what stands in code stays as it is."""
    written, open_by = [], ""
    for line in lines:
        text, now = fence(line, open_by)
        written.append(text if open_by or now or len(text) > LONGEST else plain(text))
        open_by = now
    return written


def _org_fence(line: str, open_by: str) -> tuple[str, str]:
    """A line as the fence it may be, and by what code is open after it."""
    if open_by:
        return ("```", "") if ORG_CLOSES.match(line) else (line, open_by)
    match = ORG_OPENS.match(line)
    return (f"```{match[1]}", "src") if match else (line, "")


def _org(line: str) -> str:
    if match := ORG_HEAD.match(line):
        said, _, last = line[match.end() :].rstrip().rpartition(" ")
        tagged = ORG_TAGS.fullmatch(last.strip())
        title = said if tagged else line[match.end() :]
        return f"{'#' * len(match[1])} {title.rstrip()}"
    if ORG_KEY.match(line) or DRAWER.match(line) or re.match(r"[ \t]*:[A-Z_-]+:[ ]\S", line):
        return _hidden(line)
    return line


def _asciidoc_fence() -> Fence:
    language = ""

    def fence(line: str, open_by: str) -> tuple[str, str]:
        nonlocal language
        said = line.rstrip()
        if open_by:
            return ("```", "") if said == open_by else (line, open_by)
        if said in FENCES:
            opening, language = f"```{language}", ""
            return opening, said
        if (match := BLOCK.match(said)) and match[1] == "source":
            language = match[2] or ""
        return line, ""

    return fence


def _asciidoc(line: str) -> str:
    said = line.rstrip()
    if said in WALLS or BLOCK.match(said) or ATTRIBUTE.match(said) or said.startswith("//"):
        return _hidden(said)
    if said[:1] == "." and said[1:2].isalnum() and not said[1].isdigit():
        return f"**{said[1:]}**"
    if match := TERM.match(said):
        return f"**{match[1]}**"
    return line


def _hidden(line: str) -> str:
    """A line that says how the text is laid out."""
    return f"<!-- {line.strip().replace('--', '- -')} -->"
