"""One State of the example signs with an office's key, so that a reader sees what that looks like.

The key is made at loading and lies in a folder of the installation, with its passphrase beside it: an
example that anybody there may try `registan sign` with. A real key never lies on the server.
"""

from __future__ import annotations

import secrets
from datetime import timedelta
from typing import TYPE_CHECKING, Any

from registan.cli.worked_example.times import at
from registan.kernel.log.key_file import NONCE_LENGTH, SALT_LENGTH, lock
from registan.kernel.log.keys import SEED_LENGTH, KeyType, Signer, signer
from registan.kernel.log.notes import Note, sign
from registan.parties.acts import confirm_office_key, enrol_office_key
from registan.parties.queries import members
from registan.plans.acts.findings import record_opinion
from registan.web.refusal import Unsigned
from registan.witness.files import make_folders
from registan.witness.seeds import write_secret

if TYPE_CHECKING:
    from collections.abc import Callable
    from datetime import date
    from pathlib import Path

    from registan.cli.worked_example.cast import Cast
    from registan.plans.models import Round

KEY, PASSPHRASE = "example-office.key", "example-office.passphrase"
OPINION = {
    "ru": "Пример. Особое мнение, подписанное ключом ведомства: просим вернуться к сроку этой меры.",
    "zh": "示例。以部门密钥签署的意见：请重新审议本措施的期限。",
    "en": "Illustrative. An opinion signed with the key of an office: we ask to look at this date again.",
}


def sign_for_a_state(cast: Cast, round_: Round, folder: Path, today: date) -> None:
    """The first State in protocol order names a key, the second confirms it, the first signs an opinion.

    After the State's other acts: whoever has a key in force binds himself by no act without it.
    """
    held = [cast.coordinators[row.key] for row in members(today) if row.key in cast.coordinators]
    if len(held) < 2:
        return
    by, other, *_ = held
    key = _make(folder, f"example-office.{by.actor_key.lower()}.example.org")
    day = today - timedelta(days=1)
    named = _signed(
        key, enrol_office_key, by, key="example:office-key", now=at(day, 12),
        verifier_key=str(key.key),
    )  # fmt: skip
    confirm_office_key(other, named, now=at(day, 13))
    measure = round_.plan.measures.earliest("position")
    _signed(
        key, record_opinion, by, round_, measure, key="example:signed-opinion", now=at(day, 14),
        texts=OPINION,
    )  # fmt: skip


def _make(folder: Path, name: str) -> Signer:
    """A key and its passphrase, both new files for their owner alone.

    Those of an example that was taken away with its database sign nothing any more: they are replaced.
    """
    make_folders(folder)
    seed, passphrase = secrets.token_bytes(SEED_LENGTH), secrets.token_urlsafe(16).encode()
    data = lock(
        name, seed, passphrase,
        salt=secrets.token_bytes(SALT_LENGTH), nonce=secrets.token_bytes(NONCE_LENGTH),
    )  # fmt: skip
    for file, content in ((KEY, data), (PASSPHRASE, passphrase + b"\n")):
        (folder / file).unlink(missing_ok=True)
        write_secret(folder / file, content)
    return signer(name, KeyType.ED25519, seed)


def _signed(by: Signer, act: Callable[..., Any], *args: Any, **facts: Any) -> Any:
    """Do a binding act as an office does it: take the statement, sign it, come back."""
    try:
        act(*args, **facts)
    except Unsigned as asked:
        text = asked.statement.encode()
        return act(*args, signed=bytes(Note(text, (sign(text, by),))), **facts)
    raise RuntimeError("an act that binds a State with a key asks for its signature")
