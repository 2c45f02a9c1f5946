"""Sentences of the ledger."""

from __future__ import annotations

from registan.ledger import texts_alarm, texts_doubt, texts_explained, texts_office, texts_pages

TEXTS: dict[str, tuple[str, str, str]] = {
    **texts_alarm.TEXTS,
    **texts_doubt.TEXTS,
    **texts_explained.TEXTS,
    **texts_office.TEXTS,
    **texts_pages.TEXTS,
    "act.ledger.stream.headed": (
        "Журнал засвидетельствовал состояние ряда: записей {length}.",
        "日志确认了序列的现状：共{length}条。",
        "The ledger stated how far the stream has come: {length} {length|entry|entries}.",
    ),
    "act.ledger.keys.rotated": (
        "Ключи журнала заменены, поколение {generation}; прежние с этой записи ничего не удостоверяют.",
        "日志密钥已更换为第{generation}代；自本条起，原密钥不再作证。",
        "The keys of the log were replaced, generation {generation}; from this entry on the former ones "
        "vouch for nothing.",
    ),
    "refusal.ledger_halted": (
        "Сейчас действия не принимаются, читать можно всё: журнал остановлен. {why}",
        "目前暂不受理任何行为，但仍可查阅：日志已停止。{why}",
        "No acts are taken at present, everything can be read: the ledger has stopped. {why}",
    ),
    "ledger.shredded": (
        "Содержание этого действия уничтожено; запись о нём в журнале остаётся.",
        "此项行为的内容已销毁；其在日志中的记录保留。",
        "What this act recorded has been shredded; its place in the log remains.",
    ),
    "refusal.not_there": (
        "Такой страницы нет, или она не предназначена для вас. Проверьте адрес или войдите под "
        "должностным лицом, которому она адресована.",
        "没有此页面，或者您无权查看。请核对地址，或以有权查看的官员身份登录。",
        "There is no such page, or it is not addressed to you. Check the address, or sign in as an "
        "Official it is addressed to.",
    ),
    "refusal.key_used_otherwise": (
        "Эта форма уже была отправлена с другим действием. Откройте страницу заново и повторите.",
        "此表单已用于另一项行为。请重新打开页面后再试。",
        "This form has already been used for another act. Open the page again and repeat.",
    ),
    "refusal.disk_full": (
        "На диске сервера нет места: ничего не записано, читать можно всё. Освободите место и "
        "повторите.",
        "服务器磁盘已满：未记录任何内容，仍可查阅全部资料。请释放空间后重试。",
        "The disk of the server is full: nothing was recorded, everything can be read. Make room and "
        "repeat.",
    ),
    "refusal.storage_failed": (
        "Диск сервера не принял запись: ничего не подтверждено. Сообщите тому, кто ведёт сервер; потом "
        "отправьте то же самое ещё раз: оно будет записано один раз.",
        "服务器磁盘写入失败：未确认任何内容。请通知服务器管理者，之后再次提交，同一内容只会记录一次。",
        "The disk of the server did not take the record: nothing is acknowledged. Tell whoever runs the "
        "server, then send the same again: it will be recorded once.",
    ),
    "refusal.database_busy": (
        "База данных слишком долго занята: ничего не записано. Повторите через минуту.",
        "数据库繁忙时间过长：未记录任何内容。请一分钟后重试。",
        "The database has been busy for too long: nothing was recorded. Repeat in a minute.",
    ),
    "refusal.database_away": (
        "Связь с базой данных прервалась, и неясно, записано ли действие. Отправьте то же самое ещё раз: "
        "оно будет записано один раз.",
        "与数据库的连接中断，尚不能确定是否已记录。请再次提交，同一内容只会记录一次。",
        "The line to the database broke, and it is not certain whether the act was recorded. Send the same "
        "again: it will be recorded once.",
    ),
    "ledger.exercise": ("УЧЕНИЕ. {sentence}", "【演练】{sentence}", "EXERCISE. {sentence}"),
    "refusal.changed_meanwhile": (
        "Кто-то только что изменил то же самое. Откройте страницу заново, посмотрите, что изменилось, "
        "и повторите.",
        "其他人刚刚更改了同一内容。请重新打开页面，查看变化后再试。",
        "Someone has just changed the same thing. Open the page again, see what changed, and repeat.",
    ),
}
