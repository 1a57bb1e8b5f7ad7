"""The plan for a date: what to study on each day until then so that most is known on the day.

New cards come first and early enough, then what is due; in the last days, whatever time is left
goes to cards that are not due yet, where a minute raises recall on the date most. Days are
ordinals, so that a plan is arithmetic.
"""

from __future__ import annotations

from collections.abc import Callable, Iterable, Iterator, Sequence
from dataclasses import dataclass, field, replace
from functools import partial
from math import ceil
from uuid import UUID

from . import fsrs
from .fsrs import Grade, Strength
from .preferences import NEW_PER_DAY
from .queue import ANSWERS_PER_NEW
from .schedule import STANDARD, Scheduler, chance, days

KNOWN_AT_SIGHT = 0.65
"""The part of new cards that is known at first sight."""

MOST_ANSWERS = 2000
"""Answers a day beyond which nobody is asked to go."""

HAIR = 0.01
"""A difference in mean recall that is not worth a longer day."""


@dataclass(frozen=True, slots=True)
class Item:
    """A card as the plan sees it: last seen and next due on these days; no strength is unseen."""

    card: UUID
    strength: Strength | None = None
    seen: int = 0
    due: int = 0
    weights: fsrs.Weights = field(default=fsrs.WEIGHTS, repr=False)

    def recall_on(self, day: int) -> float:
        """The chance that the card is known on a day if it is not asked before; unseen is 0."""
        if self.strength is None:
            return 0.0
        return fsrs.recall(self.strength, day - self.seen, weights=self.weights)


@dataclass(frozen=True, slots=True)
class Aim:
    """A date, and what a day holds: so many answers, among them `usual` new cards if there is room.

    `per_new` is how many answers a new card takes that is known; a miss always takes one more.
    """

    date: int
    answers: int
    usual: int = NEW_PER_DAY
    per_new: int = ANSWERS_PER_NEW
    by: Scheduler = STANDARD


@dataclass(frozen=True, slots=True)
class Planned:
    """One day of a plan: cards met, reviewed because due, asked ahead of time; and all answers."""

    day: int
    new: int = 0
    reviews: int = 0
    extra: int = 0
    answers: int = 0


@dataclass(frozen=True, slots=True)
class Forecast:
    """Where a plan leads: its days, the cards still unseen on the date, and mean recall then."""

    days: tuple[Planned, ...]
    unseen: int
    recall: float
    items: tuple[Item, ...] = field(repr=False, default=())


Coin = Callable[[Item, int], bool]
"""Whether a card is known on a day."""


def likely(item: Item, day: int) -> bool:
    """A coin that falls as often as the card is known, and always alike for card and day."""
    odds = KNOWN_AT_SIGHT if item.strength is None else item.recall_on(day)
    return chance(item.card, day) < odds


def closing(count: int, answers: int) -> int:
    """How many days before the date are for going over things: one pass over all the cards."""
    return ceil(count / max(1, answers))


def pace(unseen: int, count: int, day: int, aim: Aim) -> int:
    """New cards to meet on a day so that all are seen before the closing days begin."""
    left = aim.date - day - closing(count, aim.answers)
    return max(aim.usual, ceil(unseen / max(1, left)))


def agenda(items: Sequence[Item], day: int, aim: Aim) -> Iterator[Item]:
    """All that may be asked on a day, the most wanted first; a day's answers cut it off.

    What is worth asking ahead of time is weighed only where the day has time for it.
    """
    unseen = [item for item in items if item.strength is None]
    due = [item for item in items if item.strength is not None and item.due <= day]
    due.sort(key=lambda item: (item.due, item.card))
    yield from unseen[: pace(len(unseen), len(items), day, aim)]
    yield from due
    if aim.date - day <= closing(len(items), aim.answers):
        yield from ahead_of_time(items, day, aim)


def ahead_of_time(items: Iterable[Item], day: int, aim: Aim) -> list[Item]:
    """Cards that are not due, by what an answer now raises recall on the date, the most first.

    None that was seen today is among them, nor any that would gain nothing.
    """
    rated = [
        (worth(item, day, aim), item)
        for item in items
        if item.strength is not None and item.due > day and item.seen < day
    ]
    rated.sort(key=lambda pair: (-pair[0], pair[1].card))
    return [item for value, item in rated if value > 0]


def worth(item: Item, day: int, aim: Aim) -> float:
    """What one answer now raises the chance of recall on the date, as far as can be expected."""
    known = KNOWN_AT_SIGHT if item.strength is None else item.recall_on(day)
    passed = answered(item, True, day, aim).recall_on(aim.date)
    failed = answered(item, False, day, aim).recall_on(aim.date)
    gain = known * passed + (1 - known) * failed - item.recall_on(aim.date)
    return gain / expected_answers(item, day, aim)


def expected_answers(item: Item, day: int, aim: Aim) -> float:
    """How many answers asking a card takes, a miss counted with its probability."""
    if item.strength is None:
        return aim.per_new + 1 - KNOWN_AT_SIGHT
    return 2 - item.recall_on(day)


