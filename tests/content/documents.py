"""The documents of the house read by simple means of their own, apart from the product's reader."""

from __future__ import annotations

import re
from dataclasses import dataclass
from pathlib import Path

HOUSE = Path(__file__).parents[2] / "content"
FENCE = re.compile(r"^```.*?^```\n?", re.M | re.S)
OPTION = re.compile(r"^- \[(?P<mark>[ x])\] (?P<text>.+)\n(?P<why>(?:  \S.*\n)*)", re.M)
STATED = re.compile(r"\*Difficulty: (\w+) · Topics: (.+)\*")
PARTS = re.compile(r"^\*\*(Key points|Follow-up:|Common mistake:|Checked against:)\*\*", re.M)
WORD = re.compile(r"\S*\w\S*")


@dataclass(frozen=True)
class Asked:
    """One question of a document, cut into the parts that the grammar names."""

    file: str
    prompt: str
    stated: str
    options: tuple[tuple[bool, str, str], ...]
    answer: str
    parts: dict[str, str]

    @property
    def where(self) -> str:
        return f"{self.file}: {self.prompt}"

    @property
    def difficulty(self) -> str:
        found = STATED.fullmatch(self.stated)
        return found[1] if found else ""

    @property
    def topics(self) -> list[str]:
        found = STATED.fullmatch(self.stated)
        return found[2].split(", ") if found else []

    @property
    def points(self) -> list[str]:
        return [row[2:] for row in self.parts["Key points"].splitlines() if row.startswith("- ")]

    @property
    def prose(self) -> str:
        """All that is written in sentences: no code, no names in code, no titles of sources."""
        kept = [self.prompt, self.answer, *(text for _, *both in self.options for text in both)]
        kept += [text for name, text in self.parts.items() if not name.startswith("Checked")]
        return re.sub(r"`[^`]*`", " ", "\n".join(kept))


def files() -> list[Path]:
    """Every document of the house, without the page for writers and people's own documents."""
    mine = HOUSE / "mine"
    found = sorted(HOUSE.glob("*/*.md"))
    return [path for path in found if mine not in path.parents]


def read(path: Path) -> list[Asked]:
    """The questions of one document."""
    text = FENCE.sub("", path.read_text("utf-8"))
    return [_asked(path, block) for block in re.split(r"^## ", text, flags=re.M)[1:]]


def _asked(path: Path, block: str) -> Asked:
    prompt, stated, body = block.split("\n", 2)
    head, *rest = PARTS.split(body)
    options = tuple(
        (found["mark"] == "x", found["text"], found["why"].strip())
        for found in OPTION.finditer(head)
    )
    names = (name.rstrip(":") for name in rest[::2])
    parts = dict(zip(names, (text.strip() for text in rest[1::2]), strict=True))
    name = f"{path.parent.name}/{path.name}"
    return Asked(name, prompt, stated, options, OPTION.sub("", head).strip(), parts)


def words(text: str) -> int:
    """How many words a reader counts."""
    return len(WORD.findall(text))
