"""`make snapshot`: write down what v1 of the API promises by now."""

from __future__ import annotations

import json
import sys

from tests.api import promises

if __name__ == "__main__":
    promises.write(json.load(sys.stdin))
