"""What is signed was read back and hashed again; what does not agree is named and never signed over."""

from __future__ import annotations

import json
from typing import TYPE_CHECKING

import pytest
from django.utils import timezone

from registan.kernel.log.checkpoints import parse_checkpoint
from registan.kernel.log.keys import KeyType
from registan.kernel.log.notes import parse_note, verify_note
from registan.ledger.alarm import raise_alarm
from registan.ledger.gate import pass_gate
from registan.ledger.guard import writing
from registan.ledger.log_keys import (
    all_public_keys,
    generations,
    make_generation,
    next_generation,
    retire_older,
)
from registan.ledger.models import Checkpoint, Leaf, LogState, Tile
from registan.ledger.sequencer import integrate_all
from registan.ledger.signer import Halted, Signer
from registan.web.refusal import Refused
from registan.web.texts import say
from registan.witness.seeds import KeyFileProblem

if TYPE_CHECKING:
    from pathlib import Path

    from registan.kernel.log.keys import VerifierKey
    from tests.cast import Cast

pytestmark = pytest.mark.django_db
ORIGIN = "ledger.example/test"


@pytest.fixture
def signer(tmp_path: Path) -> Signer:
    return Signer(ORIGIN, generations(tmp_path / "keys", ORIGIN), tmp_path / "second" / "last")


def keys_of(signer: Signer) -> list[VerifierKey]:
    return [one.key for generation in signer.keys for one in generation.signers]


def sign(signer: Signer) -> Checkpoint | None:
    integrate_all()
    return signer.sign(timezone.now())


def flip(row: Leaf | Tile, field: str, at: int) -> None:
    """One bit of what lies on disk."""
    changed = bytearray(bytes(getattr(row, field)))
    changed[at] ^= 1
    setattr(row, field, bytes(changed))
    with writing():
        row.save(update_fields=[field])


def test_a_checkpoint_is_signed_with_both_kinds_of_key(cast: Cast, signer: Signer) -> None:
    made = sign(signer)
    assert made is not None
    note = parse_note(made.note.encode())
    head = parse_checkpoint(note.text)
    assert (head.origin, head.size, head.root) == (ORIGIN, Leaf.objects.count(), bytes(made.root))
    types = {one.key.type for one in verify_note(note, keys_of(signer))}
    assert types == {KeyType.ED25519, KeyType.ML_DSA_44}
    assert json.loads(signer.last_signed.read_text())["size"] == head.size


def test_an_unchanged_log_is_not_signed_again(cast: Cast, signer: Signer) -> None:
    assert sign(signer) is not None
    assert sign(signer) is None
    cast.act_again()
    assert sign(signer) is not None
    assert Checkpoint.objects.count() == 2


def test_a_changed_entry_is_named_by_index_and_not_signed_over(cast: Cast, signer: Signer) -> None:
    integrate_all()
    flip(Leaf.objects.get(index=3), "data", 20)
    with pytest.raises(Halted) as halted:
        signer.sign(timezone.now())
    assert (halted.value.code, halted.value.facts["index"]) == ("leaf_differs", 3)
    assert not Checkpoint.objects.exists()
    assert not signer.last_signed.exists()


def test_a_changed_tile_is_found(cast: Cast, signer: Signer) -> None:
    integrate_all()
    flip(Tile.objects.get(level=0, number=0), "hashes", 5 * 32)
    with pytest.raises(Halted, match=r"leaf_differs.*5"):
        signer.sign(timezone.now())


def test_a_changed_root_is_found(cast: Cast, signer: Signer) -> None:
    integrate_all()
    with writing():
        LogState.objects.update(root=bytes(32))
    with pytest.raises(Halted, match="root_differs"):
        signer.sign(timezone.now())


def test_a_missing_entry_is_named(cast: Cast, signer: Signer) -> None:
    integrate_all()
    with writing():
        Leaf.objects.filter(index=4).delete()
    with pytest.raises(Halted, match=r"entry_missing.*4"):
        signer.sign(timezone.now())


def test_a_changed_checkpoint_is_found_at_the_next_start(
    cast: Cast, signer: Signer, tmp_path: Path
) -> None:
    sign(signer)
    cast.act_again(3)
    sign(signer)
    with writing():
        Checkpoint.objects.filter(pk=Checkpoint.objects.earliest("size").pk).update(root=bytes(32))
    cast.act_again()
    integrate_all()
    again = Signer(ORIGIN, signer.keys, signer.last_signed)
    with pytest.raises(Halted, match="checkpoint_differs"):
        again.sign(timezone.now())


def test_the_gate_refuses_a_database_older_than_the_second_file(cast: Cast, signer: Signer) -> None:
    sign(signer)
    told = json.loads(signer.last_signed.read_text())
    signer.last_signed.write_text(json.dumps({**told, "size": told["size"] + 5}))
    with pytest.raises(Halted) as halted:
        pass_gate(signer.last_signed, ORIGIN, keys_of(signer), {})
    assert halted.value.code == "history_lost"
    assert halted.value.facts["known"] == told["size"] + 5


def test_the_gate_refuses_another_history_of_the_same_size(cast: Cast, signer: Signer) -> None:
    sign(signer)
    told = json.loads(signer.last_signed.read_text())
    signer.last_signed.write_text(json.dumps({**told, "root": "00" * 32}))
    with pytest.raises(Halted, match="history_differs"):
        pass_gate(signer.last_signed, ORIGIN, keys_of(signer), {})


