"""How each progress looks beside its word: class names of the style sheet."""

from __future__ import annotations

LOOKS = {
    "done": "done", "done_in_part": "part", "under_way": "going", "not_started": "not-begun",
    "cannot": "cannot", "not_participating": "apart", "": "rest",
}  # fmt: skip
