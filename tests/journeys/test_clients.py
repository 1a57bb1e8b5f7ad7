"""Clients that no one here wrote: generated, compiled strictly, and taken through a whole day."""

from __future__ import annotations

import json
import shutil
import subprocess
import sys
import urllib.request
from pathlib import Path
from uuid import uuid4

import pytest

from .server import ROOT

CLIENTS = Path(__file__).parent.parent / "api" / "clients"
PASSWORD = "a long enough phrase"
OPTIONAL = "--default-non-nullable=false"
"""A field that has a default may be left out of a body."""


def run(*words: object, within: Path) -> str:
    """What a command printed; it has to end well."""
    done = subprocess.run(
        [str(word) for word in words], cwd=within, capture_output=True, text=True, timeout=240
    )
    assert done.returncode == 0, done.stdout[-3000:] + done.stderr[-3000:]
    return done.stdout


def fetched(url: str, body: dict[str, str] | None = None) -> bytes:
    data = None if body is None else json.dumps(body).encode()
    request = urllib.request.Request(url, data, {"Content-Type": "application/json"})
    with urllib.request.urlopen(request) as reply:
        return bytes(reply.read())


@pytest.fixture
def document(site, tmp_path):
    """The document as the started server gives it, in a file."""
    path = tmp_path / "openapi.json"
    path.write_bytes(fetched(f"{site}/api/schema/?format=json"))
    return path


@pytest.fixture
def email(site):
    """The address of somebody who has just signed up."""
    address = f"{uuid4().hex}@example.org"
    fetched(f"{site}/api/auth/app/v1/auth/signup", {"email": address, "password": PASSWORD})
    return address


def test_a_generated_python_client_passes_mypy_and_a_day(site, email, document, tmp_path):
    pytest.importorskip("openapi_python_client", reason="the generator is not installed")
    source = CLIENTS / "python"
    package = tmp_path / "rehearsal_client"
    run(
        *(sys.executable, "-m", "openapi_python_client", "generate", "--path", document),
        *("--output-path", package, "--meta", "none", "--config", source / "config.yml"),
        within=tmp_path,
    )
    (package / "py.typed").touch()
    shutil.copy(source / "journey.py", tmp_path)
    (tmp_path / "mypy.ini").write_text("[mypy]\nstrict = true\n")
    kept = ("--cache-dir", ROOT / ".mypy_cache" / "clients")  # of the libraries, not of the client
    run(sys.executable, "-m", "mypy", *kept, "rehearsal_client", "journey.py", within=tmp_path)
    assert run(sys.executable, "journey.py", site, email, PASSWORD, within=tmp_path) == "done\n"


@pytest.fixture
def workshop(tmp_path):
    """A folder with the TypeScript compiler and the generator in it; skipped where none can be."""
    if not shutil.which("node") or not shutil.which("npm"):
        pytest.skip("no node with npm on this machine (apt-get install nodejs npm)")
    source = CLIENTS / "typescript"
    for name in ("package.json", "package-lock.json", "tsconfig.json", "journey.ts"):
        shutil.copy(source / name, tmp_path)
    if (source / "node_modules").is_dir():
        (tmp_path / "node_modules").symlink_to(source / "node_modules")
        return tmp_path
    done = subprocess.run(
        ["npm", "ci", "--no-audit", "--no-fund", "--ignore-scripts"],
        cwd=tmp_path,
        capture_output=True,
        text=True,
        timeout=240,
    )
    if done.returncode != 0:
        pytest.skip(f"npm could not install the generator: {done.stderr.strip()[-200:]}")
    return tmp_path


def test_a_generated_typescript_client_compiles_strictly_and_passes_a_day(
    site, email, document, workshop
):
    bin_ = workshop / "node_modules" / ".bin"
    run(bin_ / "openapi-typescript", document, "-o", "schema.d.ts", OPTIONAL, within=workshop)
    run(bin_ / "tsc", "--project", ".", within=workshop)
    assert run("node", "journey.js", site, email, PASSWORD, within=workshop) == "done\n"
