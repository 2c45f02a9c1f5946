"""A mirror takes what is new, checks all of it, and refuses what is not one log."""

from __future__ import annotations

import random
import resource
import signal
import subprocess
import threading
import time
from typing import TYPE_CHECKING

import pytest

from registan.cli.main import main
from registan.kernel.log.audit import audit
from registan.kernel.log.checkpoints import parse_checkpoint
from registan.kernel.log.keys import KeyType, signer
from registan.kernel.log.notes import parse_note, verify_note
from registan.kernel.log.split_view import parse_split_view, verify_split_view
from registan.witness.cosigner import Damaged
from registan.witness.fetching import Source, Unreachable
from registan.witness.following import look
from registan.witness.mirror import Inconsistent, Mirror, TwoHistories
from tests.faults.counts import tell, times
from tests.ledger.witnessing import (
    COMMAND,
    ORIGIN,
    OwnLog,
    call,
    cosigners,
    new_folder,
    publish,
    running,
    serving,
)

if TYPE_CHECKING:
    from collections.abc import Iterator
    from pathlib import Path

    from registan.witness.folder import Folder

BOTH = {KeyType.COSIGNATURE, KeyType.ML_DSA_44}


@pytest.fixture
def log() -> OwnLog:
    made = OwnLog()
    made.grow(1_000)
    return made


@pytest.fixture
def site(tmp_path: Path) -> Path:
    return tmp_path / "site"


@pytest.fixture
def url(site: Path) -> Iterator[str]:
    site.mkdir()
    with serving(site) as address:
        yield address


@pytest.fixture
def folder(tmp_path: Path, log: OwnLog) -> Folder:
    return new_folder(tmp_path / "mirror", [log.by.key], "mirror.example")


def own(folder: Folder, path: str) -> bytes | None:
    file = folder.of_log(ORIGIN) / path
    return file.read_bytes() if file.is_file() else None


def held(folder: Folder) -> int:
    """The size of what is held, after every entry of it was hashed."""
    head = parse_checkpoint(parse_note(own(folder, "checkpoint") or b"").text)
    assert list(audit(head.size, head.root, lambda path: own(folder, path))) == []
    return head.size


@pytest.mark.parametrize("sizes", [
    [0, 1, 2, 255, 256, 257, 300, 512, 1_000], [1_000], [256, 512, 768], [511, 513, 769, 1_000],
])  # fmt: skip
def test_it_takes_what_is_new_and_holds_all_of_it(
    log: OwnLog, site: Path, url: str, folder: Folder, sizes: list[int]
) -> None:
    mirror = Mirror(folder, Source(url))
    before = 0
    for size in sizes:
        publish(log, site, size)
        step = mirror.step()
        assert (step.size, step.new) == (size, size - before)
        assert held(folder) == size
        before = size
    note = parse_note(own(folder, "checkpoint") or b"")
    keys = [by.key for by in folder.signers()]
    assert {one.key.type for one in verify_note(note, keys)} == BOTH
    assert mirror.step().new == 0


def test_it_fetches_only_what_is_new(log: OwnLog, site: Path, url: str, folder: Folder) -> None:
    publish(log, site, 800)
    Mirror(folder, Source(url)).step()
    for path in ("tile/entries/000", "tile/entries/002", "tile/0/000"):
        (site / path).unlink()
    publish_edge = log.fork(1_000)
    publish(publish_edge, site)
    for path in ("tile/entries/000", "tile/entries/001", "tile/0/000"):
        (site / path).unlink()
    assert Mirror(folder, Source(url)).step().new == 200
    assert held(folder) == 1_000


def test_every_changed_byte_is_refused_and_the_entry_named(
    log: OwnLog, site: Path, url: str, folder: Folder
) -> None:
    publish(log, site, 500)
    mirror = Mirror(folder, Source(url))
    mirror.step()
    publish(log, site)
    files = [path for path in site.rglob("*") if path.is_file() and "tile" in path.parts]
    new = [path for path in files if own(folder, str(path.relative_to(site))) is None]
    dice = random.Random(3)
    for _ in range(times(30, 1_000)):
        path = dice.choice(new)
        good = path.read_bytes()
        bad = bytearray(good)
        bad[dice.randrange(len(bad))] ^= 1 << dice.randrange(8)
        path.write_bytes(bad)
        with pytest.raises(Inconsistent) as found:
            mirror.step()
        assert found.value.index is not None
        assert held(folder) == 500
        path.write_bytes(good)
    assert mirror.step().new == 500
    tell("13", "a bit of a published file, refused by a mirror", changes=times(30, 1_000))


