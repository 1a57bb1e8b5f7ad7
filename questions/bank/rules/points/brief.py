"""A key point's wording: a name and as much of its clause as twelve words hold."""

from __future__ import annotations

import re

from questions.bank.rules.words import content

from .sentences import CARRIES, is_verb
from .shorten import MOST_WORDS, shortened, size, tidy
from .stages import DANGLING, OPENING, PARENS


def _lowered(text: str) -> str:
    """Without the capital of a sentence's first word, where that is no name."""
    if not text:
        return ""
    first = text.split(None, 1)[0].lower()
    common = first in DANGLING or is_verb(first) or first.endswith(("ing", "ly", "ed"))
    return text[0].lower() + text[1:] if common and text[1:2].islower() else text


_ACTOR = re.compile(
    r"^(?:an?\s+|the\s+)?(?P<actor>(?:[\w'’/.+#-]+\s+){1,3}?)(?P<rest>(?:(?:can|will|"
    r"may)\s+)?(?:also\s+)?"
    r"(?:(?P<adverb>\w+ly)\s+)?(?P<verb>\w+)\s+\S.*)$"
)
_DOING = re.compile(
    r"^(?P<verb>\w+)\s+(?P<what>(?:[\w'’/.+#-]+\s+){1,5}?)to\s+(?P<rest>\w+\s+\S.*)$"
)
_NAMING = re.compile(
    r"^(?:an?\s+|the\s+)?(?P<what>(?:[\w'’/.+#-]+\s+){1,4}?)(?:is|are|means)\s+(?P<rest>\S.*)$"
)


_KIND = re.compile(  # "an extension that does so and so": beside its name, what it does tells more
    r"^(?:an?|the)\s+(?:[\w'’-]+\s+){1,6}?(?:that|which)\s+(?P<does>\w{3,}s\s.*)$", re.IGNORECASE
)


def _beside(text: str, lead: str, known: frozenset[str]) -> str:
    """The text without what its lead, or for the acting subject the prompt, has said already."""
    named = content(lead)
    if (found := _NAMING.match(text)) and content(found["what"]) <= named:
        return re.sub(r"^(?:an?|the)\s+", "", found["rest"])
    if (
        (found := _DOING.match(text))
        and is_verb(found["verb"])
        and is_verb(found["rest"].split()[0])
    ):
        return found["rest"] if content(found["what"]) <= named else text
    found = _ACTOR.match(text)
    if found and is_verb(found["verb"]) and content(found["actor"]) <= named | known:
        after = found["rest"][found["rest"].index(found["verb"]) + len(found["verb"]) :].split()[0]
        if after.lower() in CARRIES:  # the verb was a noun after all
            return text
        return found["rest"]
    return text


def brief(text: str, lead: str = "", known: frozenset[str] = frozenset()) -> str:
    """At most twelve words: the lead and as much of the text as fits; "" if nothing is left.

    Dropped in this order until it fits: examples in brackets, the setting before the first comma,
    fillers, frames ("is a feature that"), clauses behind a comma, other brackets, articles,
    conditions, clauses at the end, what is left over. `known` are the prompt's words.
    """
    lead = " ".join((tidy(PARENS(tidy(lead))) or tidy(lead)).split()[:6])
    room = MOST_WORDS - size(lead)
    parts = [part for part in text.split("; ") if part.strip()][:3]
    if len(parts) > 1 and size(lead) + size(text) > MOST_WORDS:
        share = max(3, (MOST_WORDS - size(lead)) // len(parts))
        text = "; ".join(_lowered(shortened(part, share)) for part in parts)
    if lead and len(parts) < 2:
        text = _beside(OPENING(tidy(text)), lead, known)
        if size(text) > room and (found := _KIND.match(text)):
            text = found["does"]
    said = shortened(text, room) if room > 0 else ""
    said = _LEADING.sub("", said)
    if lead and said:
        said = f"{lead}: {_lowered(said)}"
    return final(said or lead)


_LEADING = re.compile(
    r"^(?:(?:[#>*+|\-–—]|\d{1,3}[.)])(?=\s|$)|(?:this|it|these)\b(?:['’]s\b)?(?![.(\[]\w))\s*",
    re.IGNORECASE,
)
# At the end, what only points at code or a list that is not part of the point.
_POINTING = re.compile(
    r",?\s+(?:as (?:(?:shown|seen|described|given) )?(?:below|above|follows)|"
    r"like (?:this|so|below))$",
    re.IGNORECASE,
)
_OBJECT = re.compile(r"^((?:this|it|these)\b\S*)", re.IGNORECASE)
_LOWER = re.compile(r"[^\W\d_A-Z]+(?:['’][^\W\d_A-Z]+)?$")  # a word, not a name in code
_MARKED = re.compile(r"(?<!\w)[*_](?=\w)|\*\*|__|`|\](?=\()")


def final(text: str) -> str:
    """The text ready to print: no marks, no pronoun in front, a capital, no stop at the end."""
    text = _MARKED.sub("", text)
    before = None
    while before != text:
        before = text
        text = _POINTING.sub("", tidy(_LEADING.sub("", text)).rstrip(".:,;"))
    if text.count("(") > text.count(")"):
        text = tidy(text[: text.rindex("(")]) or text
    text = _OBJECT.sub(r"“\1”", text)  # a name in code, not a pronoun
    first = text.split(None, 1)[0].strip(":,;") if text else ""
    return text[:1].upper() + text[1:] if _LOWER.match(first) else text
