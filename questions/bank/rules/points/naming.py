"""What a clause is about: names that stand alone, pronouns replaced by what they stand for."""

from __future__ import annotations

import re

from questions.bank.rules.words import bag, content

from .sentences import CARRIES, is_verb

# A name like these says nothing away from its section; it goes, or the section's title comes first.
_EMPTY = bag(
    "definition description explanation overview answer solution fix mistake problem meaning "
    "summary note "
    "correct why how what reason cause result remedy purpose"
)
_VAGUE = bag(
    "default range configurable limit limits impact max maximum min minimum size type types usage "
    "use cost "
    "costs pricing pros cons effect scope lifetime speed"
)
_PRONOUN = re.compile(
    r"^(?:it|they|this|these|that|those|he|she)\s+(?:(?:also|then|both|all|typically|usually|"
    r"only)\s+)?"
    r"(?P<verb>[\w'’-]+)\s+", re.IGNORECASE,
)  # fmt: skip
_SUBJECT = re.compile(
    r"^(?:an?\s+|the\s+)?(?P<name>(?:[\w/.'’+#()-]+\s+){0,4}?[\w/.'’+#()-]+)\s+"
    r"(?:is|are|was|were|can|allows?|enables?|lets?|provides?|refers?|means?|has|have|helps?|runs?|"
    r"occurs?|"
    r"will|should|must|may|supports?|uses?)\s",
)
_BE = bag("is are was were be has have can could may might will would should must does do")


_DEFINITION = re.compile(
    r"^(?:an?\s+|the\s+)?(?P<what>(?:[\w'’/.+#-]+\s+){1,5}?)(?:is|are)\s+(?:an?|the)\s+(?P<kind>\S.*)$",
    re.IGNORECASE,
)


def is_name(sentence: str) -> bool:
    """Whether a sentence is a few words without a verb: the name of what follows it."""
    words = [word.strip(".!,").lower() for word in sentence.split()]
    return len(words) <= 3 and not any(word in CARRIES or is_verb(word) for word in words)


def is_vague(lead: str) -> bool:
    """Whether a name needs its section to say of what: "Default", "Maximum size"."""
    words = re.findall(r"\w+", lead.lower())
    return bool(words) and all(word in _VAGUE for word in words)


def _subject(sentence: str) -> str:
    found = _SUBJECT.match(sentence)
    name = found["name"] if found else ""
    return "" if name.lower() in ("it", "this", "they", "these", "there", "you", "we") else name


class Naming:
    """Remembers the section's title and the last subject, and names clauses by them."""

    def __init__(self, asked: frozenset[str]) -> None:
        self.asked = asked
        self.title = ""
        self.about = ""

    def enter(self, title: str) -> None:
        """A section begins."""
        self.title, self.about = title, ""

    def speak_of(self, sentence: str) -> None:
        """A sentence was read; its subject is what "it" means next."""
        self.about = _subject(sentence) or self.about

    def named(self, lead: str) -> str:
        """The name a block goes under, helped by its section where it is empty by itself."""
        bare = re.findall(r"\w+", lead.lower())
        if not bare or len(bare) > 3:
            return lead
        if bare[-1] in _EMPTY or bare[0] in _EMPTY:
            return self.title if len(self.title.split()) <= 4 else ""
        if is_vague(lead) and self.title and len(self.title.split()) <= 3:
            return f"{self.title} {lead.lower()}"
        return lead

    def resolved(self, sentence: str, lead: str) -> tuple[str, str]:
        """(lead, sentence) with a pronoun in front replaced by what it stands for."""
        found = _PRONOUN.match(sentence)
        if not found:
            return lead, sentence
        verb = found["verb"].lower()
        if verb not in _BE and not is_verb(verb) and not verb.endswith("s"):
            return lead, sentence.split(None, 1)[1]  # "this latency grows": the noun says it
        if verb == "means":
            return lead, re.sub(r"^that\s+", "", sentence[found.end() :])
        known = content(self.about) <= self.asked
        return lead or ("" if known else self.about), self.predicate(sentence) or sentence

    def predicate(self, sentence: str) -> str | None:
        """What is said of "it"; None where the sentence does not begin with a pronoun."""
        found = _PRONOUN.match(sentence)
        if not found:
            return None
        being = found["verb"].lower() in ("is", "are")
        return sentence[found.end() if being else found.start("verb") :]

    def definition(self, sentence: str) -> str:
        """The kind in "X is a kind", where X was asked for; "" in any other sentence."""
        found = _DEFINITION.match(sentence)
        return found["kind"] if found and content(found["what"]) <= self.asked else ""
