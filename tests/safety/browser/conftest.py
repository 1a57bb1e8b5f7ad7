"""The journeys' browser, and a started server in debug mode with a small bank."""

from __future__ import annotations

import pytest

from tests.journeys import server
from tests.journeys.conftest import chromium as chromium
from tests.journeys.conftest import visit as visit
from tests.safety import started


@pytest.fixture(scope="session")
def site(tmp_path_factory):
    folder = tmp_path_factory.mktemp("policy")
    env = server.surroundings(folder, server.free_port())
    started.fill(env)
    with server.serving(env) as url:
        yield url
