"""Inclusion and consistency proofs: made and verified (RFC 9162 sections 2.1.3 and 2.1.4).

Making and verifying mirror each other. Both cut the path from a node to the root in two: `inner`
steps, where the sibling may stand on either side, and `border` steps along the right edge, where it
always stands on the left. This is the loop of 2.1.3.2 with its two cases sorted: fn and sn of the
RFC meet exactly after the inner steps. tests/test_proofs.py holds both against the RFC's recursion.
"""

from __future__ import annotations

from hashlib import sha256
from typing import TYPE_CHECKING

from registan.kernel.log.merkle import EMPTY_ROOT, HashReader, cover, fold

if TYPE_CHECKING:
    from collections.abc import Sequence

HASH_LENGTH = 32


def inclusion_proof(index: int, size: int, reader: HashReader) -> list[bytes]:
    """The audit path of leaf `index` in the tree of `size` leaves, from the leaf up (2.1.3.1).

    Shape: at most ceil(log2(size)) hashes of 32 bytes. Raises ValueError unless 0 <= index < size.

    >>> from registan.kernel.log.merkle import Levels
    >>> [h.hex()[:8] for h in inclusion_proof(2, 3, Levels([b"", b"\\x00", b"\\x10"]))]
    ['fac54203']
    """
    if not 0 <= index < size:
        raise ValueError(f"leaf {index} is not in a tree of {size}")
    return _path(0, index, size, reader)


def consistency_proof(old: int, new: int, reader: HashReader) -> list[bytes]:
    """The proof that the tree of `old` leaves is a prefix of that of `new` leaves (2.1.4.1).

    Empty for old == new and for old == 0, where nothing has to be shown. Raises ValueError unless
    0 <= old <= new.

    >>> from registan.kernel.log.merkle import Levels
    >>> len(consistency_proof(3, 7, Levels([b"x"] * 7)))
    4
    """
    if not 0 <= old <= new:
        raise ValueError(f"no growth from {old} to {new}")
    if old in (0, new):
        return []
    # SUBPROOF(m, D, b) ends at the largest complete subtree at the right edge of the old tree: its
    # level is the number of trailing zero bits of m.
    level = (old & -old).bit_length() - 1
    index = (old - 1) >> level
    path = _path(level, index, new, reader)
    # 2.1.4.1: with b true (old is that very subtree) its hash is left out, the verifier has it.
    return path if index == 0 else [*reader.hashes([(level, index)]), *path]


def verify_inclusion(
    leaf: bytes, index: int, size: int, proof: Sequence[bytes], root: bytes
) -> bool:
    """Whether the leaf hash stands at `index` in the tree of `size` leaves with this root (2.1.3.2).

    The path does not bind the size: take `size` and `root` from one signed checkpoint only.

    >>> verify_inclusion(bytes(32), 0, 1, [], bytes(32))
    True
    """
    # 2.1.3.2 step 1: refuse an index outside the tree; then a path of any other length.
    if not 0 <= index < size or len(leaf) != HASH_LENGTH:
        return False
    inner = (index ^ (size - 1)).bit_length()
    if len(proof) != inner + (index >> inner).bit_count():
        return False
    sha = sha256
    value = leaf
    for sibling in proof[:inner]:
        if len(sibling) != HASH_LENGTH:
            return False
        # Step 4: LSB(fn) set: the sibling stands on the left.
        pair = sibling + value if index & 1 else value + sibling
        value = sha(b"\x01" + pair).digest()
        index >>= 1
    for sibling in proof[inner:]:
        if len(sibling) != HASH_LENGTH:
            return False
        # Step 4: fn == sn: the right edge, all siblings on the left.
        value = sha(b"\x01" + sibling + value).digest()
    return value == root


def verify_consistency(
    old: int, new: int, proof: Sequence[bytes], old_root: bytes, new_root: bytes
) -> bool:
    """Whether the tree with `new_root` begins with the tree with `old_root` (2.1.4.2).

    From 0 leaves nothing has to be shown: true for an empty proof and the root of no leaves.

    >>> verify_consistency(5, 5, [], bytes(32), bytes(32))
    True
    """
    if not 0 <= old <= new or len(old_root) != HASH_LENGTH or len(new_root) != HASH_LENGTH:
        return False
    if old == new:
        return not proof and old_root == new_root
    if old == 0:
        return not proof and old_root == EMPTY_ROOT
    if any(len(value) != HASH_LENGTH for value in proof):
        return False
    level = (old & -old).bit_length() - 1
    index = (old - 1) >> level
    # 2.1.4.2 step 2: where old is a power of two, its root goes in front of the path.
    path = list(proof) if index else [old_root, *proof]
    inner = (index ^ ((new - 1) >> level)).bit_length()
    if len(path) != 1 + inner + (index >> inner).bit_count():
        return False
    return _climb(path, index, inner) == (old_root, new_root)


def _climb(path: list[bytes], index: int, inner: int) -> tuple[bytes, bytes]:
    """Both roots out of a consistency path whose first hash is the shared subtree (steps 4 to 6)."""
    sha = sha256
    old = new = path[0]
    for sibling in path[1 : 1 + inner]:
        # Step 6: LSB(fn) set: the sibling is older than both and belongs to both.
        if index & 1:
            old = sha(b"\x01" + sibling + old).digest()
            new = sha(b"\x01" + sibling + new).digest()
        else:
            new = sha(b"\x01" + new + sibling).digest()
        index >>= 1
    for sibling in path[1 + inner :]:
        old = sha(b"\x01" + sibling + old).digest()
        new = sha(b"\x01" + sibling + new).digest()
    return old, new


def _path(level: int, index: int, size: int, reader: HashReader) -> list[bytes]:
    """The siblings from the complete node (level, index) up to the root of `size` leaves."""
    # Inner steps end where the node's path meets that of the last leaf.
    inner = (index ^ ((size - 1) >> level)).bit_length()
    places = [(level + step, (index >> step) ^ 1) for step in range(inner)]
    edge: list[tuple[int, int]] = []
    if inner:
        # The topmost inner sibling holds the last leaf and may be incomplete: put it together.
        top, right = places.pop()
        edge = cover(right << top, size)
    above = index >> inner
    border = [
        (level + inner + step, (above >> step) ^ 1)
        for step in range(above.bit_length())
        if above >> step & 1
    ]
    found = reader.hashes(places + edge + border)
    low, high = len(places), len(places) + len(edge)
    if not edge:
        return found
    return [*found[:low], fold(found[low:high]), *found[high:]]
