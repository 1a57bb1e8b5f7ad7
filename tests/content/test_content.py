"""The documents of the house keep their own grammar, lengths, names and language."""

from __future__ import annotations

import os
import re
import tomllib
from collections import Counter
from pathlib import Path

import pytest
from spellchecker import SpellChecker

from tests.content import documents

FILES = documents.files()
QUESTIONS = [asked for path in FILES for asked in documents.read(path)]
OFFERED = [asked for asked in QUESTIONS if asked.options]
TOPICS = tomllib.loads((documents.HOUSE / "topics.toml").read_text("utf-8"))["topic"]
LEVELS = {"easy", "medium", "hard"}
RUN = 12  # as many words in the same order are no accident

each_file = pytest.mark.parametrize(
    "path", FILES, ids=lambda path: f"{path.parent.name}/{path.stem}"
)


def each(questions):
    """The test is given these questions one by one, and tells all that it does not hold for.

    As a test of its own for every question it would take ten times as long.
    """

    def walking(sound):
        def test():
            wrong = []
            for asked in questions:
                try:
                    sound(asked)
                except (AssertionError, KeyError) as why:
                    wrong.append(f"{asked.where}: {why}")
            assert not wrong, "\n".join(wrong)

        test.__name__ = sound.__name__
        return test

    return walking


each_question, each_offered = each(QUESTIONS), each(OFFERED)


@each_file
def test_a_document_opens_with_its_title_and_the_month_of_its_last_check(path):
    text = path.read_bytes().decode("utf-8")
    assert "\r" not in text
    assert re.match(r"---\ntitle: \S.+\nverified: 20\d\d-(0[1-9]|1[0-2])\n---\n# \S.+\n\n## ", text)
    headings = re.findall(r"^#+ ", documents.FENCE.sub("", text), re.M)
    assert set(headings[1:]) == {"## "}


@each_file
def test_a_document_is_named_like_its_topic(path):
    slugs = {topic["slug"] for topic in TOPICS}
    assert path.stem in slugs
    assert path.parent.name in slugs


def test_no_two_prompts_are_alike():
    bare = Counter(re.sub(r"\W+", " ", asked.prompt).casefold().strip() for asked in QUESTIONS)
    assert [prompt for prompt, count in bare.items() if count > 1] == []


@each_question
def test_a_question_states_its_level_and_topics_of_the_tree(asked):
    assert documents.STATED.fullmatch(asked.stated)
    known = {topic["name"].casefold() for topic in TOPICS}
    assert asked.difficulty in LEVELS
    assert set(map(str.casefold, asked.topics)) <= known


@each_question
def test_an_answer_is_neither_a_stub_nor_an_essay(asked):
    prose = documents.words(asked.answer)
    points = sum(documents.words(point.replace("(core)", "")) for point in asked.points)
    assert prose >= 60, f"{prose} words"
    assert prose + points <= 200, f"{prose + points} words"


@each_question
def test_an_answer_opens_with_one_sentence_of_its_own(asked):
    opening = asked.answer.split("\n\n")[0]
    assert re.match(r"[\w\"'`**(]", opening)
    assert documents.words(opening) <= 60


@each_question
def test_key_points_are_few_short_bold_led_and_the_core_comes_first(asked):
    assert 3 <= len(asked.points) <= 7
    core = [bool(re.match(r"\*\*[^*]+\*\* \(core\)", point)) for point in asked.points]
    assert 1 <= sum(core) <= 3
    assert core == sorted(core, reverse=True)
    for point in asked.points:
        assert re.match(r"\*\*[^*]+\*\*( \(core\))?(: \S|$)", point), point
        assert documents.words(point.replace("(core)", "")) <= 12, point


@each_question
def test_a_question_names_a_follow_up_and_its_source(asked):
    names = list(asked.parts)
    order = ["Key points", "Follow-up", "Common mistake", "Checked against"]
    assert names == [name for name in order if name in names]
    assert asked.parts["Follow-up"].endswith((".", "?"))
    assert len(asked.parts["Checked against"]) > 5


@each_offered
def test_options_have_one_right_one_and_a_reason_each(asked):
    assert sum(right for right, _, _ in asked.options) == 1
    assert 3 <= len(asked.options) <= 5
    assert all(why for _, _, why in asked.options)
    assert len({text for _, text, _ in asked.options}) == len(asked.options)


def test_neither_length_nor_place_gives_the_right_option_away():
    offered = [asked.options for asked in OFFERED]
    places = Counter([right for right, _, _ in options].index(True) for options in offered)
    longest = sum(max(options, key=lambda option: len(option[1]))[0] for options in offered)
    assert longest <= len(offered) / 4
    assert max(places.values()) <= len(offered) / 2


@pytest.mark.parametrize(
    ("folder", "fewest"), [("aws-lambda", 168), ("system-design", 40), ("behavioural", 40)]
)
def test_a_subject_has_enough_questions_of_every_level(folder, fewest):
    levels = Counter(asked.difficulty for asked in QUESTIONS if asked.file.startswith(folder))
    assert levels.total() >= fewest
    assert set(levels) == LEVELS
    assert max(levels.values()) <= 0.65 * levels.total()


def test_lambda_has_some_questions_with_options():
    assert sum(asked.file.startswith("aws-lambda/") for asked in OFFERED) >= 35


@each_question
def test_nothing_is_misspelt_or_in_american_spelling(asked):
    found = {word.casefold() for word in re.findall(r"[A-Za-z']+", asked.prose)}
    wrong = set((Path(__file__).parent / "misspellings.txt").read_text("utf-8").split())
    assert found & wrong == set()
    assert not re.search(r"\b(\w+) \1\b", re.sub(r"\d+", "", asked.prose))


@pytest.fixture(scope="module")
def dictionary():
    """English, and the words of the trade and of British spelling that a dictionary lacks."""
    found = SpellChecker(language="en")
    ours = (Path(__file__).parent / "words.txt").read_text("utf-8").split()
    found.word_frequency.load_words(ours)
    return found


def test_every_word_is_in_the_dictionary(dictionary):
    """Names and abbreviations are left out: what begins with, or holds, a capital letter."""
    said = {}
    for asked in QUESTIONS:
        text = re.sub(r"```.*?```|`[^`]*`", " ", asked.prose, flags=re.DOTALL)
        text = re.sub(r"\*\*Checked against:\*\*.*", " ", text)
        for word in re.findall(r"(?<![\w'])[a-z]{2,}(?![\w])", text):
            said.setdefault(word, asked.where)
    unknown = dictionary.unknown(said)
    assert {word: said[word] for word in unknown} == {}


def _runs(text: str) -> set[tuple[str, ...]]:
    found = re.findall(r"[\w']+", text.casefold())
    return {tuple(found[at : at + RUN]) for at in range(len(found) - RUN + 1)}


def test_no_sentence_is_shared_with_the_reference_documents():
    folder = os.environ.get("CORPUS")
    if not folder:
        pytest.skip("CORPUS names no folder of reference documents")
    known: set[tuple[str, ...]] = set()
    for kind in ("seeds", "public"):
        for path in sorted(Path(folder, kind).rglob("*.*")):
            known |= _runs(path.read_text("utf-8", "replace"))
    assert known
    for path in (*FILES, documents.HOUSE / "README.md"):
        shared = _runs(path.read_text("utf-8")) & known
        assert shared == set(), path.name
