"""What a question is about: sorted into a tree of topics by its words, or by where it stands."""

from __future__ import annotations

import re
from collections import defaultdict
from collections.abc import Iterable, Mapping, Sequence
from dataclasses import dataclass
from functools import lru_cache
from typing import Any

from .difficulty import stated_level
from .words import bag, content, stems

MOST = 3
PROMPT, HEADING, TITLE, ANSWER = 3.0, 1.5, 0.5, 0.25  # what one word found there counts
ENOUGH = 1.5  # less is chance
BESIDE = 0.5  # a further topic needs this share of the first one's weight
_READ = 400  # words of an answer; what it is about is said by then


@dataclass(frozen=True, eq=False)  # known by itself, so that a tree is quick to look up
class Topic:
    """One topic of the tree, with the stems of the words and phrases that speak for it."""

    slug: str
    name: str
    parent: str | None
    words: tuple[tuple[str, ...], ...]
    subject: bool = False


def _phrases(name: str, words: Iterable[str]) -> tuple[tuple[str, ...], ...]:
    found = (tuple(stems(phrase)) for phrase in (name, *words))
    return tuple(dict.fromkeys(phrase for phrase in found if phrase))


def parse(data: Mapping[str, Any]) -> tuple[Topic, ...]:
    """The tree of a loaded topics.toml, in its order. ValueError names what is wrong with it.

    The file is a list of tables:

        [[topic]]
        slug = "memory"                 # unique; lower case, digits, hyphens
        name = "Memory and storage"     # as people see it
        parent = "fundamentals"         # optional: the slug of another topic
        words = ["heap", "garbage collection", "swap"]
        subject = true                  # optional: see below

    Words and phrases are matched by stem and on word boundaries ("caching" finds "cache", "swap"
    does not find "swapped out" in "swappable"); a phrase counts more the longer it is; the name
    is one of them. A word in the prompt weighs far more than one in the answer. Topics below a
    subject count only where the subject itself is spoken of, so that its everyday words ("scale",
    "log") do not draw in the questions of other subjects.
    """
    found: list[Topic] = []
    for row in data.get("topic", ()):
        slug, name = row.get("slug"), row.get("name")
        if not slug or not name or "," in name:
            raise ValueError(f"a topic needs a slug and a name without comma: {row!r}")
        words = row.get("words", ())
        if isinstance(words, str) or not all(isinstance(word, str) for word in words):
            raise ValueError(f"topic {slug}: words is a list of texts")
        found.append(
            Topic(slug, name, row.get("parent"), _phrases(name, words), row.get("subject") is True)
        )
    slugs = [topic.slug for topic in found]
    for topic in found:
        if slugs.count(topic.slug) > 1:
            raise ValueError(f"topic {topic.slug} is there twice")
        if topic.parent is not None and topic.parent not in slugs:
            raise ValueError(f"topic {topic.slug}: there is no topic {topic.parent}")
    return tuple(found)


class _Text:
    """Stems with their places, so that a phrase is found without walking the text again."""

    def __init__(self, text: str, most: int | None = None) -> None:
        self.stems = stems(text)[:most]
        self.places: dict[str, list[int]] = {}
        for place, word in enumerate(self.stems):
            self.places.setdefault(word, []).append(place)

    def count(self, phrase: tuple[str, ...]) -> int:
        """How often a phrase occurs; three times is enough to know."""
        size, found = len(phrase), 0
        for place in self.places.get(phrase[0], ()):
            if tuple(self.stems[place : place + size]) == phrase:
                found += 1
                if found == 3:
                    break
        return found


@lru_cache(maxsize=4)
def _by_first_stem(tree: Sequence[Topic]) -> dict[str, list[tuple[int, int]]]:
    """Where in the tree the phrases stand that begin with a stem: (topic, phrase) by their places.

    Of all the phrases, a text speaks but a few; the others need not be looked at.
    """
    found: dict[str, list[tuple[int, int]]] = defaultdict(list)
    for place, topic in enumerate(tree):
        for number, phrase in enumerate(topic.words):
            found[phrase[0]].append((place, number))
    return found


def _weight(
    phrases: Iterable[tuple[str, ...]],
    prompt: _Text,
    heading: _Text,
    title: _Text,
    answer: _Text,
) -> float:
    """How strongly phrases of one topic are spoken; of overlapping ones each counts."""
    total = 0.0
    for phrase in phrases:
        size = len(phrase) ** 0.75
        total += size * PROMPT * min(1, prompt.count(phrase))
        total += size * HEADING * min(1, heading.count(phrase))
        total += size * TITLE * min(1, title.count(phrase))
        total += size * ANSWER * answer.count(phrase)
    return total


