"""Everything in an answer that might be a key point, weighed by where it stands."""

from __future__ import annotations

import re
from collections.abc import Iterator
from dataclasses import dataclass

from questions.bank.rules.words import bag, content

from . import phrases
from .blocks import Block, Shape
from .plain import lead_of, plain
from .sentences import actions, is_verb, sentences

OPENING, ITEM, NAMED, SECOND, STEPS, ROW, PROSE, AFTER, EXTRA = (
    10.0,
    8.0,
    7.0,
    7.0,
    6.5,
    6.0,
    6.0,
    4.5,
    4.0,
)
PRIMARY = 6.0  # drafts from this weight on are wanted for themselves
MOST = 80  # drafts of one answer; the rest cannot be among the best seven


@dataclass(frozen=True)
class Draft:
    """A clause with the name it goes under and its weight."""

    text: str
    lead: str
    weight: float


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


def _subject(sentence: str) -> str:
    found = _SUBJECT.match(sentence)
    name = found["name"] if found else ""
    return "" if name.lower() in ("it", "this", "they", "these", "there", "you", "we") else name


_COMPARES = re.compile(
    r"\b(?:differen\w+|differ|versus|vs|compar\w+|unterschied|diferencia)\b", re.I
)
_MINOR = re.compile(
    r"\b(?:best practices?|considerations?|notes?|tips?|pitfalls?|caveats?)\b", re.I
)


