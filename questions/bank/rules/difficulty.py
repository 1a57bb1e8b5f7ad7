"""How hard a question is: what its document says, or else what prompt and answer look like."""

from __future__ import annotations

import re
from enum import StrEnum

__all__ = ["Difficulty", "Source", "of", "score", "stated_level"]


class Difficulty(StrEnum):
    """The three levels that a quiz can be filtered by."""

    EASY = "easy"
    MEDIUM = "medium"
    HARD = "hard"


class Source(StrEnum):
    """Who says so; a stronger source is never overwritten by a weaker one."""

    EDITOR = "editor"
    LEARNED = "learned"
    STATED = "stated"
    SIGNALS = "signals"


# Words that name a level wherever they stand in a short heading ...
_PLAIN = {
    Difficulty.EASY: "basic basics beginner beginners fundamental fundamentals introductory novice "
    "principiante principiantes básico básicos básicas débutant anfänger начальный базовый "
    "初级 基础",
    Difficulty.MEDIUM: "intermediate intermedio intermedios intermédiaire mittelstufe средний 中级",
    Difficulty.HARD: "advanced expert experts avanzado avanzados avancé fortgeschritten "
    "fortgeschrittene продвинутый 高级",
}
# ... and words that mean a level only where hardly anything else is said.
_BARE = {
    Difficulty.EASY: "easy simple easiest junior entry elementary fácil facile leicht einfach "
    "лёгкий легкий простой 简单 容易 🟢 ★ ⭐ l1",
    Difficulty.MEDIUM: "medium moderate mid middle normal average medio moyen mittel средняя 中等 "
    "🟡 🟠 ★★ ⭐⭐ l2",
    Difficulty.HARD: "hard difficult hardest senior tricky challenging complex tough difícil "
    "difficile schwer schwierig сложный трудный 困难 难 🔴 ★★★ ⭐⭐⭐ l3",
}
_NEUTRAL = frozenset(
    [
        "level",
        "levels",
        "questions",
        "question",
        "difficulty",
        "interview",
        "section",
        "part",
        "q",
        "a",
        "and",
        "topics",
        "the",
        "for",
        "of",
        "answers",
        "concepts",
        "to",
        "very",
        "nivel",
        "dificultad",
        "niveau",
        "schwierigkeit",
        "сложность",
        "уровень",
        "难度",
        "experience",
        "experienced",
        "developers",
        "candidates",
        "engineers",
    ]
)
_TOKEN = re.compile(r"[★⭐]+|[🟢🟡🟠🔴]|[^\W\d_]+\d?|\d+")


def _table(words: dict[Difficulty, str]) -> dict[str, Difficulty]:
    return {word: level for level, text in words.items() for word in text.split()}


_PLAIN_WORDS, _BARE_WORDS = _table(_PLAIN), _table(_BARE)


def stated_level(said: str | None) -> Difficulty | None:
    """The one level that a label or heading names; None for none, or for two that disagree."""
    tokens = [t.replace("☆", "") for t in _TOKEN.findall((said or "").lower())]
    if not tokens or len(tokens) > 12:
        return None
    found = {_PLAIN_WORDS[t] for t in tokens if t in _PLAIN_WORDS}
    others = [t for t in tokens if t not in _NEUTRAL and not t.isdigit() and t not in _BARE_WORDS]
    if not others:
        found |= {_BARE_WORDS[t] for t in tokens if t in _BARE_WORDS}
    return found.pop() if len(found) == 1 else None


