"""The worked example: an illustrative plan with its cast, two closed rounds and one open.

Everything goes through the public acts, at moments that follow the day of loading.
"""

from __future__ import annotations

from registan.cli.worked_example.load import is_loaded, load_example

__all__ = ["is_loaded", "load_example"]
