from __future__ import annotations

import random
from collections import Counter
from uuid import UUID, uuid4

import pytest
from hypothesis import given
from hypothesis import strategies as st

from questions.errors import Malformed
from questions.marks.rules import Verdict
from questions.quizzes import rules
from questions.quizzes.rules import Candidate, ItemKind, Settings, Told
from tests.quizzes.facts import FACTS

HIT, PARTLY, MISSED = Verdict


def rng(seed=1):
    return random.Random(seed)


def candidates(*topics_and_levels):
    return [Candidate(uuid4(), frozenset(topics), level) for topics, level in topics_and_levels]


def test_drawing_spreads_over_topics_and_difficulty():
    one, other = uuid4(), uuid4()
    many = candidates(*[([one], "easy")] * 40, *[([other], "easy")] * 5, *[([other], "hard")] * 5)
    drawn = rules.draw(many, 10, rng())
    assert len({candidate.id for candidate in drawn}) == 10
    assert Counter(*[[next(iter(c.topics)) for c in drawn]]) == {one: 5, other: 5}
    assert Counter(c.difficulty for c in drawn if c.topics == {other})["hard"] >= 3


@given(st.integers(0, 30), st.integers(0, 30), st.integers())
def test_drawing_gives_as_many_as_there_are_each_once(there, wanted, seed):
    topic = uuid4()
    many = candidates(*[([topic], "easy")] * there)
    drawn = rules.draw(many, wanted, random.Random(seed))
    assert len(drawn) == len(set(drawn)) == min(there, wanted)


def test_the_same_chance_draws_the_same():
    many = candidates(*[([uuid4()], "easy")] * 30)
    assert rules.draw(many, 7, rng(5)) == rules.draw(many, 7, rng(5))


@pytest.mark.parametrize("length", [0, 101])
def test_a_quiz_has_one_to_a_hundred_questions(length):
    with pytest.raises(Malformed):
        Settings(length=length)


def test_settings_are_stored_and_read_back():
    chosen = Settings(("storage",), ("hard",), 5, (ItemKind.TYPED,), (uuid4(),))
    assert Settings.from_json(chosen.as_json()) == chosen


@pytest.mark.parametrize(
    ("picked", "right", "score"),
    [
        ("a", "a", 1),
        ("b", "a", 0),
        ("", "a", 0),
        ("ab", "ab", 1),
        ("a", "ab", 0.5),
        ("ac", "ab", 0),
        ("abc", "ab", 0.5),
        ("abcd", "ab", 0),
        ("cd", "ab", 0),
        ("abcd", "abcd", 1),
    ],
)
def test_a_choice_is_worth_its_right_picks_less_its_wrong_ones(picked, right, score):
    assert rules.score_choice(picked, right, 4) == score


@pytest.mark.parametrize(
    ("verdicts", "score"),
    [
        ([(True, HIT), (False, HIT)], 1),
        ([(True, HIT), (False, MISSED)], 2 / 3),
        ([(True, PARTLY), (False, HIT)], 2 / 3),
        ([(True, MISSED), (False, HIT)], 1 / 3),
        ([(True, MISSED), *[(False, HIT)] * 6], 0.5),
        ([(True, MISSED)], 0),
        ([], 0),
    ],
)
def test_a_core_point_counts_double_and_without_it_half_is_the_most(verdicts, score):
    assert rules.score_points(verdicts) == pytest.approx(score)


@pytest.mark.parametrize(
    ("choice", "score", "missed"),
    [
        (True, None, True),
        (True, 0.5, True),
        (True, 1, False),
        (False, None, True),
        (False, 0.5, True),
        (False, 0.6, False),
    ],
)
def test_what_is_missed(choice, score, missed):
    assert rules.is_missed(choice=choice, score=score) is missed


def test_topics_come_weakest_first_and_an_item_counts_for_each_of_its_own():
    items = [(["A", "B"], 1.0), (["A"], None), (["C"], 0.25)]
    found = [(topic.name, topic.percent, topic.items) for topic in rules.by_topic(items)]
    assert found == [("C", 25, 1), ("A", 50, 2), ("B", 100, 1)]


