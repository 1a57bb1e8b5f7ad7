"""What several mocks of one pair say together: trends by topic, points fixed or missed again."""

from __future__ import annotations

from collections.abc import Iterable, Sequence
from dataclasses import dataclass
from datetime import date, timedelta
from uuid import UUID

SHARE = {"hit": 1.0, "partly": 0.5, "missed": 0.0}


@dataclass(frozen=True)
class Ticked:
    """One point of one mock: on which topics, how it went, and whether it was core."""

    mock: UUID
    topics: tuple[str, ...]
    core: bool
    verdict: str


@dataclass(frozen=True)
class Trend:
    """The share of a topic's points that was said, mock by mock; None where it did not come up."""

    topic: str
    shares: tuple[int | None, ...]


def percent(verdicts: Iterable[str]) -> int | None:
    """How much of the ticked points was said; None where nothing was ticked."""
    shares = [SHARE[verdict] for verdict in verdicts if verdict]
    return round(100 * sum(shares) / len(shares)) if shares else None


def trends(mocks: Sequence[UUID], ticked: Iterable[Ticked]) -> list[Trend]:
    """One row a topic, those that came up most often first."""
    found: dict[str, dict[UUID, list[str]]] = {}
    for one in ticked:
        for topic in one.topics:
            found.setdefault(topic, {}).setdefault(one.mock, []).append(one.verdict)
    rows = [
        Trend(topic, tuple(percent(by_mock.get(mock, ())) for mock in mocks))
        for topic, by_mock in found.items()
    ]
    return sorted(rows, key=lambda row: (row.shares.count(None), row.topic))


def asked_again(verdict: str) -> str:
    """What became of a missed point, by the verdict on it when it was asked again."""
    if not verdict:
        return "open"
    return "missed again" if verdict == "missed" else "fixed"


def due_before(today: date, next_mock: date | None) -> date:
    """The day on which a missed question's card should be due: tomorrow, before the next mock."""
    tomorrow = today + timedelta(days=1)
    if next_mock is None or next_mock > tomorrow:
        return tomorrow
    return today
