"""`registan witness …`: make a witness, and let it cosign; needs no database and no Django."""

from __future__ import annotations

from pathlib import Path
from typing import TYPE_CHECKING, Any

from registan.cli.port import port_problem
from registan.cli.speech import fail, sentence, tell

if TYPE_CHECKING:
    import argparse
    from collections.abc import Callable

    from registan.witness.folder import Folder

PORT = 8470


def add(subparsers: Any) -> None:
    """Register the command and what it can do."""
    parser = subparsers.add_parser("witness", help=sentence("help.witness"))
    deeds = parser.add_subparsers(required=True, metavar="DEED", title=sentence("usage.commands"))
    init = deeds.add_parser("init", help=sentence("help.witness.init"))
    init.add_argument("folder", metavar="DIR", type=Path, help=sentence("help.witness.folder"))
    init.add_argument("--name", required=True, help=sentence("help.witness.name"))
    trust = init.add_mutually_exclusive_group()
    trust.add_argument("--policy", type=Path, help=sentence("help.witness.policy"))
    trust.add_argument("--log", action="append", default=[], help=sentence("help.witness.log"))
    init.add_argument("--url", default="https://HOST", help=sentence("help.witness.url"))
    init.set_defaults(run=run_init)
    serve = deeds.add_parser("serve", help=sentence("help.witness.serve"))
    serve.add_argument("folder", metavar="DIR", type=Path, help=sentence("help.witness.folder"))
    add_address(serve)
    serve.set_defaults(run=run_serve)


def add_address(parser: Any) -> None:
    """Where to listen."""
    parser.add_argument("--host", default="127.0.0.1", help=sentence("help.serve.host"))
    parser.add_argument("--port", type=int, default=PORT, help=sentence("help.witness.port"))


def run_init(given: argparse.Namespace) -> int:
    """Make the folder, and print what the log needs to know."""
    return explained(lambda: _init(given))


def _init(given: argparse.Namespace) -> int:
    from registan.witness.folder import make_folder, policy_lines

    policy = given.policy.read_bytes() if given.policy else None
    try:
        folder = make_folder(given.folder, given.name, policy, given.log)
    except FileExistsError:
        return fail(sentence("witness.there_already", folder=given.folder))
    keys = [by.key for by in folder.signers()]
    tell("witness.made", folder=given.folder)
    print(policy_lines(given.name, keys, given.url), end="")
    if not folder.logs():
        print(_trusts_none(given))
    return 0


def _trusts_none(given: argparse.Namespace) -> str:
    return sentence("witness.trusts_none", path=given.folder / "policy", line="log KEY")


def run_serve(given: argparse.Namespace) -> int:
    """Cosign until a signal."""
    if problem := port_problem(given.host, given.port):
        return fail(problem)
    return explained(lambda: _serve(given))


def _serve(given: argparse.Namespace) -> int:
    from registan.witness.folder import Folder

    folder = Folder(given.folder)
    with folder.alone():
        if not folder.logs():
            return fail(_trusts_none(given))
        serve_witness(folder, given.host, given.port, at=announce)
    return 0


def announce(name: str, address: str) -> None:
    """Say where it listens."""
    tell("witness.at", name=name, address=address)


def serve_witness(
    folder: Folder, host: str, port: int, at: Callable[[str, str], None] = lambda *_: None
) -> None:
    """Cosign until a signal; `at` is told its name and address once it listens."""
    from registan.witness.cosigner import Cosigner
    from registan.witness.service import Service

    with Service(host, port, Cosigner(folder)) as service:
        at(folder.name, f"http://{host}:{port}/")
        service.serve_forever()


def explained(deed: Callable[[], int]) -> int:
    """Do it; what stands in the way is said in one sentence."""
    from registan.kernel.log.errors import Malformed
    from registan.witness.cosigner import Damaged
    from registan.witness.folder import InUse, NoWitness
    from registan.witness.seeds import KeyFileProblem

    try:
        return deed()
    except NoWitness as error:
        return fail(sentence("witness.none_here", folder=error))
    except InUse as error:
        return fail(sentence("witness.in_use", folder=error))
    except Malformed as error:
        return fail(sentence("witness.malformed", code=error.code))
    except Damaged as error:
        return fail(sentence("witness.damaged", why=error))
    except KeyFileProblem as problem:
        cure = f"chmod 600 {problem.path}"
        return fail(sentence(f"ledger.key.{problem.code}", path=problem.path, command=cure))
