"""How the document describes what a device may tell, and what it is answered.

`rules.reading` reads it: these are never asked to.
"""

from __future__ import annotations

from typing import Any

from drf_spectacular.utils import PolymorphicProxySerializer, extend_schema_field
from rest_framework import serializers

from questions.accounts.rules import zones
from questions.flashcards.api.inputs import CardSettingsInput
from questions.flashcards.rules import LONGEST_NOTE, Flag
from questions.flashcards.rules.uploads import Fate
from questions.marks.api import VerdictInput
from questions.sync.rules import MOST_EVENTS
from questions.sync.rules.reading import LONGEST_ANSWER, MOST_ITEMS, MOST_SECONDS, MOST_TICKS
from questions.web.api import (
    Input,
    KeyedInput,
    StrictChar,
    StrictDateTime,
    StrictInteger,
    StrictUUID,
)


class EventInput(KeyedInput):
    at = StrictDateTime(
        help_text="When it was done, by the device's clock. A time before the card was made, or "
        "more than a day ahead, is refused (`before_the_card`, `clock_ahead`)."
    )


class CardEventInput(EventInput):
    card = StrictUUID(
        required=False, help_text="The card; where it is left out, its question has to be named."
    )
    question = StrictUUID(
        required=False,
        help_text="The question that the card asks. Where there is no card yet, one is made that "
        "begins with its earliest event: so cards may be made offline, too.",
    )
    zone = serializers.ChoiceField(
        choices=zones(),
        required=False,
        help_text="The person's time zone then, by which the day is reckoned; today's if left out.",
    )
    day_start = StrictInteger(
        required=False, min_value=0, max_value=23, help_text="The hour their day began at then."
    )


class ReviewEventInput(CardEventInput):
    """An answer, and how well it was known."""

    kind = serializers.ChoiceField(choices=["review"], help_text="A review.")
    grade = StrictInteger(
        min_value=1, max_value=4, help_text="1 again, 2 hard, 3 good, 4 easy. Hard is a pass."
    )
    seconds = StrictInteger(
        required=False, min_value=0, max_value=MOST_SECONDS, help_text="How long it took."
    )
    ticks = serializers.ListField(
        child=VerdictInput(),
        required=False,
        max_length=MOST_TICKS,
        help_text="What was said of the key points; of two for a point the last one counts.",
    )


class UndoEventInput(CardEventInput):
    """Leaves an event out of its card's log, whichever of the two arrives first."""

    kind = serializers.ChoiceField(choices=["undo"], help_text="An undo.")
    undoes = StrictUUID(help_text="The key of the event to leave out.")


class SuspendEventInput(CardEventInput):
    """Keeps the card from being asked until it is resumed."""

    kind = serializers.ChoiceField(choices=["suspend"], help_text="Put away.")


class ResumeEventInput(CardEventInput):
    """Lets the card be asked again."""

    kind = serializers.ChoiceField(choices=["resume"], help_text="Taken out again.")


class BuryEventInput(CardEventInput):
    """Puts the card away until the learner's next day."""

    kind = serializers.ChoiceField(choices=["bury"], help_text="Not today any more.")


class AddEventInput(EventInput):
    """Makes a card of a question; one that is there stays."""

    kind = serializers.ChoiceField(choices=["add"], help_text="A new card.")
    question = StrictUUID(help_text="The question that the card asks.")


class FlagEventInput(EventInput):
    """Says what the learner means to do about a card; the latest word of all devices counts."""

    kind = serializers.ChoiceField(choices=["flag"], help_text="A flag.")
    card = StrictUUID(help_text="The card.")
    flag = serializers.ChoiceField(
        choices=[(flag.value, flag.words) for flag in Flag], help_text="Empty for no flag."
    )


class NoteEventInput(EventInput):
    """The learner's own words on a card; the latest of all devices count."""

    kind = serializers.ChoiceField(choices=["note"], help_text="A note.")
    card = StrictUUID(help_text="The card.")
    note = StrictChar(
        allow_blank=True, max_length=LONGEST_NOTE, help_text="The words; empty for no note."
    )