def best_use(items: Iterable[Item], day: int, aim: Aim, answers: int) -> list[tuple[Item, float]]:
    """What to ask with so many answers now, new or not, and by how much each raises recall.

    Cards that were seen today are left to their own schedule.
    """
    rated = [
        (worth(item, day, aim), item) for item in items if item.strength is None or item.seen < day
    ]
    rated.sort(key=lambda pair: (-pair[0], pair[1].card))
    chosen, left = [], float(answers)
    for value, item in rated:
        cost = expected_answers(item, day, aim)
        if value > 0 and cost <= left:
            chosen.append((item, value * cost))
            left -= cost
    return chosen


def answered(item: Item, known: bool, day: int, aim: Aim) -> Item:
    """The card after it was asked; one that was missed is answered again on the same day."""
    elapsed = 0 if item.strength is None else day - item.seen
    grade = Grade.GOOD if known else Grade.AGAIN
    outcome = partial(fsrs.outcome, retention=aim.by.retention, weights=aim.by.weights)
    after = outcome(item.strength, grade, elapsed)
    if not known:
        after = outcome(after.strength, Grade.GOOD, 0)
    wait = days(after.days, None, aim.by.longest)
    return Item(item.card, after.strength, day, day + wait, aim.by.weights)


Agenda = Callable[[Sequence[Item], int, Aim], Iterable[Item]]


def forecast(
    items: Iterable[Item],
    day: int,
    aim: Aim,
    coin: Coin = likely,
    order: Agenda = agenda,
    *,
    spent: int = 0,
) -> Forecast:
    """Study by the plan from a day until the date, as the coin falls, and see where it leads.

    With the coin `likely` the same cards always give the same forecast. The date itself is for
    the interview; a plan that is made on it has that one day. `spent` answers of the first day
    are gone.
    """
    cards = {item.card: item for item in items}
    planned = []
    for today in range(day, max(day + 1, aim.date)):
        room = max(0, aim.answers - spent) if today == day else aim.answers
        planned.append(_lived(cards, today, aim, room, coin, order))
    end = tuple(cards.values())
    unseen = sum(item.strength is None for item in end)
    return Forecast(tuple(planned), unseen, mean_recall(end, aim.date), end)


def mean_recall(items: Sequence[Item], date: int) -> float:
    """Mean chance of recall on a date; what was never seen counts as not known."""
    return sum(item.recall_on(date) for item in items) / len(items) if items else 0.0


def _lived(
    cards: dict[UUID, Item], day: int, aim: Aim, room: int, coin: Coin, order: Agenda
) -> Planned:
    """Spend a day's answers, `room` of them, on its agenda."""
    done = Planned(day)
    wanted = iter(order(list(cards.values()), day, aim))
    while done.answers < room and (item := next(wanted, None)) is not None:
        least = aim.per_new if item.strength is None else 1
        if done.answers + least > room:
            continue
        known = coin(item, day)
        cards[item.card] = answered(item, known, day, aim)
        done = replace(
            done,
            new=done.new + (item.strength is None),
            reviews=done.reviews + (item.strength is not None and item.due <= day),
            extra=done.extra + (item.strength is not None and item.due > day),
            answers=done.answers + least + (not known),
        )
    return done


def bar(items: Sequence[Item], day: int, aim: Aim, found: Forecast) -> float:
    """The mean recall on the date that is called enough.

    It is what the learner aims for, or a hair less than the longest days would lead to where
    the date is too near for more.
    """
    if found.recall >= aim.by.retention:
        return aim.by.retention
    best = forecast(items, day, replace(aim, answers=MOST_ANSWERS)).recall
    return min(aim.by.retention, best - HAIR)


def fits(found: Forecast, bar: float) -> bool:
    """Whether all is seen by the date, and enough of it known then."""
    return found.unseen == 0 and found.recall >= bar


def answers_needed(items: Sequence[Item], day: int, aim: Aim, bar: float) -> int | None:
    """The fewest answers a day with which the plan fits; None where no bearable day does."""

    def enough(answers: int) -> bool:
        return fits(forecast(items, day, replace(aim, answers=answers)), bar)

    most = max(1, aim.answers)
    while not enough(most):
        most *= 2
        if most > MOST_ANSWERS:
            return None
    return _least(max(1, most // 2) if most > aim.answers else 1, most, enough)


def to_leave_out(items: Sequence[Item], day: int, aim: Aim, bar: float) -> list[UUID] | None:
    """The last of the new cards, without which the plan fits; None where that is not enough."""
    unseen = [item.card for item in items if item.strength is None]

    def without(count: int) -> bool:
        out = set(unseen[len(unseen) - count :])
        rest = [item for item in items if item.card not in out]
        return bool(rest) and fits(forecast(rest, day, aim), bar)

    # Upwards from few: how a handful of cards goes is too much chance to be asked first.
    tried = [2**n for n in range(len(unseen).bit_length())]
    enough = next((count for count in tried if without(count)), None)
    if enough is None:
        return None
    count = _least(enough // 2 + 1, enough, without)
    return unseen[len(unseen) - count :]


def _least(low: int, high: int, enough: Callable[[int], bool]) -> int:
    """The smallest number from `low` to `high` that is enough; `high` is known to be."""
    while low < high:
        middle = (low + high) // 2
        if enough(middle):
            high = middle
        else:
            low = middle + 1
    return high
