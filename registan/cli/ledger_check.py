"""`registan ledger verify` and `registan ledger export`: how anyone checks the log, and what they check."""

from __future__ import annotations

from datetime import UTC, datetime
from pathlib import Path
from typing import TYPE_CHECKING, Any

from registan.cli.speech import fail, sentence, tell

if TYPE_CHECKING:
    import argparse
    from collections.abc import Callable

    from registan.kernel.log.policy import Policy
    from registan.witness.verifying import Verdict

FACTS = ("kind", "actor", "office", "body", "subject", "time", "audience", "auth")
DAMAGED = ("missing", "length", "hash")


def add_deeds(deeds: Any) -> None:
    """Register both below `registan ledger`."""
    verify = deeds.add_parser("verify", help=sentence("help.ledger.verify"))
    verify.add_argument("target", metavar="TARGET", help=sentence("help.ledger.target"))
    verify.add_argument("--policy", type=Path, help=sentence("help.ledger.policy"))
    verify.add_argument("--entry", type=Path, help=sentence("help.ledger.entry"))
    verify.add_argument("--office-key", action="append", default=[], metavar="KEY",
                        help=sentence("help.ledger.office_key"))  # fmt: skip
    verify.set_defaults(run=run_verify)
    export = deeds.add_parser("export", help=sentence("help.ledger.export"))
    export.add_argument("folder", metavar="DIR", type=Path, help=sentence("help.ledger.folder"))
    export.set_defaults(run=run_export)


def run_verify(given: argparse.Namespace) -> int:
    """Three answers; 0 when each is yes. Needs no database, and for a folder or a file no network."""
    from registan.kernel.log.errors import Malformed
    from registan.witness.fetching import Unreachable
    from registan.witness.verifying import NoEntry

    try:
        if is_split_view(given.target):
            return _two_histories(given)
        verdict = _verdict(given)
    except Malformed as error:
        return fail(sentence("ledger.verify.malformed", code=error.code))
    except Unreachable as error:
        return fail(sentence("ledger.verify.unreachable", why=error))
    except NoEntry:
        return fail(sentence("ledger.verify.no_entry"))
    if verdict is None:
        return fail(sentence("ledger.verify.no_policy"))
    _answer(verdict)
    if verdict.good:
        return 0
    return fail(sentence("ledger.verify.not_good"))


def is_split_view(target: str) -> bool:
    """Whether a file claims to show two histories of one log."""
    from registan.kernel.log.split_view import VERSION

    path = Path(target)
    if not path.is_file():
        return False
    with path.open("rb") as file:
        return file.readline(100) == f"{VERSION}\n".encode()


def _two_histories(given: argparse.Namespace) -> int:
    """0 when the file proves it by the keys of the policy."""
    from registan.kernel.log.errors import Unverified
    from registan.kernel.log.policy import parse_policy
    from registan.kernel.log.split_view import parse_split_view, verify_split_view

    if not given.policy:
        return fail(sentence("ledger.verify.no_policy"))
    view = parse_split_view(Path(given.target).read_bytes())
    try:
        first, second = verify_split_view(view, parse_policy(given.policy.read_bytes()).logs)
    except Unverified as error:
        return fail(sentence("ledger.verify.unproven", code=error.code))
    tell(
        "ledger.verify.two_histories",
        origin=first.origin, first=first.size, second=second.size,
    )  # fmt: skip
    return 0


def _verdict(given: argparse.Namespace) -> Verdict | None:
    """What was found; None where there is no policy to check with."""
    from registan.kernel.log.keys import parse_key
    from registan.kernel.log.policy import parse_policy
    from registan.witness.verifying import check_log, check_proof

    entry = given.entry.read_bytes() if given.entry else None
    path = Path(given.target)
    get = None if path.is_file() else _reader(given.target, path)
    if given.policy:
        told = given.policy.read_bytes()
    else:
        # From where the log itself comes: good enough against damage, not against its owner.
        told = (get("policy") if get else _read(path.with_name("policy"))) or b""
        if told:
            tell("ledger.verify.its_own_policy")
    if not told:
        return None
    policy: Policy = parse_policy(told)
    if get is None:
        offices = [parse_key(text) for text in given.office_key]
        return check_proof(path.read_bytes(), policy, entry, offices)
    return check_log(get, policy, entry)


def _reader(target: str, path: Path) -> Callable[[str], bytes | None]:
    if not target.startswith(("http://", "https://")):
        return lambda at: _read(path / at)
    from registan.witness.fetching import Source

    return Source(target).get


def _read(path: Path) -> bytes | None:
    return path.read_bytes() if path.is_file() else None


def _answer(verdict: Verdict) -> None:
    tell("ledger.verify.log", origin=verdict.origin, size=verdict.size)
    print(f"1. {_in_log(verdict)}")
    print(f"2. {sentence('ledger.verify.signed' if verdict.signed else 'ledger.verify.unsigned')}")
    print(f"3. {_cosigned(verdict)}")
    if verdict.office:
        words = str(verdict.facts["auth"]).split(" ")
        print(
            "   " + sentence(f"ledger.verify.office_{verdict.office}", name=words[1], id=words[2])
        )
    for name in FACTS:
        if verdict.facts.get(name):
            print(f"   {sentence(f'ledger.fact.{name}')}: {verdict.facts[name]}")
    if verdict.is_ahead:
        signed = datetime.fromtimestamp(verdict.signed_at or 0, UTC)
        print("   " + sentence("ledger.verify.ahead", at=signed.isoformat()))
    for name, holds in verdict.parts.items():
        key = "ledger.verify.part" if holds else "ledger.verify.other_part"
        print(f"   {sentence(key, name=name)}")


def _in_log(verdict: Verdict) -> str:
    fault = verdict.fault
    if fault and fault.index is not None:
        return sentence("ledger.verify.damaged", index=fault.index, path=fault.path)
    if fault:
        return sentence("ledger.verify.root")
    if not verdict.in_log:
        return sentence("ledger.verify.not_in_log")
    if verdict.index is None:
        return sentence("ledger.verify.whole", size=verdict.size)
    return sentence("ledger.verify.in_log", index=verdict.index)


def _cosigned(verdict: Verdict) -> str:
    key = "ledger.verify.cosigned" if verdict.quorum else "ledger.verify.too_few"
    return sentence(
        key, k=len(verdict.cosigned), n=len(verdict.witnesses),
        names=", ".join(verdict.cosigned) or "—",
    )  # fmt: skip


def run_export(given: argparse.Namespace) -> int:
    """Write the log as files, what is new since the last time."""
    import django

    django.setup()
    from django.conf import settings

    from registan.cli.database import database_problem
    from registan.ledger.export import Unfit, export
    from registan.ledger.keeper import policy

    if problem := database_problem():
        return fail(problem)
    told = _read(settings.LEDGER_POLICY) or b""
    try:
        size, new = export(given.folder, policy(), told)
    except Unfit as error:
        return fail(sentence("ledger.export.unfit", index=error.index))
    tell("ledger.export.done", folder=given.folder, size=size, new=new)
    return 0
