"""What is asked: the prompt of a question, its context, and what is said about it."""

from __future__ import annotations

import re
from dataclasses import dataclass

from .candidates import asked_below
from .labels import ASIDE
from .line import Row
from .rows import WHOLE_LINK
from .spans import Span
from .styles import LIKE
from .words import LEVELS, META_LABELS, QUOTED, SIGN

LEVEL = re.compile(r" ?[(\[] ?([^\W\d_]{3,14}) ?[)\]]$")
LEADING = re.compile(r"[(\[] ?([^\W\d_]{3,14}) ?[)\]][\s:.–—-]*(?=\S)")
LETTERS = re.compile(r"[^\W\d_]+")
PAIR = re.compile(r"^([^\W\d_]{1,20}) ?[:：] ?(.+)$")
MEANING = re.compile(r"[\s\u200d\ufe0f:=-]{0,8}([^\W\d_]+)")
FEW = 12  # rows in which a question comes after what it is about
FAR = 80  # rows that context between a prompt and its answer may take


@dataclass(frozen=True, slots=True)
class Asked:
    """The prompt as text, where what follows it begins, and what the document says about it."""

    prompt: str
    body: int
    difficulty: str | None = None
    topics: tuple[str, ...] = ()


def asked(rows: list[Row], span: Span, options: int | None, levels: dict[str, str]) -> Asked:
    """What one question asks; `options` is where its options begin."""
    at, opening = span.item.at, _opening(rows, span)
    end = _end(rows, span, opening, options)
    first = _first(rows[opening].core, span)
    difficulty = levels.get(sign(first))
    difficulty = next((one for row in rows[at : opening + 1] if (one := _aside(row))), difficulty)
    match = LEVEL.search(clean(first))
    if match and match[1].lower() in LEVELS and match.start():
        difficulty, first = match[1].lower(), clean(first)[: match.start()]
    elif (match := LEADING.match(first)) and match[1].lower() in LEVELS:
        difficulty, first = match[1].lower(), first[match.end() :]
    stating, stated, topics = _stated(rows, opening + 1, span.stop)
    lines = [clean(first)]
    for at in range(opening + 1, end):
        row = rows[at]
        if at != stating and row.kind not in {"tag", "comment", "joined", "under"}:
            lines.append(row.text if row.kind == "code" else row.text.strip())
    body = max(end, stating + 1)
    return Asked("\n".join(lines).strip(), body, stated or difficulty, topics)


def says(rows: list[Row], span: Span) -> bool:
    """Whether a question has any words, and is not a mark alone."""
    return bool(rows[_opening(rows, span)].core.strip())


def _opening(rows: list[Row], span: Span) -> int:
    """The row that the prompt's text begins in: the next one where the mark stands alone."""
    at = span.item.at
    if rows[at].core:
        return at
    for below in range(at + 1, span.stop):
        if rows[below].kind == "text" and rows[below].core:
            if rows[below].answers:
                break
            if not ASIDE.match(rows[below].core):
                return below
    return at


def _aside(row: Row) -> str | None:
    """The level that stands beside a question's number."""
    said = row.peeled.aside or (row.core[:80] if ASIDE.match(row.core[:80]) else "")
    return next((word for word in LETTERS.findall(said.lower()) if word in LEVELS), None)


def _first(core: str, span: Span) -> str:
    if span.style.name.startswith("label:"):
        return span.item.row.peeled.said or core
    quoted = QUOTED.search(core) if span.style.name == "told" else None
    return quoted[1] if quoted else core


def _end(rows: list[Row], span: Span, opening: int, options: int | None) -> int:
    """The row after the prompt: past lines that go on with it and what it shows."""
    stop = span.stop
    while opening + 1 < stop and rows[opening + 1].kind in {"joined", "under"}:
        opening += 1
    if rows[opening].peeled.after:
        return opening + 1
    replies = (at for at in range(opening + 1, stop) if rows[at].answers or rows[at].peeled.opens)
    reply = min(next(replies, stop), stop if options is None else options)
    marked = span.style.answered >= LIKE or options is not None
    if opening < reply < stop and marked and reply - opening <= FAR:
        return reply
    if opening > span.item.at and (below := _asked_later(rows, opening, stop)):
        return below + 1
    if span.style.bodies < 0.5:
        return _shown(rows, opening, stop)
    return _wrapped(rows, span, opening)


def _asked_later(rows: list[Row], opening: int, stop: int) -> int:
    """The row that asks, where a mark of its own is followed by what has to be known before."""
    for at in range(opening, min(opening + FEW, stop)):
        row = rows[at]
        if at > opening and (row.marks or row.level or row.kind in {"table", "rule", "tag"}):
            break
        if row.kind == "text" and _finished(row):
            return at
    return 0


