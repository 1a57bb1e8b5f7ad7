"""How the document describes what a device may tell, and what it is answered.

`rules.reading` reads it: these are never asked to.
"""

from __future__ import annotations

from typing import Any

from drf_spectacular.utils import PolymorphicProxySerializer, extend_schema_field
from rest_framework import serializers

from questions.flashcards.rules.uploads import Fate
from questions.marks.api import VerdictInput
from questions.sync.rules import MOST_EVENTS
from questions.sync.rules.reading import MOST_SECONDS, MOST_TICKS
from questions.web.api import Input, KeyedInput, StrictDateTime, StrictInteger, StrictUUID


class CardEventInput(KeyedInput):
    at = StrictDateTime(
        help_text="When it was done, by the device's clock. A time before the card was made, or "
        "more than a day ahead, is refused (`before_the_card`, `clock_ahead`)."
    )
    card = StrictUUID(
        required=False, help_text="The card; where it is left out, its question has to be named."
    )
    question = StrictUUID(
        required=False,
        help_text="The question that the card asks. Where there is no card yet, one is made that "
        "begins with its earliest event: so cards may be made offline, too.",
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


EVENTS: dict[str, Any] = {
    "review": ReviewEventInput,
    "undo": UndoEventInput,
    "suspend": SuspendEventInput,
    "resume": ResumeEventInput,
    "bury": BuryEventInput,
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
        "`before_the_card`, `clock_ahead`, `not_found`, `invalid`.",
    )
    detail = serializers.CharField(
        read_only=True, allow_null=True, help_text="The same for people; names a field."
    )


class EventResultsSerializer(serializers.Serializer[Any]):
    results = EventResultSerializer(
        many=True, read_only=True, help_text="What became of each event, in the order sent."
    )
