"""The answers about an act in words: question, yes or no, and what to do when it is no."""

from __future__ import annotations

from dataclasses import dataclass
from datetime import UTC, datetime
from typing import TYPE_CHECKING, Any

from django.utils.formats import date_format
from django.utils.timezone import localtime

from registan.kernel.log.errors import Malformed
from registan.kernel.log.statement import parse_authorisation
from registan.kernel.log.times import doubt
from registan.ledger import audience as who
from registan.ledger.queries import sentence_of, worded
from registan.ledger.verification import OFFICE_HOLDS
from registan.web.texts import has_text, say

if TYPE_CHECKING:
    from collections.abc import Iterable

    from registan.ledger.times import Doubt
    from registan.ledger.verification import Answers

ENVELOPE = ("kind", "actor", "body", "office", "subject", "time", "audience", "auth")


@dataclass(frozen=True)
class Said:
    """One answer. `cure` is empty where the answer is yes."""

    question: str
    good: bool
    sentence: str
    cure: str = ""


def said(found: Answers, *, own: bool) -> list[Said]:
    """The answers in plain words; `own`: the proof was just made here, not handed in by a reader."""
    facts = {
        "n": found.index, "size": found.size, "k": len(found.cosigned),
        "of": len(found.witnesses), "names": say("web.list").join(found.cosigned),
    }  # fmt: skip
    where = "own" if own else "file"
    answers = [
        _said("in_log", found.in_log, where, facts),
        _said("signed", found.signed, where, facts),
        _said("witnessed", found.quorum, where, facts) if found.witnesses else _unwitnessed(),
    ]
    if found.carries_opening:
        answers.append(_said("opens", found.opens, where, facts))
    if found.office not in {"", "session"}:
        answers.append(_office(found))
    return answers


def waiting(number: int) -> list[Said]:
    """The answers about an act that has its number, while no signed checkpoint covers it."""
    asked = ("in_log", "signed", "witnessed")
    return [
        Said(
            say(f"ledger.ask.{code}"),
            code == "in_log",
            say(f"ledger.waits.{code}", n=number),
            "" if code == "in_log" else say("ledger.waits.cure"),
        )
        for code in asked
    ]


def _office(found: Answers) -> Said:
    """Whether the State's own office signed, where one did or had to."""
    sentence = say(f"ledger.office.{found.office}", **_signer(str(found.facts.get("auth", ""))))
    cure = "" if found.office in OFFICE_HOLDS else say("ledger.office.cure")
    return Said(say("ledger.ask.office"), found.office == "good", sentence, cure)


def _signer(auth: str) -> dict[str, str]:
    """Name and ID of the key that an `auth` names."""
    try:
        told = parse_authorisation(auth)
    except Malformed:
        told = None
    return {"name": told.name, "id": told.key_id.hex()} if told else {"name": "", "id": ""}


def _unwitnessed() -> Said:
    ask, no = say("ledger.ask.witnessed"), say("ledger.no.unwitnessed")
    return Said(ask, good=False, sentence=no, cure=say("ledger.cure.unwitnessed"))


def _said(code: str, good: bool, where: str, facts: dict[str, Any]) -> Said:
    answer = "yes" if good else "no"
    cure = "" if good else say(f"ledger.cure_{where}.{code}", **facts)
    return Said(say(f"ledger.ask.{code}"), good, say(f"ledger.{answer}.{code}", **facts), cure)


def doubt_said(found: Doubt | None) -> str:
    """Why the time of an act is in doubt; empty where it is not."""
    if found is None:
        return ""
    return say(
        f"ledger.doubt.{found.code}", at=_moment(found.at), checkpoint=_moment(found.checkpoint)
    )


def doubt_in_file(found: Answers) -> str:
    """The same by a proof file alone, which shows no checkpoint before the act."""
    try:
        at = datetime.fromisoformat(str(found.facts.get("time", "")))
        code = doubt(at.timestamp(), None, found.signed_at)
    except (ValueError, OverflowError, OSError):
        return ""
    if not code:
        return ""
    signed = datetime.fromtimestamp(found.signed_at or 0, UTC)
    return say(f"ledger.doubt.{code}", at=_moment(at), checkpoint=_moment(signed))


def _moment(at: datetime) -> str:
    return date_format(localtime(at), "DATETIME_FORMAT")


def sentence(facts: dict[str, Any], parts: dict[str, Any]) -> str:
    """What the act did; empty where this installation knows no such act."""
    kind, record = str(facts.get("kind", "")), parts.get("record")
    if not isinstance(record, dict) or not has_text(f"act.{kind}"):
        return ""
    try:
        return sentence_of(kind, str(facts.get("actor", "")), record)
    except KeyError:
        return ""  # recorded by another version, whose sentence asked for other facts


def envelope_rows(facts: dict[str, Any]) -> list[tuple[str, str]]:
    """The envelope as label and value, in the reader's words where there are some."""
    rows = [(say(f"ledger.envelope.{name}"), _value(name, facts.get(name))) for name in ENVELOPE]
    rows.append((
        say("ledger.envelope.stream"),
        say("ledger.envelope.place", stream=audience_words(str(facts.get("stream"))), n=facts.get("n")),
    ))  # fmt: skip
    rows.append((say("ledger.envelope.prev"), str(facts.get("prev"))))
    parts = facts.get("parts")
    for name, commitment in parts.items() if isinstance(parts, dict) else ():
        rows.append((say("ledger.envelope.part", name=name), str(commitment)))
    return [row for row in rows if row[1]]


def _value(name: str, value: object) -> str:
    text = str(value or "")
    if name == "time":
        return _moment(datetime.fromisoformat(text))
    if name == "audience":
        return audience_words(text)
    if name == "auth":
        signer = _signer(text)
        return say("ledger.auth.office" if signer["name"] else "ledger.auth.session", **signer)
    return worded("party", text) if name in {"actor", "body"} and text else text


def audience_words(audience: str) -> str:
    """Who may read it, in words."""
    if audience in {who.PUBLIC, who.MEMBERS, who.PARTNERS}:
        return say(f"ledger.audience.{audience}")
    if audience.startswith("states:|"):
        return _names(audience.removeprefix("states:|").strip("|").split("|"))
    return _names([audience.removeprefix("body:")])


def _names(keys: Iterable[str]) -> str:
    return say(
        "ledger.audience.only", names=say("web.list").join(worded("party", key) for key in keys)
    )
