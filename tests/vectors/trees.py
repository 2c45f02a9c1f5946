"""Vector files about hashes: known trees, generated trees, tiles, and adversarial proofs."""

from __future__ import annotations

import json
import re
from base64 import b64decode
from hashlib import sha256
from typing import TYPE_CHECKING, Any

from registan.kernel.log.merkle import Levels, leaf_hash, root
from registan.kernel.log.proofs import (
    consistency_proof,
    inclusion_proof,
    verify_consistency,
    verify_inclusion,
)
from registan.kernel.log.tiles import WIDTH, Tile, join_bundle, parse_path, tile_data, tiles_of

if TYPE_CHECKING:
    from collections.abc import Iterator
    from pathlib import Path

    from tests.vectors import Check


def _hashes(lines: list[str] | None) -> list[bytes]:
    return [b64decode(line) for line in lines or []]


def known(file: dict[str, Any], _path: Path) -> Iterator[Check]:
    """The customary eight leaves: hashes, roots and every proof."""
    entries = [bytes.fromhex(text) for text in file["leaf_inputs_hex"]]
    stored = Levels(entries)
    for entry, wanted in zip(entries, file["leaf_hashes_hex"], strict=True):
        yield f"leaf {entry.hex()}", leaf_hash(entry).hex() == wanted
    roots = [bytes.fromhex(text) for text in file["roots_hex_by_size"]]
    for size, wanted in enumerate(roots):
        yield f"root {size}", root(size, stored) == wanted
    for case in file["inclusion"]:
        leaf = leaf_hash(entries[case["index"]])
        yield _included({**case, "leaf": leaf, "root": roots[case["size"]]}, stored)
    for case in file["consistency"]:
        old_root, new_root = roots[case["old"]], roots[case["new"]]
        yield _consistent({**case, "old_root": old_root, "new_root": new_root}, stored)


def _included(case: dict[str, Any], stored: Levels) -> Check:
    index, size, proof = case["index"], case["size"], _hashes(case["proof"])
    made = inclusion_proof(index, size, stored) == proof
    holds = verify_inclusion(case["leaf"], index, size, proof, case["root"])
    return f"inclusion {index} in {size}", made and holds


def _consistent(case: dict[str, Any], stored: Levels) -> Check:
    old, new, proof = case["old"], case["new"], _hashes(case["proof"])
    made = consistency_proof(old, new, stored) == proof
    holds = verify_consistency(old, new, proof, case["old_root"], case["new_root"])
    return f"consistency {old} to {new}", made and holds


def _entries(rule: str, size: int) -> list[bytes]:
    prefix = re.search(r"text (\S+?)<i", rule)
    if prefix is None:
        raise ValueError(f"a leaf rule of another form: {rule}")
    return [f"{prefix[1]}{i}".encode() for i in range(size)]


def generated(file: dict[str, Any], _path: Path) -> Iterator[Check]:
    """A tree whose entries follow a rule: roots, proofs, and mutated proofs with their verdict."""
    stored = Levels(_entries(file["leaf_rule"], file["max_size"]))
    for size, wanted in file["roots_by_size"].items():
        yield f"root {size}", root(int(size), stored) == b64decode(wanted)
    for case in file["inclusion"]:
        leaf = b64decode(case["leaf_hash"])
        same = stored.levels[0][case["index"]] == leaf
        name, good = _included({**case, "leaf": leaf, "root": b64decode(case["root"])}, stored)
        yield name, same and good
    for case in file["consistency"]:
        roots = {name: b64decode(case[name]) for name in ("old_root", "new_root")}
        yield _consistent({**case, **roots}, stored)
    for case in file["mutated"]:
        yield f"mutated: {case['kind']}", _verdict(case) == case["valid"]


def _verdict(case: dict[str, Any]) -> bool:
    proof = _hashes(case["proof"])
    if case["type"] == "inclusion":
        leaf, whole = b64decode(case["leaf_hash"]), b64decode(case["root"])
        return verify_inclusion(leaf, case["index"], case["size"], proof, whole)
    old_root, new_root = b64decode(case["old_root"]), b64decode(case["new_root"])
    return verify_consistency(case["old"], case["new"], proof, old_root, new_root)


def probes(file: dict[str, Any], _path: Path) -> Iterator[Check]:
    """Adversarial proofs; wantErr true means that they must be refused."""
    for case in file["cases"]:
        proof = _hashes(case["proof"])
        if case["type"] == "inclusion":
            leaf, whole = b64decode(case["leafHash"] or ""), b64decode(case["root"] or "")
            good = verify_inclusion(leaf, case["leafIdx"], case["treeSize"], proof, whole)
        else:
            old, new = b64decode(case["root1"] or ""), b64decode(case["root2"] or "")
            good = verify_consistency(case["size1"], case["size2"], proof, old, new)
        yield case["case"], good != case["wantErr"]


def tiles(file: dict[str, Any], path: Path) -> Iterator[Check]:
    """Tiles and bundles of a generated tree by their digests; paths; the tiles of each size."""
    entries = _entries(_rule(file["tree"], path), file["size"])
    stored = Levels(entries)
    for case in file["tiles_subset"]:
        tile = Tile(case["level"], case["n"], case["width"])
        yield case["path"], _is_file(tile, tile_data(tile, stored), case)
    for case in file["bundles_subset"]:
        bundle = Tile(None, case["n"], case["width"])
        first = bundle.n * WIDTH
        data = join_bundle(entries[first : first + bundle.width])
        yield case["path"], _is_file(bundle, data, case)
    for case in file["path_examples"]:
        full, partial = parse_path(case["full"]), parse_path(case["width_5"])
        good = full.n == partial.n == case["n"] and (full.width, partial.width) == (WIDTH, 5)
        paths = (Tile(full.level, case["n"]).path, Tile(partial.level, case["n"], 5).path)
        yield f"path of {case['n']}", good and paths == (case["full"], case["width_5"])
    for case in file["tile_counts_by_size"]:
        yield f"tiles of {case['size']}", _counts(case["size"]) == case["levels"]


def _rule(tree: str, path: Path) -> str:
    """The leaf rule of the tree file that a tile file names: of that file, or of its letter."""
    name = tree.split()[0]
    beside = path.with_name(name)
    if beside.is_file():
        return str(json.loads(beside.read_bytes())["leaf_rule"])
    letter = name.removeprefix("tree-").removesuffix(".json")
    return f"text registan-vector/{letter}/<i decimal>"


def _is_file(tile: Tile, data: bytes, case: dict[str, Any]) -> bool:
    return (
        tile.path == case["path"]
        and parse_path(case["path"]) == tile
        and len(data) == case["bytes"]
        and sha256(data).hexdigest() == case["sha256"]
    )


def _counts(size: int) -> list[dict[str, int]]:
    found: dict[int, dict[str, int]] = {}
    for tile in tiles_of(size):
        level = tile.level or 0
        row = found.setdefault(level, {"full": 0, "level": level, "partial_width": 0})
        if tile.width == WIDTH:
            row["full"] += 1
        else:
            row["partial_width"] = tile.width
    return list(found.values())
