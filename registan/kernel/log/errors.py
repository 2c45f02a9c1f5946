"""What this kernel says no with: bytes that have no meaning, and claims that do not hold."""

from __future__ import annotations


class Malformed(ValueError):
    """Bytes that are not in the form their specification asks for.

    Every parser of this package raises this and nothing else, for any input. `code` is a word for
    machines (docs/reference/log-formats.md lists them).

    >>> Malformed("size", "leading zero").code
    'size'
    """

    def __init__(self, code: str, detail: str = "") -> None:
        super().__init__(f"{code}: {detail}" if detail else code)
        self.code = code


class Unverified(ValueError):
    """Well-formed bytes whose signature, proof or quorum does not hold; `code` says which.

    >>> Unverified("quorum").code
    'quorum'
    """

    def __init__(self, code: str, detail: str = "") -> None:
        super().__init__(f"{code}: {detail}" if detail else code)
        self.code = code
