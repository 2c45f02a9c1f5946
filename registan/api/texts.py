"""Sentences of the API shell."""

from __future__ import annotations

TEXTS: dict[str, tuple[str, str, str]] = {
    "api.problem.title": ("Запрос не выполнен", "请求未执行", "The request was not carried out"),
    "refusal.language_unknown": (
        "Язык «{lang}» не поддерживается. Укажите ru, zh или en.",
        "不支持语言“{lang}”。请使用 ru、zh 或 en。",
        "The language “{lang}” is not supported. Give ru, zh or en.",
    ),
    "refusal.parameters_invalid": (
        "Неверные параметры запроса: {where}. Сверьтесь с описанием /api/openapi.json.",
        "请求参数有误：{where}。请对照 /api/openapi.json 的说明。",
        "Parameters of the request are not valid: {where}. See /api/openapi.json.",
    ),
}
