"""Sentences of the desk, of conditions and of definitions."""

from __future__ import annotations

TEXTS_CONDITIONS: dict[str, tuple[str, str, str]] = {
    "health.desk.requests": (
        "открытых заявок, без учений: {n}",
        "待满足的请求（不含演练）：{n}项",
        "open requests, exercises apart: {n}",
    ),
    "health.desk.lede": (
        "Что сообщили государства о болезнях, о чём они ещё не сообщили, и как отправить данные.",
        "各国通报的疾病情况、尚未通报的情况，以及如何报送数据。",
        "What States have told of diseases, what they have not told yet, and how to send counts.",
    ),
    "health.conditions": ("Что учитывается", "统计病种", "What is counted"),
    "health.conditions.none": (
        "Для вас пока ничего не учитывается. Перечень болезней вносит секретариат.",
        "目前没有向您开放的统计病种。病种清单由秘书处录入。",
        "Nothing is counted here for you yet. The Secretariat enters what is counted.",
    ),
    "health.condition": ("Болезнь или синдром", "疾病或综合征", "Disease or syndrome"),
    "health.condition.new": (
        "Внести болезнь или синдром",
        "录入疾病或综合征",
        "Enter a disease or syndrome",
    ),
    "health.condition.define": ("Внести", "录入", "Enter"),
    "health.condition.defined": (
        "Внесено. Теперь государства могут отправлять данные.",
        "已录入。各国现可报送数据。",
        "Entered. States can send counts now.",
    ),
    "health.code": ("Код", "代码", "Code"),
    "health.code.hint": (
        "Строчные латинские буквы, цифры и дефис, например measles. Так болезнь называют файлы; код не "
        "меняется.",
        "小写拉丁字母、数字和连字符，例如 measles。文件以此代码指称该病种，代码不再更改。",
        "Small Latin letters, digits and hyphens, for example measles. Files name it so; it never changes.",
    ),
    "health.name": ("Название", "名称", "Name"),
    "health.period": ("Период", "统计周期", "Counted by"),
    "health.period.week": ("неделя", "周", "weeks"),
    "health.period.day": ("день", "日", "days"),
    "health.by.week": (
        "учитывается по неделям (понедельник — воскресенье)",
        "按周统计（周一至周日）",
        "counted by weeks, Monday to Sunday",
    ),
    "health.by.day": ("учитывается по дням", "按日统计", "counted by days"),
    "health.audience": ("Кто видит данные", "数据查阅范围", "Who reads the counts"),
    "health.illustrative": (
        "числа вымышлены, для примера",
        "示例数据，纯属虚构",
        "illustrative: the numbers are invented",
    ),
    "health.definition": ("Определение случая", "病例定义", "Definition of a case"),
    "health.definitions": ("Определения случая", "病例定义", "Definitions of a case"),
    "health.definitions.none": (
        "Определение ещё не установлено: что именно считается случаем, никем не сказано.",
        "尚未确定病例定义：何谓病例尚无说明。",
        "No definition has been stated yet: nobody has said what counts as a case.",
    ),
    "health.definition.new": (
        "Установить определение случая",
        "确定病例定义",
        "State a definition of a case",
    ),
    "health.definition.state": ("Установить", "确定", "State it"),
    "health.definition.stated": (
        "Определение записано. Прежние числа сохраняют своё.",
        "定义已记录。此前的数字仍适用原定义。",
        "Definition recorded. Earlier counts keep theirs.",
    ),
    "health.definition.since": ("Действует с", "起始日期", "In force from"),
    "health.definition.from": ("с {day}", "自{day}起", "from {day}"),
    "act.health.condition.defined": (
        "{actor}: внесено для учёта: {condition}.",
        "{actor}：录入统计病种：{condition}。",
        "{actor}: entered what is counted: {condition}.",
    ),
    "act.health.definition.stated": (
        "{actor}: {condition} — установлено определение случая, версия {version}.",
        "{actor}：确定“{condition}”的病例定义，第{version}版。",
        "{actor}: {condition}: definition of a case stated, version {version}.",
    ),
    "refusal.condition_code_malformed": (
        "Код — от 1 до 40 строчных латинских букв, цифр и дефисов, например measles.",
        "代码须为1至40个小写拉丁字母、数字和连字符，例如 measles。",
        "A code has 1 to 40 small Latin letters, digits and hyphens, for example measles.",
    ),
    "refusal.condition_there": (
        "Код «{condition}» уже занят. Выберите другой.",
        "代码“{condition}”已被使用。请另选代码。",
        "The code “{condition}” is taken. Choose another one.",
    ),
    "refusal.period_unknown": (
        "Укажите период: неделя или день.",
        "请指定统计周期：周或日。",
        "Say by what it is counted: weeks or days.",
    ),
    "refusal.audience_unknown": (
        "Неизвестный круг читателей. Выберите из предложенных.",
        "查阅范围无效。请从所列选项中选择。",
        "No such circle of readers. Choose one of those offered.",
    ),
    "refusal.name_missing": (
        "Нужно название на каждом языке организации.",
        "须提供本组织每种语文的名称。",
        "A name is needed in each language of the organisation.",
    ),
    "refusal.definition_missing": (
        "Напишите определение хотя бы на одном языке.",
        "请至少以一种语文填写定义。",
        "Write the definition in one language at least.",
    ),
    "refusal.definition_not_later": (
        "Уже действует определение с {since}. Новое начинается позже: прежние числа свои определения "
        "не меняют.",
        "自{since}起的定义已经生效。新定义须晚于该日：此前数字的定义不变。",
        "A definition from {since} is in force. A new one begins later: earlier counts keep theirs.",
    ),
}
