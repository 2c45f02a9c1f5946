"""A figure for a paper: with the colours and the face that the style sheet of the pages gives it there."""

from __future__ import annotations

from typing import TYPE_CHECKING

if TYPE_CHECKING:
    from collections.abc import Sequence

NAMESPACE = "http://www.w3.org/2000/svg"
# The light theme of registan.css, and what is drawn with it.
STYLE = (
    "text{fill:#1b2430;font-size:13px}.axis{fill:#4d5a68}.zero{stroke:#1b2430;stroke-width:1;fill:none}"
    ".whisker{stroke:#1b2430;stroke-width:1.5;fill:none}.bar-going{fill:#a9c1de}.bar-apart{fill:#d9b889}"
    ".band-joint{fill:#1d4f91;fill-opacity:.18}.band-alone{fill:#7a4b13;fill-opacity:.16}"
    ".line-joint{stroke:#1d4f91;stroke-width:2.5;fill:none}"
    ".line-alone{stroke:#7a4b13;stroke-width:2.5;stroke-dasharray:7 4;fill:none}"
    ".name-joint{fill:#1d4f91}.name-alone{fill:#7a4b13}"
)


def standalone(svg: str, faces: Sequence[str]) -> str:
    """The same figure as a file of its own, its words set in the first of `faces` that is there.

    >>> standalone('<svg viewBox="0 0 1 1"></svg>', ["Noto Sans"])[:40]
    '<svg xmlns="http://www.w3.org/2000/svg" '
    """
    named = ",".join(f"'{face}'" for face in faces)
    style = f"<style>text{{font-family:{named}}}{STYLE}</style>"
    head, rest = svg.split(">", 1)
    named_head = head.replace("<svg", f'<svg xmlns="{NAMESPACE}"', 1)
    return f"{named_head}>{style}{rest}"
