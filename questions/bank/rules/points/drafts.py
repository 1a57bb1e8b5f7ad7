"""Everything in an answer that might be a key point, weighed by where it stands."""

from __future__ import annotations

import re
from collections.abc import Iterator
from dataclasses import dataclass

from questions.bank.rules.words import content

from . import phrases
from .blocks import Block, Shape
from .naming import Naming, is_name, is_vague
from .plain import lead_of, only_link, plain
from .sentences import actions, sentences
from .shorten import MOST_WORDS, size, squeezed

OPENING, ITEM, NAMED, SECOND, STEPS, ROW, PROSE = 10.0, 8.0, 7.0, 7.0, 6.5, 6.0, 6.0
PRIMARY = 6.0  # drafts from this weight on are wanted for themselves
AFTER, EXTRA = 4.5, 4.0
FIGURE = 0.1  # for a number: facts that can be asked for
LEADS = 4  # words of weight in a sentence that leads to code and is worth a point
SHORT = 7  # words; longer steps are points of their own
MOST = 80  # drafts of one answer; the rest cannot be among the best seven


@dataclass(frozen=True)
class Draft:
    """A clause with the name it goes under and its weight."""

    text: str
    lead: str
    weight: float


_COMPARES = re.compile(
    r"\b(?:differen\w+|differ|versus|vs|compar\w+|unterschied|diferencia)\b", re.I
)
_MINOR = re.compile(
    r"\b(?:best practices?|considerations?|notes?|tips?|pitfalls?|caveats?)\b", re.I
)
_PROCESS = re.compile(
    r"\b(?:happens?|behind the scenes|process|sequence|life\s?cycle|goes through)\b", re.I
)
_MAY = re.compile(r"^(?:you|we|one)\s+(?:can|may|could|might)\b", re.IGNORECASE)
_ORDINAL = re.compile(r"^\d+[.)]\s*")


