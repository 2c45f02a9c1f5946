"""Registan: the software on which a multilateral organisation works."""

from __future__ import annotations

__version__ = "0.1.0"
