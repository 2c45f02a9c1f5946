"""What may be written in the registers of research: words by language, names of organisations and places."""

from __future__ import annotations

from typing import TYPE_CHECKING

from registan.kernel.emergency.contacts import contact_in
from registan.kernel.plan.persons import is_person
from registan.ledger.act import Refused
from registan.ledger.audience import is_well_formed
from registan.parties.models import State
from registan.plans.words import refuse_hidden_characters
from registan.web.texts import current_lang

if TYPE_CHECKING:
    from collections.abc import Iterable, Mapping, Sequence

    from registan.parties.models import Mandate

LONGEST_NAME = 200
MOST_NAMED = 60


def state_of(by: Mandate) -> State:
    """The State that acts. A Body does none of this."""
    if by.state is None:
        raise Refused("states_only", status=403)
    return by.state


def told(texts: Mapping[str, str], name: str, *, needed: bool = True) -> dict[str, str]:
    """What was said, in the languages in which it was; the fields are `name_ru`, `name_zh`, …"""
    said = {lang: text.strip() for lang, text in texts.items() if text.strip()}
    if needed and not said:
        raise Refused("words_missing", field=f"{name}_{current_lang()}")
    for lang, text in said.items():
        field = f"{name}_{lang}"
        refuse_hidden_characters(text, field=field)
        if contact := contact_in(text):
            raise Refused("person_in_text", field=field, words=contact)
    return said


def named(name: str, field: str) -> str:
    """The name of an organisation or a place: one line, and no person."""
    plain = " ".join(name.split())
    if not plain:
        raise Refused("name_missing", field=field)
    if len(plain) > LONGEST_NAME:
        raise Refused("name_too_long", field=field, longest=LONGEST_NAME)
    refuse_hidden_characters(plain, field=field)
    if is_person(plain) or contact_in(plain):
        raise Refused("person_in_text", field=field, words=plain)
    return plain


def of_states(rows: Sequence[tuple[str, str]], field: str) -> list[list[str]]:
    """Institutions or places with the keys of their States, as given and each once."""
    if len(rows) > MOST_NAMED:
        raise Refused("too_many_named", field=field, most=MOST_NAMED)
    known = set(State.objects.values_list("key", flat=True)) if rows else set()
    found: list[list[str]] = []
    for key, name in rows:
        if key not in known:
            raise Refused("state_not_known", field=field, given=key)
        row = [key, named(name, field)]
        if row not in found:
            found.append(row)
    return found


def coded(codes: Iterable[str], allowed: Sequence[str], field: str) -> list[str]:
    """Codes of a closed list, in its own order."""
    given = set(codes)
    if not given <= set(allowed):
        raise Refused("choice_unknown", field=field)
    return [code for code in allowed if code in given]


def well_formed(audience: str) -> str:
    if not is_well_formed(audience):
        raise Refused("audience_unknown", field="audience")
    return audience
