"""Every knob of an installation: one `REGISTAN_*` variable each, read here and nowhere else.

`KNOBS` is what docs/reference/settings.md must list; a test holds the two against each other.
"""

from __future__ import annotations

import os
import tomllib
from dataclasses import dataclass
from pathlib import Path
from urllib.parse import unquote, urlsplit
from zoneinfo import available_timezones

BASE = Path(__file__).resolve().parent.parent.parent


@dataclass(frozen=True)
class Knob:
    """One variable: its name, its default, and why an operator would turn it."""

    name: str
    default: str
    why: str


KNOBS: dict[str, Knob] = {}


class BadSetting(ValueError):
    """A variable holds what it cannot hold. The text names the variable and the cure."""


def text(name: str, default: str, why: str) -> str:
    """The variable `name` as text, remembered as a knob."""
    KNOBS[name] = Knob(name, default, why)
    return os.environ.get(name, default)


def var_folder() -> Path:
    """The folder of this installation; the start-up looks at it before anything is read or written."""
    default = str(BASE / "var")
    return Path(text("REGISTAN_VAR", default, "Folder of everything this installation writes."))


def flag(name: str, *, default: bool, why: str) -> bool:
    """The variable `name` as yes or no (1, yes, true, on / 0, no, false, off)."""
    raw = text(name, "1" if default else "0", why).strip().lower()
    if raw in {"1", "yes", "true", "on"}:
        return True
    if raw in {"", "0", "no", "false", "off"}:
        return False
    raise BadSetting(f"{name} is {raw!r}; write 1 or 0.")


def number(name: str, default: int, why: str) -> int:
    """The variable `name` as a whole number."""
    raw = text(name, str(default), why)
    try:
        return int(raw)
    except ValueError:
        raise BadSetting(
            f"{name} is {raw!r}; write a whole number, for example {default}."
        ) from None


def seat_zone(profile: Path) -> str:
    """Zone of the organisation's seat, as its profile says; UTC where no profile can be read."""
    try:
        told = tomllib.loads((profile / "profile.toml").read_text(encoding="utf-8"))
    except (OSError, UnicodeDecodeError, tomllib.TOMLDecodeError):
        return "UTC"
    zone = told.get("seat_zone")
    return zone if zone in available_timezones() else "UTC"


def database(url: str, folder: Path) -> dict[str, object]:
    """Django's DATABASES entry for `sqlite:///path` or `postgresql://user:pw@host:port/name`."""
    if not url:
        url = f"sqlite:///{folder / 'registan.sqlite3'}"
    parts = urlsplit(url)
    if parts.scheme == "sqlite":
        return _sqlite(parts.path[1:] if parts.path.startswith("//") else parts.path)
    if parts.scheme in {"postgresql", "postgres"}:
        return {
            "ENGINE": "django.db.backends.postgresql",
            "NAME": unquote(parts.path.lstrip("/")),
            "USER": unquote(parts.username or ""),
            "PASSWORD": unquote(parts.password or ""),
            "HOST": unquote(parts.hostname or ""),
            "PORT": str(parts.port or ""),
            "CONN_MAX_AGE": None,
            "CONN_HEALTH_CHECKS": True,
            # Values go apart from the statement, and what is asked often is planned once: the server
            # spends half as much on an act. A pooler between must keep one connection per client.
            "OPTIONS": {"server_side_binding": True, "prepare_threshold": 3},
        }
    raise BadSetting(
        f"REGISTAN_DATABASE_URL begins with {parts.scheme!r}; write "
        "postgresql://user:password@host:5432/name or sqlite:////folder/file.sqlite3."
    )


def _sqlite(path: str) -> dict[str, object]:
    return {
        "ENGINE": "django.db.backends.sqlite3",
        "NAME": path,
        "CONN_MAX_AGE": None,
        "OPTIONS": {
            # IMMEDIATE: four writers met "database is locked" at once without it.
            "transaction_mode": "IMMEDIATE",
            "timeout": 20,
            # FULL: an acknowledged act survives a power loss.
            "init_command": "PRAGMA journal_mode=WAL; PRAGMA synchronous=FULL;",
        },
    }
