"""What a phone gets of interviews: the candidate's side is made of what was shown to them."""

from __future__ import annotations

from typing import Any

from rest_framework import serializers

from questions.interviews.models import (
    Event,
    Interview,
    Invitation,
    Pairing,
    ScriptItem,
    Template,
    Write,
)
from questions.interviews.rules import ASKING, BANDS, Role, Stage, Verb
from questions.web import addresses

from .inputs import VERDICTS

ROLES = [role.value for role in Role]
STAGES = [stage.value for stage in Stage]


class InterviewSerializer(serializers.ModelSerializer[Interview]):
    role = serializers.SerializerMethodField(help_text="What one is in it.")
    mentor = serializers.CharField(allow_null=True, help_text="Their name; null: alone.")
    candidate = serializers.CharField(allow_null=True, help_text="Their name; null: to come.")
    released = serializers.SerializerMethodField(help_text="Whether its report may be read.")
    version = serializers.SerializerMethodField(help_text="Where its room is for one's side.")

    class Meta:
        model = Interview
        fields = [
            "id",
            "kind",
            "role",
            "mentor",
            "candidate",
            "starts",
            "minutes",
            "call",
            "one_browser",
            "stage",
            "began",
            "ended",
            "cancelled",
            "released",
            "version",
            "pad_version",
            "language",
        ]
        read_only_fields = fields
        extra_kwargs = {
            "starts": {"help_text": "When; null: no time yet."},
            "call": {"help_text": "The meeting's link; empty: none."},
            "pad_version": {"help_text": "How many lines were written on the pad."},
            "language": {"help_text": "Of the code on the pad."},
        }

    def _role(self, interview: Interview) -> Role:
        role = interview.role_of(self.context["request"].user)
        return role or Role.CANDIDATE

    def get_role(self, interview: Interview) -> str:
        return self._role(interview).value

    def get_version(self, interview: Interview) -> int:
        told_all = self._role(interview) is not Role.CANDIDATE
        return interview.version if told_all else interview.shared_version

    def get_released(self, interview: Interview) -> bool:
        report = getattr(interview, "report", None)
        return bool(report and report.released)


class SeenHintSerializer(serializers.Serializer[Any]):
    asks_on = serializers.BooleanField(help_text="A follow-up question instead of a hint.")
    text = serializers.CharField(help_text="What was given.")


class SeenItemSerializer(serializers.Serializer[Any]):
    position = serializers.IntegerField(help_text="Its place in the interview.")
    title = serializers.CharField(help_text="The question in plain words.")
    prompt_html = serializers.CharField(help_text="Cleaned HTML.")
    spent = serializers.IntegerField(help_text="Seconds before it came up this time.")
    hints = SeenHintSerializer(many=True, help_text="What was given to it.")


class CandidateSideSerializer(serializers.Serializer[Any]):
    stage = serializers.ChoiceField(choices=STAGES, help_text="Where the interview is.")
    running = serializers.BooleanField(help_text="Whether the clock runs.")
    seconds = serializers.IntegerField(help_text="On the clock.")
    item_seconds = serializers.IntegerField(help_text="On the clock of the current question.")
    current = SeenItemSerializer(allow_null=True, help_text="The question that is up.")
    earlier = SeenItemSerializer(many=True, help_text="Other questions that were up.")


class ScriptPointSerializer(serializers.Serializer[Any]):
    id = serializers.UUIDField(help_text="What to send as `point`.")
    text = serializers.CharField(help_text="What should be said.")
    core = serializers.BooleanField(help_text="Without it the answer fails.")
    asked_again = serializers.BooleanField(help_text="It was missed in an earlier mock.")
    verdict = serializers.ChoiceField(choices=[*VERDICTS, ""], help_text="Empty: not ticked.")


