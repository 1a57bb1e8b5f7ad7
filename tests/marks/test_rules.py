from __future__ import annotations

import time

import pytest
from hypothesis import given
from hypothesis import strategies as st

from questions.marks.rules import Verdict, mark
from questions.marks.rules.stems import stem
from tests.marks.labelled import LABELLED

LETTER = {"h": Verdict.HIT, "p": Verdict.PARTLY, "m": Verdict.MISSED}
NOUNS = ["worker", "queue", "token", "router", "ledger", "parcel", "lantern", "engine"]
ADJECTIVES = ["encrypted", "compressed", "isolated", "visible", "durable", "signed", "sorted"]
VERBS = ["calls", "polls", "encrypts", "blocks", "reads", "replaces", "starts", "notifies"]


def verdict(answer, point, **more):
    return mark(answer, [point], **more)[0].verdict


@pytest.mark.parametrize(
    ("answer", "point"),
    [
        ("900 seconds", "It lasts 15 minutes"),
        ("a quarter: 900 s", "It lasts 15 min"),
        ("fifteen minutes", "A maximum of 15-minute runs lasts"),
        ("two per cent", "2 percent"),
        ("The payload may have 6,144 KB", "The payload may have 6 MB"),
        ("Sharing is possible only through a virtual private cloud", "Shared through a VPC"),
        ("It goes through the VPC", "It goes through a virtual private cloud"),
        ("Encription happens at rest", "Encryption at rest"),
        ("It retries automaticaly.", "Automatic retries"),
    ],
)
def test_numbers_units_initials_and_slips_are_understood(answer, point):
    assert verdict(answer, point) is not Verdict.MISSED


@pytest.mark.parametrize(
    ("answer", "point"),
    [
        ("Data is not encrypted at rest", "Data is encrypted at rest"),
        ("Data isn't encrypted at rest.", "Data is encrypted at rest"),
        ("Data is unencrypted at rest", "Data is encrypted at rest"),
        ("It is false that data is encrypted at rest", "Data is encrypted at rest"),
        ("Data is never encrypted at rest", "Data is encrypted at rest"),
        ("Sharing memory between workers is not possible", "Workers share memory"),
        ("It lasts 5 minutes", "It lasts 15 minutes"),
        ("It does not last 15 minutes", "It lasts 15 minutes"),
        ("It is ten per cent", "It is two per cent"),
        ("It runs w/o a lock", "It runs with a lock"),
        ("The queue calls the worker", "The worker calls the queue"),
        ("The worker is called by the queue", "The worker calls the queue"),
        ("Data moves from the table to the cache", "Data moves from the cache to the table"),
        ("A cat is larger than a dog", "A dog is larger than a cat"),
        ("It increases the response time", "It reduces the response time"),
    ],
)
def test_what_says_the_opposite_is_missed(answer, point):
    assert verdict(answer, point) is Verdict.MISSED


@pytest.mark.parametrize(
    ("answer", "point"),
    [
        ("The queue is called by the worker", "The worker calls the queue"),
        (
            "You need not keep servers, because the provider manages them",
            "Provider manages servers",
        ),
        ("It isn't only encrypted at rest, it is also signed", "It is encrypted at rest"),
        ("It cannot last for more than 15 minutes", "It lasts at most 15 minutes"),
        ("The service keeps no state", "The service does not keep state"),
        ("A cat is smaller than a dog", "A dog is larger than a cat"),
        ("It is not 5 minutes but 15 minutes", "It is 15 minutes"),
    ],
)
def test_a_denial_of_something_else_does_no_harm(answer, point):
    assert verdict(answer, point) is Verdict.HIT


def test_the_words_that_earned_the_mark_are_named():
    answer = "Well, the worker polls some queue."
    [made] = mark(answer, ["The worker polls the queue"])
    assert [answer[start:end] for start, end in made.spans] == ["worker polls", "queue"]


def test_terms_that_mean_the_same_are_an_argument():
    point, answer = "Copied into the ledger", "Somebody writes it in the big book"
    assert verdict(answer, point) is Verdict.MISSED
    assert verdict(answer, point, synonyms={"ledger": ["big book"]}) is Verdict.HIT


def test_a_point_of_which_nothing_is_said_is_missed_however_good_the_rest_is():
    points = [*DISHES, "Bread: baked twice a day"]
    answer = "Stew is simmered slowly for hours. Salad is served cold with a dressing."
    assert [made.verdict for made in mark(answer, points)][-1] is Verdict.MISSED


def test_words_of_the_question_count_for_less():
    answer, point = "It is a cold start", "A cold start boots a new environment"
    [alone], [asked] = mark(answer, [point]), mark(answer, [point], prompt="What is a cold start?")
    assert alone.share > asked.share
    assert asked.verdict is Verdict.MISSED


def test_a_label_need_not_be_said_where_its_explanation_is():
    point = "Hidden, not gone: a message in work cannot be taken twice"
    assert verdict("A message that is in work can't be taken twice", point) is Verdict.HIT


words = st.text(st.characters(codec="utf-8", categories=["L", "N", "P", "Zs"]), max_size=60)


@given(st.lists(words, max_size=4), words)
def test_an_empty_answer_misses_everything(points, prompt):
    assert all(m.verdict is Verdict.MISSED for m in mark("", points, prompt=prompt))


