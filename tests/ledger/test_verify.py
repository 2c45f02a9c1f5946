"""What is exported is verified by our own command and by a verifier that shares no line with us."""

from __future__ import annotations

import random
import shutil
import subprocess
import sys
from base64 import b64encode
from pathlib import Path
from typing import TYPE_CHECKING

import pytest
from django.conf import settings
from django.utils import timezone

from registan.cli.main import main
from registan.kernel.log.canonical import canonical, read_json
from registan.kernel.log.proof_file import ProofFile, parse_proof_file
from registan.kernel.log.tiles import WIDTH
from registan.ledger.export import Unfit, export
from registan.ledger.guard import writing
from registan.ledger.models import Cosignature, Entry, Leaf, LogState
from registan.ledger.receipts import receipt
from tests.faults.counts import tell, times
from tests.ledger.test_keeper_and_witnesses import address, bench, log_keys
from tests.ledger.witnessing import new_folder, running, serving

if TYPE_CHECKING:
    from registan.kernel.log.policy import Policy
    from tests.cast import Cast

pytestmark = pytest.mark.django_db
NODE = shutil.which("node") or shutil.which("nodejs")
VERIFIER = Path(__file__).resolve().parents[2] / "verifier" / "verify.mjs"


class Published:
    """The log of the cast, cosigned by one witness and exported, with the proof of one act."""

    def __init__(self, cast: Cast, folder: Path) -> None:
        self.folder, self.policy_file = folder / "site", folder / "policy"
        with running(new_folder(folder / "w", log_keys(folder))) as witness:
            self.bench = bench(folder, {address(witness): witness.keys()}, 1)
            cast.act_again(WIDTH + 30)
            assert self.bench.turn_until_cosigned()
        told = "".join(f"log {key}\n" for key in log_keys(folder))
        for name, key in self.policy.witnesses.items():
            told += f"witness {name} {key}\n"
        (name, group) = next(iter(self.policy.groups.items()))
        told += f"group {name} {group.k} {' '.join(group.members)}\nquorum {name}\n"
        self.policy_file.write_text(told)
        self.export()
        self.index = 100
        entry = Entry.objects.select_related("secret", "leaf").get(leaf__index=self.index)
        made = receipt(entry, self.policy)
        assert made is not None
        self.proof = folder / "act.tlog-proof"
        self.proof.write_bytes(bytes(made))
        self.entry = folder / "entry"
        self.entry.write_bytes(bytes(Leaf.objects.get(index=self.index).data))

    @property
    def policy(self) -> Policy:
        return self.bench.policy

    def export(self) -> tuple[int, int]:
        return export(self.folder, self.policy, self.policy_file.read_bytes())


@pytest.fixture
def published(cast: Cast, tmp_path: Path) -> Published:
    return Published(cast, tmp_path)


def verify(*words: str | Path) -> int:
    return main(["--lang", "en", "ledger", "verify", *map(str, words)])


def test_an_exported_folder_gets_three_times_yes(
    published: Published, capsys: pytest.CaptureFixture[str]
) -> None:
    size = LogState.objects.get().size
    assert verify(published.folder, "--policy", published.policy_file) == 0
    said = capsys.readouterr().out.splitlines()
    assert said == [
        f"Log {settings.LEDGER_ORIGIN}, {size} entries.",
        f"1. In the log: yes, all entries ({size}) lead to the signed root.",
        "2. Signed by the log: yes.",
        "3. Cosigned by witnesses: yes, by 1 of 1 (witness.example).",
    ]
    policy, entry = published.policy_file, published.entry
    assert verify(published.folder, "--policy", policy, "--entry", entry) == 0
    assert f"1. In the log: yes, as number {published.index}." in capsys.readouterr().out
    with serving(published.folder) as url:
        assert verify(url) == 0
    assert "The policy comes from where the log comes from." in capsys.readouterr().out


