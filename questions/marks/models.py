"""Ticks: what a person hit, partly hit or missed, per key point."""

from __future__ import annotations
