"""Fault 13: files of the published tree cut, lengthened, swapped or gone: refused, and made anew."""

from __future__ import annotations

import random
from itertools import cycle
from typing import TYPE_CHECKING

import pytest

from registan.kernel.log.policy import Policy, parse_policy
from registan.ledger.export import export
from registan.ledger.log_keys import all_public_keys
from registan.witness.verifying import check_log
from tests.faults.counts import tell, times
from tests.ledger.keeping import keep_in

if TYPE_CHECKING:
    from collections.abc import Callable
    from pathlib import Path

    from pytest_django.fixtures import Settings

    from tests.cast import Cast

pytestmark = pytest.mark.django_db
ACTS = 560


def cut(paths: list[Path], dice: random.Random) -> None:
    path = dice.choice(paths)
    data = path.read_bytes()
    path.write_bytes(data[: dice.randrange(len(data))])


def lengthen(paths: list[Path], dice: random.Random) -> None:
    path = dice.choice(paths)
    path.write_bytes(path.read_bytes() + dice.randbytes(dice.randint(1, 64)))


def swap(paths: list[Path], dice: random.Random) -> None:
    data: dict[bytes, Path] = {path.read_bytes(): path for path in paths}
    (one, here), (other, there) = dice.sample(sorted(data.items()), 2)
    here.write_bytes(other)
    there.write_bytes(one)


def remove(paths: list[Path], dice: random.Random) -> None:
    dice.choice(paths).unlink()


WAYS: tuple[Callable[[list[Path], random.Random], None], ...] = (cut, lengthen, swap, remove)


def files_of(folder: Path) -> dict[Path, bytes]:
    return {path: path.read_bytes() for path in sorted(folder.rglob("*")) if path.is_file()}


def test_cut_and_swapped_files_are_refused_and_made_anew(
    cast: Cast, tmp_path: Path, settings: Settings
) -> None:
    kept = keep_in(tmp_path / "kept", settings)
    cast.act_again(ACTS)
    kept.sign()
    keys = all_public_keys(settings.LEDGER_KEYS, settings.LEDGER_ORIGIN)
    told = "".join(f"log {key}\n" for key in keys) + "quorum none\n"
    policy, folder, dice = parse_policy(told.encode()), tmp_path / "site", random.Random(13)
    export(folder, Policy(quorum="none"), told.encode())
    whole = files_of(folder)
    tree = [path for path in whole if "tile" in path.relative_to(folder).parts]
    assert len(tree) > 6

    def is_good() -> bool:
        return check_log(
            lambda at: (folder / at).read_bytes() if (folder / at).is_file() else None, policy
        ).good

    assert is_good()
    rounds, anew = times(12, 100), 0
    for number, way in zip(range(rounds), cycle(WAYS), strict=False):
        way(tree, dice)
        assert files_of(folder) != whole
        assert not is_good(), (number, way)
        # Files are a cache of the database: taken away, the next export makes the same ones.
        for path in files_of(folder):
            path.unlink()
        export(folder, Policy(quorum="none"), told.encode())
        assert files_of(folder) == whole
        assert is_good()
        anew += 1
    tell("13", "files of the tree cut, lengthened, swapped or gone: refused, made anew from the database",
         changes=rounds, anew=anew)  # fmt: skip
