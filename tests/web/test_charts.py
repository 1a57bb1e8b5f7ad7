"""Pictures: what they say in words and figures, and that no word of theirs becomes markup."""

from __future__ import annotations

from datetime import date
from xml.etree import ElementTree

import pytest
from django.template.loader import render_to_string

from questions.web import charts
from questions.web.charts.frame import top_of

HOSTILE = '<script>"&'


def drawn():
    days = {date(2026, 11, 9): 12, date(2026, 11, 10): 3}
    return [
        charts.bars("Load", HOSTILE, ["a", HOSTILE], [charts.Series("Due", [3, 0])], unit=" min"),
        charts.line("Ready", HOSTILE, [charts.Spot("1 Nov", 40, 30, 50), charts.Spot("x", 60)]),
        charts.scatter(HOSTILE, "", [charts.Dot("a", 85, 84, 40)], across_name="A", down_name="B"),
        charts.histogram("Strength", HOSTILE, [0.5, 3, 400], [0, 1, 7, 30]),
        charts.calendar("Days", HOSTILE, days, date(2026, 11, 10)),
        charts.bars("Empty", "", [], [charts.Series("Due", [])]),
        charts.line("Empty", "", []),
    ]


@pytest.mark.parametrize("chart", drawn(), ids=lambda chart: chart.title)
def test_every_picture_is_an_image_with_title_and_description_and_no_style(chart):
    svg = ElementTree.fromstring(chart.svg)
    assert svg.get("role") == "img"
    assert [part.tag for part in svg][:2] == ["title", "desc"]
    assert (svg[0].text, svg[1].text or "") == (chart.title, chart.about)
    assert not [part for part in svg.iter() if "style" in part.attrib or part.tag == "script"]
    assert "NaN" not in chart.svg


def test_bars_stand_upon_one_another_and_reach_the_table():
    chart = charts.bars(
        "Load", "", ["Mon", "Tue"], [charts.Series("Due", [6, 0]), charts.Series("New", [4, 2.5])]
    )
    bars = [part for part in ElementTree.fromstring(chart.svg) if part.tag == "rect"]
    low, high = (float(part.get("y")) + float(part.get("height")) for part in bars[:2])
    assert high == float(bars[0].get("y")) < low
    assert chart.rows == (("Mon", "6", "4"), ("Tue", "0", "2.5"))
    assert chart.legend == (("tone1", "Due"), ("tone2", "New"))


def test_a_histogram_counts_from_each_edge_to_the_next():
    chart = charts.histogram("Strength", "", [0, 0.9, 1, 29, 30, 5000], [0, 1, 30])
    assert chart.rows == (("0–1", "2"), ("1–30", "2"), ("30+", "2"))


def test_a_calendar_lists_the_days_with_something_the_newest_first():
    days = {date(2026, 11, 9): 12, date(2026, 11, 10): 3, date(2020, 1, 1): 5}
    chart = charts.calendar("Days", "", days, date(2026, 11, 10))
    assert chart.rows == (("Tue 10 Nov 2026", "3"), ("Mon 9 Nov 2026", "12"))
    assert chart.svg.count('class="heat4"') == 1


@pytest.mark.parametrize(
    ("values", "top"), [([], 1), ([0], 1), ([3, 7], 8), ([37], 40), ([0.3], 0.4), ([100], 100)]
)
def test_an_axis_ends_at_a_round_figure(values, top):
    assert top_of(values) == pytest.approx(top)


def test_the_table_behind_a_picture_is_printed_with_its_heads():
    chart = charts.bars("Load", "", [HOSTILE], [charts.Series("Due", [3])])
    page = render_to_string("_chart.html", {"chart": chart})
    assert "<script>" not in page
    assert '<th scope="col">Due</th>' in page
    assert "<td>3</td>" in page
