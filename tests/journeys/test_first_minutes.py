"""A newcomer has a plan after one short form, and the last evening is one page."""

from __future__ import annotations

from datetime import timedelta

import pytest
from django.utils.timezone import now

from .axe import faults
from .test_candidate import sign_up

pytestmark = pytest.mark.browser


def test_a_newcomer_has_a_plan_after_one_short_form(visit):
    page = visit()
    sign_up(page)
    page.locator(".chip").first.click()
    page.get_by_label("Date").fill(f"{now() + timedelta(days=1):%Y-%m-%d}")
    page.get_by_role("button", name="Plan for this date").click()
    page.get_by_role("heading", name="Each day until then").wait_for()
    page.goto("/today/")
    page.get_by_role("link", name="Start").wait_for()
    assert faults(page) == []
    page.get_by_role("link", name="What you still miss").click()
    page.get_by_role("heading", name="What you still miss").wait_for()
    assert page.locator(".missing > li").count() > 0
    assert faults(page) == []
    page.goto("/progress/")
    page.get_by_role("heading", name="How good our forecasts are").wait_for()
    for table in page.locator(".figure-table summary").all():
        table.click()
    assert faults(page) == []
    assert page.complaints == []
