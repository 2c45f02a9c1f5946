"""Set up this checkout: virtual environment, hash-pinned packages, the `registan` command.

Runs with nothing but Python's own library. Called by make; asks nothing; does nothing when nothing changed.
"""

from __future__ import annotations

import hashlib
import os
import subprocess  # noqa: S404
import sys
from pathlib import Path

HERE = Path(__file__).resolve().parent.parent
VENV = HERE / ".venv"
OLDEST = (3, 11)


def main() -> int:
    """Set up for the requirements file named on the command line."""
    wanted = HERE / sys.argv[1]
    if sys.version_info < OLDEST:
        return _stop(
            f"Registan needs Python {OLDEST[0]}.{OLDEST[1]} or later; this is {sys.version.split()[0]}. "
            "Install a newer one and run: make PYTHON=python3.12 run"
        )
    stamp, mark = VENV / "registan-stamp", _digest(wanted)
    if stamp.is_file() and _covers(stamp.read_text(encoding="ascii"), wanted.name, mark):
        return 0
    try:
        _install(wanted)
    except PermissionError as error:
        return _stop(f"No write access to {error.filename}. Run in a folder of your own.")
    except subprocess.CalledProcessError as error:
        return _stop(f"Setting up failed at: {error.cmd[-1]}\n{_cure(error)}")
    stamp.write_text(f"{wanted.name} {mark}", encoding="ascii")
    return 0


def _covers(kept: str, name: str, mark: str) -> bool:
    """Whether what was installed last covers `name`; the dev set covers the user's."""
    if kept == f"{name} {mark}":
        return True
    dev = HERE / "requirements-dev.txt"
    return name == "requirements.txt" and kept == f"{dev.name} {_digest(dev)}"


def _digest(wanted: Path) -> str:
    parts = [wanted.read_bytes(), (HERE / "pyproject.toml").read_bytes(), sys.version.encode()]
    return hashlib.sha256(b"".join(parts)).hexdigest()


def _install(wanted: Path) -> None:
    python = VENV / "bin" / "python"
    if not python.exists():
        print("Setting up a virtual environment in .venv ...", flush=True)
        _run([sys.executable, "-m", "venv", str(VENV)])
    print(f"Installing {wanted.name} ...", flush=True)
    pip = [str(python), "-m", "pip", "install", "--quiet", "--disable-pip-version-check"]
    try:
        _run([*pip, "--require-hashes", "-r", str(HERE / "requirements-uv.txt")])
        _run([str(VENV / "bin" / "uv"), "pip", "sync", "-q", "--python", str(python), "--require-hashes", str(wanted)])
        _run([*pip, "--require-hashes", "-r", str(HERE / "requirements-uv.txt")])
    except subprocess.CalledProcessError:
        print("uv did not work here; installing with pip (slower) ...", flush=True)
        _run([*pip, "--require-hashes", "-r", str(wanted)])
    _link_command(python)


def _link_command(python: Path) -> None:
    """The `registan` command and the package's place, without a build step."""
    found = subprocess.run(  # noqa: S603
        [str(python), "-c", "import sysconfig; print(sysconfig.get_path('purelib'))"],
        check=True, capture_output=True, text=True,
    )  # fmt: skip
    Path(found.stdout.strip(), "registan-here.pth").write_text(f"{HERE}\n", encoding="utf-8")
    command = VENV / "bin" / "registan"
    command.write_text(
        f"#!{python}\nimport sys\nfrom registan.cli.main import main\nsys.exit(main())\n",
        encoding="utf-8",
    )
    command.chmod(0o755)


def _run(command: list[str]) -> None:
    subprocess.run(command, check=True, env={**os.environ, "UV_NO_PROGRESS": "1"})  # noqa: S603


def _cure(error: subprocess.CalledProcessError) -> str:
    if "venv" in error.cmd:
        return "The venv module is missing: apt-get install python3-venv"
    return "Check that this machine reaches a Python package index, then run the same command again."


def _stop(sentence: str) -> int:
    print(sentence, file=sys.stderr)
    return 1


if __name__ == "__main__":
    sys.exit(main())
