"""Witnesses of the worked example: three member States cosign on loopback, so that the pages show it.

In earnest each member runs its own on its own machine (docs/how-to/run-a-witness.md). Here they are
processes of the same group, each with its own folder and keys; the third is a mirror. Their policy
file says who made it; one that an operator has put there is left alone, and then none of them runs.
"""

from __future__ import annotations

import shutil
import socket
import time
from dataclasses import dataclass
from typing import TYPE_CHECKING

from registan.cli.port import HIGHEST

if TYPE_CHECKING:
    from pathlib import Path

    from registan.kernel.log.keys import VerifierKey
    from registan.witness.folder import Folder

HOW_MANY, QUORUM = 3, 2
MARK = b"# Made by registan serve for the worked example"
ABOVE = 400  # ports are looked for from the port of the pages plus this
TRIES = 100
MIRROR_LOOKS_EVERY = 60.0
UP_WITHIN = 5.0


@dataclass(frozen=True)
class DemoWitness:
    """One of them: its folder and its port; `mirrors` is the log's address, or empty."""

    folder: Path
    port: int
    mirrors: str = ""


def prepare(states: list[str], port: int) -> list[DemoWitness]:
    """Folders, ports and the policy for these members; those ports that were free before stay."""
    from registan.config import settings
    from registan.ledger.log_keys import generations

    path: Path = settings.LEDGER_POLICY
    if path.is_file() and not path.read_bytes().startswith(MARK):
        return []
    held = generations(settings.LEDGER_KEYS, settings.LEDGER_ORIGIN)
    log = _log_lines(path, [one.key for generation in held for one in generation.signers])
    folders = [_folder(settings.VAR / "witnesses" / state.lower(), state) for state in states]
    ports = _ports(folders, port)
    policy = _policy(log, folders, ports)
    _write(path, policy)
    for folder in folders:
        _write(folder.path / "policy", policy)
    mirrored = f"http://127.0.0.1:{port}/log"
    return [
        DemoWitness(folder.path, at, mirrored if folder is folders[-1] else "")
        for folder, at in zip(folders, ports, strict=True)
    ]


def run(witness: DemoWitness) -> None:
    """The body of one such process."""
    from registan.cli.mirror import mirror_of, serve_mirror
    from registan.cli.witness import serve_witness
    from registan.witness.folder import Folder

    folder = Folder(witness.folder)
    with folder.alone():
        if witness.mirrors:
            mirror = mirror_of(folder, witness.mirrors)
            serve_mirror(mirror, "127.0.0.1", witness.port, MIRROR_LOOKS_EVERY)
        else:
            serve_witness(folder, "127.0.0.1", witness.port)


def wait_for(witnesses: list[DemoWitness]) -> None:
    """Until all listen: the start-up gate must be able to ask them."""
    until = time.monotonic() + UP_WITHIN
    for witness in witnesses:
        while not _listens(witness.port) and time.monotonic() < until:
            time.sleep(0.05)


def _folder(path: Path, state: str) -> Folder:
    from registan.witness.folder import Folder, make_folder

    if (path / "name").is_file():
        return Folder(path)
    # Made beside its place and moved there whole: a Ctrl-C meanwhile must not stop the next start.
    # What has no name yet has never cosigned.
    half = path.with_name(f".{path.name}")
    for left in (path, half):
        shutil.rmtree(left, ignore_errors=True)
    make_folder(half, f"witness.{state.lower()}.example", None, [])
    half.rename(path)
    return Folder(path)


def _ports(folders: list[Folder], port: int) -> list[int]:
    """The port that each had the last time, where it is free; else the next free one."""
    files = [folder.path / "port" for folder in folders]
    kept = [int(file.read_text()) if file.is_file() else 0 for file in files]
    chosen: list[int] = []
    for file, last in zip(files, kept, strict=True):
        above = range(port + ABOVE, min(port + ABOVE + TRIES, HIGHEST))
        wanted = [last] if last else []
        wanted += [at for at in above if at not in (*kept, *chosen)]
        chosen.append(next((at for at in wanted if not _is_taken(at)), 0) or _any_port())
        file.write_text(f"{chosen[-1]}\n")
    return chosen


def _log_lines(path: Path, signing: list[VerifierKey]) -> list[str]:
    """The keys of the log, former ones too, and from which entry on those vouch for nothing."""
    from registan.kernel.log.policy import REFUSED, Policy, parse_policy

    before = parse_policy(path.read_bytes()) if path.is_file() else Policy()
    keys = dict.fromkeys([*before.logs, *signing])
    refused = [f"{REFUSED} {index} {key}\n" for key, index in before.refused.items()]
    return [*(f"log {key}\n" for key in keys), *refused]


def _policy(log: list[str], folders: list[Folder], ports: list[int]) -> bytes:
    from registan.witness.folder import policy_lines

    told = [f"{MARK.decode()}; put your own in its place.\n"]
    told += log
    for folder, port in zip(folders, ports, strict=True):
        keys = [by.key for by in folder.signers()]
        told.append(policy_lines(folder.name, keys, f"http://127.0.0.1:{port}"))
    members = " ".join(f"{folder.name}/any" for folder in folders)
    told.append(f"group members {QUORUM} {members}\nquorum members\n")
    return "".join(told).encode()


def _write(path: Path, data: bytes) -> None:
    from registan.witness.files import make_folders, replace_file

    if not path.is_file() or path.read_bytes() != data:
        make_folders(path.parent)
        replace_file(path, data)


def _is_taken(port: int) -> bool:
    with socket.socket() as probe:
        probe.setsockopt(socket.SOL_SOCKET, socket.SO_REUSEADDR, 1)
        try:
            probe.bind(("127.0.0.1", port))
        except OSError:
            return True
    return False


def _any_port() -> int:
    with socket.socket() as probe:
        probe.bind(("127.0.0.1", 0))
        port: int = probe.getsockname()[1]
    return port


def _listens(port: int) -> bool:
    try:
        socket.create_connection(("127.0.0.1", port), timeout=1).close()
    except OSError:
        return False
    return True