class _Weigher:
    """Walks the blocks and yields drafts; remembers the section and who is spoken of."""

    def __init__(self, prompt: str, blocks: list[Block], lenient: int) -> None:
        self.asked = content(prompt)
        self.compares = bool(_COMPARES.search(prompt))
        self.lenient = lenient
        self.listed = any(block.shape in (Shape.ITEM, Shape.ROW) for block in blocks)
        self.parts = sum(block.shape is Shape.TITLE and block.level < 10 for block in blocks)
        self.naming = Naming(self.asked)
        self.aside_level = 0  # of the title whose section carries no point, 0 for none
        self.minor = 0.0
        self.lists = False
        self.told_of = {Shape.ITEM: self.item, Shape.ROW: self.row, Shape.STEPS: self.process}
        self.told = False  # whether a paragraph has said something yet

    def walk(self, blocks: list[Block]) -> Iterator[Draft]:
        place = 0
        for block in blocks:
            if block.shape is Shape.TITLE:
                self.enter(block)
                place = 0
                if self.lenient > 1 and block.raw.rstrip().endswith((":", "：")):
                    yield from self.paragraph(block)
            elif self.aside_level and not self.lenient:
                continue
            elif block.shape is Shape.PARAGRAPH:
                yield from self.paragraph(block)
            else:
                yield from self.told_of[block.shape](block, place)
                self.lists = True
                place += 1

    def weight(self, base: float, place: int, text: str) -> float:
        """Later in its list weighs less; much less where many sections wait for their turn."""
        later = (0.3 if self.parts > 2 else 0.05) * place
        figure = FIGURE if any(map(str.isdigit, text)) else 0.0
        return max(base - later - self.minor + figure, AFTER)

    def enter(self, block: Block) -> None:
        title = _ORDINAL.sub("", plain(block.raw).strip(" :："))
        if self.aside_level and block.level > self.aside_level:
            return
        aside = phrases.is_aside(title) or phrases.closes(title)
        self.aside_level = block.level if aside else 0
        self.minor = 1.0 if _MINOR.search(title) else 0.0
        if block.level < 10:
            self.naming.enter(title)

    def usable(self, sentence: str) -> bool:
        if phrases.chats(sentence) or phrases.states_level(sentence):
            return False
        if sentence.endswith(("?", "？")):
            return False
        if sentence.endswith((":", "：")):
            # What leads to code tells by words what the code does.
            says = self.lenient > 1 and not phrases.introduces(sentence[:-1])
            return says and len(content(sentence)) >= LEADS
        return self.lenient > 0 or not (
            phrases.introduces(sentence)
            or phrases.illustrates(sentence)
            or phrases.closes(sentence)
        )

    def paragraph(self, block: Block) -> Iterator[Draft]:
        lead = block.lead
        if phrases.states_level(block.raw) or (
            not self.lenient
            and (phrases.closes(block.body) or phrases.closes(lead) or phrases.is_aside(lead))
        ):
            return
        told = [
            sentence.rstrip(":： ") for sentence in sentences(block.body) if self.usable(sentence)
        ]
        if self.told or self.lists or lead:
            yield from self.further(told, self.naming.named(lead))
        else:
            yield from self.opening(told)
        self.told = self.told or bool(told)

    def opening(self, told: list[str]) -> Iterator[Draft]:
        """The first paragraph: its first sentence alone should satisfy who asks."""
        told = self.merged(told) if self.listed else told
        for number, sentence in enumerate(told):
            name, said = self.naming.resolved(sentence, "")
            self.naming.speak_of(sentence)
            weight = (OPENING, SECOND)[number] if number < 2 else PROSE
            yield from self.split(name, said, weight - 0.5 * (said != sentence))

    def merged(self, told: list[str]) -> list[str]:
        """The opening with "It ..." drawn into the short definition before it, where that fits."""
        if len(told) < 2 or (rest := self.naming.predicate(told[1])) is None:
            return told
        one = self.naming.definition(told[0])
        both = squeezed(f"{one.rstrip('.')}: {rest}") if one else ""
        return [both, *told[2:]] if both and size(both) <= MOST_WORDS else told

    def further(self, told: list[str], lead: str) -> Iterator[Draft]:
        for number, sentence in enumerate(told):
            name, said = self.naming.resolved(sentence, lead)
            if lead:
                weight = NAMED if number == 0 else EXTRA
            else:
                self.naming.speak_of(sentence)
                weight = (AFTER if self.lists else PROSE) - 0.1 * number
            yield from self.split(name, said, weight)

    def split(self, lead: str, said: str, weight: float) -> Iterator[Draft]:
        deeds = actions(said) if not lead else []
        for part in deeds:
            yield Draft(part, "", weight)
            weight = min(weight, PRIMARY)
        if said and not deeds:
            yield Draft(said, lead, weight)

    def item(self, block: Block, place: int) -> Iterator[Draft]:
        if only_link(block.raw):
            return
        lead = self.naming.named(block.lead)
        whole = sentences(block.body)
        if not (lead or self.compares) and len(whole) > 1 and is_name(whole[0]):
            lead, whole = whole[0].rstrip(".!"), whole[1:]
        introduces = bool(whole) and whole[-1].endswith((":", "："))
        told = [s for s in whole if not (s.endswith((":", "：", "?", "？")) or phrases.chats(s))]
        first = self.weight(ITEM, place, block.body)
        if not told:
            yield from self.bare(block, lead, first)
        elif self.compares and not lead and len(told) >= 2:
            yield Draft(f"{told[0].rstrip('.;')}; {told[1]}", "", first)
        else:
            yield from self.clauses(told, lead, first)
            yield from self.steps(block, lead, joined=introduces)

    def bare(self, block: Block, lead: str, weight: float) -> Iterator[Draft]:
        """An item that only names what stands below it."""
        name = lead or plain(block.raw).strip(" :：")
        heads = _heads(block)
        if any(size(head) > SHORT for head in heads):
            for number, head in enumerate(heads):
                yield Draft(head, name, weight if number == 0 else EXTRA - 0.25 * number)
        elif heads or lead:
            yield Draft("; ".join(heads), name, weight)
        elif name and not phrases.is_aside(name):
            yield Draft(name, "", weight)

    def clauses(self, told: list[str], lead: str, first: float) -> Iterator[Draft]:
        if lead and len(told) > 1 and len(content(told[0]) - content(lead) - self.asked) <= 1:
            told = told[1:]  # the first sentence only says the name again
        for number, sentence in enumerate(told):
            if number and not self.usable(sentence):
                continue
            name, said = self.naming.resolved(sentence, lead)
            further = EXTRA - 0.25 * number - (1.0 if _MAY.match(sentence) else 0.0)
            yield Draft(said, name, first if number == 0 else further)

    def steps(self, block: Block, lead: str, *, joined: bool) -> Iterator[Draft]:
        """What is listed under an item: one point if its text led to it, else lesser ones."""
        if not block.under:
            return
        if not joined:
            for below in block.under:
                for sentence in sentences(below.body)[:1]:
                    yield Draft(sentence, below.lead, EXTRA - 0.2)
            return
        yield Draft("; ".join(_heads(block)), lead, STEPS)
        for sentence in sentences(block.under[-1].body)[1:2]:  # what follows the last step
            name, said = self.naming.resolved(sentence, lead)
            yield Draft(said, name or lead, EXTRA)

    def process(self, block: Block, place: int) -> Iterator[Draft]:
        """Steps that together tell one thing."""
        yield Draft("; ".join(_heads(block)), "", self.weight(ITEM, place, ""))

    def row(self, block: Block, place: int) -> Iterator[Draft]:
        cells = [plain(cell) for cell in block.cells]
        if len(cells) < 2 or not any(cells[1:]):
            return
        heads = [plain(head) for head in block.header] if len(cells) > 2 else []
        said = "; ".join(
            f"{heads[i]} {cell}" if i < len(heads) and heads[i] else cell
            for i, cell in enumerate(cells)
            if i and cell
        )
        yield Draft(said, cells[0], self.weight(ROW, place, said))


