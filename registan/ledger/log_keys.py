"""The keys with which this log signs: one Ed25519 and one ML-DSA-44 key per generation.

A key file holds a 32-byte seed in hex and can be read by its owner alone. Rotation makes the next
generation; while two generations lie in the folder, each checkpoint carries the lines of both.
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
RETIRED = "retired"


@dataclass(frozen=True)
class Generation:
    """The two keys of one generation."""

    number: int
    signers: tuple[Signer, ...]


def generations(folder: Path, origin: str) -> list[Generation]:
    """All generations in the folder, oldest first; the first one is made where there is none.

    Raises KeyFileProblem for a file that others can read, or that is no seed.
    """
    numbers = _numbers(folder)
    if not numbers:
        make_generation(folder, 1)
        numbers = [1]
    return [_load(folder, number, origin) for number in numbers]


def all_public_keys(folder: Path, origin: str) -> list[VerifierKey]:
    """The verifier keys of every generation, retired ones too: what older checkpoints are read with."""
    places = [(folder, number) for number in _numbers(folder)]
    places += [(folder / RETIRED, number) for number in _numbers(folder / RETIRED)]
    held = [_load(place, number, origin) for place, number in places]
    return [one.key for generation in held for one in generation.signers]


def make_generation(folder: Path, number: int) -> None:
    """Two new key files. Raises FileExistsError rather than write over a key."""
    folder.mkdir(parents=True, exist_ok=True, mode=0o700)
    for ending in ENDINGS:
        make_seed(folder / f"{number}.{ending}")


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
            (folder / f"{number}.{ending}").rename(folder / RETIRED / f"{number}.{ending}")
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


def _load(folder: Path, number: int, origin: str) -> Generation:
    return Generation(
        number,
        tuple(
            signer(origin, type_, read_seed(folder / f"{number}.{ending}"))
            for ending, type_ in ENDINGS.items()
        ),
    )
