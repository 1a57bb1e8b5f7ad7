"""Which of two statements is right, and why."""

from __future__ import annotations

from django import forms

from questions.bank.rules.decisions import Right

LABELS = {
    Right.ONE: "The first",
    Right.OTHER: "The second",
    Right.BOTH: "Both: they speak of two cases",
    Right.NEITHER: "Neither",
}
LONGEST_REASON = 1000


class SettleForm(forms.Form):
    """The decision about a disagreement; nobody believes one without a reason."""

    right = forms.ChoiceField(
        label="Which is right?",
        choices=[(right.value, label) for right, label in LABELS.items()],
        widget=forms.RadioSelect,
    )
    reason = forms.CharField(
        label="Why?",
        max_length=LONGEST_REASON,
        widget=forms.Textarea(attrs={"rows": 2}),
        help_text="Shown beside the statement that is struck through: a source, a measurement.",
    )
