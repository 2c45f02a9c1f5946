"""`python -m registan.cli`: the same as the `registan` command."""

from __future__ import annotations

import sys

from registan.cli.main import main

sys.exit(main())