def _heads(block: Block) -> list[str]:
    """The names, or else first sentences, of what is listed under an item."""
    pairs = (lead_of(below.raw) for below in block.under if below.shape is not Shape.TITLE)
    heads = (name or next(iter(sentences(body)), "") for name, body in pairs)
    return [head.rstrip(".").replace(";", ",") for head in heads if head]


def _joins(one: Block, other: Block) -> bool:
    """Whether two items are two settings of the same thing, each a few words long."""
    return (
        one.shape is other.shape is Shape.ITEM
        and is_vague(one.lead)
        and is_vague(other.lead)
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


def _with_processes_joined(blocks: list[Block]) -> list[Block]:
    """The blocks, the short steps of "what happens is:" made one, where there is more to say."""
    runs: list[list[Block]] = []
    for block in blocks:
        if block.shape is Shape.ITEM and runs and runs[-1][-1].shape is Shape.ITEM:
            runs[-1].append(block)
        else:
            runs.append([block])
    lists = [run for run in runs if run[0].shape is Shape.ITEM]
    found: list[Block] = []
    for run in runs:
        process = bool(found) and _PROCESS.search(found[-1].raw.rsplit(". ", 1)[-1])
        short = 2 <= len(run) <= 6 and not any(item.lead or item.under for item in run)
        if len(lists) > 1 and run in lists and process and short:
            found.append(Block(Shape.STEPS, "", under=run))
        else:
            found += run
    return found


def of(prompt: str, blocks: list[Block]) -> list[Draft]:
    """The drafts of an answer in its own order."""
    blocks = _with_processes_joined(_with_short_ones_joined(blocks))
    for lenient in range(3):  # an answer of examples only still has its best clauses
        found: list[Draft] = []
        for draft in _Weigher(prompt, blocks, lenient).walk(blocks):
            found.append(draft)
            if len(found) >= MOST:
                break
        if found:
            return found
    return []
