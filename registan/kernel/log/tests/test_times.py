"""Times in doubt: what the checkpoints on either side allow."""

from __future__ import annotations

from hypothesis import given
from hypothesis import strategies as st

from registan.kernel.log.checkpoints import Checkpoint
from registan.kernel.log.cosignatures import cosign
from registan.kernel.log.keys import KeyType, Signer, signer
from registan.kernel.log.notes import Note, SignatureLine, sign, verify_note
from registan.kernel.log.times import TOLERANCE, checkpoint_time, doubt, time_shown

TIMES = st.integers(0, 4_000_000_000)


@given(TIMES, st.integers(0, 86_400), st.integers(0, 86_400))
def test_an_entry_between_its_checkpoints_is_never_in_doubt(
    before: int, first: int, second: int
) -> None:
    assert doubt(before + first, before, before + first + second) == ""


@given(TIMES, st.integers(-1000, 1000))
def test_five_minutes_are_let_pass_on_either_side(at: int, drift: int) -> None:
    told = "ahead" if drift > TOLERANCE else "behind" if drift < -TOLERANCE else ""
    assert doubt(at + drift, at, at) == told


def test_with_no_checkpoint_nothing_is_said() -> None:
    assert doubt(10**10, 0, None) == ""
    assert doubt(0, None, 10**10) == ""


@given(st.none() | TIMES, st.lists(TIMES, min_size=1, max_size=9))
def test_a_minority_of_witnesses_moves_the_time_only_between_those_of_the_others(
    made: int | None, honest: list[int]
) -> None:
    lying = [(f"liar {at}", 0.0) for at in range((len(honest) - 1) // 2)]
    told = checkpoint_time(made, [(str(at), time) for at, time in enumerate(honest)] + lying)
    assert told is not None
    assert told >= min([*honest, *([] if made is None else [made])])


def test_a_log_whose_clock_runs_ahead_is_corrected_by_its_witnesses() -> None:
    assert checkpoint_time(10**10, [("kz", 500.0), ("uz", 501.0)]) == 500
    # A witness that comes to an old checkpoint an hour later does not make it younger.
    assert checkpoint_time(500, [("kz", 4100.0)]) == 500
    assert checkpoint_time(None, []) is None


def test_a_note_shows_the_time_in_its_lines() -> None:
    text = Checkpoint("log.example", 7, bytes(32)).text()
    plain, timed = (signer("log.example", kind, bytes([1]) * 32)
                    for kind in (KeyType.ED25519, KeyType.ML_DSA_44))  # fmt: skip
    kz, uz = (signer(f"{name}.example", KeyType.COSIGNATURE, name.encode() * 16)
              for name in ("kz", "uz"))  # fmt: skip

    def shown(*lines: tuple[Signer, int]) -> float | None:
        signed = (
            SignatureLine(by.key.name, by.key.id, cosign(text, by, time)) for by, time in lines
        )
        note = Note(text, (sign(text, plain), *signed))
        return time_shown(verify_note(note, [plain.key, timed.key, kz.key, uz.key]), "log.example")

    assert shown() is None
    assert shown((timed, 900)) == 900
    assert shown((timed, 900), (kz, 700)) == 700
    assert shown((timed, 900), (kz, 1200), (uz, 1300)) == 900