@pytest.mark.parametrize(("first", "second"), [
    (500, 500), (500, 700), (512, 900), (512, 512), (700, 500), (700, 1), (999, 512), (256, 257),
])  # fmt: skip
def test_two_histories_leave_a_proof(
    log: OwnLog, site: Path, url: str, folder: Folder, first: int, second: int
) -> None:
    publish(log, site, first)
    Mirror(folder, Source(url)).step()
    fork = log.fork(0)
    fork.grow(1_000, "another")
    publish(fork, site, second)
    with pytest.raises(TwoHistories) as found:
        Mirror(folder, Source(url)).step()
    view = parse_split_view(found.value.path.read_bytes())
    one, other = verify_split_view(view, [log.by.key])
    assert sorted((first, second)) == [one.size, other.size]
    assert held(folder) == first
    # It stays that way: an honest checkpoint does not make the other one unsaid.
    publish(log, site)
    with pytest.raises(TwoHistories):
        Mirror(folder, Source(url)).step()


def test_an_older_checkpoint_of_the_same_history_is_no_alarm(
    log: OwnLog, site: Path, url: str, folder: Folder
) -> None:
    publish(log, site)
    Mirror(folder, Source(url)).step()
    for size in (0, 1, 512, 999):
        publish(log, site, size)
        assert Mirror(folder, Source(url)).step().new == 0
    assert held(folder) == 1_000


def test_it_mends_what_it_held_and_trusts_only_what_it_cosigned(
    log: OwnLog, site: Path, url: str, folder: Folder
) -> None:
    publish(log, site, 700)
    Mirror(folder, Source(url)).step()
    damaged = folder.of_log(ORIGIN) / "tile/entries/001"
    damaged.write_bytes(damaged.read_bytes()[:-1] + b"!")
    publish(log, site, 600)
    with pytest.raises(Damaged):
        Mirror(folder, Source(url)).step()
    publish(log, site, 700)
    assert Mirror(folder, Source(url)).step().new == 0
    assert held(folder) == 700
    damaged.unlink()
    fork = log.fork(300)
    fork.grow(700, "another")
    publish(fork, site)
    with pytest.raises(TwoHistories):
        Mirror(folder, Source(url)).step()


def test_a_lost_copy_is_made_anew_from_another_mirror(
    log: OwnLog, site: Path, url: str, folder: Folder, tmp_path: Path
) -> None:
    """The log itself is away; afterwards what the other mirror had seen is known here too."""
    publish(log, site, 900)
    Mirror(folder, Source(url)).step()
    other = new_folder(tmp_path / "other", [log.by.key], "other.example")
    with serving(folder.of_log(ORIGIN)) as address:
        step = Mirror(other, Source(address)).step()
    assert (step.size, step.new) == (900, 900)
    assert held(other) == 900
    publish(log, site)
    assert Mirror(other, Source(url)).step().new == 100
    fork = log.fork(899)
    fork.grow(101, "another")
    publish(fork, site)
    with pytest.raises(TwoHistories):
        Mirror(other, Source(url)).step()


def test_what_is_not_signed_by_its_log_is_not_taken(
    log: OwnLog, site: Path, url: str, folder: Folder
) -> None:
    forged = OwnLog(list(log.entries), signer(ORIGIN, KeyType.ED25519, bytes([6] * 32)))
    publish(forged, site)
    with pytest.raises(Inconsistent):
        Mirror(folder, Source(url)).step()
    for nonsense in (b"", b"x" * 2_000_000, b"\xff\xfe\n\n", b"<html></html>\n"):
        (site / "checkpoint").write_bytes(nonsense)
        with pytest.raises(Inconsistent):
            Mirror(folder, Source(url)).step()
    (site / "checkpoint").unlink()
    with pytest.raises(Unreachable):
        Mirror(folder, Source(url)).step()
    assert own(folder, "checkpoint") is None


def test_as_a_process_it_follows_cosigns_and_serves(
    log: OwnLog, site: Path, url: str, folder: Folder
) -> None:
    publish(log, site, 300)
    words = ["mirror", str(folder.path), url, "--seconds", "0.1"]
    with running(folder, words=words) as mirror:
        until = time.monotonic() + 10
        while mirror.checkpoint()[0] != 200 and time.monotonic() < until:
            time.sleep(0.05)
        publish(log, site, 600)
        # Asked by the log itself, it takes the entries before it answers.
        status, lines, _ = mirror.post(log.request(300, 600))
        if status == 409:
            status, lines, _ = mirror.post(log.request(600, 600))
        assert status == 200
        assert cosigners(log.note(600), lines, mirror.keys()) == BOTH
        place = folder.of_log(ORIGIN).name
        head = parse_checkpoint(parse_note(mirror.checkpoint()[1]).text)
        assert head.size == 600

        def served(path: str) -> bytes | None:
            status, body, _ = call(mirror.port, "GET", f"/{place}/{path}")
            return body if status == 200 else None

        assert list(audit(head.size, head.root, served)) == []
        assert served("tile/../checkpoint") is None
        # What it cannot fetch it does not cosign.
        assert mirror.post(log.request(600, 1_000))[0] == 503