def test_each_no_is_told_on_its_own(
    published: Published, tmp_path: Path, capsys: pytest.CaptureFixture[str]
) -> None:
    told = published.policy_file.read_text()
    stranger = tmp_path / "stranger"
    stranger.write_text(
        "".join(f"log {key}\n" for key in log_keys(tmp_path / "other")) + "quorum none\n"
    )
    assert verify(published.folder, "--policy", stranger) == 1
    said = capsys.readouterr().out
    assert "1. In the log: yes" in said
    assert "2. Signed by the log: no" in said
    more = tmp_path / "more"
    others = new_folder(tmp_path / "v", [], "v.example").signers()
    more.write_text(
        told.split("group")[0] + f"witness v {others[0].key}\n"
        "group two 2 witness.example v\nquorum two\n"
    )
    assert verify(published.folder, "--policy", more) == 1
    assert (
        "3. Cosigned by witnesses: no, only by 1 of 2 (witness.example)." in capsys.readouterr().out
    )
    absent = tmp_path / "absent"
    absent.write_bytes(b"registan/act/v1\n" + bytes(32))
    assert verify(published.folder, "--entry", absent) == 1
    assert "there is no such entry" in capsys.readouterr().out


def test_a_changed_byte_is_named_by_its_entry(
    published: Published, capsys: pytest.CaptureFixture[str]
) -> None:
    dice = random.Random(5)
    bundle = published.folder / "tile" / "entries" / "000"
    good = bundle.read_bytes()
    for _ in range(times(10, 1_000)):
        index = dice.randrange(WIDTH)
        bad = bytearray(good)
        bad[index * 50 + 2 + dice.randrange(48)] ^= 1 << dice.randrange(8)
        bundle.write_bytes(bad)
        assert verify(published.folder) == 1
        assert f"the damage begins at entry {index} (tile/" in capsys.readouterr().out
    tell("13", "a bit of a published file, found by verify", changes=times(10, 1_000))


def test_a_proof_file_opens_the_act_and_says_who_what_when(
    published: Published, tmp_path: Path, capsys: pytest.CaptureFixture[str]
) -> None:
    assert verify(published.proof, "--policy", published.policy_file) == 0
    said = capsys.readouterr().out
    assert f"1. In the log: yes, as number {published.index}." in said
    assert f"Act: {Entry.objects.get(leaf__index=published.index).kind}" in said
    assert "For: SECRETARIAT" in said
    assert "is genuine." in said
    file = parse_proof_file(published.proof.read_bytes())
    told = read_json(file.extra or b"")
    name = next(iter(told["parts"]))
    changed = {**told, "parts": {name: {**told["parts"][name], "payload": {"another": "text"}}}}
    other = ProofFile(file.index, file.proof, file.note, file.checkpoint, canonical(changed))
    path = tmp_path / "changed.tlog-proof"
    path.write_bytes(bytes(other))
    assert verify(path, "--policy", published.policy_file) == 1
    assert "is NOT the one that was logged." in capsys.readouterr().out
    envelope = told["envelope"].replace("SECRETARIAT", "KZ")
    forged = canonical({**told, "envelope": envelope})
    path.write_bytes(bytes(ProofFile(file.index, file.proof, file.note, file.checkpoint, forged)))
    assert verify(path, "--policy", published.policy_file) == 1
    assert "For: KZ" not in capsys.readouterr().out
    bare = ProofFile(file.index, file.proof, file.note, file.checkpoint)
    path.write_bytes(bytes(bare))
    assert verify(path, "--policy", published.policy_file) == 1
    assert "does not hold the entry" in capsys.readouterr().err
    assert verify(path, "--policy", published.policy_file, "--entry", published.entry) == 0


