"""Words that say the same, and opposites: what the marker knows of English besides endings."""

from __future__ import annotations

from collections import defaultdict
from collections.abc import Iterable, Iterator, Mapping
from dataclasses import dataclass
from functools import cache

from .lexemes import pieces
from .rarity import RARE, any_tells
from .stems import stem
from .words import FIELDS

# One group a line. Behind the bar stand the opposites. An underscore joins the words of a phrase.
GROUPS = """
increase raise grow boost higher rise | decrease reduce lower shrink cut minimise minimize
more | less fewer
large big huge | small tiny little
fast faster quick quicker rapid speed_up accelerate speedy | slow slower sluggish slow_down
latency delay lag response_time
begin start launch spin_up boot | end finish terminate stop halt kill
maximum max at_most up_to upper_limit no_more_than ceiling cap | minimum min at_least
limit quota restriction restrict
before prior_to ahead_of beforehand | after afterwards following
always every_time | never
synchronous sync | asynchronous async
public | private
state stateful
horizontal scale_out | vertical scale_up
internal inside within | external outside
inbound incoming ingress | outbound outgoing egress
allow permit let | deny forbid block refuse reject
enable turn_on switch_on | disable turn_off switch_off
required mandatory must needs_to has_to necessary | optional voluntary
mutable changeable | immutable unchangeable
temporary ephemeral transient short_lived | permanent durable persistent long_lived lasting
cheap cheaper inexpensive less_expensive cost_less | expensive costly more_expensive cost_more
old previous former | new latest newest
read | write
parent | child
producer publisher sender | consumer subscriber receiver
source origin | destination target
input | output
return come_back go_back is_back are_back be_back
extra additional further
success succeed | failure fail
ascending | descending
global | local
encode | decode
serialise serialize marshal | deserialise deserialize unmarshal
strong | weak
same identical equal | different distinct
first | last
known | unknown
safe secure | insecure dangerous risky
simple easy straightforward | complex complicated hard difficult
hot warm | cold
push | pull poll
upstream | downstream
acquire obtain | release
open | close shut
automatic auto by_itself by_themselves on_its_own on_their_own without_intervention | manual by_hand
shared common | separate own dedicated isolated
cost price pay bill charge fee money pricing billing
create make produce generate build add | delete remove erase drop discard take_away
store keep retain save persist hold
send deliver transmit pass forward
receive retrieve fetch
use utilise utilize employ leverage
reuse used_again use_again reused recycle
run execute execution runtime_duration
invoke invocation call trigger fire
duration length how_long run_time
function func method routine
change modify alter update edit
check verify validate validation confirm
error exception fault bug
retry try_again attempt_again retries another_attempt
idle inactive unused nothing_happening quiet sitting_around
inactivity idle_time idle_period
environment env sandbox
container micro_vm
configuration config configure setting settings
database db
authentication authenticate authn log_in login sign_in
authorization authorisation authorise authorize authz
application app
repository repo
dependency dependencies library libraries
package bundle archive
several multiple many numerous various
parallel simultaneous concurrent at_the_same_time at_once side_by_side
split divide partition shard
combine merge join unite
choose select pick
show display present
find locate discover detect
happen occur take_place
fix repair mend solve resolve
important crucial critical essential vital
whole entire full complete
part portion piece
problem issue trouble
improve better enhance
need require
help assist
order sequence ordering
replica copy duplicate
twice two_times double
machine server host node
user customer somebody someone person
client caller
team group
goal aim objective purpose
explain describe
reason cause why
result outcome consequence effect
monitor observe watch track
log logging
metric measurement measure
crash die go_down
traffic load requests
spread distribute
handle deal_with cope_with process
throughput capacity
feature capability
avoid prevent
own belong
region area
idempotent same_effect no_matter_how_often repeatable
memory ram
cpu processor
disk storage_device
compress zip squeeze
backup back_up
rollback roll_back revert undo
release rollout roll_out ship
test testing
secret credential password
key-value key_value
wait pause
schedule cron timer
expire time_out timeout
""".strip().splitlines()

