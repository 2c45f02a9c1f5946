"""Keys of the log change hands: both sign, then the new one alone; the old one is refused by index."""

from __future__ import annotations

import json
import random
from dataclasses import replace
from typing import TYPE_CHECKING

import pytest
from django.conf import settings as installed
from django.test import Client
from django.utils import timezone

from registan.cli.main import main
from registan.kernel.log.notes import Note, parse_note, verify_note
from registan.kernel.log.policy import parse_policy
from registan.kernel.log.proof_file import parse_proof_file
from registan.ledger.fsck import fsck
from registan.ledger.gate import pass_gate
from registan.ledger.keeper import make_keeper, policy
from registan.ledger.log_keys import all_public_keys, generations, sign_all
from registan.ledger.models import Checkpoint, Entry
from registan.ledger.policy_file import enter_refusals
from registan.ledger.rotation import NotCarried, NothingToFinish, begin, finish
from registan.ledger.sequencer import integrate_all
from registan.ledger.signer import Halted
from registan.ledger.verification import answer, own_keys
from registan.witness.folder import make_folder
from registan.witness.verifying import check_log
from tests.faults.counts import tell, times
from tests.ledger.keeping import Kept, keep_in

if TYPE_CHECKING:
    from pathlib import Path

    from pytest_django.fixtures import Settings

    from registan.ledger.log_keys import Generation
    from tests.cast import Cast

pytestmark = pytest.mark.django_db


@pytest.fixture
def kept(cast: Cast, tmp_path: Path, settings: Settings) -> Kept:
    kept = keep_in(tmp_path, settings, quorum=1)
    kept.sign()
    kept.cosign(1)
    return kept


def rotate(cast: Cast) -> int:
    """Both steps, with a checkpoint between them; the index of the act."""
    begin(installed.LEDGER_KEYS, installed.LEDGER_ORIGIN, timezone.now())
    turn()
    finish(installed.LEDGER_KEYS, installed.LEDGER_ORIGIN)
    cast.act_again()
    turn()
    number = Entry.objects.with_log().get(kind="ledger.keys.rotated").number
    assert number is not None
    return number


def turn() -> None:
    """A keeper that has just been started signs all there is."""
    integrate_all()
    make_keeper().signer.sign(timezone.now())


def keys_on(size: int) -> int:
    row = Checkpoint.objects.get(size=size)
    every = all_public_keys(installed.LEDGER_KEYS, installed.LEDGER_ORIGIN)
    return len(verify_note(parse_note(row.note.encode()), every))


def test_both_sign_once_and_then_the_new_one_alone(cast: Cast, kept: Kept) -> None:
    index = rotate(cast)
    sizes = list(Checkpoint.objects.values_list("size", flat=True))
    assert [keys_on(size) for size in sizes] == [2, 4, 2]
    assert sizes[0] <= index < sizes[1]
    assert list(fsck(all_public_keys(installed.LEDGER_KEYS, installed.LEDGER_ORIGIN))) == []


def test_the_public_act_names_old_keys_and_new_ones(cast: Cast, kept: Kept) -> None:
    old = [str(one.key) for one in kept.keeper.signer.keys[0].signers]
    index = rotate(cast)
    entry = Entry.objects.with_log().get(leaf__index=index)
    held = generations(installed.LEDGER_KEYS, installed.LEDGER_ORIGIN)
    assert entry.audience == "public"
    assert entry.record["replaces"] == old
    assert entry.record["keys"] == [str(one.key) for one in held[0].signers]
    page = Client().get(f"/en/ledger/acts/{index}/").content.decode()
    assert json.dumps(old[0])[1:30].split("+")[0] in page


def test_a_stolen_old_key_signs_nothing_that_is_believed(cast: Cast, kept: Kept) -> None:
    stolen = list(kept.keeper.signer.keys)
    number = Entry.objects.with_log().filter(kind="plans.round.opened").last()
    assert number is not None
    place = f"/en/ledger/acts/{number.number}/proof"
    before = parse_proof_file(cast.client("secretariat").get(place).content)
    rotate(cast)
    trusted = policy()
    # Proofs from before the rotation are read with the old key for ever.
    assert answer(before, trusted, own_keys(trusted)).signed
    kept.cosign(1)
    file = parse_proof_file(cast.client("secretariat").get(place).content)
    assert answer(file, trusted, own_keys(trusted)).signed
    forged = Note(file.note.text, tuple(sign_all(file.note.text, stolen, 1_900_000_000)))
    assert not answer(replace(file, note=forged), trusted, own_keys(trusted)).signed


def test_the_policy_tells_a_stranger_from_where_on_the_old_key_is_refused(
    cast: Cast, kept: Kept
) -> None:
    stolen = list(kept.keeper.signer.keys)
    index = rotate(cast)
    told = installed.LEDGER_POLICY.read_bytes()
    trusted = parse_policy(told)
    old = [one.key for generation in stolen for one in generation.signers]
    assert trusted.refused == dict.fromkeys(old, index)
    root = b"A" * 43 + b"="

    def says(size: int, held: list[Generation]) -> bool:
        text = b"%s\n%d\n%s\n" % (installed.LEDGER_ORIGIN.encode(), size, root)
        note = bytes(Note(text, tuple(sign_all(text, held, 1_900_000_000))))
        return check_log({"checkpoint": note}.get, trusted).signed

    assert [says(size, stolen) for size in (index, index + 1)] == [True, False]
    new = generations(installed.LEDGER_KEYS, installed.LEDGER_ORIGIN)
    assert says(index + 1, new)
    # A policy that is written once is not written over, and others' lines stay.
    enter_refusals(installed.LEDGER_POLICY, dict.fromkeys(old, index))
    assert installed.LEDGER_POLICY.read_bytes() == told
    assert b"quorum all" in told


