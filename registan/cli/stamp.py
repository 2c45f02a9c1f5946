"""Whether this installation is set up for the software as it is now: one digest, kept in its folder.

Needs our settings and nothing of Django: a restart must not wait for what has not changed.
"""

from __future__ import annotations

import hashlib
from pathlib import Path

from registan import __version__
from registan.cli.speech import sentence
from registan.config.environment import var_folder

PACKAGE = Path(__file__).resolve().parent.parent
NAME = "setup-stamp"
# What the tables and the static files are made from; other packages change with the requirements.
MADE_FROM = ("*/migrations/*.py", "*/static/**/*", "../requirements.txt")


def var_problem() -> str:
    """Why this installation cannot write in its folder; "" where it can."""
    folder = var_folder()
    try:
        folder.mkdir(parents=True, exist_ok=True)
        probe = folder / ".may-write"
        probe.touch()
        probe.unlink()
    except OSError:
        return sentence("setup.no_write", path=folder)
    return ""


def stamp() -> str:
    """What the set-up depends on, as one digest."""
    from registan.config import settings

    entry = settings.DATABASES["default"]
    database = [str(entry.get(key, "")) for key in ("ENGINE", "NAME", "HOST", "PORT")]
    digest = hashlib.sha256(f"{__version__} {settings.DEMO} {database}".encode())
    for pattern in MADE_FROM:
        for path in sorted(PACKAGE.glob(pattern)):
            if path.is_file():
                digest.update(f"{path.relative_to(PACKAGE.parent)}\0".encode())
                digest.update(path.read_bytes())
    return digest.hexdigest()


def keep_stamp() -> None:
    """Remember that the set-up is done for what is here now."""
    from registan.config import settings

    (settings.VAR / NAME).write_text(stamp(), encoding="ascii")


def is_set_up() -> bool:
    """Whether `registan setup` has run for what is here now."""
    from registan.config import settings

    try:
        kept = (settings.VAR / NAME).read_text(encoding="ascii")
    except OSError:
        return False
    database = settings.DATABASES["default"]
    is_there = "sqlite3" not in str(database["ENGINE"]) or Path(str(database["NAME"])).is_file()
    return is_there and kept == stamp()
