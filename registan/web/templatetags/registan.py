"""Template tags of the shell: sentences, names by language, dates, addresses that keep filters."""

from __future__ import annotations

from decimal import Decimal
from typing import TYPE_CHECKING, Any

from django import template
from django.utils.formats import date_format, number_format
from django.utils.html import format_html
from django.utils.timezone import localtime

from registan.web.languages import HTML_LANG
from registan.web.texts import LANGS, current_lang, in_lang, say

if TYPE_CHECKING:
    from collections.abc import Mapping
    from datetime import date, datetime

    from django.utils.safestring import SafeString

register = template.Library()


@register.simple_tag
def t(key: str, lang: str | None = None, **facts: object) -> str:
    """{% t "plans.title" n=5 %}: the sentence in the reader's language."""
    return say(key, lang, **facts)


@register.filter
def plain(value: Decimal) -> str:
    """A number without idle zeros, in the reader's form: 5,8."""
    return number_format(Decimal(f"{value.normalize():f}"))


@register.filter
def name(names: Mapping[str, str] | str | None) -> str:
    """{{ plan.title|name }}: a name kept by language, in the reader's language.

    What is not there (a body without one above it) reaches a filter as "": it has no name.
    """
    return "" if names is None or isinstance(names, str) else in_lang(names)


@register.simple_tag
def words(texts: Mapping[str, str]) -> SafeString:
    """A text kept by language, in the reader's; where only another has it, marked with that one."""
    own = current_lang()
    lang = next((code for code in (own, *LANGS) if texts.get(code)), own)
    shown = format_html('<span lang="{}">{}</span>', HTML_LANG[lang], texts.get(lang, ""))
    if lang == own:
        return shown
    return format_html(
        '{} <span class="quiet small">({})</span>', shown, say(f"web.given_in.{lang}")
    )


@register.filter
def day(value: date | None) -> str:
    """A date in the reader's form; empty where there is none."""
    return date_format(value, "DATE_FORMAT") if value else ""


@register.simple_tag
def days(first: date | None, last: date | None) -> str:
    """{% days round.starts_on round.ends_on %}: from the one to the other, or the only one there is."""
    if first and last and first != last:
        return say("web.days", start=day(first), end=day(last))
    return day(first or last)


@register.filter
def moment(value: datetime | None) -> str:
    """Date and time at the seat of the organisation, in the reader's form."""
    return date_format(localtime(value), "DATETIME_FORMAT") if value else ""


@register.simple_tag(takes_context=True)
def address(context: Mapping[str, Any], **changes: object) -> str:
    """This page's address with some query parameters changed; None takes one away."""
    query = context["request"].GET.copy()
    for key, value in changes.items():
        if value is None or value == "":
            query.pop(key, None)
        else:
            query[key] = str(value)
    return "?" + query.urlencode() if query else "?"