class ScriptHintSerializer(serializers.Serializer[Any]):
    id = serializers.UUIDField(help_text="What to send as `hint`.")
    asks_on = serializers.BooleanField(help_text="A follow-up question instead of a hint.")
    text = serializers.CharField(help_text="What can be given.")
    released = serializers.DateTimeField(allow_null=True, help_text="Since when it is given.")


class SourcedAnswerSerializer(serializers.Serializer[Any]):
    html = serializers.CharField(help_text="Cleaned HTML.")
    title = serializers.CharField(help_text="The document.")
    preferred = serializers.BooleanField(help_text="Whether the points are from it.")


class ScriptItemSerializer(serializers.ModelSerializer[ScriptItem]):
    stage = serializers.ChoiceField(
        choices=[s.value for s in ASKING], help_text="When it is asked."
    )
    own = serializers.BooleanField(help_text="Whether the mentor wrote it.")
    difficulty = serializers.CharField(help_text="How hard it is; empty for one's own.")
    topics = serializers.ListField(child=serializers.CharField(), help_text="Names.")
    answers = SourcedAnswerSerializer(many=True, help_text="By source.")
    points = ScriptPointSerializer(many=True, help_text="To tick, core ones first.")
    hints = ScriptHintSerializer(many=True, help_text="To give, follow-ups last.")

    class Meta:
        model = ScriptItem
        fields = [
            "id",
            "position",
            "stage",
            "own",
            "title",
            "prompt_html",
            "difficulty",
            "topics",
            "answers",
            "points",
            "hints",
            "shown",
            "revealed",
            "spent",
        ]
        read_only_fields = fields


class ScoredSerializer(serializers.Serializer[Any]):
    dimension = serializers.CharField(source="dimension.key", help_text="What to send.")
    name = serializers.CharField(source="dimension.name", help_text="What it is called.")
    examples = serializers.ListField(
        child=serializers.CharField(), source="dimension.examples", help_text="Of bands 1 to 4."
    )
    band = serializers.IntegerField(allow_null=True, help_text=f"1 to 4: {', '.join(BANDS)}.")
    words = serializers.CharField(help_text="Why.")


class LeadingSerializer(serializers.Serializer[Any]):
    items = ScriptItemSerializer(many=True, help_text="The script; alone what was shown.")
    scored = ScoredSerializer(many=True, help_text="The rubric with what was given.")
    note = serializers.CharField(help_text="The private note on the current question.")
    whole_note = serializers.CharField(help_text="The private note on the whole.")


class RoomSerializer(serializers.Serializer[Any]):
    version = serializers.IntegerField(help_text="What to send as `seen`.")
    pad_version = serializers.IntegerField(help_text="Beyond yours: ask for the pad.")
    role = serializers.ChoiceField(choices=ROLES, help_text="What one is in it.")
    seen = CandidateSideSerializer(help_text="What the candidate sees.")
    leading = LeadingSerializer(allow_null=True, help_text="Null for the candidate.")


class RoomEventSerializer(serializers.Serializer[Any]):
    seq = serializers.IntegerField(help_text="Without gaps, as one's side counts.")
    verb = serializers.ChoiceField(choices=[v.value for v in Verb], help_text="What was done.")
    role = serializers.ChoiceField(choices=ROLES, help_text="By whom.")
    at = serializers.DateTimeField(help_text="When.")


def event_of(event: Event, role: Role) -> dict[str, Any]:
    """An event as one side counts it."""
    seq = event.shared_seq if role is Role.CANDIDATE else event.seq
    return {"seq": seq, "verb": event.verb, "role": event.role, "at": event.at}


class WriteSerializer(serializers.ModelSerializer[Write]):
    role = serializers.ChoiceField(choices=ROLES, help_text="Who wrote it.")

    class Meta:
        model = Write
        fields = ["seq", "line", "rank", "text", "removed", "role", "at"]
        read_only_fields = fields