def test_what_is_no_log_is_said_in_one_sentence(
    tmp_path: Path, capsys: pytest.CaptureFixture[str]
) -> None:
    dice = random.Random(9)
    (tmp_path / "policy").write_text("quorum none\n")
    for at in range(20):
        path = tmp_path / f"{at}.tlog-proof"
        path.write_bytes(dice.randbytes(dice.randrange(400)) if at else b64encode(bytes(9)))
        assert verify(path) == 1
        assert "cannot be read" in capsys.readouterr().err
    assert verify(tmp_path / "nowhere") == 1
    assert "whose keys to trust" in capsys.readouterr().err
    assert verify("http://127.0.0.1:1/log") == 1
    assert "does not answer" in capsys.readouterr().err


def test_it_needs_no_settings_and_no_database(published: Published) -> None:
    code = (
        "import sys\nfrom registan.cli.main import main\nstatus = main(sys.argv[1:])\n"
        "from django.conf import settings\n"
        "assert not settings.configured and 'django.db.backends' not in sys.modules\n"
        "sys.exit(status)"
    )
    words = ["ledger", "verify", str(published.proof), "--policy", str(published.policy_file)]
    done = subprocess.run([sys.executable, "-c", code, *words], capture_output=True, check=False)
    assert done.returncode == 0, done.stderr


def sign_without_witnesses(published: Published) -> Policy:
    """One more checkpoint, of a log that asks nobody."""
    alone = bench(published.folder.parent, {}, 0)
    alone.keeper.turn(timezone.now())
    with writing():
        Cosignature.objects.all().delete()
    return alone.policy


def test_an_export_goes_on_where_it_stopped(published: Published, cast: Cast) -> None:
    size = LogState.objects.get().size
    assert published.export() == (size, 0)
    kept = (published.folder / "tile" / "entries" / "000").stat().st_mtime_ns
    assert not (published.folder / "incoming").exists()
    cast.act_again(WIDTH)
    policy = sign_without_witnesses(published)
    told = published.policy_file.read_bytes()
    now, new = export(published.folder, policy, told)
    assert (now, new) == (LogState.objects.get().size, LogState.objects.get().size - size)
    assert (published.folder / "tile" / "entries" / "000").stat().st_mtime_ns == kept
    assert not (published.folder / "tile" / "entries" / "001.p").exists()
    stranger = published.folder.parent / "none"
    stranger.write_text(
        "".join(f"log {key}\n" for key in log_keys(stranger.parent)) + "quorum none\n"
    )
    assert verify(published.folder, "--policy", stranger) == 0


def test_nothing_is_exported_over_a_changed_entry(published: Published, cast: Cast) -> None:
    before = (published.folder / "checkpoint").read_bytes()
    cast.act_again(3)
    policy = sign_without_witnesses(published)
    last = Leaf.objects.order_by("-index")[0]
    with writing():
        Leaf.objects.filter(index=last.index).update(data=b"registan/act/v1\n" + bytes(32))
    with pytest.raises(Unfit):
        export(published.folder, policy, b"")
    assert (published.folder / "checkpoint").read_bytes() == before
    assert verify(published.folder) == 0


@pytest.mark.skipif(NODE is None, reason="NOT RUN: the second verifier needs Node (Debian: nodejs)")
def test_a_verifier_by_other_means_agrees(published: Published) -> None:
    def node(*words: str | Path) -> tuple[int, str]:
        assert NODE
        done = subprocess.run(
            [NODE, VERIFIER, *words], capture_output=True, text=True, check=False, timeout=60
        )
        return done.returncode, done.stdout + done.stderr

    size = LogState.objects.get().size
    key = str(log_keys(published.folder.parent)[0])
    assert node("log", published.folder, key) == (
        0, f"good: {size} entries of {settings.LEDGER_ORIGIN} lead to the signed root\n",
    )  # fmt: skip
    assert node("checkpoint", published.folder / "checkpoint", published.policy_file)[0] == 0
    assert node("proof", published.proof, published.policy_file, published.entry)[0] == 0
    bundle = published.folder / "tile" / "entries" / "000"
    bundle.write_bytes(bundle.read_bytes()[:-1] + b"\0")
    assert node("log", published.folder, key)[0] == 1
