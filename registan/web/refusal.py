"""`Refused`: the rules forbid the act. A code and named facts; the words come last, per language."""

from __future__ import annotations

from typing import Protocol, runtime_checkable

from registan.web.texts import has_text, say


@runtime_checkable
class Sayable(Protocol):
    """A fact that is a sentence itself, in the language of whoever reads the refusal."""

    def sentence(self, lang: str | None = None) -> str: ...


class Refused(Exception):
    """The rules forbid the act.

    code: key of the sentence `refusal.<code>`; field: name of the form field it belongs to, if any;
    status: HTTP status for pages and API (403 not allowed, 404 not there, 409 conflict, 422 otherwise).
    """

    def __init__(self, code: str, *, field: str = "", status: int = 422, **facts: object) -> None:
        super().__init__(code)
        self.code = code
        self.field = field
        self.status = status
        self.facts = facts

    def __str__(self) -> str:
        return f"{self.code} {self.facts}" if self.facts else self.code

    def sentence(self, lang: str | None = None) -> str:
        """The refusal in the reader's language, saying where and what to do."""
        worded = {fact: _in_words(fact, value, lang) for fact, value in self.facts.items()}
        return say(f"refusal.{self.code}", lang, **worded)


def _in_words(fact: str, value: object, lang: str | None) -> object:
    """A code as a person says it, where there is a sentence for it: power="rounds.run"."""
    if isinstance(value, Sayable):
        return value.sentence(lang)
    key = f"{fact}.{value}"
    return say(key, lang) if has_text(key) else value


class Unsigned(Refused):
    """A binding act still lacks the signature of its State's office; carries the statement to sign."""

    def __init__(self, code: str, statement: str, **facts: object) -> None:
        super().__init__(code, field="signature", status=409, **facts)
        self.statement = statement


class NotThere(Refused):
    """Not there, or not yours to see: one and the same answer."""

    def __init__(self) -> None:
        super().__init__("not_there", status=404)
