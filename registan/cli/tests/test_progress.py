"""Long work gives a sign of life; short work is silent."""

from __future__ import annotations

from io import StringIO
from threading import Event

from registan.cli.progress import Progress
from registan.cli.speech import choose_lang


class Screen(StringIO):
    """A terminal that opens `seen` when something is written on it."""

    def __init__(self) -> None:
        super().__init__()
        self.seen = Event()

    def write(self, text: str) -> int:
        done = super().write(text)
        self.seen.set()
        return done


def test_long_work_tells_how_far_it_is_in_the_readers_language() -> None:
    choose_lang(["--lang", "zh"])
    screen = Screen()
    with Progress("正在读取", every=0.001, stream=screen) as progress:
        progress.reached(40, of=120)
        screen.seen.clear()
        assert screen.seen.wait(5)
    assert "正在读取 40/120：0秒\n" in screen.getvalue()


def test_short_work_is_silent() -> None:
    screen = StringIO()
    with Progress("reading", every=60, stream=screen):
        pass
    assert screen.getvalue() == ""