class PadSerializer(serializers.Serializer[Any]):
    at = serializers.IntegerField(help_text="What to send as `since`.")
    lines = WriteSerializer(many=True, help_text="Lines that changed since, as they are now.")


class AskedPointSerializer(serializers.Serializer[Any]):
    text = serializers.CharField(help_text="What should be said.")
    core = serializers.BooleanField(help_text="Without it the answer fails.")
    asked_again = serializers.BooleanField(help_text="It was missed in an earlier mock.")
    verdict = serializers.ChoiceField(choices=[*VERDICTS, ""], help_text="Empty: not ticked.")


class AskedSerializer(serializers.Serializer[Any]):
    title = serializers.CharField(help_text="The question in plain words.")
    percent = serializers.IntegerField(allow_null=True, help_text="Of its points said.")
    spent = serializers.IntegerField(help_text="Seconds.")
    points = AskedPointSerializer(many=True, help_text="And what became of them.")


class InterviewReportSerializer(serializers.Serializer[Any]):
    words = serializers.CharField(help_text="The mentor's.")
    practise = serializers.CharField(help_text="What to practise.")
    released = serializers.DateTimeField(allow_null=True, help_text="Since when it may be read.")
    own_view = serializers.CharField(help_text="The candidate's.")
    own_scores = serializers.DictField(child=serializers.IntegerField(), help_text="Theirs.")
    percent = serializers.IntegerField(allow_null=True, help_text="Of all points said.")
    missed = serializers.ListField(child=serializers.CharField(), help_text="Core points.")
    asked = AskedSerializer(many=True, help_text="Question by question.")
    scored = ScoredSerializer(many=True, help_text="By dimension.")


class CalendarSerializer(serializers.Serializer[Any]):
    file = serializers.CharField(help_text="The calendar file (iCalendar).")


class LinkSerializer(serializers.ModelSerializer[Invitation]):
    interview = serializers.UUIDField(
        source="interview_id", allow_null=True, help_text="The mock that it is for."
    )
    link = serializers.SerializerMethodField(help_text="To send to one person.")

    class Meta:
        model = Invitation
        fields = ["id", "email", "interview", "made", "link"]
        read_only_fields = fields

    def get_link(self, invitation: Invitation) -> str:
        request = self.context["request"]
        return addresses.absolute(request, f"/interviews/join/{invitation.token}/")


class RedeemedSerializer(serializers.Serializer[Any]):
    interview = serializers.UUIDField(allow_null=True, help_text="The mock that it was for.")


class PairingSerializer(serializers.ModelSerializer[Pairing]):
    mentor = serializers.CharField(help_text="Their name.")
    candidate = serializers.CharField(help_text="Their name.")

    class Meta:
        model = Pairing
        fields = ["id", "mentor", "candidate", "shares_weak", "accepted"]
        read_only_fields = fields


class MissedSerializer(serializers.Serializer[Any]):
    text = serializers.CharField(help_text="The core point.")
    title = serializers.CharField(help_text="The question it belongs to.")
    became = serializers.ChoiceField(
        choices=["open", "fixed", "missed again"], help_text="What became of it."
    )


class TopicTrendSerializer(serializers.Serializer[Any]):
    topic = serializers.CharField(help_text="Its name.")
    shares = serializers.ListField(
        child=serializers.IntegerField(allow_null=True), help_text="Per cent said, mock by mock."
    )


class PastSerializer(serializers.Serializer[Any]):
    mocks = serializers.ListField(child=serializers.UUIDField(), help_text="The oldest first.")
    percents = serializers.ListField(
        child=serializers.IntegerField(allow_null=True), help_text="Of the points said."
    )
    topics = TopicTrendSerializer(many=True, help_text="By topic.")
    missed = MissedSerializer(many=True, help_text="Core points, the newest first.")


class TemplateSerializer(serializers.ModelSerializer[Template]):
    class Meta:
        model = Template
        fields = ["id", "name", "made"]
        read_only_fields = fields
