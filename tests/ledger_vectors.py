"""Run the ledger kernel against vector files: `python tests/ledger_vectors.py DIR`.

Every file in DIR of a known kind is run; the kind is told by the file's content, not by its name.
Prints for each file how many checks passed and failed; exits 1 when one fails or none was run.
"""

from __future__ import annotations

import json
import sys
from pathlib import Path
from typing import TYPE_CHECKING, Any

if __name__ == "__main__":
    sys.path.insert(0, str(Path(__file__).resolve().parent.parent))

from tests.vectors import forms, notes, trees

if TYPE_CHECKING:
    from collections.abc import Callable, Iterator

    from tests.vectors import Check

# A kind is known by names that only its files have; the first that fits.
KINDS: tuple[tuple[frozenset[str], Callable[[dict[str, Any], Path], Iterator[Check]]], ...] = (
    (frozenset({"leaf_inputs_hex", "roots_hex_by_size"}), trees.known),
    (frozenset({"leaf_rule", "roots_by_size"}), trees.generated),
    (frozenset({"tiles_subset", "bundles_subset"}), trees.tiles),
    (frozenset({"tessera_log"}), notes.foreign),
    (frozenset({"must_refuse_b64", "numbers_ieee754_hex_and_text"}), forms.canonical_json),
    (frozenset({"policy", "cases"}), notes.proof_files),
    (frozenset({"witness_key", "log_vkey", "cases"}), notes.witness),
    (frozenset({"cases[].wantErr"}), trees.probes),
    (frozenset({"cases[].commitment_hex"}), forms.commitments),
    (frozenset({"cases[].trusted", "cases[].note"}), notes.signed_notes),
    (frozenset({"cases[].checkpoint_text", "cases[].line"}), notes.ml_dsa),
    (frozenset({"cases[].text", "cases[].ok"}), forms.checkpoints),
)


def names_of(found: Any) -> set[str]:
    """The names that tell a file's kind: its own and those of its first case."""
    if not isinstance(found, dict):
        return set()
    cases = found.get("cases")
    first = cases[0] if isinstance(cases, list) and cases and isinstance(cases[0], dict) else {}
    return {*found, *(f"cases[].{name}" for name in first)}


def run(path: Path) -> tuple[int, list[str]] | None:
    """How many checks of the file passed and what failed; None for a file of no known kind."""
    try:
        found = json.loads(path.read_bytes())
    except ValueError:
        return None
    names = names_of(found)
    for needed, checks in KINDS:
        if needed <= names:
            return _count(checks(found, path))
    return None


def _count(checks: Iterator[Check]) -> tuple[int, list[str]]:
    passed = 0
    failed = []
    try:
        for name, good in checks:
            if good:
                passed += 1
            else:
                failed.append(name)
    except (AttributeError, LookupError, TypeError, ValueError) as broken:
        # What should have been read was refused, or the file is not of the form after all.
        failed.append(f"broke off after {passed + len(failed)} checks: {broken!r}")
    return passed, failed


def main(folder: str) -> int:
    """Run every file of the folder; 0 when at least one ran and all passed."""
    total = bad = files = 0
    for path in sorted(Path(folder).glob("*.json")):
        result = run(path)
        if result is None:
            print(f"{path.name}: not a kind of vector file known here")
            continue
        passed, failed = result
        files, total, bad = files + 1, total + passed, bad + len(failed)
        print(f"{path.name}: {passed} passed, {len(failed)} failed")
        for name in failed:
            print(f"    failed: {name}")
    print(f"{files} files: {total} passed, {bad} failed")
    return 0 if files and total and not bad else 1


if __name__ == "__main__":
    if len(sys.argv) != 2:
        sys.exit("usage: ledger_vectors.py DIR")
    sys.exit(main(sys.argv[1]))