def _silent(tree: Sequence[Topic], weights: Mapping[str, float]) -> set[str]:
    """The topics below a subject of which nothing is said."""
    found = {topic.slug for topic in tree if topic.subject and not weights[topic.slug]}
    for _ in tree:  # a child may stand before its parent
        below = {topic.slug for topic in tree if topic.parent in found} - found
        if not below:
            break
        found |= below
    return found


_NUMBERING = re.compile(
    r"^\W*(?:(?:part|section|chapter|module|topic|unit|category)\s+)?(?:\d+(?:\.\d+)*|"
    r"[ivx]+)?[.):\s-]*\s",
    re.I,
)
_BRACKET = re.compile(r"\s*[(\[][^()\[\]]*[)\]]")
_MARKS = re.compile(r"[*_`#>|]+|\[([^\]\[]*)\]\([^()]*\)")
_CHATTER = bag(
    "top best most common frequently asked popular essential important real ultimate complete full "
    "interview interviews question questions answer answers q a qa q&a faq faqs and with for the "
    "of "
    "list collection guide handbook preparation prep cheat sheet cheatsheet notes readme index "
    "table contents introduction overview general misc miscellaneous other others more practice "
    "exam "
    "exams test quiz quizzes mock experienced freshers developers developer engineers level levels "
    "my your our own personal study revision questionnaire "
    "part section preguntas respuestas entrevista de y fragen antworten вопросы ответы 面试题 问题"
)
_DEFAULT = "General"


def cleaned(said: str) -> str:
    """A heading as the name of a topic: no numbering, no level, no "top 50 interview questions".

    "" where nothing is left that names a topic; at most six words and sixty letters.
    """
    text = _MARKS.sub(r"\1", said).replace("\n", " ")
    text = _BRACKET.sub("", _NUMBERING.sub("", " " + text.strip()))
    text = re.split(r"\s+[-–—|:]\s+|:\s+", text.strip())[0] if _level_only(text) else text
    words = re.findall(r"[\w&+#./'’-]*\w[\w+#]*", text)
    while words and _says_nothing(words[0]):
        words.pop(0)
    while words and _says_nothing(words[-1]):
        words.pop()
    if all(_says_nothing(word) for word in words) or _level_only(" ".join(words)):
        return ""
    name = " ".join(words[:6])[:60].strip()
    return name[:1].upper() + name[1:]


def _says_nothing(word: str) -> bool:
    return word.casefold() in _CHATTER or word.isdigit()


def _level_only(text: str) -> bool:
    """Whether a heading only tells how hard its questions are."""
    return stated_level(text) is not None and len(content(text)) <= 2


def fall_back(headings: Sequence[str], title: str) -> str:
    """The nearest heading that names a topic, else the document's title, else "General"."""
    for said in (*reversed(headings), title):
        if name := cleaned(said):
            return name
    return _DEFAULT


def sort(
    prompt: str, answer: str, headings: Sequence[str], title: str, tree: Sequence[Topic]
) -> tuple[str, ...]:
    """Names of the topics, best first, one to three.

    `headings` go from the outermost to the nearest. The words of prompt, headings, title and
    answer are weighed against each topic's; a topic leaves its place to a more special one
    below it. Where no topic is spoken of, the nearest heading or the title names one.
    """
    texts = _Text(prompt), _Text("\n".join(headings)), _Text(title), _Text(answer, _READ)
    spoken = set[str]().union(*(text.places for text in texts))
    told: dict[int, list[int]] = defaultdict(list)
    first = _by_first_stem(tuple(tree))
    for stem in spoken & first.keys():
        for place, number in first[stem]:
            if spoken.issuperset(tree[place].words[number]):
                told[place].append(number)
    weights = {topic.slug: 0.0 for topic in tree}
    for place, numbers in told.items():
        topic = tree[place]
        weights[topic.slug] = _weight([topic.words[n] for n in sorted(numbers)], *texts)
    weights.update(dict.fromkeys(_silent(tree, weights), 0.0))
    parents = {topic.parent for topic in tree if weights[topic.slug] >= ENOUGH and topic.parent}
    for slug in parents & weights.keys():
        weights[slug] *= 0.25
    best = sorted(
        (topic for topic in tree if weights[topic.slug] >= ENOUGH),
        key=lambda topic: -weights[topic.slug],
    )
    if not best:
        return (fall_back(headings, title),)
    least = BESIDE * weights[best[0].slug]
    return tuple(dict.fromkeys(t.name for t in best if weights[t.slug] >= least))[:MOST]
