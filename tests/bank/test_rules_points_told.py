"""Key points of answers as people speak and write them: fillers, letters with dashes, languages."""

from __future__ import annotations

import pytest

from questions.bank.rules import points


def texts(prompt, answer):
    return [point.text for point in points.of(prompt, answer)]


@pytest.mark.parametrize(
    "opening",
    [
        "Well, that is a good question.",
        "That's a very interesting question and it depends on the situation.",
        "It depends on the use case.",
        "It does two things.",
        "They serve several main purposes.",
    ],
)
def test_what_only_gets_the_talk_going_is_no_point(opening):
    answer = f"{opening} A keel holds the planks together. It also keeps a ship upright in wind."
    assert texts("What is a keel for?", answer)[0] == "A keel holds the planks together"


def test_lines_that_each_name_what_they_tell_are_a_point_each():
    answer = (
        "K - Keel: the spine that runs from the bow to the stern.\n"
        "H - Hull: the planks that keep the water outside.\n"
        "M - Mast: the pole that carries the sails of a ship.\n"
    )
    assert texts("Which parts has a ship?", answer) == [
        "K: Keel: the spine that runs from the bow to the stern",
        "H: Hull: the planks that keep the water outside",
        "M: Mast: the pole that carries the sails of a ship",
    ]


def test_the_dash_of_a_russian_sentence_names_nothing():
    answer = "Киль — это главная балка судна. Она держит шпангоуты. Без неё корпус ломается."
    assert texts("Что такое киль?", answer) == [
        "Киль — это главная балка судна",
        "Она держит шпангоуты",
        "Без неё корпус ломается",
    ]


def test_a_list_that_trails_off_ends_before_that():
    assert texts("Which sails are there?", "- a jib in front\n- a spanker behind\n- etc.") == [
        "A jib in front",
        "A spanker behind",
    ]


def test_small_words_of_other_languages_are_no_articles():
    answer = (
        "El ancla sujeta el barco cuando se fondea a menudo en la bahía y en los puertos del sur."
    )
    assert " a menudo" in texts("¿Para qué sirve el ancla?", answer)[0]
