"""Set up this checkout: virtual environment, hash-pinned packages, the `registan` command.

Runs with nothing but Python's own library, called by setup.py; asks nothing; does nothing when nothing
changed.
"""

from __future__ import annotations

import hashlib
import os
import subprocess
import sys
from pathlib import Path

HERE = Path(__file__).resolve().parent.parent
VENV = HERE / ".venv"
DEV = HERE / "requirements-dev.txt"
LANGS = ("ru", "zh", "en")
SAID = {
    "venv": (
        "У Python нет модуля venv. Установите его (apt-get install python3-venv) и повторите.",
        "Python 缺少 venv 模块。请安装（apt-get install python3-venv）后重试。",
        "Python lacks the module venv. Install it (apt-get install python3-venv) and repeat.",
    ),
    "no_access": (
        "Нет права записи в {path}. Запустите в своей папке.",
        "无权写入{path}。请在您自己的文件夹中运行。",
        "No write access to {path}. Run in a folder of your own.",
    ),
    "no_index": (
        "Пакеты не установлены. Проверьте, доступен ли отсюда каталог пакетов Python, и повторите ту же "
        "команду.",
        "软件包未能安装。请检查本机能否访问 Python 软件包源，然后重新运行同一命令。",
        "The packages could not be installed. Check that this machine reaches a Python package index, "
        "then run the same command again.",
    ),
    "making": (
        "Создаётся виртуальное окружение .venv ...",
        "正在创建虚拟环境 .venv ...",
        "Making a virtual environment in .venv ...",
    ),
    "installing": (
        "Устанавливаются пакеты из {name} ...",
        "正在安装{name}所列软件包 ...",
        "Installing {name} ...",
    ),
    "slower": (
        "uv здесь не сработал; устанавливает pip (медленнее) ...",
        "uv 在此无法使用，改用 pip 安装（较慢）...",
        "uv did not work here; installing with pip (slower) ...",
    ),
}


def main() -> int:
    """Set up for the requirements file named on the command line."""
    stamp = VENV / "registan-stamp"
    kept = stamp.read_text(encoding="ascii") if stamp.is_file() else ""
    # Whoever has the developers' packages keeps them: they hold all that a user needs.
    wanted = DEV if kept.startswith(DEV.name) else HERE / sys.argv[1]
    mark = f"{wanted.name} {_digest(wanted)}"
    if kept == mark and Path(_python()).exists():
        return 0
    if not os.access(VENV if VENV.exists() else HERE, os.W_OK):
        return _stop("no_access", path=str(HERE))
    try:
        if not _has_pip() and not _make_venv():
            return _stop("venv")
        _install(wanted)
        _link_command()
        stamp.write_text(mark, encoding="ascii")
    except PermissionError as error:
        return _stop("no_access", path=error.filename)
    except subprocess.CalledProcessError:
        return _stop("no_index")
    return 0


def _digest(wanted: Path) -> str:
    return hashlib.sha256(wanted.read_bytes() + Path(__file__).read_bytes()).hexdigest()


def _python() -> str:
    return str(VENV / "bin" / "python")


def _has_pip() -> bool:
    if not Path(_python()).exists():
        return False
    asked = [_python(), "-m", "pip", "--version"]
    return subprocess.run(asked, check=False, capture_output=True).returncode == 0  # noqa: S603


def _make_venv() -> bool:
    """Make the environment; False where Python's own module for it is missing."""
    probe = [sys.executable, "-c", "import ensurepip, venv"]
    if subprocess.run(probe, check=False, capture_output=True).returncode:  # noqa: S603
        return False
    _say("making")
    _run([sys.executable, "-m", "venv", "--clear", str(VENV)])
    return True


def _install(wanted: Path) -> None:
    _say("installing", name=wanted.name)
    pip = [_python(), "-m", "pip", "install", "--quiet", "--disable-pip-version-check"]
    tools = [*pip, "--require-hashes", "-r", str(HERE / "requirements-uv.txt")]
    uv = [str(VENV / "bin" / "uv"), "pip", "sync", "-q", "--python", _python()]
    try:
        _run(tools)
        _run([*uv, "--compile-bytecode", "--require-hashes", str(wanted)])
        _run(tools)
    except subprocess.CalledProcessError:
        _say("slower")
        _run([*pip, "--require-hashes", "-r", str(wanted)])


def _link_command() -> None:
    """The `registan` command and the package's place, without a build step."""
    asked = [_python(), "-c", "import sysconfig; print(sysconfig.get_path('purelib'))"]
    found = subprocess.run(asked, check=True, capture_output=True, text=True)  # noqa: S603
    Path(found.stdout.strip(), "registan-here.pth").write_text(f"{HERE}\n", encoding="utf-8")
    command = VENV / "bin" / "registan"
    command.write_text(
        f"#!{_python()}\nimport sys\nfrom registan.cli.main import main\nsys.exit(main())\n",
        encoding="utf-8",
    )
    command.chmod(0o755)


def _run(command: list[str]) -> None:
    # uv trusts the authorities of this machine, as pip does: those of a house with its own proxy.
    told = {"UV_NO_PROGRESS": "1", "UV_SYSTEM_CERTS": "1", **os.environ}
    subprocess.run(command, check=True, env=told)  # noqa: S603


def _sentence(key: str, facts: dict[str, str]) -> str:
    locales = (os.environ.get(name) for name in ("LC_ALL", "LC_MESSAGES", "LANG"))
    lang = next((locale[:2] for locale in locales if locale), "en")
    return SAID[key][LANGS.index(lang) if lang in LANGS else 2].format(**facts)


def _say(key: str, **facts: str) -> None:
    print(_sentence(key, facts), flush=True)


def _stop(key: str, **facts: str) -> int:
    print(_sentence(key, facts), file=sys.stderr)
    return 1