def test_asked_and_looking_at_once_it_mixes_nothing_up(
    log: OwnLog, site: Path, url: str, folder: Folder
) -> None:
    """The log asks for cosignatures while the mirror looks at the log by itself."""
    publish(log, site, 1)
    mirror = Mirror(folder, Source(url))
    mirror.step()
    ended = threading.Event()
    troubles: list[str] = []

    def ask() -> None:
        size = 1
        while not ended.is_set():
            answer = mirror.answer(log.request(size))
            size = int(answer.body) if answer.status == 409 else size

    asking = threading.Thread(target=ask)
    asking.start()
    for size in range(50, 1_001, 50):
        publish(log, site, size)
        look(mirror, lambda word, **facts: None if word == "holds" else troubles.append(word))
    ended.set()
    asking.join()
    assert troubles == []
    assert held(folder) == 1_000


def test_a_full_disk_is_told_and_nothing_is_cosigned(
    log: OwnLog, site: Path, url: str, folder: Folder
) -> None:
    publish(log, site, 300)
    mirror = Mirror(folder, Source(url))
    told: list[str] = []
    limits = resource.getrlimit(resource.RLIMIT_FSIZE)
    before = signal.signal(signal.SIGXFSZ, signal.SIG_IGN)
    resource.setrlimit(resource.RLIMIT_FSIZE, (4_000, limits[1]))
    try:
        assert not look(mirror, lambda word, **facts: told.append(word))
        assert mirror.answer(log.request(0, 300)).status == 503
    finally:
        resource.setrlimit(resource.RLIMIT_FSIZE, limits)
        signal.signal(signal.SIGXFSZ, before)
    assert told == ["no_room"]
    assert own(folder, "checkpoint") is None
    assert look(mirror, lambda word, **facts: told.append(word))
    assert held(folder) == 300


def test_once_says_what_it_found(log: OwnLog, site: Path, url: str, folder: Folder) -> None:
    def once() -> tuple[int, str]:
        done = subprocess.run(
            [*COMMAND, "mirror", str(folder.path), url, "--once"],
            capture_output=True, text=True, check=False, timeout=60,
        )  # fmt: skip
        return done.returncode, done.stdout + done.stderr

    publish(log, site, 700)
    assert once() == (
        0,
        f"700 entries held, 700 of them new; all checked.\n"
        f"The mirror of {ORIGIN} is whole: 700 entries.\n",
    )
    fork = log.fork(0)
    fork.grow(800, "another")
    publish(fork, site)
    status, said = once()
    assert status == 1
    assert said.startswith("ALARM. The log signed two different histories.")
    proof = said.split("The proof: ")[1].split(". ")[0]
    policy = site.parent / "policy"
    policy.write_text(f"log {log.by.key}\nquorum none\n")
    assert main(["--lang", "en", "ledger", "verify", proof, "--policy", str(policy)]) == 0
    stranger = signer(ORIGIN, KeyType.ED25519, bytes([6] * 32))
    policy.write_text(f"log {stranger.key}\nquorum none\n")
    assert main(["--lang", "en", "ledger", "verify", proof, "--policy", str(policy)]) == 1


def test_a_killed_mirror_holds_what_it_cosigned(
    log: OwnLog, site: Path, url: str, folder: Folder
) -> None:
    """kill -9 while it takes entries: the next start holds a whole, signed prefix and goes on."""
    log.grow(9_000)
    dice = random.Random(11)
    publish(log, site, 2_000)
    Mirror(folder, Source(url)).step()
    for turn in range(times(3, 100)):
        publish(log, site, 2_000 + min(8_000, 2_600 * (turn % 3 + 1)))
        taking = subprocess.Popen(
            [*COMMAND, "mirror", str(folder.path), url, "--once"], stdout=subprocess.DEVNULL
        )
        time.sleep(0.25 + dice.random() * 0.4)
        taking.kill()
        taking.wait(10)
        assert held(folder) >= 2_000
    publish(log, site)
    Mirror(folder, Source(url)).step()
    assert held(folder) == 10_000
