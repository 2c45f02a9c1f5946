"""The keys with which this log signs: one Ed25519 and one ML-DSA-44 key per generation.

A key file holds a 32-byte seed in hex and can be read by its owner alone. Rotation makes the next
generation; while two generations lie in the folder, each checkpoint carries the lines of both.

A generation is two files, and a process may end between them. Both are written under another name
(PART) before the first gets its own, so one name of the two means that both keys are whole.
"""

from __future__ import annotations

import re
from dataclasses import dataclass
from typing import TYPE_CHECKING

from registan.kernel.log.cosignatures import cosign
from registan.kernel.log.keys import KeyType, Signer, signer
from registan.kernel.log.notes import SignatureLine, sign
from registan.witness.seeds import make_seed, read_seed

if TYPE_CHECKING:
    from pathlib import Path

    from registan.kernel.log.keys import VerifierKey

ENDINGS = {"ed25519": KeyType.ED25519, "ml-dsa-44": KeyType.ML_DSA_44}
_FILE = re.compile(r"([1-9][0-9]*)\.(ed25519|ml-dsa-44)\Z")
RETIRED, PART = "retired", ".part"


@dataclass(frozen=True)
class Generation:
    """The two keys of one generation."""

    number: int
    signers: tuple[Signer, ...]


def generations(folder: Path, origin: str) -> list[Generation]:
    """All generations in the folder, oldest first; the first one is made where there is none.

    Raises KeyFileProblem for a file that others can read, or that is no seed.
    """
    gone = set(_numbers(folder / RETIRED))  # also where only one of the two was put aside so far
    numbers = [number for number in _numbers(folder) if number not in gone]
    if not numbers:
        make_generation(folder, 1)
        numbers = [1]
    return [_load(folder, number, origin) for number in numbers]


def all_public_keys(folder: Path, origin: str) -> list[VerifierKey]:
    """The verifier keys of every generation, retired ones too: what older checkpoints are read with."""
    numbers = dict.fromkeys([*_numbers(folder), *_numbers(folder / RETIRED)])
    held = [_load(folder, number, origin) for number in numbers]
    return [one.key for generation in held for one in generation.signers]


def make_generation(folder: Path, number: int) -> None:
    """Two new key files. Raises FileExistsError rather than write over a key."""
    folder.mkdir(parents=True, exist_ok=True, mode=0o700)
    if number in _numbers(folder):
        raise FileExistsError(folder / str(number))
    made = [folder / f"{number}.{ending}" for ending in ENDINGS]
    for path in made:
        # What was left by one who ended before the first had its name has signed nothing.
        _part(path).unlink(missing_ok=True)
        make_seed(_part(path))
    for path in made:
        _part(path).rename(path)


def next_generation(folder: Path) -> int:
    """Make the keys that follow the newest; returns their number."""
    number = max(_numbers(folder), default=0) + 1
    make_generation(folder, number)
    return number


def retire_older(folder: Path) -> list[int]:
    """Put all generations but the newest aside (folder `retired`): they sign no more."""
    older = _numbers(folder)[:-1]
    (folder / RETIRED).mkdir(exist_ok=True, mode=0o700)
    for number in older:
        for ending in ENDINGS:
            path = _path(folder, number, ending)
            path.rename(folder / RETIRED / f"{number}.{ending}")
    return older


def sign_all(text: bytes, held: list[Generation], seconds: int) -> list[SignatureLine]:
    """The lines of every key on a checkpoint: Ed25519 as tlog-checkpoint has it, ML-DSA-44 as a
    cosignature of the log itself (tlog-cosignature), at `seconds` since 1970.
    """
    return [_line(text, key, seconds) for generation in held for key in generation.signers]


def _line(text: bytes, by: Signer, seconds: int) -> SignatureLine:
    if by.key.type is KeyType.ED25519:
        return sign(text, by)
    return SignatureLine(by.key.name, by.key.id, cosign(text, by, seconds))


def _numbers(folder: Path) -> list[int]:
    if not folder.is_dir():
        return []
    found = (_FILE.match(path.name) for path in folder.iterdir())
    return sorted({int(match[1]) for match in found if match})


def _part(path: Path) -> Path:
    return path.with_name(path.name + PART)


def _path(folder: Path, number: int, ending: str) -> Path:
    """Where the key lies: at work, retired, or not yet under its own name."""
    path = folder / f"{number}.{ending}"
    places = (path, folder / RETIRED / path.name, _part(path))
    return next((place for place in places if place.is_file()), path)


def _load(folder: Path, number: int, origin: str) -> Generation:
    return Generation(
        number,
        tuple(
            signer(origin, type_, read_seed(_path(folder, number, ending)))
            for ending, type_ in ENDINGS.items()
        ),
    )
