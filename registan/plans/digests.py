"""Digests by which an entry of the ledger holds more than it says."""

from __future__ import annotations

from hashlib import sha256
from typing import Any

import rfc8785


def digest_of(value: Any) -> str:
    """SHA-256 over RFC 8785 JSON."""
    return sha256(rfc8785.dumps(value)).hexdigest()
