"""What the commands of the ledger say."""

from __future__ import annotations

TEXTS_LEDGER: dict[str, tuple[str, str, str]] = {
    "cli.help.ledger": (
        "журнал: вести, проверять, выгружать",
        "日志：运行、核查、导出",
        "the ledger: keep, check, export",
    ),
    "cli.help.ledger.keep": (
        "присваивать номера, подписывать, опрашивать свидетелей (обычно запускает registan serve)",
        "编号、签署、询问见证方（通常由 registan serve 启动）",
        "give numbers, sign, ask witnesses (usually started by registan serve)",
    ),
    "cli.ledger.another_keeper": (
        "Журнал уже ведёт другая программа. Остановите её или ничего не делайте.",
        "已有另一程序在守护日志。请先停止该程序，或不必再启动。",
        "Another keeper is at work on this ledger. Stop it first, or leave it at that.",
    ),
    "cli.ledger.key.missing": (
        "Нет файла ключа {path}. Восстановите его из копии.",
        "缺少密钥文件{path}。请从备份恢复。",
        "The key file {path} is missing. Restore it from a copy.",
    ),
    "cli.ledger.key.readable_by_others": (
        "Файл ключа {path} доступен не только владельцу. Выполните: {command}",
        "密钥文件{path}可被他人读取。请执行：{command}",
        "The key file {path} can be read by others. Run: {command}",
    ),
    "cli.ledger.key.no_seed": (
        "Файл ключа {path} повреждён. Восстановите его из копии.",
        "密钥文件{path}已损坏。请从备份恢复。",
        "The key file {path} is damaged. Restore it from a copy.",
    ),
    "cli.help.ledger.rotate_keys": (
        "заменить ключи журнала: сначала подписывают оба поколения, затем одно новое",
        "更换日志密钥：先由新旧两代共同签署，再由新一代单独签署",
        "replace the keys of the log: first both generations sign, then the new one alone",
    ),
    "cli.help.rotate.finish": (
        "второй шаг: прежние ключи больше не подписывают",
        "第二步：原密钥不再签署",
        "the second step: the former keys sign no more",
    ),
    "cli.ledger.rotate.begun": (
        "Созданы ключи поколения {n}. Контрольные точки подписывают оба поколения.",
        "已生成第{n}代密钥。检查点现由两代共同签署。",
        "Keys of generation {n} are made. Both generations sign checkpoints now.",
    ),
    "cli.ledger.rotate.next": (
        "Эти строки внесены в политику доверия. Передайте её всем, кто ведёт свидетелей и зеркала. Когда "
        "все подтвердят: registan ledger rotate-keys --finish",
        "以上各行已写入信任策略。请将该策略交给所有见证方和镜像的运行者。待各方确认后执行："
        "registan ledger rotate-keys --finish",
        "These lines stand in the trust policy. Give the policy to all who run witnesses and mirrors. When "
        "all have confirmed: registan ledger rotate-keys --finish",
    ),
    "cli.ledger.rotate.nothing": (
        "Работает одно поколение ключей, завершать нечего. Начните: registan ledger rotate-keys",
        "目前仅有一代密钥，无可完成。请先执行：registan ledger rotate-keys",
        "One generation of keys is at work, there is nothing to finish. Begin: registan ledger rotate-keys",
    ),
    "cli.ledger.rotate.not_carried": (
        "Ни одна контрольная точка ещё не подписана обоими поколениями. Запустите журнал (registan ledger "
        "keep), подождите несколько секунд и повторите.",
        "尚无由两代密钥共同签署的检查点。请运行日志（registan ledger keep），数秒后重试。",
        "No checkpoint is signed by both generations yet. Start the keeper (registan ledger keep), wait some "
        "seconds, and repeat.",
    ),
    "cli.ledger.rotate.finished": (
        "Прежние ключи (поколение {numbers}) убраны в папку retired и больше не подписывают. В политике "
        "доверия указано, с какой записи они не действуют: передайте её всем ещё раз.",
        "原密钥（第{numbers}代）已移入 retired 文件夹，不再签署。信任策略已写明其自哪一条起失效，"
        "请再次将该策略交给各方。",
        "The former keys (generation {numbers}) are put into the folder retired and sign no more. The trust "
        "policy says from which entry on they count for nothing: give it to all once more.",
    ),
    "cli.help.ledger.fsck": (
        "прочитать весь журнал заново и назвать всё, что не сходится",
        "重新核读整个日志，指出一切不符之处",
        "read the whole ledger again and name whatever does not agree",
    ),
    "cli.ledger.fsck.reading": ("Чтение журнала", "正在核读日志", "Reading the ledger"),
    "cli.ledger.fsck.whole": (
        "Журнал цел: записей {size}, все сходятся с деревом и подписями.",
        "日志完好：共{size}条，均与树及签名相符。",
        "The ledger is whole: {size} {size|entry|entries}, all in agreement with tree and signatures.",
    ),
    "cli.ledger.fsck.faults": (
        "Расхождений: {n}; записей в журнале: {size}. Ничего не подписывайте; сохраните копию и восстановите "
        "названные записи.",
        "发现{n}处不符；日志共{size}条。请勿继续签署；先备份，再恢复所列条目。",
        "{n} {n|fault|faults} in a ledger of {size}. Sign nothing; keep a copy, then restore what was named.",
    ),
    "cli.ledger.remark.ahead": (
        "Замечание. Запись {index}: время {at} позже контрольной точки, в которую она вошла ({checkpoint}).",
        "备注：第{index}条所载时间{at}晚于将其纳入的检查点（{checkpoint}）。",
        "Remark on entry {index}: its time {at} is later than the checkpoint that covers it ({checkpoint}).",
    ),
    "cli.ledger.remark.behind": (
        "Замечание. Запись {index}: время {at} раньше контрольной точки, подписанной до неё ({checkpoint}).",
        "备注：第{index}条所载时间{at}早于在其之前签署的检查点（{checkpoint}）。",
        "Remark on entry {index}: its time {at} is earlier than a checkpoint before it ({checkpoint}).",
    ),
    "cli.ledger.remark.more": (
        "Замечание. Записей, время которых под сомнением, ещё {n}.",
        "备注：另有{n}条记录时间存疑。",
        "Remark: the time of {n} more {n|entry|entries} is in doubt.",
    ),
    "cli.ledger.fault": (
        "Запись {index}: {what} {detail}",
        "第{index}条：{what}{detail}",
        "Entry {index}: {what} {detail}",
    ),
    "cli.ledger.fault.size_differs": (
        "размер журнала не равен числу записей:",
        "日志的规模与条目数不符：",
        "the size of the log is not the number of its entries:",
    ),
    "cli.ledger.fault.office_missing": (
        "действие обязывает государство, но не подписано: {detail}",
        "此行为约束国家，但未签名：{detail}",
        "the act binds the State but is not signed: {detail}",
    ),
    "cli.ledger.fault.office_unknown": (
        "подписано ключом, которого государство не называло: {detail}",
        "签名所用密钥并非该国所登记：{detail}",
        "signed with a key that the State never named: {detail}",
    ),
    "cli.ledger.fault.office_not_in_force": (
        "подписано ключом, который не действовал: {detail}",
        "签名所用密钥当时无效：{detail}",
        "signed with a key that was not in force: {detail}",
    ),
    "cli.ledger.fault.office_wrong": (
        "подпись ведомства не подходит к содержанию: {detail}",
        "机关签名与内容不符：{detail}",
        "the office's signature does not fit the content: {detail}",
    ),
    "cli.ledger.fault.shredded_without_act": (
        "содержание не открыть: ключа нет, а об уничтожении нигде не сообщено",
        "内容无法开启：密钥缺失，且没有销毁的公开记录",
        "cannot be opened: its key is gone, and no act says that it was shredded",
    ),
    "cli.ledger.fault.waiting_differs": (
        "действие ждёт номера, но его содержание повреждено:",
        "等待编号的行为内容已损坏：",
        "an act that waits for its number is damaged:",
    ),
    "cli.ledger.fault.tree_missing": (
        "нет файла дерева.",
        "缺少树文件。",
        "a file of the tree is missing.",
    ),
    "cli.ledger.fault.tree_length": (
        "файл дерева не той длины.",
        "树文件长度不符。",
        "a file of the tree has a wrong length.",
    ),
    "cli.ledger.fault.tree_hash": (
        "запись и дерево не сходятся.",
        "条目与树不符。",
        "the entry and the tree do not agree.",
    ),
    "cli.ledger.fault.tree_root": (
        "корень дерева не тот.",
        "树根不符。",
        "the root of the tree is another one.",
    ),
    "cli.ledger.fault.stream_hole": (
        "в ряду пропуск или перестановка:",
        "序列有缺口或次序错乱：",
        "the stream has a hole or is out of order:",
    ),
    "cli.ledger.fault.stream_head": (
        "конец ряда не тот:",
        "序列末端不符：",
        "the end of the stream is another one:",
    ),
    "cli.ledger.fault.payload_unreadable": (
        "содержание не читается:",
        "内容无法读取：",
        "what was recorded cannot be read:",
    ),
    "cli.ledger.fault.act_differs": (
        "действие не то, о котором говорит журнал.",
        "行为与日志所载不符。",
        "the act is not the one that the log speaks of.",
    ),
    "cli.ledger.fault.column_differs": (
        "в базе изменено поле:",
        "数据库中该字段已被改动：",
        "a field was changed in the database:",
    ),
    "cli.ledger.fault.act_without_place": (
        "у действия нет места в журнале, и оно не ждёт его:",
        "该行为在日志中没有位置，也不在等候：",
        "an act has no place in the log and does not wait for one:",
    ),
    "cli.ledger.fault.act_placed_and_waiting": (
        "действие имеет место и всё же ждёт.",
        "该行为已有位置，却仍在等候。",
        "the act has its place and still waits.",
    ),
    "cli.ledger.fault.log_shorter_than_signed": (
        "журнал короче, чем подписано.",
        "日志短于已签署的规模。",
        "the log is shorter than what was signed.",
    ),
    "cli.ledger.fault.checkpoint_bad": (
        "контрольная точка повреждена:",
        "检查点已损坏：",
        "a checkpoint is damaged:",
    ),
    "cli.ledger.fault.checkpoint_differs": (
        "контрольная точка говорит о другом дереве.",
        "检查点所指为另一棵树。",
        "a checkpoint speaks of another tree.",
    ),
    "cli.ledger.fault.cosignature_bad": (
        "подпись свидетеля повреждена:",
        "见证方的共签已损坏：",
        "a cosignature of a witness is damaged:",
    ),
}
