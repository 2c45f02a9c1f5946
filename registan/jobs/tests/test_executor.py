"""Heavy computing in other processes: results, order, progress, cancelling, limits, lost processes."""

from __future__ import annotations

import os
import subprocess
import sys
import time
from importlib.util import find_spec
from pathlib import Path
from typing import TYPE_CHECKING, Any

import pytest
from django.core.exceptions import ImproperlyConfigured

from registan.jobs import executor, local_pool
from registan.jobs.executor import Part, Watch
from registan.kernel.epi.seir import chunks, joined, simulate
from registan.kernel.epi.tests.test_seir import OUTBREAK, TOGETHER
from registan.web.refusal import Refused

if TYPE_CHECKING:
    from collections.abc import Iterator

HERE = "registan.jobs.tests.computed:"


@pytest.fixture(autouse=True, scope="module")
def _no_process_stays() -> Iterator[None]:
    yield
    local_pool.let_go()


def python(code: str, **environment: str) -> subprocess.CompletedProcess[str]:
    return subprocess.run(  # noqa: S603  # our own lines
        [sys.executable, "-c", code], env={**os.environ, **environment},
        capture_output=True, text=True, check=False,
    )  # fmt: skip


def lives(process: int) -> bool:
    try:
        told = Path(f"/proc/{process}/stat").read_text(encoding="ascii")
    except (FileNotFoundError, ProcessLookupError):
        return False
    # Killed and not yet waited for is as good as gone.
    return ") Z " not in told


def lingering(folder: Path) -> list[int]:
    return [int(path.suffix[1:]) for path in folder.iterdir()]


def test_a_call_is_computed_in_another_process() -> None:
    assert executor.run(HERE + "power", 3, exponent=4) == 81
    assert executor.run(HERE + "process") != os.getpid()


def test_results_come_in_the_order_of_the_parts(settings: Any) -> None:
    parts = [Part((base,), {"exponent": 3}) for base in range(20)]
    for processes in (1, 3):
        settings.EXECUTOR_PROCESSES = processes
        assert executor.run_parts(HERE + "power", parts) == [base**3 for base in range(20)]


def test_a_scenario_is_the_same_in_any_number_of_processes_and_pieces(settings: Any) -> None:
    whole = simulate(OUTBREAK, TOGETHER, seed=5, runs=40)
    for processes, of in ((1, 40), (2, 7)):
        settings.EXECUTOR_PROCESSES = processes
        parts = [
            Part((OUTBREAK, TOGETHER, 5), {"runs": runs, "first": first})
            for first, runs in chunks(40, of)
        ]
        found = joined(executor.run_parts("registan.kernel.epi.seir:simulate", parts))
        assert found.infections.tolist() == whole.infections.tolist()
        assert found.reports.tolist() == whole.reports.tolist()


def test_no_parts_give_no_results() -> None:
    assert executor.run_parts(HERE + "power", []) == []


def test_an_idle_process_is_used_again_and_another_in_the_place_of_a_dead_one() -> None:
    local_pool.let_go()
    first = executor.run(HERE + "process")
    assert executor.run(HERE + "process") == first
    os.kill(first, 9)
    while lives(first):
        time.sleep(0.01)
    assert executor.run(HERE + "process") != first


def test_a_process_ends_by_itself_when_it_is_idle() -> None:
    hand = local_pool.Hand(idle_s=0.05)
    assert hand.process.wait(timeout=30) == 0


def test_an_idle_process_ends_with_the_one_that_started_it() -> None:
    code = "from registan.jobs.local_pool import Hand; print(Hand(600).process.pid)"
    started = int(python(code).stdout)
    deadline = time.monotonic() + 30
    while lives(started) and time.monotonic() < deadline:
        time.sleep(0.02)
    assert not lives(started)


def test_what_the_function_raises_is_raised_here_with_where_it_was() -> None:
    with pytest.raises(ZeroDivisionError) as caught:
        executor.run(HERE + "divide", 0)
    assert "computed.py" in caught.value.__notes__[0]


def test_an_error_that_no_pipe_can_carry_is_told_in_words() -> None:
    with pytest.raises(RuntimeError, match="Unpacked"):
        executor.run(HERE + "raise_what_cannot_pass")


def test_a_result_that_no_pipe_can_carry_is_refused() -> None:
    with pytest.raises(TypeError, match="cannot leave its process"):
        executor.run(HERE + "return_what_cannot_pass")


def test_progress_counts_parts_and_what_a_function_tells() -> None:
    told: list[float] = []
    assert executor.run(HERE + "in_halves", watch=Watch(on_progress=told.append)) == "whole"
    assert told == [0.5, 1.0]
    told.clear()
    parts = [Part((base,)) for base in range(4)]
    executor.run_parts(HERE + "power", parts, Watch(on_progress=told.append))
    assert told == [0.25, 0.5, 0.75, 1.0]