def test_difficulties_come_in_their_order():
    found = rules.by_level([("hard", 0.0), ("medium", 1.0), ("hard", 1.0), ("easy", None)])
    assert [(level.name, level.percent) for level in found] == [
        ("easy", 0),
        ("medium", 100),
        ("hard", 50),
    ]


@pytest.mark.parametrize(
    "sentence",
    [
        "A queue keeps messages until a worker has confirmed them.",
        "Set the time-out to six times the duration of one run.",
    ],
)
def test_a_statement_stands_alone(sentence):
    assert rules.stands_alone(sentence)


@pytest.mark.parametrize(
    "sentence",
    [
        "Yes, a queue keeps messages until they are confirmed.",
        "It keeps messages until they are confirmed by a worker.",
        "This keeps messages until they are confirmed by a worker.",
        "There are three ways in which a queue keeps messages.",
        "A queue keeps messages in one of these ways:",
        "The following steps show how a queue keeps its messages.",
        "I would choose a queue that keeps messages.",
        "A queue keeps messages until a worker has confirmed…",
        "Is a queue able to keep messages until they are confirmed?",
        "queue.keep(message) => true until a worker has confirmed",
        "A short one.",
        "However, a queue keeps messages until they are confirmed.",
    ],
)
def test_what_leans_on_something_else_does_not(sentence):
    assert not rules.stands_alone(sentence)


TOPIC = UUID(int=7)


def told(prompt, opening, *, points=None, answers=None, topics=(TOPIC,)):
    points = (opening.rstrip("."),) if points is None else points
    return Told(uuid4(), prompt, opening, points, answers or (opening,), frozenset(topics))


def bank():
    return [told(prompt, opening) for prompt, opening in FACTS]


def made(asked, others, seed=1):
    return rules.make_choice(asked, others, rng(seed))


def test_a_made_item_has_the_opening_among_three_of_others_on_the_topic():
    asked, *others = bank()
    options = made(asked, others)
    assert [option.source for option in options if option.correct] == [asked.id]
    assert len({option.source for option in options}) == len({o.text for o in options}) == 4
    assert {o.source for o in options} <= {asked.id, *(other.id for other in others)}


@given(st.integers())
def test_options_are_of_similar_length(seed):
    asked, *others = bank()
    options = made(asked, others, seed) or []
    right = sum(len(option.text) for option in options if option.correct)
    assert all(abs(len(option.text) - right) <= 0.6 * right for option in options)


def test_the_right_option_does_not_name_what_is_asked_for():
    asked, *others = bank()
    options = made(asked, others)
    assert [o.text for o in options if o.correct] == [
        "… carries light through a dark harbour at night."
    ]
    assert all(option.text.startswith("… ") for option in options)
    whole = [told(f"What is true of tools, {at}?", o.opening) for at, o in enumerate(others)]
    assert made(asked, whole) is None


def test_an_opening_that_does_not_begin_with_what_is_asked_about_gets_no_options():
    _, *others = bank()
    for prompt in ("What does a keeper need?", "When does a lantern glow?"):
        assert made(told(prompt, "A lantern carries light through a dark harbour."), others) is None


@pytest.mark.parametrize(
    ("sentence", "asked", "shown"),
    [
        (
            "A lantern carries light for fishing boats.",
            "What is a lantern?",
            "… carries light for fishing boats.",
        ),
        ("Lantern oil in a tank burns all night.", "What is a lantern?", None),
        ("Light is carried at night by boats.", "What is a lantern?", None),
        ("Lantern keepers are asleep during the day.", "What is a lantern?", None),
    ],
)
def test_only_a_subject_with_its_verb_behind_it_is_left_out(sentence, asked, shown):
    assert Told(uuid4(), asked, sentence).unnamed == (shown or sentence)


def test_the_right_option_is_the_longest_no_more_often_than_by_chance():
    longest, total = 0, 0
    places: Counter[int] = Counter()
    for asked in bank():
        for seed in range(100):
            options = made(asked, bank_without(asked), seed)
            if options is None:
                continue
            total += 1
            right = next(option for option in options if option.correct)
            longest += all(len(right.text) > len(o.text) for o in options if not o.correct)
            places[options.index(right)] += 1
    assert total > 300
    assert longest / total <= 0.3
    assert min(places.values()) / total > 0.18


