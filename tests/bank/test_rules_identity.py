"""How a question is known again, opened in a sentence, and found by its words."""

from __future__ import annotations

from dataclasses import dataclass

import pytest
from hypothesis import given
from hypothesis import strategies as st

from questions.bank.rules import identity, matching, terms


@dataclass(frozen=True)
class Asked:
    prompt: str
    answer: str = ""

    @property
    def fingerprint(self):
        return identity.fingerprint(self.prompt)


def asked(*prompts):
    return [Asked(prompt) for prompt in prompts]


@pytest.mark.parametrize(
    ("old", "new", "places"),
    [
        (asked("a?", "b?"), asked("b?", "a?"), (1, 0)),
        (asked("What is a lock?"), asked("what is a lock"), (0,)),
        (
            asked("How does a lock protect shared data?"),
            asked("How does a lock protect the shared data of threads?"),
            (0,),
        ),
        (asked("What is a lock?"), asked("Why do planes fly?"), (None,)),
        (
            [Asked("What is a lock?", "It lets one thread at a time into the section.")],
            [Asked("Name a guard.", "It lets one thread at a time into the section.")],
            (0,),
        ),
        ([Asked("What is a lock?", "Yes.")], [Asked("Do planes fly?", "Yes.")], (None,)),
        (asked("Which?", "Which?"), asked("Which?", "Which?", "Which?"), (0, 1, None)),
    ],
)
def test_a_question_is_known_by_prompt_then_answer_then_likeness(old, new, places):
    assert matching.pairs(old, new) == places


@given(
    st.lists(st.sampled_from("abcde").map(Asked), max_size=8),
    st.lists(st.sampled_from("abcde").map(Asked), max_size=8),
)
def test_no_old_question_is_two_new_ones(old, new):
    named = [place for place in matching.pairs(old, new) if place is not None]
    assert len(named) == len(set(named))
    assert all(0 <= place < len(old) for place in named)


def test_options_belong_to_what_a_choice_question_is():
    one = identity.fingerprint("Which is right?", ["six", "seven"])
    assert one == identity.fingerprint("Which is right", ["Seven.", "six"])
    assert one != identity.fingerprint("Which is right?", ["six", "eight"])
    assert one != identity.fingerprint("Which is right?")


@pytest.mark.parametrize(
    ("answer", "sentence"),
    [
        ("A lock lets one in. Others wait.", "A lock lets one in."),
        ("It waits;\nthen it goes on.", "It waits."),
        ("**Short:** it *waits*. More.", "Short: it waits."),
        ("```py\nx = 1\n```\nIt assigns. Nothing else.", "It assigns."),
        ("- first item\n- second item", "first item"),
        ("", ""),
        ("```py\nx\n```", ""),
    ],
)
def test_an_answer_opens_with_its_first_sentence_of_prose(answer, sentence):
    assert identity.opening(answer) == sentence


@given(st.text(max_size=300), st.integers(2, 40))
def test_a_shortened_text_is_short_and_on_one_line(text, most):
    short = identity.shortened(text, most)
    assert len(short) <= most
    assert short == " ".join(short.split())


@pytest.mark.parametrize(
    ("typed", "asked"),
    [
        ("Scaling", ("scal",)),
        ("queues & topics", ("queu", "topic")),
        ("series", ("ser",)),
        ("C++ c# .NET", ("cplusplu", "csharp", "net")),
        ("Éviter l'été", ("eviter", "l", "ete")),
        ("消息", ("消", "息")),
        ("+++", ()),
    ],
)
def test_a_search_asks_for_beginnings_of_words(typed, asked):
    assert terms.wanted(typed) == asked


@given(st.text(max_size=100))
def test_folding_twice_changes_nothing(text):
    assert terms.folded(terms.folded(text)) == terms.folded(text)