def _shown(rows: list[Row], at: int, stop: int) -> int:
    """In a bare list of questions, code and wrapped lines belong to the question."""
    end = at + 1
    while end < stop and (
        rows[end].kind in {"code", "picture"} or (rows[end].kind == "text" and not rows[end].marks)
    ):
        end += 1
    return end


def _wrapped(rows: list[Row], span: Span, at: int) -> int:
    """Past the lines that go on with an unfinished prompt."""
    head, end = rows[at], at + 1
    if (
        head.kind in {"joined", "under"}
        or head.level
        or head.peeled.summary
        or "bold" in head.marks
        or span.style.name == "told"
    ):
        return end
    below = 0 if _finished(head) else asked_below(rows, at)
    if 0 < below < span.stop:
        return below + 1
    while end < span.stop and rows[end].kind == "text" and not rows[end].marks:
        small = rows[end].core[:1].islower()
        hanging = rows[end].indent > head.indent and len(rows[end - 1].text) >= 50
        if _finished(rows[end - 1]) or not (small or hanging):
            break
        end += 1
    whole = end == span.stop or rows[end].kind == "blank" or _finished(rows[end - 1])
    return end if whole else at + 1


def _finished(row: Row) -> bool:
    return row.core.rstrip()[-1:] in {"?", "？"}


def _stated(rows: list[Row], at: int, stop: int) -> tuple[int, str | None, tuple[str, ...]]:
    """The first line under a prompt where it only states level and topics; its place, or -1."""
    nothing = -1, None, ()
    while at < stop and rows[at].kind == "blank":
        at += 1
    if at == stop or rows[at].kind != "text" or rows[at].answers or len(rows[at].text) > 300:
        return nothing
    said = " ".join(rows[at].text.replace("**", "").split()).strip("*_- ")
    level: str | None = None
    topics: tuple[str, ...] = ()
    for part in re.split(r" ?[·|;•] ?", said):
        pair = PAIR.match(part)
        if pair is None or pair[1].lower() not in META_LABELS:
            return nothing
        if pair[1].lower() in {"difficulty", "level"}:
            level = pair[2]
        else:
            topics += tuple(topic.strip() for topic in pair[2].split(",") if topic.strip())
    return at, level, topics


def closing(
    rows: list[Row], answer: list[int]
) -> tuple[frozenset[int], str | None, tuple[str, ...]]:
    """The last lines of an answer that only state level and topics, and what they state."""
    found: set[int] = set()
    level: str | None = None
    topics: tuple[str, ...] = ()
    told = [at for at in answer if rows[at].kind != "blank"]
    for at in reversed(told[1:]):
        place, stated, about = _stated(rows, at, at + 1) if rows[at].states else (-1, None, ())
        if place < 0:
            break
        found.add(at)
        level, topics = stated or level, about + topics
    return frozenset(found), level, topics


def clean(core: str) -> str:
    """A heading or prompt without closing signs, and not wrapped in a link."""
    text = " ".join(core.split())
    end = len(text)
    while end and (text[end - 1].isspace() or SIGN.match(text[end - 1])):
        end -= 1
    text = text[:end].removesuffix("***").rstrip()
    if match := WHOLE_LINK.match(text):
        text = match[1].strip()
    return text or core.strip()


def sign(core: str) -> str:
    """The emoji at a prompt's end, if any."""
    text = core.rstrip()
    end = len(text)
    while end and SIGN.match(text[end - 1]):
        end -= 1
    return text[end:].strip("\ufe0f\u200d")


def legend(rows: list[Row], prompts: list[Row]) -> dict[str, str]:
    """What the signs at the ends of prompts mean, where a line of the document explains them."""
    signs = {sign(row.core) for row in prompts} - {""}
    if not 2 <= len(signs) <= 8:
        return {}
    for row in rows:
        if row.kind == "text" and sum(one in row.text for one in signs) >= 2:
            words = {one: MEANING.match(row.text.partition(one)[2]) for one in signs}
            meanings = {one: word[1].lower() for one, word in words.items() if word}
            if len(meanings) >= 2:
                return meanings
    return {}


def sections(rows: list[Row], free: list[bool], found: list[Span]) -> list[str | None]:
    """The heading over each question, as far as the document's order of headings tells."""
    latest = [-1] * 8
    titles: list[str | None] = []
    done = 0
    for span in found:
        for at in range(done, span.item.at):
            if free[at] and rows[at].level and rows[at].core:
                latest[rows[at].level] = at
        done = span.item.at
        over = max(latest[: span.style.level or 7])
        titles.append(None if over < 0 or span.style.name == "ruled" else clean(rows[over].core))
    return titles
