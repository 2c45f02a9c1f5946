"""Why signing has stopped, and the steps that mend it, in plain words."""

from __future__ import annotations

RESTORE = (
    "Не запускайте запись в эту базу. 1) Сохраните копию папки и базы данных как есть. 2) Восстановите "
    "более новую копию базы (на PostgreSQL — и архив журнала предзаписи). 3) Перезапустите: при старте "
    "история будет сверена снова. Зеркала и файлы доказательств покажут, каких действий нет, но их "
    "содержание есть только в копиях базы и у тех, кто его хранит. Если новее ничего нет, решение о новом"
    " журнале принимает руководящий орган; первая запись нового журнала называет старый и потерю.",
    "请勿再向此数据库写入。1）原样备份文件夹和数据库；2）恢复更新的数据库备份（PostgreSQL还可使用预写日志归档）；"
    "3）重新启动，启动时将再次核对历史。镜像和证明文件可显示缺少哪些行为，但其内容只存在于数据库备份"
    "及其他持有者处。若没有更新的备份，由领导机构决定是否启用新日志；新日志的首条记录须写明旧日志及其损失。",
    "Do not write to this database. 1) Keep a copy of folder and database as they are. 2) Restore a newer"
    " copy of the database (on PostgreSQL, the archived write-ahead log too). 3) Start again: the history"
    " is compared anew. Mirrors and proof files show which acts are missing; what they said lies in "
    "copies of the database alone and with those who keep it. If nothing newer exists, the governing body"
    " decides on a new log, whose first entry names the old one and the loss.",
)
REPAIR = (
    "1) Сохраните копию папки и базы данных как есть. 2) Запустите registan ledger fsck: команда назовёт "
    "повреждённые записи по номерам. 3) Восстановите базу из резервной копии. 4) Перезапустите.",
    "1）原样备份文件夹和数据库；2）运行 registan ledger fsck，该命令会按编号指出损坏的条目；"
    "3）用备份恢复数据库；4）重新启动。",
    "1) Keep a copy of folder and database as they are. 2) Run registan ledger fsck: it names the damaged "
    "entries by number. 3) Restore the database from a backup. 4) Start again.",
)
LAST_SIGNED = (
    "Проверьте параметр REGISTAN_LEDGER_LAST_SIGNED и сам файл {path}. Если файл принадлежит другой "
    "установке, укажите свой; если он повреждён, восстановите его из копии и перезапустите.",
    "请检查设置REGISTAN_LEDGER_LAST_SIGNED及文件{path}。若该文件属于另一套系统，请指定本系统的文件；"
    "若已损坏，请从备份恢复后重新启动。",
    "Look at the setting REGISTAN_LEDGER_LAST_SIGNED and at the file {path}. If it belongs to another "
    "installation, name your own; if it is damaged, restore it from a copy, and start again.",
)

TEXTS: dict[str, tuple[str, str, str]] = {
    "ledger.alarm.history_lost": (
        "В этой базе {size} записей, а {who} помнит {known}: похоже, восстановлена старая копия.",
        "此数据库有{size}条记录，而{who}记得{known}条：很可能恢复的是旧备份。",
        "This database holds {size} entries, but {who} remembers {known}: an old backup seems to have been "
        "restored.",
    ),
    "ledger.cure.history_lost": RESTORE,
    "ledger.alarm.history_differs": (
        "История этой базы до записи {size} не та, которую помнит {who}.",
        "此数据库截至第{size}条的历史与{who}所记不符。",
        "Up to entry {size} the history in this database is not the one that {who} remembers.",
    ),
    "ledger.cure.history_differs": RESTORE,
    "ledger.alarm.log_shrank": (
        "Журнал стал короче: было записей {was}, стало {size}.",
        "日志变短：原有{was}条，现为{size}条。",
        "The log has become shorter: it had {was} entries and has {size}.",
    ),
    "ledger.cure.log_shrank": RESTORE,
    "ledger.alarm.checkpoint_differs": (
        "Записи до {size} не соответствуют подписанной ранее контрольной точке.",
        "截至第{size}条的记录与此前签署的检查点不符。",
        "The entries up to {size} do not agree with a checkpoint signed earlier.",
    ),
    "ledger.cure.checkpoint_differs": REPAIR,
    "ledger.alarm.root_differs": (
        "Корень дерева при размере {size} не тот, который хранится.",
        "规模为{size}时，计算所得的树根与存储的不符。",
        "At size {size} the root of the tree is not the one that is stored.",
    ),
    "ledger.cure.root_differs": REPAIR,
    "ledger.alarm.entry_missing": (
        "В журнале нет записи {index}.",
        "日志中缺少第{index}条。",
        "Entry {index} is missing from the log.",
    ),
    "ledger.cure.entry_missing": REPAIR,
    "ledger.alarm.leaf_differs": (
        "Запись {index} изменена: она не соответствует дереву.",
        "第{index}条已被改动：与树不符。",
        "Entry {index} has been changed: it does not agree with the tree.",
    ),
    "ledger.cure.leaf_differs": REPAIR,
    "ledger.alarm.act_differs": (
        "Содержание действия {index} не соответствует его записи в журнале; оно не подписано.",
        "第{index}条行为的内容与其日志记录不符，未予签署。",
        "What is kept of act {index} is not what its entry in the log commits to; it was not signed.",
    ),
    "ledger.cure.act_differs": REPAIR,
    "ledger.alarm.tile_differs": (
        "Дерево повреждено: уровень {level}, место {index}.",
        "树已损坏：第{level}层，位置{index}。",
        "The tree is damaged at level {level}, place {index}.",
    ),
    "ledger.cure.tile_differs": REPAIR,
    "ledger.alarm.damaged": (
        "При очередном перечитывании журнала найдено повреждение, первая повреждённая запись — {index}.",
        "例行通读复核时发现日志有损坏，首条受损记录为第{index}条。",
        "Reading the ledger again found damage; the first damaged entry is {index}.",
    ),
    "ledger.cure.damaged": REPAIR,
    "ledger.alarm.damaged_somewhere": (
        "При очередном перечитывании журнала найдено повреждение вне пронумерованных записей: в корне "
        "дерева, в состоянии рядов или среди действий, ещё ждущих номера.",
        "例行通读复核时发现日志有损坏，但不在已编号的记录之中，而在树根、序列状态或等待编号的行为之中。",
        "Reading the ledger again found damage outside the numbered entries: in the root of the tree, the "
        "state of the streams, or the acts that still wait for a number.",
    ),
    "ledger.cure.damaged_somewhere": REPAIR,
    "ledger.alarm.broken": (
        "Нарушено внутреннее правило журнала: {why}",
        "日志的内部规则被破坏：{why}",
        "A rule of the log itself is broken: {why}",
    ),
    "ledger.cure.broken": REPAIR,
    "ledger.alarm.last_signed_unreadable": (
        "Файл последней подписи {path} не читается.",
        "无法读取末次签署文件{path}。",
        "The file of the last signature, {path}, cannot be read.",
    ),
    "ledger.cure.last_signed_unreadable": LAST_SIGNED,
    "ledger.alarm.last_signed_of_another_log": (
        "Файл последней подписи {path} относится к другому журналу: {origin}.",
        "末次签署文件{path}属于另一日志：{origin}。",
        "The file of the last signature, {path}, is of another log: {origin}.",
    ),
    "ledger.cure.last_signed_of_another_log": LAST_SIGNED,
}