def test_the_gate_asks_witnesses_and_believes_only_our_own_signature(
    cast: Cast, signer: Signer, tmp_path: Path
) -> None:
    made = sign(signer)
    assert made is not None
    note = made.note.encode()
    stranger = Signer(ORIGIN, generations(tmp_path / "other", ORIGIN), tmp_path / "x")
    keys = keys_of(signer)
    asked = {"kz": lambda: note, "cn": lambda: None, "in": lambda: b"nonsense"}
    known = pass_gate(tmp_path / "none", ORIGIN, keys, asked)
    assert known == {"kz": made.size, "cn": None, "in": None}
    known = pass_gate(tmp_path / "none", ORIGIN, keys_of(stranger), asked)
    assert known == {"kz": None, "cn": None, "in": None}


def test_the_gate_refuses_when_a_witness_knows_more(
    cast: Cast, signer: Signer, tmp_path: Path
) -> None:
    cast.act_again(2)
    made = sign(signer)
    assert made is not None
    note = made.note.encode()
    last = made.size - 1
    with writing():
        Leaf.objects.filter(index=last).delete()
        LogState.objects.update(size=last)
    with pytest.raises(Halted, match="history_lost"):
        pass_gate(tmp_path / "none", ORIGIN, keys_of(signer), {"kz": lambda: note})


def test_a_broken_second_file_stops_the_start(tmp_path: Path, cast: Cast) -> None:
    path = tmp_path / "last"
    of_size = '{"origin": "o", "root": "", "size": %s}'
    for words in ("{", "[" * 100_000, "[]", *(of_size % n for n in ("-1", "1e999", "true", '"7"'))):
        path.write_text(words)
        with pytest.raises(Halted, match="last_signed_unreadable"):
            pass_gate(path, ORIGIN, [], {})
    path.write_text('{"origin": "another", "size": 0, "root": ""}')
    with pytest.raises(Halted, match="last_signed_of_another_log"):
        pass_gate(path, ORIGIN, [], {})


def test_no_act_is_taken_while_an_alarm_stands(cast: Cast) -> None:
    raise_alarm("leaf_differs", {"index": 7, "level": 0})
    with pytest.raises(Refused) as refused:
        cast.act_again()
    assert refused.value.code == "ledger_halted"
    for lang in ("ru", "zh", "en"):
        why = say("ledger.alarm.leaf_differs", lang, index=7, level=0)
        assert refused.value.sentence(lang).endswith(why)


def test_keys_are_for_their_owner_alone_and_are_never_written_over(tmp_path: Path) -> None:
    held = generations(tmp_path, ORIGIN)
    assert [path.stat().st_mode & 0o777 for path in tmp_path.glob("1.*")] == [0o600, 0o600]
    assert generations(tmp_path, ORIGIN)[0].signers[0].key == held[0].signers[0].key
    (tmp_path / "1.ed25519").chmod(0o644)
    with pytest.raises(KeyFileProblem, match="readable_by_others"):
        generations(tmp_path, ORIGIN)


def test_keys_are_whole_wherever_their_making_was_cut_off(tmp_path: Path) -> None:
    (tmp_path / "1.ed25519.part").write_text("half")
    held = [one.key for one in generations(tmp_path, ORIGIN)[0].signers]
    assert len(held) == 2
    # Ended between the two names: the same keys, and no others are made.
    (tmp_path / "1.ml-dsa-44").rename(tmp_path / "1.ml-dsa-44.part")
    assert [one.key for one in generations(tmp_path, ORIGIN)[0].signers] == held
    with pytest.raises(FileExistsError):
        make_generation(tmp_path, 1)
    # A key that is gone is never made anew: the log would be another one.
    (tmp_path / "1.ml-dsa-44.part").unlink()
    with pytest.raises(KeyFileProblem, match="missing"):
        generations(tmp_path, ORIGIN)


def test_a_generation_of_which_half_was_put_aside_signs_no_more(tmp_path: Path) -> None:
    old = generations(tmp_path, ORIGIN)[0]
    next_generation(tmp_path)
    known = set(all_public_keys(tmp_path, ORIGIN))
    (tmp_path / "retired").mkdir()
    (tmp_path / "1.ed25519").rename(tmp_path / "retired" / "1.ed25519")
    assert [one.number for one in generations(tmp_path, ORIGIN)] == [2]
    assert set(all_public_keys(tmp_path, ORIGIN)) == known
    assert retire_older(tmp_path) == [1]
    assert {one.key for one in old.signers} < set(all_public_keys(tmp_path, ORIGIN))
    assert not list(tmp_path.glob("1.*"))


def test_during_a_rotation_both_generations_sign(cast: Cast, tmp_path: Path) -> None:
    folder = tmp_path / "keys"
    old = Signer(ORIGIN, generations(folder, ORIGIN), tmp_path / "last")
    sign(old)
    assert next_generation(folder) == 2
    both = Signer(ORIGIN, generations(folder, ORIGIN), tmp_path / "last")
    cast.act_again()
    made = sign(both)
    assert made is not None
    assert len(verify_note(parse_note(made.note.encode()), keys_of(both))) == 4
    assert retire_older(folder) == [1]
    new = generations(folder, ORIGIN)
    assert [one.number for one in new] == [2]
