"""What a browser may send to the bank."""

from __future__ import annotations

from .editing import EditForm, ReportForm, SettleForm
from .filters import fields, query, wanted

__all__ = ["EditForm", "ReportForm", "SettleForm", "fields", "query", "wanted"]