sentences = st.lists(
    st.sampled_from([*NOUNS, *ADJECTIVES, *VERBS, "the", "a", "of", "not", "15 minutes", "never"]),
    min_size=1,
    max_size=9,
).map(" ".join)


@given(sentences)
def test_the_point_itself_is_a_hit(point):
    assert verdict(point, point) is Verdict.HIT


@given(st.sampled_from(NOUNS), st.sampled_from(ADJECTIVES), st.sampled_from(["not", "never"]))
def test_the_negation_of_a_quality_does_not_hit(noun, adjective, no):
    point = f"The {noun} is {adjective}"
    assert verdict(f"The {noun} is {no} {adjective}.", point) is Verdict.MISSED
    assert verdict(f"The {noun} isn't {adjective}", point) is Verdict.MISSED
    assert verdict(point, f"The {noun} is {no} {adjective}.") is Verdict.MISSED


@given(st.permutations(NOUNS), st.sampled_from(VERBS))
def test_neither_denied_nor_reversed_deeds_hit(nouns, verb):
    one, other = nouns[:2]
    point = f"The {one} {verb} the {other}"
    assert verdict(f"The {other} {verb} the {one}", point) is Verdict.MISSED
    assert verdict(f"The {one} never {verb} the {other}", point) is Verdict.MISSED
    assert verdict(f"The {one} does not {verb[:-1]} the {other}", point) is Verdict.MISSED


@given(words, words)
def test_any_text_is_marked_and_spans_lie_in_order_inside_it(answer, point):
    [made] = mark(answer, [point])
    assert 0 <= made.share <= 1
    ends = [0, *(edge for span in made.spans for edge in span), len(answer)]
    assert ends == sorted(ends)


@given(words)
def test_a_stem_is_stable_under_case_and_never_longer(text):
    for word in text.casefold().split():
        assert len(stem(word)) <= max(len(word), 9)


@pytest.mark.parametrize(
    "family",
    [
        "encrypt encrypted encryption encrypts encrypting",
        "configure configuration configurable configured",
        "invoke invocation invoked invoking",
        "retry retries retried retrying",
        "concurrent concurrency concurrently",
        "scale scaling scalable scalability",
        "store storage stored stores",
        "keep kept keeps",
        "run ran running runs",
        "version versions versioned versioning",
    ],
)
def test_words_of_one_family_share_a_stem(family):
    assert len({stem(word) for word in family.split()}) == 1


@pytest.mark.parametrize("pair", ["event eventual", "import important", "state statement"])
def test_words_of_two_families_do_not(pair):
    one, other = pair.split()
    assert stem(one) != stem(other)


HOSTILE = [
    "a ",
    "not ",
    "x. ",
    "1,",
    ".",
    "(",
    "not possible ",
    "worker calls ",
    "\n",
    "\u00e9-",
    "9",
]


@pytest.mark.parametrize("piece", HOSTILE)
def test_marking_takes_time_linear_in_the_answer(piece):
    points = ["The worker calls the queue", "It is not possible", "at most 9 minutes"]

    def seconds(times):
        text = piece * times
        began = time.process_time()
        mark(text, points)
        return time.process_time() - began

    mark(piece, points)
    small, large = (min(seconds(times) for _ in range(3)) for times in (300, 2400))
    assert large < 24 * small + 0.1


def agreement(half):
    pairs = []
    answers = [(p, q, *a) for p, q, told in LABELLED for a in told]
    for prompt, points, answer, truth in answers[half::2]:
        found = mark(answer, points, prompt=prompt)
        pairs += [(LETTER[t], m.verdict) for t, m in zip(truth, found, strict=True)]
    same = sum(one == other for one, other in pairs) / len(pairs)
    chance = (
        sum(
            sum(one == v for one, _ in pairs) * sum(other == v for _, other in pairs)
            for v in Verdict
        )
        / len(pairs) ** 2
    )
    return same, (same - chance) / (1 - chance)


@pytest.mark.parametrize("half", [0, 1], ids=["developed on", "reported"])
def test_the_marker_agrees_with_marks_made_by_hand(half):
    same, kappa = agreement(half)
    assert same >= 0.85
    assert kappa >= 0.6


DISHES = ["Stew: simmered slowly for hours", "Salad: served cold with dressing"]


def test_what_is_said_of_another_point_is_missed():
    right = "Stew is simmered slowly for hours. Salad is served cold with a dressing."
    wrong = "Salad is simmered slowly for hours. Stew is served cold with a dressing."
    assert [made.verdict for made in mark(right, DISHES)] == [Verdict.HIT] * 2
    assert [made.verdict for made in mark(wrong, DISHES)] == [Verdict.MISSED] * 2


def test_things_told_apart_are_not_exchanged():
    point = "Drinks: red wine for beef, white wine for fish"
    assert verdict("red for the beef, white for the fish", point) is Verdict.HIT
    assert verdict("white for the beef, red for the fish", point) is Verdict.MISSED


def test_a_normal_answer_is_marked_in_milliseconds():
    points = [*DISHES, "Bread: baked twice a day", "Bill: paid at the end", "Tips: shared by all"]
    answer = (
        "the stew simmers for hours, salad comes cold with some dressing and bread is fresh. " * 4
    )
    mark(answer, points)

    def seconds() -> float:
        began = time.process_time()
        mark(answer, points)
        return time.process_time() - began

    assert min(seconds() for _ in range(5)) < 0.05
