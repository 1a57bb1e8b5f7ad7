"""Documents that the tests read."""

from __future__ import annotations

TIDES = """# Tides

## What makes the tide?
The pull of the moon, and less that of the sun.

- **Moon**: it pulls the near water hardest
- **Sun**: it helps or hinders by half as much

## How often is it high water?
About twice a day.

- **Twice a day**: the earth turns under two bulges
- **Later each day**: by some fifty minutes

## Why are some tides larger?
Because sun and moon pull in one line at new and full moon.
"""
VERIFIED = "---\ntitle: Tides\nverified: 2026-10\n---\n" + TIDES
ESSAY = "The sea is large.\n\nIt is also deep, and nobody asks anything here.\n"