Phrase = tuple[str, ...]
SAME = 1.0
LIKE = 0.9
NEAR = 0.5


@dataclass(frozen=True, slots=True)
class Sense:
    """A group that a phrase belongs to, the side of it, and how surely, 0 to 1."""

    group: str
    side: int
    strength: float
    tells: float = RARE
    """What one meets by meeting any word of the group."""


@dataclass(frozen=True)
class Lexicon:
    """Which phrase stands for which idea, with +1, or -1 for its opposite, and all its senses."""

    ideas: Mapping[Phrase, tuple[str, int]]
    senses: Mapping[Phrase, tuple[Sense, ...]]
    tells: Mapping[str, float]
    longest: int

    def idea(self, words: Phrase) -> tuple[str, int] | None:
        return self.ideas.get(words)

    def senses_of(self, words: Phrase) -> tuple[Sense, ...]:
        return self.senses.get(words, ())

    def tells_of(self, idea: str) -> float:
        """What one meets by meeting any phrase of an idea."""
        return self.tells.get(idea, RARE)

    def with_synonyms(self, synonyms: Mapping[str, Iterable[str]]) -> Lexicon:
        """This lexicon and more phrases, which come before what it knows of them."""
        if not synonyms:
            return self
        ideas, senses = dict(self.ideas), dict(self.senses)
        for name, phrases in synonyms.items():
            idea = self.ideas.get(_phrase(name), (" ".join(_phrase(name)), 1))
            for phrase in map(_phrase, (name, *phrases)):
                ideas[phrase] = idea
                senses[phrase] = (*senses.get(phrase, ()), Sense(*idea, SAME))
        return _lexicon(ideas, senses, self.tells)


def _phrase(text: str) -> Phrase:
    """The stems of a phrase, read as texts are read: "doesnt" is two words."""
    found = pieces(text.replace("-", " ").replace("_", " "))
    return tuple(stem(piece.word) for piece in found if piece.word)


def _lexicon(
    ideas: dict[Phrase, tuple[str, int]],
    senses: dict[Phrase, tuple[Sense, ...]],
    tells: Mapping[str, float],
) -> Lexicon:
    ideas.pop((), None)
    senses.pop((), None)
    return Lexicon(ideas, senses, tells, max(map(len, (*ideas, *senses)), default=1))


def _sides(group: str) -> Iterator[tuple[str, int]]:
    """The phrases of a group, each with its side."""
    for side, sign in zip(group.split("|"), (1, -1), strict=False):
        for word in side.split():
            yield word, sign


@cache
def english() -> Lexicon:
    """The general words above, and as senses also those of the field."""
    ideas: dict[Phrase, tuple[str, int]] = {}
    senses: dict[Phrase, list[Sense]] = defaultdict(list)
    told: dict[str, float] = {}
    for name, strength, group in _groups():
        sides = [(_phrase(word), sign) for word, sign in _sides(group)]
        told[name] = any_tells({words[0] for words, _ in sides if len(words) == 1})
        for words, sign in sides:
            senses[words].append(Sense(name, sign, strength, told[name]))
            if strength == SAME:
                ideas.setdefault(words, (name, sign))
    return _lexicon(ideas, {phrase: tuple(of) for phrase, of in senses.items()}, told)


def _groups() -> Iterator[tuple[str, float, str]]:
    """The name of every group, how surely its words stand for one another, and the words."""
    for group in GROUPS:
        yield f"={group.split()[0]}", SAME, group
    field = "".join(FIELDS).replace("\n  ", " ").replace(";", "\n")
    for order, group in enumerate(filter(None, map(str.strip, field.splitlines()))):
        yield f"~{order}", NEAR if group.startswith("~") else LIKE, group.lstrip("~")