class SettingsEventInput(EventInput, CardSettingsInput):
    """Changes settings one by one; of each the latest word of all devices counts."""

    kind = serializers.ChoiceField(choices=["settings"], help_text="Settings.")
    time_zone = serializers.ChoiceField(
        required=False, choices=zones(), help_text="A name of the tz database: Europe/Berlin."
    )
    day_start = StrictInteger(
        required=False, min_value=0, max_value=23, help_text="The hour at which a day begins."
    )


class TickEventInput(EventInput):
    """Ticks key points without a card: what was said aloud in a rehearsal."""

    kind = serializers.ChoiceField(choices=["tick"], help_text="Ticks.")
    where = serializers.ChoiceField(choices=["card", "rehearsal"], help_text="The occasion.")
    ticks = serializers.ListField(
        child=VerdictInput(), max_length=MOST_TICKS, help_text="A verdict for each key point."
    )


class AnswerEventInput(EventInput):
    """Answers an item of a quiz. Its clock is the server's: it counts when it arrives.

    Where an answer stays, the first that arrives does; another one is refused by name.
    """

    kind = serializers.ChoiceField(choices=["answer"], help_text="An answer to a quiz.")
    quiz = StrictUUID(help_text="The quiz.")
    position = StrictInteger(min_value=1, max_value=MOST_ITEMS, help_text="Which item, from 1.")
    picked = serializers.ListField(
        child=StrictChar(max_length=2, allow_blank=True),
        required=False,
        max_length=26,
        help_text="For a choice: ids of options.",
    )
    order = serializers.ListField(
        child=StrictChar(max_length=2, allow_blank=True),
        required=False,
        max_length=26,
        help_text="For steps: all their ids, first step first.",
    )
    text = StrictChar(
        required=False, allow_blank=True, max_length=LONGEST_ANSWER, help_text="A typed answer."
    )
    certainty = StrictInteger(
        required=False, min_value=1, max_value=3, help_text="1 a guess, 2 two in three, 3 sure."
    )


EVENTS: dict[str, Any] = {
    "review": ReviewEventInput,
    "undo": UndoEventInput,
    "suspend": SuspendEventInput,
    "resume": ResumeEventInput,
    "bury": BuryEventInput,
    "add": AddEventInput,
    "flag": FlagEventInput,
    "note": NoteEventInput,
    "settings": SettingsEventInput,
    "tick": TickEventInput,
    "answer": AnswerEventInput,
}


@extend_schema_field(
    PolymorphicProxySerializer(
        component_name="SyncEvent", serializers=EVENTS, resource_type_field_name="kind"
    )
)
class EventField(serializers.JSONField):
    """An event as it came; `rules.read` reads it."""

    def run_validation(self, data: Any = None) -> Any:
        return data


class EventsInput(Input):
    events = serializers.ListField(
        child=EventField(),
        min_length=1,
        max_length=MOST_EVENTS,
        help_text="In any order; what cannot be read is refused for itself alone.",
    )


class EventResultSerializer(serializers.Serializer[Any]):
    key = serializers.UUIDField(
        read_only=True, allow_null=True, help_text="The event's key; null where it had none."
    )
    status = serializers.ChoiceField(
        choices=[fate.value for fate in Fate],
        read_only=True,
        help_text="`accepted`: it is kept now. `known`: it was kept before, and nothing changed. "
        "`refused`: it is not kept; sending it again as it is changes nothing.",
    )
    card = serializers.UUIDField(
        read_only=True, allow_null=True, help_text="The card that it happened to."
    )
    code = serializers.CharField(
        read_only=True,
        allow_null=True,
        help_text="Why it was refused: `key_reused` (another body came under this key before), "
        "`before_the_card`, `clock_ahead`, `not_found`, `invalid`, and for a quiz what its own "
        "call answers: `already_answered`, `too_late`, `finished` and others.",
    )
    detail = serializers.CharField(
        read_only=True, allow_null=True, help_text="The same for people; names a field."
    )


class EventResultsSerializer(serializers.Serializer[Any]):
    results = EventResultSerializer(
        many=True, read_only=True, help_text="What became of each event, in the order sent."
    )
