# -*- coding: utf-8 -*-
"""Find a Python that is new enough, then install (install.py).

Every Python since 2.7 must be able to read this file: it is the one that says what is wrong.
"""
# Old syntax on purpose; the programs run are Pythons of this machine.
# ruff: noqa: UP009, RUF005, S603, S606

import os
import subprocess
import sys

OLDEST = (3, 11)
NEWER = ("python3.13", "python3.12", "python3.11")
SAID = {
    "ru": "Нужен Python 3.11 или новее; здесь %s. Установите его и повторите: make PYTHON=python3.11 run",
    "zh": "需要 Python 3.11 或更高版本，当前为%s。请安装后重试：make PYTHON=python3.11 run",
    "en": "Python 3.11 or later is needed; this is %s. Install it and repeat: make PYTHON=python3.11 run",
}


def main():  # type: ignore[no-untyped-def]
    """Install with this Python, or go on with a newer one of this machine."""
    if sys.version_info >= OLDEST:
        import install

        return install.main()
    for name in NEWER:
        if _is_there(name):
            os.execvp(name, [name] + sys.argv)
    locales = [os.environ.get(name) for name in ("LC_ALL", "LC_MESSAGES", "LANG")]
    lang = [locale for locale in locales if locale][:1]
    words = SAID.get((lang or ["en"])[0][:2], SAID["en"]) % sys.version.split()[0]
    stream = getattr(sys.stderr, "buffer", sys.stderr)
    stream.write((words if isinstance(words, bytes) else words.encode("utf-8")) + b"\n")
    return 1


def _is_there(name):  # type: ignore[no-untyped-def]
    try:
        with open(os.devnull, "w") as nowhere:
            return subprocess.call([name, "-c", "import venv"], stdout=nowhere, stderr=nowhere) == 0
    except OSError:
        return False


if __name__ == "__main__":
    sys.exit(main())
