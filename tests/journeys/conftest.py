"""A started server with the starter bank, and a real browser where there is one."""

from __future__ import annotations

import os
import shutil

import pytest

from tests import databases

from . import server

CHROMIUM = (
    os.environ.get("CHROMIUM") or shutil.which("chromium") or shutil.which("chromium-browser")
)
PHONE, DESK = (390, 844), (1440, 900)
FLAGS = [
    "--no-sandbox",
    "--disable-gpu",
    "--disable-quic",
    "--no-first-run",
    "--disable-background-networking",
    "--disable-component-update",
    "--disable-sync",
]


@pytest.fixture(scope="session")
def site(tmp_path_factory):
    """The address of a started server with the starter bank and the demo people in it."""
    folder = tmp_path_factory.mktemp("site")
    env = server.surroundings(folder, server.free_port())
    databases.fill(env, *server.BANK)
    with server.serving(env) as url:
        yield url


@pytest.fixture(scope="package")
def chromium():
    """Debian's Chromium; skipped, with the reason, where it is not installed.

    For this package only: while it is open, its event loop forbids Django's ORM in this process.
    """
    if not CHROMIUM:
        pytest.skip("no Chromium on this machine (apt-get install chromium, or set CHROMIUM)")
    from playwright.sync_api import sync_playwright

    with sync_playwright() as play:
        opened = play.chromium.launch(executable_path=CHROMIUM, args=FLAGS)
        yield opened
        opened.close()


@pytest.fixture
def visit(chromium, site):
    """visit(size, scheme): a fresh page on the site that collects what the browser complains of."""
    contexts = []

    def open_page(size=PHONE, scheme="light", base=site, **more):
        context = chromium.new_context(
            base_url=base,
            viewport={"width": size[0], "height": size[1]},
            color_scheme=scheme,
            timezone_id="Europe/Berlin",
            reduced_motion="reduce",
            **more,
        )
        contexts.append(context)
        page = context.new_page()
        page.set_default_timeout(30_000)
        page.complaints = []
        page.on("console", lambda m: m.type == "error" and page.complaints.append(m.text))
        page.on("pageerror", lambda e: page.complaints.append(str(e)))
        return page

    yield open_page
    for context in contexts:
        context.close()
