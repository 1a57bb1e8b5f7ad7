"""What may be done in a room, by whom, when, and who is told of it."""

from __future__ import annotations

from dataclasses import dataclass, field
from enum import Enum
from uuid import UUID

from questions.errors import NotAllowed, Refusal

from .stages import RUNNING, Stage


class Role(Enum):
    """What somebody is in one interview. Who rehearses alone is both sides at once."""

    MENTOR = "mentor"
    CANDIDATE = "candidate"
    ALONE = "alone"


class Verb(Enum):
    """What can be done in a room."""

    BEGIN = "begin"
    MOVE = "move"
    STAGE = "stage"
    PAUSE = "pause"
    RESUME = "resume"
    RELEASE = "release"
    REVEAL = "reveal"
    TICK = "tick"
    SCORE = "score"
    NOTE = "note"
    WRITE = "write"
    LANGUAGE = "language"
    END = "end"
    JOIN = "join"
    CANCEL = "cancel"


class NotNow(Refusal):
    """The interview is at a stage in which this cannot be done."""

    code = "not_now"


@dataclass(frozen=True)
class Rule:
    """Who may do a thing, at which stages, and whether the candidate is told."""

    roles: frozenset[Role]
    stages: frozenset[Stage]
    shared: bool


@dataclass(frozen=True)
class Line:
    """One line of the pad as somebody left it; its rank says where it stands."""

    id: UUID
    rank: float
    text: str
    removed: bool = False


@dataclass(frozen=True)
class Act:
    """One thing done in a room; what its verb does not need stays empty."""

    verb: Verb
    position: int | None = None
    stage: Stage | None = None
    hint: UUID | None = None
    point: UUID | None = None
    verdict: str = ""
    dimension: str = ""
    band: int | None = None
    text: str | None = None
    lines: tuple[Line, ...] = field(default=())


LEADS = frozenset({Role.MENTOR, Role.ALONE})
BOTH = frozenset(Role)
LIVE = frozenset(RUNNING)
# What is not shared tells the candidate nothing, not even that something happened: the times at
# which a mentor ticks and notes say how an answer is going.
# JOIN and CANCEL are not here: they are done outside of the room and only told in it.
ACTS: dict[Verb, Rule] = {
    Verb.BEGIN: Rule(LEADS, frozenset({Stage.PLANNED}), True),
    Verb.MOVE: Rule(LEADS, LIVE, True),
    Verb.STAGE: Rule(LEADS, LIVE, True),
    Verb.PAUSE: Rule(LEADS, LIVE, True),
    Verb.RESUME: Rule(LEADS, LIVE, True),
    Verb.RELEASE: Rule(LEADS, LIVE, True),
    Verb.REVEAL: Rule(frozenset({Role.ALONE}), LIVE, True),
    # Points, scores and notes may be put right after the end, until the report is released.
    Verb.TICK: Rule(LEADS, LIVE | {Stage.OVER}, False),
    Verb.SCORE: Rule(LEADS, LIVE | {Stage.OVER}, False),
    Verb.NOTE: Rule(LEADS, frozenset(Stage) - {Stage.CANCELLED}, False),
    Verb.WRITE: Rule(BOTH, LIVE | {Stage.PLANNED}, True),
    Verb.LANGUAGE: Rule(BOTH, LIVE | {Stage.PLANNED}, True),
    Verb.END: Rule(LEADS, LIVE, True),
}


def check(verb: Verb, role: Role, stage: Stage) -> Rule:
    """The rule of an act; refuses whom or when it is not for."""
    rule = ACTS[verb]
    if role not in rule.roles:
        raise NotAllowed("Only the mentor can do this.")
    if stage not in rule.stages:
        raise NotNow(_why(stage))
    return rule


def _why(stage: Stage) -> str:
    match stage:
        case Stage.PLANNED:
            return "The interview has not begun yet."
        case Stage.OVER:
            return "The interview is over."
        case Stage.CANCELLED:
            return "The interview was cancelled."
        case _:
            return "The interview has begun already."
