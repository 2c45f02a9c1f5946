"""Sentences of the front square."""

from __future__ import annotations

from registan.square.texts_help import TEXTS as HELP_TEXTS
from registan.square.texts_jobs import TEXTS as JOB_TEXTS
from registan.square.texts_search import TEXTS as SEARCH_TEXTS

_TEXTS: dict[str, tuple[str, str, str]] = {
    "square.title": ("Главная", "首页", "Front page"),
    "square.presidency": (
        "председательствует {state}",
        "轮值主席国：{state}",
        "presidency: {state}",
    ),
    "square.next_sitting": (
        "следующее заседание: {place}",
        "下次会议地点：{place}",
        "next meeting: {place}",
    ),
    "square.next_sitting_on": (
        "следующее заседание: {place}, {day}",
        "下次会议：{place}，{day}",
        "next meeting: {place}, {day}",
    ),
    "square.plans": (
        "{n} {n|план|плана|планов}, {m} {m|мера|меры|мер}.",
        "{n}项计划，{m}项措施。",
        "{n} {n|plan|plans} with {m} {m|measure|measures}.",
    ),
    "square.plans.open": (
        "{n} {n|план|плана|планов}, {m} {m|мера|меры|мер}. Отчёты собираются до {due}.",
        "{n}项计划，{m}项措施。正在收集报告，截止日期：{due}。",
        "{n} {n|plan|plans} with {m} {m|measure|measures}. Reports are being collected until {due}.",
    ),
    "square.owed": (
        "Что должно представить ваше государство или орган и к какому сроку.",
        "贵国或贵机构应提交的报告及其期限。",
        "What your State or Body owes, and by when.",
    ),
    "square.health.none": (
        "Для вас пока ничего не учитывается.",
        "目前没有向您开放的统计病种。",
        "Nothing is counted here for you yet.",
    ),
    "square.health.nothing": (
        "Учитывается {n} {n|болезнь|болезни|болезней}; данных ещё не поступало.",
        "统计病种{n}个；尚未收到数据。",
        "{n} {n|disease is|diseases are} counted; no counts have come in yet.",
    ),
    "square.health": (
        "Учитывается {n} {n|болезнь|болезни|болезней}; {m} {m|отправка|отправки|отправок} данных, "
        "последняя — {day}.",
        "统计病种{n}个；已报送{m}次，最近一次为{day}。",
        "{n} {n|disease|diseases} counted; counts came in {m} {m|time|times}, last on {day}.",
    ),
    "square.health.emergencies": (
        "Открытых чрезвычайных событий: {n}.",
        "进行中的突发事件：{n}。",
        "Open emergencies: {n}.",
    ),
    "square.health.signals": (
        "Сигналов ждут ответа: {n}.",
        "等待答复的信号：{n}。",
        "Signals that await an answer: {n}.",
    ),
    "square.health.requests": (
        "Открытых заявок о помощи: {n}.",
        "待满足的援助请求：{n}。",
        "Open requests for help: {n}.",
    ),
    "square.states": (
        "{n} {n|государство-член|государства-члена|государств-членов}; партнёры, органы, председательства.",
        "{n}个成员国；伙伴、机构、主席国。",
        "{n} {n|Member State|Member States}; partners, bodies, presidencies.",
    ),
    "square.history": (
        "{n} {n|запись|записи|записей}, доступных вам.",
        "您可查看{n}条记录。",
        "{n} {n|entry|entries} open to you.",
    ),
    "square.ledger": (
        "Проверить, что действие занесено и с тех пор не изменено; кто это засвидетельствовал.",
        "核查某项行为确已载入且此后未被改动，以及由谁见证。",
        "Check that an act was entered and has not been changed since; and who bears witness.",
    ),
    "square.checkpoint": (
        "Журнал скреплён контрольной точкой {at}: {n} {n|запись|записи|записей}.",
        "日志已由检查点封存（{at}）：共{n}条记录。",
        "The record is sealed by the checkpoint of {at}: {n} {n|entry|entries}.",
    ),
    "square.search": (
        "Слово или номер на любом из трёх языков, во всём, что вам адресовано.",
        "以任一语文的词语或编号，检索您有权查看的全部内容。",
        "A word or a number in any of the three languages, through all that is addressed to you.",
    ),
    "square.waits": ("Что ждёт вас", "待您处理", "What waits for you"),
    "square.waits.none": (
        "Сейчас вас ничего не ждёт.",
        "目前没有待处理事项。",
        "Nothing waits for you now.",
    ),
    "square.waits.returned": (
        "«{plan}»: {n|возвращён|возвращены|возвращены} с вопросом {n} {n|отчёт|отчёта|отчётов}.",
        "“{plan}”：{n}份报告附有问题退回。",
        "{plan}: {n} {n|report|reports} returned with a question.",
    ),
    "square.waits.awaited": (
        "«{plan}»: {n|ожидается|ожидаются|ожидаются} {n} {n|отчёт|отчёта|отчётов}, срок — {due}.",
        "“{plan}”：待提交报告{n}份，期限为{due}。",
        "{plan}: {n} {n|report|reports} awaited, due {due}.",
    ),
    "square.waits.to_read": (
        "«{plan}»: {n} {n|поданный отчёт ждёт|поданных отчёта ждут|поданных отчётов ждут} рассмотрения; "
        "срок раунда — {due}.",
        "“{plan}”：{n}份已提交的报告待审阅；本轮期限为{due}。",
        "{plan}: {n} filed {n|report waits|reports wait} to be read; the round is due {due}.",
    ),
    "square.last_acts": ("Последние действия", "最近行为", "Latest acts"),
    "square.history.lede": (
        "Каждое действие государства или органа: кто, что и когда. Показано то, что адресовано вам.",
        "各国和各机构的每一项行为：何人、何事、何时。仅显示您有权查看的内容。",
        "Every act of a State or Body: who, what, when. You see what is addressed to you.",
    ),
    "square.history.party": ("Государство или орган", "国家或机构", "State or Body"),
    "square.history.area": ("О чём действие", "行为类别", "What it is about"),
    "square.history.area.reports": ("Отчёты", "报告", "Reports"),
    "square.history.area.rounds": ("Раунды отчётов", "报告轮次", "Rounds of reports"),
    "square.history.area.findings": ("Выводы и мнения", "结论和意见", "Findings and opinions"),
    "square.history.area.measures": ("Меры", "措施", "Measures"),
    "square.history.area.plans": ("Планы", "计划", "Plans"),
    "square.history.area.health": ("Здоровье", "卫生", "Health"),
    "square.history.area.mandates": (
        "Должностные лица и полномочия",
        "官员和授权",
        "Officials and mandates",
    ),
    "square.history.area.profile": (
        "Сведения об организации",
        "组织信息",
        "The organisation",
    ),
    "square.history.thing": ("План", "计划", "Plan"),
    "square.history.own": (
        "Только действия от имени: {party}",
        "仅看以{party}名义作出的行为",
        "Only acts in the name of {party}",
    ),
    "square.history.file": (
        "Скачать показанное (CSV)",
        "下载所示记录（CSV）",
        "Download what is shown (CSV)",
    ),
    "square.history.number": ("№", "编号", "No."),
    "square.history.at": ("Когда", "时间", "When"),
    "square.history.act": ("Действие", "行为", "Act"),
    "square.history.urn": ("Предмет", "对象", "Subject"),
    "square.history.from": ("С какого дня", "起始日期", "From the day"),
    "square.history.to": ("По какой день", "截止日期", "To the day"),
    "square.history.older": ("Более ранние", "更早的记录", "Earlier entries"),
}

TEXTS = {**_TEXTS, **HELP_TEXTS, **JOB_TEXTS, **SEARCH_TEXTS}
