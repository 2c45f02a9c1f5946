"""Sentences of plans and measures: acts and refusals."""

from __future__ import annotations

TEXTS_PLANS: dict[str, tuple[str, str, str]] = {
    "plans.calendar.own": (
        "Сроки моего государства или органа",
        "本国（本机构）期限",
        "Due dates of my State or Body",
    ),
    "plans.calendar.round": (
        "Отчёты раунда {n}: {plan}",
        "第{n}轮报告：{plan}",
        "Reports of round {n}: {plan}",
    ),
    "act.plans.plan.brought_in": (
        "{actor}: внесён план «{plan}», мер: {measures}.",
        "{actor}：录入计划“{plan}”，共{measures}项措施。",
        "{actor}: plan “{plan}” brought in, measures: {measures}.",
    ),
    "act.plans.version.added": (
        "{actor}: к плану «{plan}» добавлена языковая версия.",
        "{actor}：为计划“{plan}”增加一个语文文本。",
        "{actor}: language version added to plan “{plan}”.",
    ),
    "act.plans.obligations.set": (
        "{actor}: записаны обязательства документа «{plan}».",
        "{actor}：录入“{plan}”所载义务。",
        "{actor}: obligations of “{plan}” recorded.",
    ),
    "act.plans.measure.postponed": (
        "{actor}: с {last_day_before} на {last_day} перенесён срок меры {measure}.",
        "{actor}：措施{measure}的期限由{last_day_before}推迟至{last_day}。",
        "{actor}: term of measure {measure} postponed from {last_day_before} to {last_day}.",
    ),
    "act.plans.measure.merged": (
        "{actor}: мера {measure} объединена с мерой {successor}.",
        "{actor}：措施{measure}并入措施{successor}。",
        "{actor}: measure {measure} merged into measure {successor}.",
    ),
    "act.plans.measure.superseded": (
        "{actor}: мера {measure} заменена мерой {successor}.",
        "{actor}：措施{measure}由措施{successor}取代。",
        "{actor}: measure {measure} superseded by measure {successor}.",
    ),
    "act.plans.measure.joined": (
        "{actor} присоединяется к мере {measure}.",
        "{actor}加入措施{measure}。",
        "{actor} joins measure {measure}.",
    ),
    "act.plans.measure.left": (
        "{actor} прекращает участие в мере {measure}.",
        "{actor}退出措施{measure}。",
        "{actor} leaves measure {measure}.",
    ),
    "act.plans.indicator.defined": (
        "{actor}: для меры {measure} определён показатель «{names}».",
        "{actor}：为措施{measure}确定指标“{names}”。",
        "{actor}: indicator “{names}” defined for measure {measure}.",
    ),
    "act.plans.measure.linked": (
        "{actor}: мера {measure} связана с обязательствами.",
        "{actor}：措施{measure}与所应履行的义务建立关联。",
        "{actor}: measure {measure} linked to obligations.",
    ),
    "refusal.version_there_already": (
        "Версия на этом языке ({lang}) у плана уже есть. Выберите другой язык.",
        "该计划已有此语文文本（{lang}）。请选择其他语文。",
        "The plan already has a version in this language ({lang}). Choose another language.",
    ),
    "refusal.version_numbers_unknown": (
        "В плане нет мер с номерами: {numbers}. Исправьте номера в файле или исключите эти строки.",
        "计划中没有以下编号的措施：{numbers}。请更正文件中的编号，或不录入这些行。",
        "The plan has no measures numbered {numbers}. Correct the numbers in the file or leave these "
        "rows out.",
    ),
    "refusal.plan_key_taken": (
        "Адрес «{key}» уже занят другим планом. Укажите другое короткое имя.",
        "地址“{key}”已被另一计划使用。请另填一个简称。",
        "The address “{key}” belongs to another plan. Give another short name.",
    ),
    "refusal.plan_above_is_not_above": (
        "Вышестоящий документ должен быть более высокого уровня: стратегия, затем программа или план "
        "действий, затем рабочий план.",
        "上级文件的层级须更高：战略，其次为纲要或行动计划，再次为工作计划。",
        "The document above must be of a higher level: strategy, then programme or action plan, then "
        "work plan.",
    ),
    "refusal.period_ends_before_it_begins": (
        "Период плана заканчивается раньше, чем начинается. Проверьте даты.",
        "计划期限的结束早于开始。请核对日期。",
        "The period of the plan ends before it begins. Check the dates.",
    ),
    "refusal.plan_without_measures": (
        "В плане нет ни одной меры. Проверьте, те ли строки выбраны.",
        "计划中没有任何措施。请核对所选的行。",
        "The plan has no measures. Check which rows are chosen.",
    ),
    "refusal.measure_numbers_doubled": (
        "Один номер стоит у нескольких мер: {numbers}. Дайте каждой мере свой номер.",
        "有多项措施使用同一编号：{numbers}。请为每项措施编排单独的编号。",
        "Several measures carry one number: {numbers}. Give each measure a number of its own.",
    ),
    "refusal.measure_number_missing": (
        "У меры нет номера, или он не подходит: «{number}». Впишите номер не длиннее 40 знаков и без «/».",
        "措施没有编号，或编号不可用：“{number}”。请填写不超过40个字符且不含“/”的编号。",
        "A measure has no number, or one that cannot be used: “{number}”. Write one of at most 40 "
        "characters without “/”.",
    ),
    "refusal.term_ends_before_it_begins": (
        "Срок меры {number} заканчивается раньше, чем начинается. Исправьте даты.",
        "措施{number}的期限结束早于开始。请更正日期。",
        "The term of measure {number} ends before it begins. Correct the dates.",
    ),
    "refusal.text_too_long": (
        "Текст слишком длинный ({place}): знаков — {length}, допускается {longest}. Сократите его "
        "или приложите файлом.",
        "文本过长（{place}）：共{length}字，最多{longest}字。请删减，或作为附件提交。",
        "The text is too long ({place}): {length} characters, at most {longest}. Shorten it or attach "
        "it as a file.",
    ),
    "refusal.hidden_characters": (
        "В тексте есть невидимые управляющие знаки ({place}: {characters}). Удалите их: вставьте текст "
        "без форматирования.",
        "文本含有不可见的控制字符（{place}：{characters}）。请删除：以无格式文本方式重新粘贴。",
        "The text holds invisible control characters ({place}: {characters}). Remove them: paste the "
        "text without formatting.",
    ),
    "refusal.postponed_to_no_later_day": (
        "Новый срок меры {number} не позже прежнего. Укажите более поздний день.",
        "措施{number}的新期限不晚于原期限。请填写更晚的日期。",
        "The new term of measure {number} is no later than the present one. Give a later day.",
    ),
    "refusal.successor_unfit": (
        "Мера {number} не может принять исполнение: это та же самая или уже переданная мера. Выберите "
        "другую.",
        "措施{number}无法承接：它就是本措施，或已移交。请另选一项。",
        "Measure {number} cannot take over: it is this measure itself or was handed over. Choose "
        "another.",
    ),
    "refusal.successor_in_another_plan": (
        "Объединять можно только меры одного плана. Мера {number} относится к другому плану.",
        "只能合并同一计划内的措施。措施{number}属于另一计划。",
        "Only measures of one plan can be merged. Measure {number} belongs to another plan.",
    ),
    "refusal.measure_handed_over": (
        "Мера {number} уже объединена с другой или заменена. Работайте с мерой-преемником.",
        "措施{number}已被合并或取代。请办理承接的措施。",
        "Measure {number} has been merged or superseded. Work with its successor.",
    ),
    "refusal.reason_missing": (
        "Укажите причину хотя бы на одном языке.",
        "请至少用一种语文说明理由。",
        "Give the reason in at least one language.",
    ),
    "refusal.joined_already": (
        "Ваше государство уже участвует в мере {number}.",
        "贵国已参加措施{number}。",
        "Your State already takes part in measure {number}.",
    ),
    "refusal.joined_until_then": (
        "Ваше государство участвует в мере {number} до {until}. Укажите этот день или более поздний.",
        "贵国参加措施{number}至{until}。请填写该日或更晚的日期。",
        "Your State takes part in measure {number} until {until}. Give that day or a later one.",
    ),
    "refusal.measure_of_another_plan": (
        "Мера {number} относится к другому плану, не к плану этого раунда.",
        "措施{number}属于另一计划，不属于本轮报告的计划。",
        "Measure {number} belongs to another plan than this round.",
    ),
    "refusal.indicator_in_use": (
        "По показателю «{key}» меры {number} уже представлены значения, единицу менять нельзя. "
        "Заведите новый показатель.",
        "措施{number}的指标“{key}”已有报告数值，单位不可更改。请另设指标。",
        "Figures of indicator “{key}” of measure {number} have been reported, so its unit stays. "
        "Define another indicator.",
    ),
    "refusal.not_joined": (
        "Ваше государство не участвует в мере {number}.",
        "贵国未参加措施{number}。",
        "Your State does not take part in measure {number}.",
    ),
    "refusal.left_before_joining": (
        "Выйти из меры {number} можно не раньше следующего дня после присоединения.",
        "退出措施{number}的日期至少须晚于加入日期一天。",
        "Measure {number} can be left at the earliest on the day after joining.",
    ),
    "refusal.states_only": (
        "Это может сделать только государство, а не орган.",
        "此项只能由国家办理，机构不得办理。",
        "Only a State can do this, not a Body.",
    ),
    "refusal.group_not_open": (
        "Мера {number} не открыта для присоединения заинтересованных государств.",
        "措施{number}不向有意参加的国家开放。",
        "Measure {number} is not open to interested States.",
    ),
    "refusal.members_only": (
        "Присоединиться могут только государства-члены.",
        "只有成员国可以加入。",
        "Only Member States can join.",
    ),
}