def test_cancelling_ends_the_processes_in_the_middle(tmp_path: Path, settings: Any) -> None:
    settings.EXECUTOR_PROCESSES = 2
    parts = [Part((str(tmp_path), number)) for number in range(2)]
    with pytest.raises(Refused, match="computing_cancelled"):
        executor.run_parts(
            HERE + "linger", parts, Watch(is_cancelled=lambda: len(lingering(tmp_path)) == 2)
        )
    assert [process for process in lingering(tmp_path) if lives(process)] == []


def test_a_computation_over_its_time_is_ended(tmp_path: Path) -> None:
    with pytest.raises(Refused, match="computing_too_long") as caught:
        executor.run(HERE + "linger", str(tmp_path), 0, watch=Watch(limit_s=1))
    assert [process for process in lingering(tmp_path) if lives(process)] == []
    assert "1 s" in caught.value.sentence("en")


def test_a_part_whose_process_is_lost_is_begun_again(tmp_path: Path) -> None:
    assert executor.run(HERE + "die_at_first", str(tmp_path)) == "done"


def test_a_part_that_ends_its_process_each_time_is_given_up(tmp_path: Path) -> None:
    with pytest.raises(RuntimeError, match="ended each time"):
        executor.run(HERE + "die", str(tmp_path))
    assert len(list(tmp_path.iterdir())) == local_pool.BEGUN_AT_MOST


@pytest.mark.parametrize(
    "path", ["os:getpid", "registan.jobs.executor", "registan.jobs.tests.computed:nothing",
             "registan.nowhere:power", "registan.jobs.executor:LOCAL"],
)  # fmt: skip
def test_only_functions_of_ours_are_called(path: str) -> None:
    with pytest.raises(ValueError, match=r"registan|getpid"):
        executor.run(path)


def test_too_many_parts_are_refused_before_anything_starts() -> None:
    with pytest.raises(ValueError, match="at most 10000"):
        executor.run_parts(HERE + "power", [Part((1,))] * 10_001)


def test_neither_side_loads_what_it_does_not_need() -> None:
    """The caller loads no NumPy; the process that computes loads no Django of its own accord."""
    code = (
        "import os, sys, django\n"
        "os.environ['DJANGO_SETTINGS_MODULE'] = 'registan.config.settings'\n"
        "django.setup()\n"
        "from registan.jobs import executor\n"
        "inside = executor.run('registan.jobs.tests.loaded:modules')\n"
        "print('numpy' in sys.modules, 'numba' in sys.modules, 'django' in inside)"
    )
    assert python(code).stdout.split() == ["False", "False", "False"]


def test_dask_gives_the_same_results(settings: Any) -> None:
    if find_spec("distributed") is None:
        pytest.skip("NOT TESTED: distributed is not installed (pip install 'registan[dask]')")
    import distributed

    options = {
        "n_workers": 1,
        "threads_per_worker": 2,
        "processes": False,
        "dashboard_address": None,
    }
    with distributed.LocalCluster(**options, protocol="tcp") as cluster:
        settings.EXECUTOR = cluster.scheduler_address
        told: list[float] = []
        parts = [Part((base,), {"exponent": 3}) for base in range(20)]
        watch = Watch(on_progress=told.append)
        assert executor.run_parts(HERE + "power", parts, watch) == [b**3 for b in range(20)]
        assert told[-1] == 1.0
        with pytest.raises(ZeroDivisionError):
            executor.run(HERE + "divide", 0)
        with pytest.raises(Refused, match="computing_cancelled"):
            executor.run(HERE + "nap", watch=Watch(is_cancelled=lambda: True))


def test_dask_that_is_not_installed_is_said(settings: Any) -> None:
    if find_spec("distributed") is not None:
        pytest.skip("NOT TESTED: distributed is installed")
    settings.EXECUTOR = "tcp://127.0.0.1:8150"
    with pytest.raises(ImproperlyConfigured, match=r"registan\[dask\]"):
        executor.run(HERE + "power", 2)


@pytest.mark.parametrize(("name", "value"), [("REGISTAN_EXECUTOR", "cluster"),
                                             ("REGISTAN_EXECUTOR_PROCESSES", "-1")])  # fmt: skip
def test_a_setting_that_says_nothing_is_named(name: str, value: str) -> None:
    done = python("import registan.config.settings", **{name: value})
    assert done.returncode != 0
    assert f"BadSetting: {name} is" in done.stderr
