"""A reader's stream is whole or the fault is named: dropped, swapped, forked and hidden acts."""

from __future__ import annotations

from dataclasses import replace
from typing import TYPE_CHECKING

import pytest
from django.test import Client

from registan.cli.main import main
from registan.kernel.log.errors import Malformed
from registan.kernel.log.opening import Opening
from registan.kernel.log.streams import Line, check_stream, parse_lines
from registan.ledger.audience import NOBODY
from registan.ledger.guard import writing
from registan.ledger.models import Secret, Stream
from registan.ledger.streams import stream_lines, streams_of
from registan.parties.queries import viewer_for
from tests.cast import Cast, enrol, signed_in
from tests.ledger.keeping import Kept, keep_in

if TYPE_CHECKING:
    from pathlib import Path

    from pytest_django.fixtures import Settings

    from registan.ledger.audience import Viewer

pytestmark = pytest.mark.django_db
ROLES = ("", "kz-filer", "cn-filer", "rats")
STREAMS = ("public", "members", "states:|KZ|", "body:RATS_EC")
SEES = {
    "": {"public"},
    "kz-filer": {"public", "members", "states:|KZ|"},
    "cn-filer": {"public", "members"},
    "rats": {"public", "members", "body:RATS_EC"},
}
PAIRS = [(role, stream) for role in ROLES for stream in STREAMS]


@pytest.fixture
def kept(cast: Cast, tmp_path: Path, settings: Settings) -> Kept:
    """Some acts in each of the four streams, and heads stated over them."""
    kept = keep_in(tmp_path, settings)
    cast.act_again(3)
    for place in range(4):
        enrol(f"kz-more-{place}", ("read",), "KZ")
        enrol(f"rats-more-{place}", ("read",), "RATS_EC")
    kept.sign()
    from registan.ledger.models import Leaf
    from registan.parties.acts import propose_shredding

    for _ in range(4):
        number = Leaf.objects.filter(entry__kind="plans.round.opened").values_list(
            "index", flat=True
        )[0]
        propose_shredding(cast.secretariat, numbers=[number], basis="a rule")
    kept.sign()
    return kept


def viewer(role: str) -> Viewer:
    return viewer_for(Cast().mandate(role).official) if role else NOBODY


def export(role: str, name: str) -> list[Line]:
    """The stream as the reader's own browser gets it; nothing where it is not his."""
    stream = Stream.objects.get(name=name)
    browser = signed_in(role) if role else Client()
    answer = browser.get(f"/en/ledger/streams/{stream.pk}.jsonl")
    if name not in SEES[role]:
        assert answer.status_code == 404
        return []
    return list(parse_lines(answer.getvalue()))


def codes(lines: list[Line], *, against: list[Line] | None = None) -> set[str]:
    known = [check_stream(against)] if against else []
    return {fault.code for fault in check_stream(lines, against=known).faults}


def test_each_role_gets_its_own_streams_and_no_other(cast: Cast, kept: Kept) -> None:
    for role in ROLES:
        named = {stream.name for stream in streams_of(viewer(role))}
        assert named & set(STREAMS) == SEES[role]


@pytest.mark.parametrize(("role", "name"), PAIRS)
def test_faults_of_four_streams_and_four_roles(
    role: str, name: str, cast: Cast, kept: Kept
) -> None:
    lines = export(role, name)
    if not lines:
        return
    assert len(lines) > 4
    whole = check_stream(lines)
    assert (whole.faults, whole.name, whole.length) == ([], name, len(lines))
    assert whole.stated > 0
    for at in range(len(lines) - 1):
        assert codes([*lines[:at], *lines[at + 1 :]]) & {"hole"}, at
    for at in range(len(lines) - 1):
        swapped = [*lines]
        swapped[at], swapped[at + 1] = swapped[at + 1], swapped[at]
        assert codes(swapped) & {"order", "hole"}, at
    # A second history: another act in the same place, with a salt of its own.
    at = len(lines) // 2
    told = lines[at].opening
    assert told is not None
    other = Opening(told.envelope, bytes(32), told.parts)
    forked = [*lines]
    forked[at] = replace(lines[at], entry=other.entry(), opening=other)
    assert "fork" in codes(forked)
    # The tail is cut: what somebody else holds, or the same reader held before, shows it.
    for cut in (1, 2, 3):
        assert codes(lines[:-cut]) <= {"tail"}
        assert "tail" in codes(lines[:-cut], against=lines)
    last = lines[-1].opening
    assert last is not None
    end = Opening(last.envelope, bytes(32), last.parts)
    assert "fork" in codes([*lines[:-1], replace(lines[-1], entry=end.entry(), opening=end)],
                           against=lines)  # fmt: skip