def test_a_witness_believes_the_new_key_alone_once_the_policy_says_so(
    cast: Cast, kept: Kept, tmp_path: Path
) -> None:
    rotate(cast)
    folder = make_folder(tmp_path / "w", "w.example", installed.LEDGER_POLICY.read_bytes(), [])
    new = generations(installed.LEDGER_KEYS, installed.LEDGER_ORIGIN)
    assert folder.logs() == {installed.LEDGER_ORIGIN: [one.key for one in new[0].signers]}


def test_keys_change_hands_again_and_again_and_every_old_one_is_refused(
    cast: Cast, kept: Kept
) -> None:
    """Each time interrupted at another step; whoever stole an earlier key signs nothing."""
    place, dice = (installed.LEDGER_KEYS, installed.LEDGER_ORIGIN), random.Random(17)
    stolen = list(kept.keeper.signer.keys)
    root, scripts = b"A" * 43 + b"=", times(2, 10)
    for _ in range(scripts):
        for _ in range(dice.randint(1, 3)):  # begun, broken off, begun anew
            begin(*place, timezone.now())
        if dice.random() < 0.5:
            with pytest.raises(NotCarried):
                finish(*place)
        cast.act_again(dice.randint(0, 3))
        turn()
        finish(*place)
        index = Entry.objects.with_log().filter(kind="ledger.keys.rotated").latest("pk").number
        assert index is not None
        cast.act_again()
        turn()
        trusted = parse_policy(installed.LEDGER_POLICY.read_bytes())
        for thief in stolen:
            text = b"%s\n%d\n%s\n" % (installed.LEDGER_ORIGIN.encode(), index + 1, root)
            note = bytes(Note(text, tuple(sign_all(text, [thief], 1_900_000_000))))
            assert not check_log({"checkpoint": note}.get, trusted).signed
        latest = Checkpoint.objects.latest("size")
        assert check_log({"checkpoint": latest.note.encode()}.get, trusted).signed
        assert list(fsck(all_public_keys(*place))) == []
        stolen += generations(*place)
    tell("17", "keys stolen and rotated, interrupted on the way", scripts=scripts)


def test_the_gate_and_fsck_do_not_believe_it_either(cast: Cast, kept: Kept, tmp_path: Path) -> None:
    stolen = list(kept.keeper.signer.keys)
    rotate(cast)
    every = all_public_keys(installed.LEDGER_KEYS, installed.LEDGER_ORIGIN)
    text = b"%s\n%d\n%s\n" % (installed.LEDGER_ORIGIN.encode(), 10**6, b"A" * 43 + b"=")
    by_old = bytes(Note(text, tuple(sign_all(text, stolen, 1_900_000_000))))
    held = generations(installed.LEDGER_KEYS, installed.LEDGER_ORIGIN)
    by_new = bytes(Note(text, tuple(sign_all(text, held, 1_900_000_000))))
    origin, nothing = installed.LEDGER_ORIGIN, tmp_path / "nothing"
    assert pass_gate(nothing, origin, every, {"w": lambda: by_old}) == {"w": None}
    with pytest.raises(Halted, match="history_lost"):
        pass_gate(nothing, origin, every, {"w": lambda: by_new})


def test_nothing_retires_before_both_have_signed(cast: Cast, kept: Kept) -> None:
    place = installed.LEDGER_KEYS, installed.LEDGER_ORIGIN
    with pytest.raises(NothingToFinish):
        finish(*place)
    first = begin(*place, timezone.now())
    assert begin(*place, timezone.now()) == first  # whoever was interrupted begins again
    with pytest.raises(NotCarried):
        finish(*place)
    integrate_all()
    with pytest.raises(NotCarried):
        finish(*place)
    turn()
    assert finish(*place) == [1]


def test_a_running_keeper_takes_up_the_new_keys(cast: Cast, kept: Kept) -> None:
    keeper = make_keeper()
    begin(installed.LEDGER_KEYS, installed.LEDGER_ORIGIN, timezone.now())
    keeper.turn(timezone.now())
    assert keys_on(Checkpoint.objects.latest("size").size) == 4


def test_the_command_does_it_in_two_steps(
    cast: Cast, kept: Kept, capsys: pytest.CaptureFixture[str]
) -> None:
    assert main(["--lang", "en", "ledger", "rotate-keys", "--finish"]) == 1
    assert main(["--lang", "en", "ledger", "rotate-keys"]) == 0
    assert capsys.readouterr().out.count("\nlog ") == 2
    turn()
    assert main(["--lang", "en", "ledger", "rotate-keys", "--finish"]) == 0
