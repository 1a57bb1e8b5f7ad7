"""Nothing but knowledge tells which option is right: no word of the prompt, no bent verb."""

from __future__ import annotations

import random
from uuid import uuid4

import pytest
from hypothesis import given
from hypothesis import strategies as st

from questions.quizzes.rules import Told, clues, gap_of_amount, make_choice, prompts
from tests.quizzes.facts import FACTS

TOPIC = uuid4()
SAYINGS = st.text(st.sampled_from("abeilnrst ABES-"), max_size=40)


@pytest.mark.parametrize(
    ("one", "other"),
    [
        ("sort", "sorting"),
        ("state", "stateless"),
        ("encrypt", "encryption"),
        ("ref", "reference"),
        ("logs", "log"),
        ("caches", "caching"),
        ("delegation", "delegating"),
        ("id", "identifier"),
        ("selector", "reselect"),
    ],
)
def test_words_of_one_family_are_akin(one, other):
    assert clues.akin(one, other)
    assert clues.akin(other, one)


@pytest.mark.parametrize(
    ("one", "other"), [("context", "content"), ("api", "apex"), ("key", "kettle"), ("id", "idle")]
)
def test_words_that_only_begin_alike_are_not(one, other):
    assert not clues.akin(one, other)


def test_a_name_in_code_says_the_words_inside_of_it():
    assert clues.words("useDeferredValue") == {"deferred", "value"}


@given(SAYINGS, SAYINGS)
def test_being_akin_goes_both_ways(one, other):
    assert clues.akin(one, one)
    assert clues.akin(one, other) == clues.akin(other, one)


def test_what_a_word_of_the_prompt_is_short_for_gives_the_option_away():
    wrong = ["a lamp of brass", "light on the mast"]
    assert clues.gives_away("brass that rings by touch", wrong, "What is an RBT?")
    assert clues.gives_away("an outlook over SandBanks", wrong, "What is the OSB?")
    assert not clues.gives_away("a bell that rings", wrong, "What is an RBT?")


def test_a_word_that_the_prompt_has_whole_is_not_hidden_by_a_part_of_it():
    right, wrong = "a BellBuoy off the coast", ["buoys of brass"]
    assert clues.gives_away(right, wrong, "What is a BellBuoy?")
    assert not clues.gives_away(right, [*wrong, "no BellBuoy at all"], "What is a BellBuoy?")


def test_what_alone_says_what_something_is_gives_itself_away():
    right, doing = "… is a lamp on a mast.", "… burns oil by the hour."
    assert clues.gives_away(right, [doing, doing], "What is a beacon?")
    assert not clues.gives_away(right, [doing, "… is a bell of brass."], "What is a beacon?")
    assert not clues.gives_away(doing, ["… is a bell of brass."], "What is a beacon?")


@given(SAYINGS, st.lists(SAYINGS, max_size=4), SAYINGS, SAYINGS)
def test_another_wrong_option_gives_no_more_away(right, wrong, more, prompt):
    assert not clues.gives_away(right, [*wrong, right], prompt)
    if not clues.gives_away(right, wrong, prompt):
        assert not clues.gives_away(right, [*wrong, more], prompt)


@given(SAYINGS, SAYINGS, SAYINGS)
def test_a_description_with_its_label_inside_tells_itself(label, before, behind):
    if clues.words(label):
        assert clues.tells_itself(label, f"{before} {label} {behind}")


@pytest.mark.parametrize(
    ("label", "said"),
    [("Dead Letter Queue", "catches, as DLQs do"), ("RPO", "recovery point objective, in hours")],
)
def test_what_is_short_for_a_label_tells_it(label, said):
    assert clues.tells_itself(label, said)


@pytest.mark.parametrize(
    ("predicate", "bent"),
    [
        ("is a lamp", "one"),
        ("carries light", "one"),
        ("are lamps", "many"),
        ("always carry light", "many"),
        ("may carry light", ""),
        ("is to carry light", "aim"),
        ("does not carry light", "denied"),
        ("cannot carry light", "denied"),
    ],
)
def test_a_verb_tells_one_from_many(predicate, bent):
    assert clues.bent(predicate) == bent


@pytest.mark.parametrize(
    ("prompt", "subject", "asked"),
    [
        ("What is a brass lantern, and why carry one?", "A lantern ", True),
        ("What is the purpose of a lantern?", "The lantern ", True),
        ("How does a lantern work?", "A lantern ", True),
        ("Can you explain what lanterns are?", "A lantern ", True),
        ("What are lanterns and lamps?", "A lantern ", False),
        ("What is the benefit of a lantern?", "A lantern ", False),
        ("What is the oil that a lantern burns?", "A lantern ", False),
        ("Why is a lantern made of brass?", "A lantern ", False),
        ("How do you light a lantern?", "A lantern ", False),
    ],
)
def test_a_prompt_asks_what_one_thing_is(prompt, subject, asked):
    assert prompts.asks_what(prompt, subject) is asked


def bank(facts):
    return [
        Told(uuid4(), prompt, said, (said,), (said,), frozenset({TOPIC})) for prompt, said in facts
    ]


MANY = [
    ("What are tongs?", "Tongs are held by smiths who fear the heat of iron."),
    ("What are oars?", "Oars are pulled by rowers against the grey water."),
    ("How do you trim a wick?", "Cut the burnt end off with sharp scissors every evening."),
    ("What is a cradle?", "A cradle is not made for anybody older than a year."),
]


@given(st.permutations([*FACTS, *MANY]), st.integers(4, 12), st.integers())
def test_all_options_of_an_item_are_built_alike_and_none_echoes_alone(facts, count, seed):
    asked, *others = bank(facts[:count])
    options = make_choice(asked, others, random.Random(seed)) or []
    assert len({clues.bent(option.text.removeprefix("… ")) for option in options}) <= 1
    right = [option.text for option in options if option.correct]
    wrong = [option.text for option in options if not option.correct]
    assert not any(clues.gives_away(one, wrong, asked.prompt) for one in right)


def test_what_is_said_of_the_thing_itself_is_no_wrong_option():
    asked, *others = bank(FACTS)
    [same] = bank([("What colour is a lantern?", "A lantern glows in a warm and reddish yellow.")])
    for seed in range(40):
        options = make_choice(asked, [same, *others], random.Random(seed)) or []
        assert same.id not in {option.source for option in options}


@given(
    st.integers(1, 2000),
    st.sampled_from(["minutes", "days", "MB", "%", "lamps", "ms"]),
    st.integers(),
)
def test_amounts_rise_and_agree_with_their_unit(value, unit, seed):
    said = f"A lamp with a full tank may hold at most {value} {unit} in one go."
    asked = Told(uuid4(), "How much may a lamp hold?", said, (), (said,))
    made = gap_of_amount(asked, random.Random(seed))
    if made is None:
        return
    values = [int(option.text.replace(",", "")) for option in made[1]]
    assert values == sorted(set(values))
    assert [int(one.text.replace(",", "")) for one in made[1] if one.correct] == [value]
    assert len(unit) <= 2 or min(values) > 1
    assert unit != "%" or max(values) <= 100