def test_a_stated_head_outlives_the_tail_it_speaks_of(cast: Cast, kept: Kept) -> None:
    """The statement of a stream's length shows acts that are kept back, without the acts."""
    lines = export("kz-filer", "states:|KZ|")
    heads = [
        line
        for line in lines
        if line.opening and line.opening.facts()["kind"] == "ledger.stream.headed"
    ]
    known = check_stream([heads[-1]])
    stated = max(known.heads)
    cut = lines[: stated - 1]
    found = check_stream(cut, against=[replace(known, commitments={})])
    assert "tail" in {fault.code for fault in found.faults}


def test_a_part_that_was_exchanged_is_named(cast: Cast, kept: Kept) -> None:
    lines = export("kz-filer", "members")
    told = lines[1].opening
    assert told is not None
    parts = {"record": {**told.parts["record"], "payload": {"n": 1}}}
    lines[1] = replace(lines[1], opening=Opening(told.envelope, told.salt, parts))
    assert codes(lines) == {"part"}


def test_a_shredded_act_keeps_the_chain(cast: Cast, kept: Kept) -> None:
    stream = Stream.objects.get(name="members")
    with writing():
        Secret.objects.filter(entry__leaf__stream=stream, entry__leaf__n=2).delete()
    found = check_stream(export("kz-filer", "members"))
    assert (found.faults, found.shredded) == ([], 1)


def test_the_command_checks_a_file_without_a_database(
    cast: Cast, kept: Kept, tmp_path: Path, capsys: pytest.CaptureFixture[str]
) -> None:
    stream = Stream.objects.get(name="members")
    lines = [bytes(line) for line in stream_lines(stream, viewer("kz-filer"))]
    whole, cut = tmp_path / "whole.jsonl", tmp_path / "cut.jsonl"
    whole.write_bytes(b"\n".join(lines) + b"\n")
    cut.write_bytes(b"\n".join([*lines[:2], *lines[3:-1]]) + b"\n")
    assert main(["--lang", "en", "ledger", "stream-check", str(whole)]) == 0
    assert "members" in capsys.readouterr().out
    arguments = ["--lang", "en", "ledger", "stream-check", str(cut), "--against", str(whole)]
    assert main(arguments) == 1
    told = capsys.readouterr()
    assert "2" in told.out
    bad = tmp_path / "bad"
    bad.write_bytes(b"{}\n")
    assert main(["--lang", "en", "ledger", "stream-check", str(bad)]) == 1


def test_the_command_checks_what_lies_in_the_database(
    cast: Cast, kept: Kept, capsys: pytest.CaptureFixture[str]
) -> None:
    assert main(["--lang", "en", "ledger", "stream-check", "--state", "KZ"]) == 0
    assert "states:|KZ|" in capsys.readouterr().out
    assert main(["--lang", "en", "ledger", "stream-check", "--body", "RATS_EC"]) == 0
    assert "body:RATS_EC" in capsys.readouterr().out


@pytest.mark.parametrize("data", [b"{}", b"[]", b"\xff", b'{"index":-1,"entry":""}',
                                  b'{"index":1,"entry":"zz"}', b'{"index":1,"opening":{}}'])  # fmt: skip
def test_bytes_that_are_no_stream_are_refused(data: bytes) -> None:
    with pytest.raises(Malformed):
        list(parse_lines(data))
