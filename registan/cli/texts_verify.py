"""What `registan ledger verify` and `registan ledger export` say."""

from __future__ import annotations

TEXTS_VERIFY: dict[str, tuple[str, str, str]] = {
    "cli.help.ledger.verify": (
        "проверить журнал (папку или адрес) или файл доказательства, без базы данных",
        "核查日志（文件夹或网址）或证明文件，不需要数据库",
        "check a log (folder or address) or a proof file, without a database",
    ),
    "cli.help.ledger.target": (
        "папка журнала, его адрес или файл доказательства",
        "日志文件夹、日志网址或证明文件",
        "folder of a log, its address, or a proof file",
    ),
    "cli.help.ledger.policy": (
        "файл политики: чьим ключам доверять и сколько свидетелей нужно",
        "策略文件：信任哪些密钥、需要多少见证方",
        "policy file: which keys to trust and how many witnesses are needed",
    ),
    "cli.help.ledger.entry": (
        "файл с самой записью журнала (48 байтов)",
        "日志条目本身的文件（48字节）",
        "file with the log entry itself (48 bytes)",
    ),
    "cli.help.ledger.export": (
        "выгрузить журнал файлами, которые раздаст любой веб-сервер",
        "将日志导出为任何网页服务器都能提供的文件",
        "write the log as files that any web server can serve",
    ),
    "cli.help.ledger.folder": (
        "папка; прежняя выгрузка в ней дополняется",
        "文件夹；其中已有的导出内容会被补充",
        "folder; an export that is there is added to",
    ),
    "cli.ledger.verify.its_own_policy": (
        "Политика взята оттуда же, откуда журнал. Чтобы не полагаться на его владельца, укажите свою: "
        "--policy",
        "所用策略与日志同源。若不愿依赖日志所有者，请另行指定：--policy",
        "The policy comes from where the log comes from. So as not to rely on its owner, name your own: "
        "--policy",
    ),
    "cli.ledger.verify.no_policy": (
        "Не указано, чьим ключам доверять. Добавьте файл политики: --policy",
        "未说明信任哪些密钥。请指定策略文件：--policy",
        "It is not said whose keys to trust. Add a policy file: --policy",
    ),
    "cli.ledger.verify.no_entry": (
        "Этот файл доказывает только место записи, самой записи в нём нет. Добавьте её: --entry",
        "该文件只证明条目的位置，不含条目本身。请补充条目：--entry",
        "This file proves the place of an entry and does not hold the entry. Add it: --entry",
    ),
    "cli.ledger.verify.malformed": (
        "Это не журнал, не файл доказательства или не политика: прочитать нельзя ({code}).",
        "无法读取（{code}）：这不是日志、证明文件或策略文件。",
        "This is no log, no proof file or no policy: it cannot be read ({code}).",
    ),
    "cli.ledger.verify.unreachable": (
        "Журнал не отвечает: {why}.",
        "日志没有应答：{why}。",
        "The log does not answer: {why}.",
    ),
    "cli.ledger.verify.log": (
        "Журнал {origin}, записей: {size}.",
        "日志 {origin}，共{size}条。",
        "Log {origin}, {size} {size|entry|entries}.",
    ),
    "cli.ledger.verify.in_log": (
        "В журнале: да, под номером {index}.",
        "在日志中：是，编号{index}。",
        "In the log: yes, as number {index}.",
    ),
    "cli.ledger.verify.whole": (
        "В журнале: да, все записи ({size}) ведут к подписанному корню.",
        "在日志中：是，全部{size}条均通向已签署的根。",
        "In the log: yes, all entries ({size}) lead to the signed root.",
    ),
    "cli.ledger.verify.not_in_log": (
        "В журнале: нет, такой записи на этом месте нет.",
        "在日志中：否，该位置没有这一条目。",
        "In the log: no, there is no such entry at this place.",
    ),
    "cli.ledger.verify.damaged": (
        "В журнале: нет, повреждение начинается с записи {index} ({path}).",
        "在日志中：否，从第{index}条起有损坏（{path}）。",
        "In the log: no, the damage begins at entry {index} ({path}).",
    ),
    "cli.ledger.verify.root": (
        "В журнале: нет, записи не ведут к подписанному корню.",
        "在日志中：否，各条目不通向已签署的根。",
        "In the log: no, the entries do not lead to the signed root.",
    ),
    "cli.ledger.verify.signed": (
        "Подписано журналом: да.",
        "日志已签署：是。",
        "Signed by the log: yes.",
    ),
    "cli.ledger.verify.unsigned": (
        "Подписано журналом: нет, подпись не подходит к ключам политики.",
        "日志已签署：否，签名与策略中的密钥不符。",
        "Signed by the log: no, the signature does not fit the keys of the policy.",
    ),
    "cli.ledger.verify.cosigned": (
        "Заверено свидетелями: да, {k} из {n} ({names}).",
        "见证方已会签：是，{n}方中的{k}方（{names}）。",
        "Cosigned by witnesses: yes, by {k} of {n} ({names}).",
    ),
    "cli.ledger.verify.too_few": (
        "Заверено свидетелями: нет, только {k} из {n} ({names}).",
        "见证方已会签：否，{n}方中仅{k}方（{names}）。",
        "Cosigned by witnesses: no, only by {k} of {n} ({names}).",
    ),
    "cli.ledger.verify.part": (
        "Часть «{name}» подлинна.",
        "“{name}”部分属实。",
        "The part “{name}” is genuine.",
    ),
    "cli.ledger.verify.other_part": (
        "Часть «{name}» НЕ та, что записана в журнал.",
        "“{name}”部分与日志所记不符。",
        "The part “{name}” is NOT the one that was logged.",
    ),
    "cli.ledger.verify.ahead": (
        "Замечание: время действия позже, чем контрольная точка, в которую оно вошло ({at}). Часы того "
        "сервера, вероятно, спешили; доказательства это не меняет.",
        "备注：行为所载时间晚于将其纳入的检查点（{at}）。当时该服务器的时钟很可能走快；证明不受影响。",
        "Remark: the time of the act is later than the checkpoint that covers it ({at}). The clock of that "
        "server was probably ahead; the proof is what it is.",
    ),
    "cli.ledger.verify.two_histories": (
        "Доказано: журнал {origin} подписал две истории, которые исключают друг друга (записей: {first} и "
        "{second}).",
        "已证实：日志 {origin} 签署了两份互相矛盾的历史（条目数分别为{first}和{second}）。",
        "Proven: the log {origin} signed two histories that contradict each other (of {first} and {second} "
        "entries).",
    ),
    "cli.ledger.verify.unproven": (
        "Не доказано: файл не показывает двух историй, подписанных ключами политики ({code}).",
        "未能证实：该文件未显示由策略中的密钥签署的两份历史（{code}）。",
        "Not proven: the file does not show two histories signed with the keys of the policy ({code}).",
    ),
    "cli.ledger.verify.not_good": (
        "Полагаться на это нельзя. Возьмите свежий файл; если ответ тот же, обратитесь к секретариату и "
        "к одному из свидетелей.",
        "不可据此采信。请重新获取文件；若结果相同，请联系秘书处及任一见证方。",
        "Do not rely on this. Take a fresh file; if the answer is the same, ask the Secretariat and one of "
        "the witnesses.",
    ),
    "cli.ledger.fact.kind": ("Действие", "行为", "Act"),
    "cli.ledger.fact.actor": ("За кого", "代表", "For"),
    "cli.ledger.fact.office": ("Должность", "职务", "Office"),
    "cli.ledger.fact.body": ("Орган", "机构", "Body"),
    "cli.ledger.fact.subject": ("О чём", "对象", "About"),
    "cli.ledger.fact.time": ("Время", "时间", "Time"),
    "cli.ledger.fact.audience": ("Для кого", "知悉范围", "Addressed to"),
    "cli.ledger.fact.auth": ("Основание", "授权依据", "Authorised by"),
    "cli.ledger.export.done": (
        "Журнал выгружен в {folder}: записей — {size}, новых — {new}.",
        "日志已导出到{folder}：共{size}条，新增{new}条。",
        "The log is written to {folder}: {size} {size|entry|entries}, {new} of them new.",
    ),
    "cli.ledger.export.unfit": (
        "В базе данных лежит не то, что подписано, начиная с записи {index}. Ничего не выгружено. "
        "Выполните: registan ledger fsck",
        "数据库内容自第{index}条起与已签署的不符，未作导出。请运行：registan ledger fsck",
        "From entry {index} on the database is not what was signed. Nothing was written. Run: registan "
        "ledger fsck",
    ),
    "cli.help.ledger.office_key": (
        "проверочный ключ ведомства, подпись которого проверить (можно несколько раз)",
        "待验证签名之机关的验证密钥（可多次填写）",
        "verifier key of an office whose signature to check (may be given several times)",
    ),
    "cli.ledger.verify.office_good": (
        "Подписано ключом ведомства {name} ({id}).",
        "已用机关密钥{name}（{id}）签名。",
        "Signed with the office key {name} ({id}).",
    ),
    "cli.ledger.verify.office_wrong": (
        "Подпись ключа {name} ({id}) не подходит к содержанию.",
        "密钥{name}（{id}）的签名与内容不符。",
        "The signature of the key {name} ({id}) does not fit the content.",
    ),
    "cli.ledger.verify.office_unchecked": (
        "Есть подпись ключа ведомства {name} ({id}); чтобы проверить её, назовите ключ: --office-key",
        "载有机关密钥{name}（{id}）的签名；如需验证，请指定密钥：--office-key",
        "It bears a signature of the office key {name} ({id}); to check it, name the key: --office-key",
    ),
}