def bank_without(asked):
    return [other for other in bank() if other.prompt != asked.prompt]


def test_an_item_is_refused_without_enough_others_on_the_topic():
    asked, *others = bank()
    assert made(asked, others[:2]) is None
    elsewhere = [told(p, o, topics=(UUID(int=8),)) for p, o in FACTS[1:]]
    assert made(asked, elsewhere) is None


@pytest.mark.parametrize(
    "prompt",
    ["What are the benefits of a lantern?", "What are a lantern and a lamp?", "Why a lantern?"],
)
def test_a_question_for_more_than_what_one_thing_is_gets_no_options(prompt):
    _, *others = bank()
    assert made(told(prompt, FACTS[0][1]), others) is None


def test_an_opening_that_leans_on_something_gets_no_options():
    _, *others = bank()
    assert (
        made(told(FACTS[0][0], "It carries light through a dark harbour at night."), others) is None
    )


@pytest.mark.parametrize(
    "doubtful",
    [
        told("What is a lamp?", "A lamp carries some light through dark harbours by night."),
        told("What is a lantern for?", "Fishermen hang brass cages over the bow of their boats."),
        told(
            "What hangs at the bow?",
            "Fishermen hang brass cages over the bow of their boats.",
            points=("carries light through a dark harbour",),
        ),
        told("Where is oil burnt?", "Burning whale oil makes lanterns glow for seven hours."),
    ],
    ids=["says the same", "asks the same", "makes the same point", "speaks of the same"],
)
def test_what_may_be_true_of_the_question_is_no_wrong_option(doubtful):
    asked, *others = bank()
    few = [other for other in others if len(other.opening) > len(asked.opening)][:1] + others[-2:]
    for seed in range(40):
        options = made(asked, [doubtful, *few], seed) or []
        assert doubtful.id not in {option.source for option in options}


def test_an_answer_that_says_a_statement_makes_it_no_wrong_option():
    asked, *others = bank()
    full = told(asked.prompt, asked.opening, answers=(asked.opening, FACTS[1][1], FACTS[2][1]))
    for seed in range(40):
        sources = {option.source for option in made(full, others, seed) or []}
        assert not {others[0].id, others[1].id} & sources


def test_options_say_what_is_right_only_once_revealed():
    stored = [
        {"id": "a", "text": "one", "html": "", "correct": True, "why": "because"},
        {"id": "b", "text": "two", "html": "", "correct": False, "why": ""},
    ]
    before = rules.options(stored, ["b"], revealed=False)
    assert [(o.correct, o.why, o.state) for o in before] == [(None, "", "")] * 2
    after = rules.options(stored, ["b"], revealed=True)
    assert [o.state for o in after] == ["overlooked", "wrong"]
    assert [o.keys for o in after] == ["a|1", "b|2"]


@given(
    st.text(max_size=30), st.lists(st.tuples(st.integers(0, 30), st.integers(0, 30)), max_size=6)
)
def test_the_pieces_of_an_answer_are_the_answer(text, spans):
    inside = [(start, end) for start, end in spans if start <= end <= len(text)]
    found = rules.pieces(text, inside)
    assert "".join(piece.text for piece in found) == text
    earned = {at for start, end in inside for at in range(start, end)}
    assert sum(len(piece.text) for piece in found if piece.earned) == len(earned)


@pytest.mark.parametrize(
    ("seconds", "said"),
    [(0, "0 s"), (59, "59 s"), (61, "1 min"), (725, "12 min"), (3900, "1 h 5 min")],
)
def test_a_duration_is_said_as_people_say_it(seconds, said):
    assert rules.duration(seconds) == said


@pytest.mark.parametrize(
    ("source", "said"),
    [
        (("Notes", "notes.md", 3, 9), "Notes (notes.md), lines 3–9"),
        (("Notes", "notes.md", 3, 3), "Notes (notes.md), line 3"),
        (("notes.md", "notes.md", None, None), "notes.md"),
        (("", "", None, None), ""),
    ],
)
def test_a_source_is_named_as_far_as_it_is_known(source, said):
    assert rules.source(*source) == said
