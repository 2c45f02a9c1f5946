"""Role labels inside a responsible cell: "Lead: ...; Support: ...", "牵头单位：…；配合单位：…"."""

from __future__ import annotations

import re

from registan.kernel.plan.reading import Role

_LEAD = (
    r"головн\w+(?:\s+исполнител\w+)?|координатор\w*|основн\w+\s+исполнител\w+|"
    r"lead(?:ing|er)?(?:\s+(?:agency|agencies|department|body|party|entity|ministry))?|"
    r"(?:牵头|主办|主责)(?:单位|部门)?"
)
_SUPPORT = (
    r"соисполнител\w+|участник\w*|участвующ\w+(?:\s+\w+)?|"
    r"(?:support(?:ing|ed by)?|partners?|cooperating|participating|contributing)"
    r"(?:\s+(?:agency|agencies|departments?|bodies|body|part(?:y|ies)|entities|organi[sz]ations))?|"
    r"(?:配合|协办|参与|参加|协助)(?:单位|部门)?"
)
_PLAIN = (
    r"отв(?:етственн\w+)?\.?(?:\s+(?:за\s+исполнение|лиц[оа]|орган\w*))?|исполнител\w+|"
    r"responsib(?:le|ility)(?:\s+(?:party|parties|body|bodies|agency|agencies|entity|for))?|"
    r"(?:责任|实施|承办|负责|落实)(?:单位|部门|主体)"
)
_CHIEF = (
    r"(?:ответственн\w+|отв\.)\s+исп(?:олнител\w+|\.)"  # the lead where others are named beside it
)
_LABEL = re.compile(
    rf"(?:^|(?<=[;；。.,，、\n])|(?<=[\u4e00-\u9fff）] ))\s*(?:(?P<chief>{_CHIEF})|(?P<lead>{_LEAD})|"
    rf"(?P<support>{_SUPPORT})|(?P<plain>{_PLAIN}))\s*(?:[:：]|\s[-–—]\s)\s*",
    re.IGNORECASE,
)
_EDGES = " \t\n;；。,，、"


def labelled_parts(cell: str) -> list[tuple[Role | None, str]]:
    """The parts of a cell with the role their label gives; the whole cell where there is no label."""
    labels = list(_LABEL.finditer(cell))
    if not labels:
        return [(None, cell)]
    parts: list[tuple[Role | None, str]] = [(None, cell[: labels[0].start()])]
    has_others = any(label["support"] for label in labels)
    ends = [label.start() for label in labels[1:]] + [len(cell)]
    for label, end in zip(labels, ends, strict=True):
        role: Role | None = None
        if label["lead"] or (label["chief"] and has_others):
            role = Role.LEAD
        elif label["support"]:
            role = Role.SUPPORT
        parts.append((role, cell[label.end() : end]))
    return [(role, text) for role, part in parts if (text := part.strip(_EDGES))]
