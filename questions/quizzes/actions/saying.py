"""What a learner says to an item, in the form in which it is stored."""

from __future__ import annotations

from collections.abc import Mapping, Sequence
from dataclasses import dataclass, field
from typing import Any

from questions.marks.rules import Verdict, mark
from questions.quizzes.models import Item
from questions.quizzes.rules import Certainty, ItemKind

from .refusals import WrongAnswer

LONGEST_ANSWER = 10_000
"""Letters that a typed answer may have."""


@dataclass(frozen=True)
class Said:
    """What a learner answers: options picked, steps in order, a text, or verdicts on the points."""

    picked: Sequence[str] = ()
    text: str = ""
    order: Sequence[str] = ()
    verdicts: Mapping[str, Verdict] = field(default_factory=dict)
    certainty: Certainty | None = None

    def as_json(self, item: Item) -> dict[str, Any]:
        """The answer as it is stored; refused where it does not fit the item."""
        said = self._by_kind(item)
        if self.certainty is not None and item.quiz.chosen.certainty:
            said["certainty"] = self.certainty.value
        return said

    def _by_kind(self, item: Item) -> dict[str, Any]:
        match item.form:
            case ItemKind.CHOICE | ItemKind.CLOZE:
                return {"picked": self._options(item)}
            case ItemKind.ORDER:
                return {"order": self._steps(item)}
            case ItemKind.SPOKEN:
                return {"verdicts": self._verdicts(item)}
        if self.picked or self.order or self.verdicts:
            raise WrongAnswer("This question wants a typed answer.")
        if len(self.text) > LONGEST_ANSWER:
            raise WrongAnswer(f"An answer may have {LONGEST_ANSWER:,} letters.")
        return {"text": self.text}

    def _options(self, item: Item) -> list[str]:
        offered = [option["id"] for option in item.options]
        if self.text or self.order or self.verdicts or not self.picked:
            raise WrongAnswer("Pick one of the options.")
        if not set(self.picked) <= set(offered):
            raise WrongAnswer("There is no such option.")
        if len(set(self.picked)) > 1 and not item.several:
            raise WrongAnswer("Only one of the options is right: pick one.")
        return [option for option in offered if option in self.picked]

    def _steps(self, item: Item) -> list[str]:
        if self.text or self.picked or self.verdicts:
            raise WrongAnswer("Put the steps in order.")
        if sorted(self.order) != sorted(item.right):
            raise WrongAnswer("Name every step once.")
        return list(self.order)

    def _verdicts(self, item: Item) -> dict[str, str]:
        points = [point["id"] for point in item.asked["points"]]
        if self.text or self.picked or self.order or set(self.verdicts) != set(points):
            raise WrongAnswer("Say of each key point whether you said it.")
        return {point: self.verdicts[point].value for point in points}


def marking_of(item: Item, said: Said) -> dict[str, Any]:
    """What counts of each key point: by the marker where it was typed, else by the learner."""
    match item.form:
        case ItemKind.TYPED:
            points = _marks(item, said.text)
        case ItemKind.SPOKEN:
            points = [
                {"id": point, "verdict": verdict.value, "share": verdict.share, "spans": []}
                for point, verdict in said.verdicts.items()
            ]
        case _:
            points = []
    return {"points": points, "corrected": {}}


def _marks(item: Item, text: str) -> list[dict[str, Any]]:
    points = item.asked["points"]
    marked = mark(text, [point["text"] for point in points], prompt=item.asked["prompt"])
    return [
        {
            "id": point["id"],
            "verdict": made.verdict.value,
            "share": round(made.share, 3),
            "spans": [list(span) for span in made.spans],
        }
        for point, made in zip(points, marked, strict=True)
    ]
