"""The checker of histories finds what it is there for."""

from __future__ import annotations

from tests.faults.history import History, faults


def history(*calls: tuple[str, float, float | None]) -> History:
    made = History()
    for key, called, answered in calls:
        made.note("call", key, called)
        if answered is not None:
            made.note("done", key, answered)
    return made


def test_a_good_history_has_no_fault() -> None:
    seen = history(("a", 1, 2), ("b", 1.5, 3), ("c", 4, None), ("d", 5, 6))
    assert faults(seen, [("b", 0), ("a", 1), ("c", 2), ("d", 3)], 4) == []
    assert faults(seen, [("a", 0), ("b", 1), ("d", 2)], 3) == []


def test_it_finds_what_was_lost_doubled_invented_and_in_the_wrong_order() -> None:
    seen = history(("a", 1, 2), ("b", 3, 4))
    assert faults(seen, [("a", 0)], 1) == ["lost: b"]
    assert faults(seen, [("a", 0), ("b", 1), ("b", 2)], 3) == ["doubled: b"]
    assert faults(seen, [("a", 0), ("b", 1), ("x", 2)], 3) == ["never called: x"]
    assert faults(seen, [("a", 1), ("b", 0)], 2) == ["out of order: b"]
    assert faults(seen, [("a", 0), ("b", 1)], 3) == ["2 entries, but 3 effects"]
