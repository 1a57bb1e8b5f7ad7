"""Made-up documents in many styles, each with the questions that a reader should find in it."""

from __future__ import annotations

import textwrap
from collections.abc import Callable
from dataclasses import dataclass

from hypothesis import strategies as st

SUBJECTS = [
    "a mutex", "the page cache", "a bloom filter", "consistent hashing", "a write-ahead log",
    "a foreign key", "the event loop", "a closure", "tail latency", "an index scan",
    "a canary release", "two-phase commit", "a heap", "back pressure", "a vector clock",
]  # fmt: skip
OPENINGS = [
    "What is {}?", "Why does {} matter?", "How would you explain {} to a colleague?",
    "When should you avoid {}?", "Explain {}.", "Describe what {} costs",
    "Which problems does {} solve?", "What can go wrong with {}?",
]  # fmt: skip
SENTENCES = [
    "It keeps two writers from changing the same thing at once.",
    "The cost shows up under load, not in a test with one user.",
    "Measure before and after, then decide.",
    "Most systems need it only in one hot place.",
    "It trades memory for time.",
    "A simple lock is often enough.",
]
STEPS = ["1. Look at the numbers.\n2. Change one thing.\n3. Look again.", "- fast\n- small\n- safe"]


@dataclass(frozen=True)
class Pair:
    """A prompt and what answers it."""

    prompt: str
    answer: str

    @property
    def line(self) -> str:
        return " ".join(self.answer.split())


@st.composite
def pairs(draw: st.DrawFn) -> list[Pair]:
    """Six to twelve different questions with answers of one or two paragraphs, some with steps."""
    subjects = draw(st.lists(st.sampled_from(SUBJECTS), min_size=6, max_size=12, unique=True))
    made = []
    for subject in subjects:
        prompt = draw(st.sampled_from(OPENINGS)).format(subject)
        blocks = draw(st.lists(st.sampled_from(SENTENCES), min_size=1, max_size=2, unique=True))
        if draw(st.booleans()):
            blocks.append(draw(st.sampled_from(STEPS)))
        made.append(Pair(prompt, "\n\n".join(blocks)))
    return made


Style = Callable[[int, Pair], str]

ROMAN = ["-", "I", "II", "III", "IV", "V", "VI", "VII", "VIII", "IX", "X", "XI", "XII"]

