"""What an answer is worth, what counts as missed, and how a quiz went by topic."""

from __future__ import annotations

from collections.abc import Collection, Iterable, Sequence
from dataclasses import dataclass

from questions.bank.rules.difficulty import Difficulty
from questions.marks.rules import Verdict

CORE = 2.0
BONUS = 1.0
WITHOUT_CORE = 0.5
"""The most that an answer is worth in which a core point is missing."""
PASSED = 0.6
"""From this share on a typed answer is not missed."""


def score_choice(picked: Collection[str], right: Collection[str], options: int) -> float:
    """0 to 1: the share of right options that were picked, less what was picked wrongly.

    With several right ones each right pick adds and each wrong pick takes one share; with one
    right option only that one alone is worth anything. Picking everything is worth nothing.
    """
    good, bad = len(set(picked) & set(right)), len(set(picked) - set(right))
    if not right or len(set(picked)) == options > len(right):
        return 0.0
    return max(0.0, (good - bad) / len(right))


def score_points(verdicts: Sequence[tuple[bool, Verdict]]) -> float:
    """0 to 1: what was said of the points (core or not, verdict), a core point counting double.

    Without one of its core points an answer is worth at most `WITHOUT_CORE`.
    """
    if not verdicts:
        return 0.0
    weights = [CORE if core else BONUS for core, _ in verdicts]
    said = sum(
        weight * verdict.share for weight, (_, verdict) in zip(weights, verdicts, strict=True)
    )
    failed = any(core and verdict is Verdict.MISSED for core, verdict in verdicts)
    share = said / sum(weights)
    return min(share, WITHOUT_CORE) if failed else share


def is_missed(*, choice: bool, score: float | None) -> bool:
    """Whether an item should be learned again: not answered, a choice not fully right, or a
    typed answer below `PASSED`."""
    if score is None:
        return True
    return score < 1 if choice else score < PASSED


@dataclass(frozen=True)
class TopicScore:
    """How the items on one topic went: the mean of their scores, 0 to 100."""

    name: str
    percent: int
    items: int


def percent(scores: Sequence[float | None]) -> int:
    """The mean of the scores in per cent, what was not answered being worth nothing."""
    return round(100 * sum(score or 0.0 for score in scores) / len(scores)) if scores else 0


def duration(seconds: int) -> str:
    """Seconds as people say them: "40 s", "12 min", "1 h 5 min"."""
    minutes = round(seconds / 60)
    if seconds < 60:
        return f"{seconds} s"
    return f"{minutes} min" if minutes < 60 else f"{minutes // 60} h {minutes % 60} min"


def by_topic(items: Iterable[tuple[Sequence[str], float | None]]) -> list[TopicScore]:
    """How each topic went, the weakest first; an item counts for each of its topics."""
    scores: dict[str, list[float | None]] = {}
    for topics, score in items:
        for topic in topics:
            scores.setdefault(topic, []).append(score)
    found = [TopicScore(name, percent(of), len(of)) for name, of in scores.items()]
    return sorted(found, key=lambda topic: (topic.percent, topic.name))


def by_level(items: Iterable[tuple[str, float | None]]) -> list[TopicScore]:
    """How each difficulty went, the easiest first."""
    found = by_topic(([level], score) for level, score in items)
    order = [level.value for level in Difficulty]
    return sorted(found, key=lambda level: order.index(level.name))
