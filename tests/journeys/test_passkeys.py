"""A browser with a device that knows passkeys: added, signed in with alone, asked for, removed."""

from __future__ import annotations

import re
from urllib.parse import urlsplit

import pytest

from .axe import faults

pytestmark = pytest.mark.browser
EMAIL, PASSWORD = "candidate@example.org", "rehearse with me"
DEVICE = {
    "protocol": "ctap2",
    "transport": "internal",
    "hasResidentKey": True,
    "hasUserVerification": True,
    "isUserVerified": True,
    "automaticPresenceSimulation": True,
}


@pytest.fixture
def page(visit, site):
    """A browser that asks a device which never says no; passkeys want a name, not a number."""
    opened = visit(base=f"http://localhost:{urlsplit(site).port}")
    device = opened.context.new_cdp_session(opened)
    device.send("WebAuthn.enable")
    device.send("WebAuthn.addVirtualAuthenticator", {"options": DEVICE})
    return opened


def sign_in(page):
    page.goto("/accounts/login/")
    page.get_by_label("Email").fill(EMAIL)
    page.get_by_label("Password", exact=True).fill(PASSWORD)
    page.get_by_role("button", name="Sign In", exact=True).click()


def sign_out(page):
    page.goto("/accounts/logout/")
    page.locator("main").get_by_role("button", name="Sign Out").click()
    page.wait_for_url(re.compile("/$"))


def confirm(page):
    """Say the password once more, as is asked before anything is changed about signing in."""
    page.get_by_label("Password", exact=True).fill(PASSWORD)
    page.get_by_role("button", name="Confirm").click()


def add(page, name, *, alone):
    page.goto("/accounts/2fa/webauthn/add/")
    confirm(page)
    page.get_by_label("Name").fill(name)
    page.get_by_label("Sign in with it alone").set_checked(alone)
    assert faults(page) == []
    page.get_by_role("button", name="Add").click()
    page.wait_for_url(re.compile("/accounts/2fa/(recovery-codes/)?$"))


def remove(page, name):
    page.goto("/accounts/2fa/webauthn/")
    assert faults(page) == []
    page.get_by_role("link", name=f"Remove {name}").click()
    confirm(page)
    page.get_by_role("button", name="Remove it").click()
    page.get_by_text("You have none yet.").wait_for()


def test_a_passkey_signs_in_alone_or_after_the_password(page):
    sign_in(page)
    page.wait_for_url(re.compile("/today/$"))
    add(page, "My laptop", alone=True)
    sign_out(page)
    page.goto("/accounts/login/")
    page.get_by_role("button", name="Sign in with a passkey").click()
    page.wait_for_url(re.compile("/today/$"))
    page.goto("/accounts/2fa/")
    assert faults(page) == []
    sign_out(page)
    sign_in(page)
    page.get_by_role("heading", name="Second factor").wait_for()
    assert faults(page) == []
    page.get_by_role("button", name="Use a passkey").click()
    page.wait_for_url(re.compile("/today/$"))
    remove(page, "My laptop")
    sign_out(page)
    sign_in(page)
    page.wait_for_url(re.compile("/today/$"))
    assert page.complaints == []
