"""The five-minute guide to the API, followed to the letter with a shell and curl."""

from __future__ import annotations

import os
import re
import shutil
import subprocess
from pathlib import Path

import pytest

GUIDE = Path(__file__).parent.parent.parent / "docs" / "api.md"
BLOCK = re.compile(r"^```sh\n(.*?)^```$", re.DOTALL | re.MULTILINE)


def test_the_guide_works_as_it_stands(site):
    if not shutil.which("curl") or not shutil.which("bash"):
        pytest.skip("no curl or no bash on this machine (apt-get install curl)")
    blocks = BLOCK.findall(GUIDE.read_text())
    assert len(blocks) == 10
    done = subprocess.run(
        ["bash", "-euo", "pipefail", "-c", "\n".join(blocks)],
        env={**os.environ, "SITE": site},
        capture_output=True,
        text=True,
        timeout=120,
    )
    assert done.returncode == 0, done.stdout[-1500:] + done.stderr
    assert done.stdout.count('"status":"accepted"') == 3
    assert done.stdout.count('"status":"known"') == 3
    assert '"state":"accepted"' in done.stdout