STYLES: dict[str, Style] = {
    "headings": lambda n, p: f"## {p.prompt}\n\n{p.answer}\n\n",
    "numbered headings": lambda n, p: f"### {n}. {p.prompt}\n\n**Answer:**\n{p.answer}\n\n",
    "headings and rules": lambda n, p: f"#### **{n}. {p.prompt}**\n{p.answer}\n\n---\n\n",
    "underlined": lambda n, p: f"{p.prompt}\n{'-' * len(p.prompt)}\n\n{p.answer}\n\n",
    "equal signs": lambda n, p: f"== {p.prompt}\n\n{p.answer}\n\n",
    "bold": lambda n, p: f"**{p.prompt}**\n\n{p.answer}\n\n",
    "bold with number": lambda n, p: f"**{n}. {p.prompt}**\n{p.answer}\n\n",
    "bold labels": lambda n, p: f"**Question {n}:** {p.prompt}\n\n**Answer:** {p.answer}\n\n",
    "short labels": lambda n, p: f"Q: {p.prompt}\nA: {p.line}\n",
    "numbered labels": lambda n, p: f"Q{n}. {p.prompt}\nAns. {p.line}\n\n",
    "one line": lambda n, p: f"Q: {p.prompt} A: {p.line}\n",
    "label alone": lambda n, p: f"### Question {n}\n\n{p.prompt}\n\n**Answer**\n\n{p.answer}\n\n",
    "numbers": lambda n, p: f"{n}. {p.prompt}\n\n{textwrap.indent(p.answer, '   ')}\n\n",
    "brackets": lambda n, p: f"{n}) {p.prompt}\n{p.line}\n\n",
    "scenarios": lambda n, p: f"{n}. **Scenario:** {p.prompt}\n   Expected answer: {p.line}\n\n",
    "chapters": lambda n, p: f"4.{n} {p.prompt}\n\n{p.line}\n\n",
    "details": lambda n, p: (
        f"<details>\n<summary><b>{p.prompt}</b></summary>\n\n{p.answer}\n\n</details>\n\n"
    ),
    "dialogue": lambda n, p: f"Interviewer: {p.prompt}\nCandidate: {p.line}\n\n",
    "table": lambda n, p: f"| {n} | {p.prompt} | {p.line} |\n",
    "after rules": lambda n, p: f"--------\n{p.prompt}\n{p.answer}\n\n",
    "bold and on": lambda n, p: f"{n}. **{p.prompt}** {p.line}\n",
    "capitals": lambda n, p: f"QUESTION {n}\n{p.prompt}\n\nANSWER\n{p.line}\n\n",
    "escaped": lambda n, p: f"{n}\\. {p.prompt}\n\n{p.line}\n\n",
    "always one": lambda n, p: f"1. {p.prompt}\n\n   {p.line}\n\n",
    "markup": lambda n, p: f"<h3>{p.prompt}</h3>\n<p>{p.line}</p>\n\n",
    "linked headings": lambda n, p: f"### [{p.prompt}](#q{n})\n\n{p.answer}\n\n",
    "sign before": lambda n, p: f"#### ❓ {p.prompt}\n\n{p.answer}\n\n",
    "bold over two lines": lambda n, p: (
        f"**{n}. {p.prompt.replace(' ', chr(10), 1)}**\n\n{p.answer}\n\n"
    ),
    "answers as headings": lambda n, p: f"## Q{n}. {p.prompt}\n\n### Answer\n\n{p.answer}\n\n",
    "one under each topic": lambda n, p: f"## Part {n}\n\n**Q: {p.prompt}**\n\nA: {p.answer}\n\n",
    "level beside the number": lambda n, p: (
        f"Question {n} (hard)\n{p.prompt}\n\nAnswer\n{p.line}\n\n"
    ),
    "words before the label": lambda n, p: (
        f"NEW QUESTION {n}\n- (Topic 1)\n{p.prompt}\n\nAnswer: {p.line}\n\n"
    ),
    "question of so many": lambda n, p: f"Question {n} of 40:\n{p.prompt}\nAnswer: {p.line}\n\n",
    "mark above what is asked": lambda n, p: (
        f"## Q{n}\n\n{p.prompt}\n\n**Answer:**\n\n{p.answer}\n\n"
    ),
    "numbers of parts": lambda n, p: f"2.{n}:\t{p.prompt}\n\nA:\t{p.line}\n\n",
    "letters and a gap": lambda n, p: f"Q  {p.prompt}\nA  {p.line}\n\n",
    "subjects": lambda n, p: f"Subject: {n}. {p.prompt}\n\n{p.line}\n\n{'-' * 30}\n\n",
    "keycaps": lambda n, p: f"### {n}\ufe0f\u20e3 {p.prompt}\n\n✅ **Answer:**\n{p.answer}\n\n",
    "stars": lambda n, p: f"** {p.prompt}\n{p.line}\n",
    "between equal signs": lambda n, p: f"=== {p.prompt} ===\n{p.line}\n\n",
    "folding boxes": lambda n, p: (
        f'??? question "{p.prompt}"\n{textwrap.indent(p.answer, "    ")}\n\n'
    ),
    "sign between the sides": lambda n, p: f"{p.prompt}\n?\n{p.line}\n\n",
    "details with breaks": lambda n, p: (
        f"<details>\n<summary>{p.prompt}</summary><br><b>\n\n{p.answer}\n</b></details>\n\n"
    ),
    "number sign": lambda n, p: f"#{n} {p.prompt}\n{p.line}\n\n",
    "number alone": lambda n, p: f"{n} {p.prompt.rstrip('.?')}?\n{p.line}\n\n",
    "number in brackets": lambda n, p: f"[{n}] {p.prompt}\n\n{p.line}\n\n",
    "Roman numbers": lambda n, p: f"{ROMAN[n]}. {p.prompt}\n{p.line}\n\n",
    "number sign and colon": lambda n, p: f"Question #: {n}\n{p.prompt}\nAnswer: {p.line}\n",
    "labels in brackets": lambda n, p: f"[Q{n}] {p.prompt}\n[Answer] {p.line}\n\n",
    "details with headings": lambda n, p: (
        f"<details open>\n<summary><h3>{p.prompt}</h3></summary>\n\n{p.answer}\n\n</details>\n\n"
    ),
    "chat": lambda n, p: f"You: {p.prompt[0].lower()}{p.prompt[1:]}\nBot: {p.line}\n\n",
    "nested bullets": lambda n, p: f"- **{p.prompt}**\n  {p.line}\n",
}
OPENERS = {"table": "| No. | Question | Answer |\n|---|---|---|\n"}


def rendered(style: str, made: list[Pair]) -> str:
    """A document that asks these questions in that style."""
    body = "".join(STYLES[style](n, pair) for n, pair in enumerate(made, 1))
    return OPENERS.get(style, "") + body
