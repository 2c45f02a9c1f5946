"""An installation of its own with the worked example, and requests to it as its server gets them."""

from __future__ import annotations

import os
import subprocess
import sys
from dataclasses import dataclass
from io import BytesIO
from pathlib import Path
from typing import TYPE_CHECKING, Any

if TYPE_CHECKING:
    from collections.abc import Callable

HERE = Path(__file__).resolve().parent.parent
REGISTAN = str(HERE / ".venv" / "bin" / "registan")
PLAN = "action-plan"


@dataclass(frozen=True)
class Answer:
    status: int
    body: bytes
    headers: dict[str, str]


@dataclass(frozen=True)
class Installation:
    """A folder of its own, set up by the command a user runs; this process serves from it."""

    var: Path
    setup_s: float

    def command(self, *words: str) -> list[str]:
        return [REGISTAN, *words]

    def cookie(self, username: str) -> str:
        """A session of this Official, as a browser sends it."""
        from django.contrib.auth import BACKEND_SESSION_KEY, HASH_SESSION_KEY, SESSION_KEY
        from django.contrib.sessions.backends.db import SessionStore

        from registan.parties.models import Official
        from registan.parties.views.accounts import BACKEND

        official = Official.objects.get(username=username)
        session = SessionStore()
        session[SESSION_KEY] = str(official.pk)
        session[BACKEND_SESSION_KEY] = BACKEND
        session[HASH_SESSION_KEY] = official.get_session_auth_hash()
        session.save()
        return f"sessionid={session.session_key}"

    def get(self, address: str, cookie: str = "", *, gzip: bool = False) -> Answer:
        """The answer to a GET, through every middleware. Raises where it is not 200."""
        from registan.config.wsgi import application

        path, _, query = address.partition("?")
        asked: dict[str, Any] = {
            "REQUEST_METHOD": "GET", "PATH_INFO": path, "QUERY_STRING": query,
            "SERVER_NAME": "127.0.0.1", "SERVER_PORT": "8000", "HTTP_HOST": "127.0.0.1:8000",
            "HTTP_COOKIE": cookie, "wsgi.input": BytesIO(), "wsgi.errors": sys.stderr,
            "wsgi.url_scheme": "http", "wsgi.version": (1, 0),
            "HTTP_ACCEPT_ENCODING": "gzip" if gzip else "identity",
        }  # fmt: skip
        told: list[Any] = []

        def start(status: str, headers: list[tuple[str, str]], _: Any = None) -> Any:
            told[:] = status, headers

        answer = application(asked, start)
        body = b"".join(answer)
        close: Callable[[], None] = getattr(answer, "close", lambda: None)
        close()
        status = int(told[0].split()[0])
        if status != 200:
            raise RuntimeError(f"{address} answered {status}")
        return Answer(status, body, dict(told[1]))


def make(var: Path) -> Installation:
    """Set up in `var`, as `make run` does, and load the application into this process."""
    import time

    os.environ.update(
        REGISTAN_VAR=str(var), REGISTAN_DEMO="1", REGISTAN_DATABASE_URL="",
        REGISTAN_LOG_LEVEL="ERROR", DJANGO_SETTINGS_MODULE="registan.config.settings",
    )  # fmt: skip
    begun = time.monotonic()
    subprocess.run([REGISTAN, "--lang", "en", "setup"], check=True, stdout=subprocess.DEVNULL)
    spent = time.monotonic() - begun
    import django

    django.setup()
    return Installation(var, spent)
