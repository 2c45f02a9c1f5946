"""profile.toml: names, languages and rules of the organisation, read and checked."""

from __future__ import annotations

import re
import tomllib
from typing import TYPE_CHECKING, Any

from registan.kernel.profile.columns import CONFIDENCES, LANGS
from registan.kernel.profile.problems import ProfileProblem

if TYPE_CHECKING:
    from collections.abc import Iterable, Mapping

FILE = "profile.toml"
STANDINGS = ("official", "working", "unofficial")
# How the organisation decides; each has a sentence `parties.decides.<rule>`.
DECISION_RULES = ("no_objection", "unanimity", "two_thirds", "majority")
NEEDED: dict[str, type] = {
    "key": str, "decision_rule": str, "seat_zone": str, "source": str, "confidence": str,
    "languages": dict, "names": dict, "short_names": dict, "rules": dict,
}  # fmt: skip
# Rule -> type of its value, and the table whose keys it must be one of.
RULES: dict[str, tuple[type, str]] = {
    "secretariat": (str, "bodies"),
    "presidency": (str, "bodies"),
    "small_numbers_below": (int, ""),
    "papers_days_before_meeting": (int, ""),
    "certified_copies_days": (int, ""),
}
RULES_NEEDED = ("secretariat", "presidency")
_KEY = re.compile(r"[a-z0-9][a-z0-9-]{0,39}", re.ASCII)
_ZONE = re.compile(r"[A-Za-z]+(?:/[A-Za-z_+-]+)*", re.ASCII)
_PLACE = re.compile(r"line (\d+)")


def read_settings(
    files: Mapping[str, bytes], problems: list[ProfileProblem]
) -> tuple[dict[str, Any], dict[str, int]]:
    """The settings and the line of each rule; what is wrong is added to `problems`.

    Settings of which something is wrong are given back as far as their languages can be used.
    """
    if FILE not in files:
        problems.append(ProfileProblem(FILE, 0, "file_missing"))
        return {}, {}
    try:
        text = files[FILE].decode("utf-8-sig")
        settings = tomllib.loads(text)
    except UnicodeDecodeError:
        problems.append(ProfileProblem(FILE, 0, "not_utf8"))
        return {}, {}
    except tomllib.TOMLDecodeError as error:
        found = _PLACE.search(str(error))
        line = int(found[1]) if found else text.count("\n") + 1
        problems.append(ProfileProblem(FILE, line, "not_toml"))
        return {}, {}
    wrong = [
        ProfileProblem(FILE, line_of(text, setting), code, {"setting": setting, **facts})
        for setting, code, facts in _wrong(settings)
    ]
    problems += wrong
    if wrong:
        return {"languages": _languages_of(settings)}, {}
    return settings, {rule: line_of(text, f"rules.{rule}") for rule in settings["rules"]}


def _languages_of(settings: Mapping[str, Any]) -> list[str]:
    told = settings.get("languages")
    return [lang for lang in LANGS if lang in told] if isinstance(told, dict) else []


def line_of(text: str, setting: str) -> int:
    """The line that gives `setting` ("rules.secretariat": in the part [rules]); 1 if none does."""
    part, _, name = setting.rpartition(".")
    held = re.search(rf"^\s*\[{re.escape(part)}\]", text, re.MULTILINE) if part else None
    given = re.compile(rf"^\s*(?:{re.escape(name)}\s*=|\[{re.escape(name)}\])", re.MULTILINE)
    found = given.search(text, held.end() if held else 0)
    return text.count("\n", 0, found.end()) + 1 if found else 1


def _wrong(settings: Mapping[str, Any]) -> Iterable[tuple[str, str, dict[str, object]]]:
    for setting, kind in NEEDED.items():
        if setting not in settings:
            yield setting, "setting_missing", {}
        elif not isinstance(settings[setting], kind) or not settings[setting]:
            yield setting, "setting_wrong", {"value": settings[setting], "choices": kind.__name__}
    for setting in settings:
        if setting not in {*NEEDED, "founded"}:
            yield setting, "setting_strange", {"known": ", ".join((*NEEDED, "founded"))}
    if all(isinstance(settings.get(setting), kind) for setting, kind in NEEDED.items()):
        yield from _wrong_words(settings)
        yield from _wrong_names(settings)
        yield from _wrong_rules(settings["rules"])


def _wrong_words(settings: Mapping[str, Any]) -> Iterable[tuple[str, str, dict[str, object]]]:
    if not _KEY.fullmatch(settings["key"]):
        yield "key", "setting_wrong", {"value": settings["key"], "choices": "a-z, 0-9, -"}
    if not _ZONE.fullmatch(settings["seat_zone"]):
        yield "seat_zone", "setting_wrong", {
            "value": settings["seat_zone"], "choices": "Asia/Tashkent …"}  # fmt: skip
    for setting, choices in (("decision_rule", DECISION_RULES), ("confidence", CONFIDENCES)):
        if settings[setting] not in choices:
            facts = {"value": settings[setting], "choices": ", ".join(choices)}
            yield setting, "setting_wrong", facts
    for lang, standing in settings["languages"].items():
        if lang not in LANGS:
            yield f"languages.{lang}", "setting_strange", {"known": ", ".join(LANGS)}
        elif standing not in STANDINGS:
            facts = {"value": standing, "choices": ", ".join(STANDINGS)}
            yield f"languages.{lang}", "setting_wrong", facts


def _wrong_names(settings: Mapping[str, Any]) -> Iterable[tuple[str, str, dict[str, object]]]:
    for setting in ("names", "short_names"):
        for lang in settings["languages"]:
            name = settings[setting].get(lang)
            if name is None:
                yield f"{setting}.{lang}", "setting_missing", {}
            elif not isinstance(name, str) or not name.strip():
                yield f"{setting}.{lang}", "setting_wrong", {"value": name, "choices": "str"}


def _wrong_rules(rules: Mapping[str, Any]) -> Iterable[tuple[str, str, dict[str, object]]]:
    for rule in RULES_NEEDED:
        if rule not in rules:
            yield f"rules.{rule}", "setting_missing", {}
    for rule, value in rules.items():
        if rule not in RULES:
            yield f"rules.{rule}", "setting_strange", {"known": ", ".join(RULES)}
        elif type(value) is not RULES[rule][0] or (isinstance(value, int) and value < 0):
            facts = {"value": value, "choices": RULES[rule][0].__name__}
            yield f"rules.{rule}", "setting_wrong", facts