_ASKS = r"(what|which|how|is|are|does)"
_MORE = (
    r"\b(difference|differ|when|why|impacts?|affects?|strateg\w+|best practices?|purpose|"
    r"how (can|do|would|should|could) (you|we|one|they))\b"
)
# Signals of the prompt: a pattern, and how far it moves the score.
_PROMPT: tuple[tuple[str, float], ...] = (
    # recall of one fact, and yes or no
    (rf"^{_ASKS}\b.*\b(maximum|minimum|max|min|default|limits?|limitations?|stands? for)\b", -1.5),
    (r"^(where|who|when|which)\b|^how (many|much|long|large|big|often)\b", -1.0),
    (r"^(can|does|do|is|are|has|have|will|did)\b(?! you\b)", -1.0),
    (r"^(list|name|mention|state|define)\b", -1.0),
    (r"\b(types|kinds|features|benefits|advantages|components|parts) of\b|\bfeatures\b", -0.5),
    # a definition and nothing else
    (rf"^(what (is|are|does)|define|who is)\b(?!.*{_MORE})", -1.0),
    # understanding: compare, explain, say why
    (r"\b(difference|differ|compare|compared|versus|vs)\b", 0.5),
    (r"^why\b|[.?!,] why\b|\btrade-?offs?\b|\bwhy not\b", 0.5),
    # design and judgement
    (r"\bhow (would|could|do|can|should) (you|we|i)\b", 0.5),
    (r"\bwould you\b|\bdescribe a\b|\buse case\b|\bstrateg(y|ies)\b", 1.0),
    (r"\b(design|architect|architecture|implement|build|migrate|refactor|orchestrat\w+)\b", 0.5),
    (r"\b(troubleshoot\w*|debug\w*|diagnos\w+|investigat\w+|root cause|failures?|errors?)\b", 1.0),
    (
        r"\b(retry|retries|idempoten\w+|exactly.once|consisten\w+|deadlock\w*|race|distributed)\b",
        1.0,
    ),
    (
        r"\b(blue.green|canary|zero.downtime|rollback|disaster|multi.region|at scale|million\w*)\b",
        1.0,
    ),
    (
        r"\b(internals?|under the hood|complexity|performance tuning|concurren\w+|asynchron\w+)\b",
        0.5,
    ),
    (r"^(your|you|a|an|the|suppose|imagine|given)\b.*[.].*\?", 0.5),
)
_SIGNALS = tuple((re.compile(pattern), weight) for pattern, weight in _PROMPT)
_FENCE = re.compile(r"^\s*(```|~~~)", re.MULTILINE)
_ITEM = re.compile(r"^\s*(?:[-*+•]|\d{1,3}[.)])\s", re.MULTILINE)
_WORD = re.compile(r"\w+")
_LENGTHS = ((40, -0.75), (80, -0.5), (220, 0.0), (float("inf"), 0.5))  # words below, weight
_READ = 20_000  # characters of an answer; more says nothing new about its level
_EASY_BELOW, _HARD_FROM = -0.25, 1.5


def score(prompt: str, answer: str) -> float:
    """How far the signals of `of` lean to easy (negative) or hard (positive)."""
    asked = " ".join(prompt[:1000].lower().split())
    total = sum(weight for pattern, weight in _SIGNALS if pattern.search(asked))
    total += 1.0 if _FENCE.search(prompt[:_READ]) else 0.0
    said = answer[:_READ]
    words = len(_WORD.findall(said))
    if words:
        total += next(weight for below, weight in _LENGTHS if words < below)
    total += 0.5 if len(_ITEM.findall(said)) >= 8 else 0.0
    total += 0.5 if len(_FENCE.findall(said)) >= 4 else 0.0
    return total


def of(prompt: str, answer: str, stated: str | None) -> tuple[Difficulty, Source]:
    """The level and who says so: what the document states, else these signals added up.

    `stated` is a label ("Difficulty: hard", "★★☆", "Intermediate") or a section's heading.
    Down: asking for one limit, default or name; yes or no; a list or a definition and nothing
    else; an answer under 80 words, more so under 40. Up: comparing, reasons and trade-offs;
    "how would you", a scenario, a design or a strategy; faults, retries, consistency, releases
    without downtime, scale, internals; code to be read in the prompt; an answer over 220 words,
    with eight items or two blocks of code. The sum is easy below -0.25 and hard from 1.5.
    """
    level = stated_level(stated)
    if level is not None:
        return level, Source.STATED
    lean = score(prompt, answer)
    if lean < _EASY_BELOW:
        return Difficulty.EASY, Source.SIGNALS
    return (Difficulty.HARD if lean >= _HARD_FROM else Difficulty.MEDIUM), Source.SIGNALS