class _Weigher:
    """Walks the blocks and yields drafts; remembers the section and who is spoken of."""

    def __init__(self, prompt: str, sections: int) -> None:
        self.asked = content(prompt)
        self.compares = bool(_COMPARES.search(prompt))
        self.parts = sections
        self.title = ""
        self.aside = False
        self.aside_level = 0
        self.lists = False
        self.paragraphs = 0
        self.about = ""
        self.minor = 0.0

    def walk(self, blocks: list[Block]) -> Iterator[Draft]:
        place = 0
        for block in blocks:
            if block.shape is Shape.TITLE:
                self.enter(block)
                place = 0
            elif self.aside:
                continue
            elif block.shape is Shape.ITEM:
                yield from self.item(block, place)
                place += 1
                self.lists = True
            elif block.shape is Shape.ROW:
                yield from self.row(block, place)
                place += 1
            else:
                yield from self.paragraph(block)

    def weight(self, base: float, place: int) -> float:
        """Later in its list weighs less; much less where many sections wait for their turn."""
        return max(base - (0.3 if self.parts > 2 else 0.05) * place - self.minor, AFTER)

    def enter(self, block: Block) -> None:
        title = plain(block.raw).strip(" :：")
        if self.aside and block.level > self.aside_level:
            return
        self.aside = phrases.is_aside(re.sub(r"^\d+[.)]\s*", "", title)) or phrases.closes(title)
        self.aside_level = block.level
        self.minor = 1.0 if _MINOR.search(title) else 0.0
        if block.level < 10:
            self.title = re.sub(r"^\d+[.)]\s*", "", title)
            self.about = ""

    def resolved(self, sentence: str, lead: str) -> tuple[str, str]:
        """(lead, sentence) with a pronoun in front replaced by what it stands for."""
        found = _PRONOUN.match(sentence)
        if not found:
            return lead, sentence
        verb = found["verb"].lower()
        if verb not in _BE and not is_verb(verb) and not verb.endswith("s"):
            return lead, sentence.split(None, 1)[1]  # "this latency grows": the noun says it
        rest = sentence[found.end() :] if verb in ("is", "are") else sentence[found.start("verb") :]
        return lead or ("" if content(self.about) <= self.asked else self.about), rest

    def named(self, lead: str) -> str:
        """The name a block goes under, helped by its section where it is empty by itself."""
        bare = re.findall(r"\w+", lead.lower())
        if not bare or len(bare) > 3:
            return lead
        if bare[-1] in _EMPTY or bare[0] in _EMPTY:
            return self.title if len(self.title.split()) <= 4 else ""
        if all(word in _VAGUE for word in bare) and self.title and len(self.title.split()) <= 3:
            return f"{self.title} {lead.lower()}"
        return lead

    def usable(self, sentence: str) -> bool:
        return not (
            phrases.introduces(sentence)
            or phrases.illustrates(sentence)
            or phrases.closes(sentence)
            or phrases.chats(sentence)
            or sentence.endswith(("?", "？"))
            or phrases.states_level(sentence)
        )

    def paragraph(self, block: Block) -> Iterator[Draft]:
        lead, body = (block.lead, block.body)
        if lead and (phrases.is_aside(lead) or phrases.closes(lead)):
            return
        if phrases.closes(body) or phrases.states_level(block.raw):
            return
        opening = self.paragraphs == 0 and not self.lists and not lead
        self.paragraphs += 1
        told = [s for s in sentences(body) if self.usable(s)]
        for number, sentence in enumerate(told):
            name, said = self.resolved(sentence, self.named(lead) if number == 0 or lead else "")
            if not lead:
                self.about = _subject(sentence) or self.about
            if opening:
                weight = (OPENING, SECOND)[number] if number < 2 else PROSE
                weight -= 0.5 * (number > 0 and said != sentence)
            elif lead:
                weight = NAMED if number == 0 else EXTRA
            else:
                weight = (AFTER if self.lists else PROSE) - 0.1 * number
            yield from self.split(name, said, weight)

    def split(self, lead: str, said: str, weight: float) -> Iterator[Draft]:
        for part in actions(said) if not lead else ():
            yield Draft(part, "", weight)
            weight = min(weight, PRIMARY)
            said = ""
        if said:
            yield Draft(said, lead, weight)

    def item(self, block: Block, place: int) -> Iterator[Draft]:
        lead = self.named(block.lead)
        told = sentences(block.body)
        steps = [lead_of(b.raw) for b in block.under if b.shape in (Shape.ITEM, Shape.PARAGRAPH)]
        heads = [name or next(iter(sentences(body)), "") for name, body in steps]
        introduces = bool(told) and told[-1].endswith((":", "："))
        told = [s for s in told if not (s.endswith((":", "：")) or phrases.chats(s))]
        if not told and heads:
            name = lead or plain(block.raw).strip(" :")
            yield Draft(
                ", ".join(h.rstrip(".") for h in heads if h), name, self.weight(ITEM, place)
            )
            return
        if not told and lead:
            yield Draft("", lead, self.weight(ITEM, place))
        if self.compares and not lead and len(told) >= 2:
            yield Draft(f"{told[0].rstrip('.')}; {told[1]}", "", self.weight(ITEM, place))
            return
        for number, sentence in enumerate(told):
            if number and not self.usable(sentence):
                continue
            name, said = self.resolved(sentence, lead)
            yield Draft(
                said, name, self.weight(ITEM, place) if number == 0 else EXTRA - 0.5 * number
            )
        if introduces and heads:
            yield Draft(", ".join(h.rstrip(".") for h in heads if h), lead, STEPS)
            for body in (lead_of(block.under[-1].raw)[1],):
                for sentence in sentences(body)[1:2]:
                    name, said = self.resolved(sentence, lead)
                    yield Draft(said, name or lead, EXTRA)
        elif not introduces:
            for name, body in steps:
                for sentence in sentences(body)[:1]:
                    yield Draft(sentence, name, EXTRA - 0.2)

    def row(self, block: Block, place: int) -> Iterator[Draft]:
        cells = [plain(cell) for cell in block.cells]
        if len(cells) < 2 or not any(cells[1:]):
            return
        if len(cells) == 2:
            said = cells[1]
        else:
            heads = [plain(head) for head in block.header]
            said = "; ".join(
                f"{heads[i]} {cell}" if i < len(heads) and heads[i] else cell
                for i, cell in enumerate(cells)
                if i and cell
            )
        yield Draft(said, cells[0], self.weight(ROW, place))


def _joins(one: Block, other: Block) -> bool:
    """Whether two items are two settings of the same thing, each a few words long."""
    vague = [set(re.findall(r"\w+", block.lead.lower())) for block in (one, other)]
    return (
        one.shape is other.shape is Shape.ITEM
        and all(names and names <= _VAGUE for names in vague)
        and len(one.body.split()) + len(other.body.split()) <= 10
        and not one.under
        and not other.under
    )


def _with_short_ones_joined(blocks: list[Block]) -> list[Block]:
    """The blocks, "Range: 1 to 9" and "Default: 3" made one item."""
    joined: list[Block] = []
    for block in blocks:
        if joined and _joins(joined[-1], block):
            last = joined[-1]
            raw = f"{last.lead}: {last.body.rstrip('.')}, {block.lead.lower()} {block.body}"
            joined[-1] = Block(Shape.ITEM, raw, last.depth)
        else:
            joined.append(block)
    return joined


def of(prompt: str, blocks: list[Block]) -> list[Draft]:
    """The drafts of an answer in its own order."""
    found: list[Draft] = []
    sections = sum(block.shape is Shape.TITLE and block.level < 10 for block in blocks)
    for draft in _Weigher(prompt, sections).walk(_with_short_ones_joined(blocks)):
        found.append(draft)
        if len(found) >= MOST:
            break
    return found
