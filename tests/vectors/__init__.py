"""The kinds of ledger vector files: each function yields one named check after another."""

from __future__ import annotations

Check = tuple[str, bool]
