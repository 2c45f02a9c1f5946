"""Fault 20: a full log under the first schema is migrated: nothing is lost, and the roots are equal."""

from __future__ import annotations

import json
import os
import subprocess
import sys
from typing import TYPE_CHECKING

from tests.faults.counts import tell, times

if TYPE_CHECKING:
    from pathlib import Path


def test_a_full_log_of_the_first_schema_is_migrated_without_a_loss(tmp_path: Path) -> None:
    acts = times(1_500, 1_000_000)
    environment = {
        **os.environ, "REGISTAN_VAR": str(tmp_path), "REGISTAN_DATABASE_URL": "",
        "DJANGO_SETTINGS_MODULE": "registan.config.settings",
    }  # fmt: skip
    done = subprocess.run(
        [sys.executable, "-m", "tests.faults.full_log", str(acts)],
        env=environment, capture_output=True, text=True, check=False,
    )  # fmt: skip
    assert done.returncode == 0, done.stderr
    found = json.loads(done.stdout)
    assert found["differ"] == []
    assert found["faults"] == []
    assert found["size"] == acts
    assert found["root"] == found["built"]
    tell("20", "a full log under the first schema, migrated (SQLite)", acts=acts,
         **{"verified in (s, CPU)": found["cpu_s"]})  # fmt: skip
