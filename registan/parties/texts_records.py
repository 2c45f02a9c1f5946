"""Sentences of opening and shredding records."""

from __future__ import annotations

TEXTS: dict[str, tuple[str, str, str]] = {
    "act.parties.record.opened": (
        "{actor}: запись № {number} открыта; теперь её видят: {opened_to}.",
        "{actor}：开放第{number}条记录；现知悉范围：{opened_to}。",
        "{actor}: entry No. {number} opened; it is now seen by: {opened_to}.",
    ),
    "act.parties.shredding.proposed": (
        "{actor}: предложено уничтожить содержание записей № {entries}. Основание: {basis}.",
        "{actor}：提议销毁第{entries}条记录的内容。依据：{basis}。",
        "{actor}: proposed that the content of entries No. {entries} be shredded. Basis: {basis}.",
    ),
    "act.parties.shredding.done": (
        "{actor}: содержание записей № {entries} уничтожено. Основание: {basis}.",
        "{actor}：第{entries}条记录的内容已销毁。依据：{basis}。",
        "{actor}: the content of entries No. {entries} was shredded. Basis: {basis}.",
    ),
    "parties.record.open": ("Открыть запись № {n}", "开放第{n}条记录", "Open entry No. {n}"),
    "parties.record.open.link": (
        "Открыть более широкому кругу",
        "向更大范围开放",
        "Open to more readers",
    ),
    "parties.record.open.lede": (
        "Вы действуете от имени: {party}. Открытое нельзя закрыть снова; в записи останется, кому она была "
        "адресована сначала.",
        "您即将代表{party}行事。开放后不能收回；记录中仍注明原先的知悉范围。",
        "You are about to act for {party}. What is opened cannot be closed again; the entry still says to "
        "whom it was addressed at first.",
    ),
    "parties.record.audience": ("Кто сможет прочесть", "谁可以查看", "Who may read it"),
    "parties.record.open.button": ("Открыть", "开放", "Open it"),
    "parties.record.opened": (
        "Запись № {n} открыта.",
        "第{n}条记录已开放。",
        "Entry No. {n} is open.",
    ),
    "parties.shredding": (
        "Уничтожение содержания записей",
        "销毁记录内容",
        "Shredding what entries hold",
    ),
    "parties.shredding.lede": (
        "Содержание уничтожается навсегда; место записи в журнале и доказательства остаются. Один "
        "предлагает, другой исполняет; об этом публично сообщается с номерами записей.",
        "内容将永久销毁；记录在日志中的位置和证明保留。一人提议，另一人执行；此事将公开载明记录编号。",
        "The content is destroyed for ever; the entry's place in the log and the proofs stay. One proposes, "
        "another carries it out; it is told in public with the numbers of the entries.",
    ),
    "parties.shredding.none": ("Пока ничего.", "尚无。", "Nothing so far."),
    "parties.shredding.row": (
        "Записи № {entries}. {basis}",
        "第{entries}条记录。{basis}",
        "Entries No. {entries}. {basis}",
    ),
    "parties.shredding.is_done": ("уничтожено {at}", "已于{at}销毁", "shredded {at}"),
    "parties.shredding.waits": (
        "ждёт второго должностного лица",
        "等待另一名官员",
        "waits for a second Official",
    ),
    "parties.shredding.look": ("Рассмотреть", "审阅", "Look at it"),
    "parties.shredding.propose": ("Предложить", "提议", "Propose"),
    "parties.shredding.propose.button": ("Предложить", "提交提议", "Propose it"),
    "parties.shredding.numbers": ("Номера записей", "记录编号", "Numbers of the entries"),
    "parties.shredding.numbers.hint": (
        "Через запятую, например 12, 15.",
        "以逗号分隔，例如12、15。",
        "Set apart by commas, for example 12, 15.",
    ),
    "parties.shredding.basis": ("Основание", "依据", "Basis"),
    "parties.shredding.basis.hint": (
        "Правило, по которому содержание должно быть уничтожено. Оно будет опубликовано: не пишите ничего "
        "из самого содержания.",
        "要求销毁内容的规定。此栏将公开，请勿写入内容本身。",
        "The rule under which the content has to be shredded. It is made public: write nothing of the "
        "content itself.",
    ),
    "parties.shredding.proposed_by": ("Предложил(а)", "提议人", "Proposed by"),
    "parties.shredding.proposed": (
        "Предложение записано. Исполнить его должно другое должностное лицо.",
        "提议已记录，须由另一名官员执行。",
        "The proposal is recorded. Another Official has to carry it out.",
    ),
    "parties.shredding.deed": (
        "Уничтожить содержание этих записей навсегда.",
        "永久销毁以下记录的内容。",
        "Destroy the content of these entries for ever.",
    ),
    "parties.shredding.carry_out": ("Уничтожить", "销毁", "Shred"),
    "parties.shredding.done": (
        "Уничтожено записей: {n}. Об этом сообщено публично.",
        "已销毁{n}条记录的内容，并已公开载明。",
        "The content of {n} {n|entry|entries} is shredded, and it is told in public.",
    ),
    "refusal.not_your_act": (
        "Открыть запись может только то государство или тот орган, от чьего имени она сделана. Обратитесь к "
        "нему.",
        "只有作出该行为的国家或机构才能开放其记录。请与其联系。",
        "Only the State or Body for which an act was done can open it. Ask that State or Body.",
    ),
    "refusal.not_wider": (
        "Этот круг читателей не шире нынешнего. Выберите более широкий.",
        "该范围并不大于目前的知悉范围。请选择更大的范围。",
        "These readers are not more than see the act now. Choose a wider audience.",
    ),
    "refusal.shredding_how_many": (
        "Назовите номера записей, не более {most} за один раз.",
        "请列出记录编号，一次不超过{most}个。",
        "Name the numbers of the entries, at most {most} at once.",
    ),
    "refusal.shredding_without_basis": (
        "Назовите основание: правило, по которому содержание должно быть уничтожено.",
        "请写明依据：要求销毁内容的规定。",
        "Name the basis: the rule under which the content has to be shredded.",
    ),
    "refusal.shredding_by_two": (
        "Предложить и уничтожить должны два разных должностных лица. Попросите коллегу.",
        "提议与销毁须由两名不同的官员进行。请由同事执行。",
        "Two different Officials have to propose and to shred. Ask a colleague.",
    ),
    "refusal.entry_unknown": (
        "В журнале нет записей № {entries}. Сверьте номера.",
        "日志中没有第{entries}条记录。请核对编号。",
        "The log has no entries No. {entries}. Compare the numbers.",
    ),
    "refusal.never_shredded": (
        "Записи № {entries} не уничтожаются никогда: на них держится проверка журнала. Уберите их из списка.",
        "第{entries}条记录永不销毁：日志的核查以其为据。请从列表中删去。",
        "Entries No. {entries} are never shredded: checking the log rests on them. Take them off the list.",
    ),
    "refusal.already_shredded": (
        "Содержание записей № {entries} уже уничтожено. Уберите их из списка.",
        "第{entries}条记录的内容已经销毁。请从列表中删去。",
        "The content of entries No. {entries} is shredded already. Take them off the list.",
    ),
}
