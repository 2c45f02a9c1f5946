"""Sentences of the ledger's pages: how the log stands, one act, a proof file handed in."""

from __future__ import annotations

TEXTS: dict[str, tuple[str, str, str]] = {
    "ledger.title": ("Проверка записей", "核查记录", "Verification"),
    "ledger.lede": (
        "Каждое действие занесено в журнал, который нельзя переписать незаметно. Здесь это проверит любой; "
        "входить не нужно.",
        "每项行为均载入日志，任何改动都会被发现。任何人都可在此核查，无需登录。",
        "Every act stands in a log that nobody can rewrite unnoticed. Anyone can check that here, without "
        "signing in.",
    ),
    "ledger.yes": ("да", "是", "yes"),
    "ledger.no": ("нет", "否", "no"),
    "ledger.what_to_do": ("Что делать:", "怎么办：", "What to do:"),
    # The form
    "ledger.check": ("Проверить действие", "核查一项行为", "Check an act"),
    "ledger.check.button": ("Проверить", "核查", "Check"),
    "ledger.check.number": ("Номер записи", "记录编号", "Number of the entry"),
    "ledger.check.number.hint": (
        "Как он стоит после действия, например № 12.",
        "即行为之后所列编号，例如第12条。",
        "As it stands behind the act, for example No. 12.",
    ),
    "ledger.check.proof": ("Или файл доказательства", "或证明文件", "Or a proof file"),
    "ledger.check.proof.hint": (
        "Файл с окончанием .tlog-proof, до 1 МиБ; его можно перетащить сюда. Он будет прочитан и не "
        "сохранится.",
        "扩展名为 .tlog-proof 的文件，不超过1 MiB，可拖放至此。文件仅供读取，不予保存。",
        "A file that ends in .tlog-proof, at most 1 MiB; it can be dropped here. It is read and not kept.",
    ),
    "ledger.check.nothing": (
        "Введите номер записи или выберите файл.",
        "请填写记录编号或选择文件。",
        "Give the number of an entry, or choose a file.",
    ),
    "ledger.check.no_number": (
        "Это не номер записи. Напишите его цифрами, например 12.",
        "这不是记录编号。请用数字填写，例如12。",
        "This is no number of an entry. Write it in digits, for example 12.",
    ),
    "ledger.check.no_such_number": (
        "Записи № {n} в журнале нет. Сверьте номер; новая запись получает его в течение нескольких секунд.",
        "日志中没有第{n}条记录。请核对编号；新记录会在数秒内编号。",
        "The log has no entry No. {n}. Compare the number; a new entry gets its own within some seconds.",
    ),
    "refusal.no_proof_file": (
        "Это не файл доказательства, или он повреждён. Скачайте его заново со страницы действия и "
        "повторите.",
        "这不是证明文件，或文件已损坏。请从该行为的页面重新下载后再试。",
        "This is no proof file, or it is damaged. Download it again from the page of the act, and repeat.",
    ),
    "refusal.not_signed_yet": (
        "Запись ещё не охвачена подписанной контрольной точкой. Подождите несколько секунд и повторите; "
        "если это длится дольше минуты, посмотрите страницу «Проверка записей».",
        "已签署的检查点尚未覆盖该记录。请等待数秒后重试；如超过一分钟，请查看“核查记录”页面。",
        "No signed checkpoint covers the entry yet. Wait some seconds and repeat; if it lasts longer than a "
        "minute, look at the page Verification.",
    ),
    # How the log stands
    "ledger.alarm": (
        "Журнал остановлен: действия не принимаются",
        "日志已停止：暂不受理任何行为",
        "The ledger has stopped: no acts are taken",
    ),
    "ledger.alarm.more": (
        "Что произошло и что делать",
        "原因及处理办法",
        "What happened and what to do",
    ),
    "ledger.standing": ("Состояние журнала", "日志现状", "How the log stands"),
    "ledger.origin": ("Имя журнала", "日志名称", "Name of the log"),
    "ledger.entries": ("Записей", "记录条数", "Entries"),
    "ledger.entries.waiting": (
        "и ещё {n} {n|ждёт|ждут|ждут} номера",
        "另有{n}条等待编号",
        "and {n} more {n|waits|wait} for a number",
    ),
    "ledger.latest": ("Последняя контрольная точка", "最新检查点", "Last checkpoint"),
    "ledger.latest.at": (
        "{n} {n|запись|записи|записей}, подписана {at}",
        "{n}条记录，签署于{at}",
        "{n} {n|entry|entries}, signed {at}",
    ),
    "ledger.latest.none": (
        "пока нет: первая подписывается через несколько секунд после запуска",
        "暂无：启动数秒后将签署第一个检查点",
        "none yet: the first one is signed some seconds after the start",
    ),
    "ledger.read_again": ("Последняя перепроверка", "最近一次复核", "Last read again"),
    "ledger.read_again.whole": (
        "{at}: все записи ({n}) на месте и сходятся",
        "{at}：全部{n}条记录完好相符",
        "{at}: all {n} {n|entry|entries} found whole",
    ),
    "ledger.quorum": ("Кворум свидетелей", "见证方法定数", "Quorum of witnesses"),
    "ledger.quorum.nobody": (
        "Свидетели не назначены: журнал удостоверен только его собственной подписью.",
        "尚未指定见证方：日志仅有自身签名为证。",
        "No witnesses are named: the log rests on its own signature alone.",
    ),
    "ledger.quorum.needed": ("Нужно {k} из {n}.", "需{n}方中的{k}方。", "{k} of {n} are needed."),
    "ledger.quorum.groups": (
        "Нужны несколько групп; какие — в политике доверия.",
        "须满足若干组别的要求，详见信任策略。",
        "Several groups are needed; the trust policy says which.",
    ),
    "ledger.quorum.met": (
        "Собран при {n} {n|записи|записях|записях}, контрольная точка от {at}.",
        "已在{n}条记录处达到，检查点时间为{at}。",
        "Reached at {n} {n|entry|entries}, checkpoint of {at}.",
    ),
    "ledger.quorum.not_met": (
        "Ни одна контрольная точка его ещё не собрала.",
        "尚无任何检查点达到该数。",
        "No checkpoint has reached it yet.",
    ),
    "ledger.witnesses": ("Свидетели", "见证方", "Witnesses"),
    "ledger.witness.answers": ("отвечает", "正常应答", "answers"),
    "ledger.witness.silent": ("молчит", "未应答", "silent"),
    "ledger.witness.silent_since": ("с {at}.", "自{at}起。", "since {at}."),
    "ledger.witness.cosigned": (
        "Засвидетельствовано записей: {n}, последняя подпись {at}.",
        "已见证{n}条记录，最近一次签署于{at}。",
        "Cosigned {n} {n|entry|entries}, last signature {at}.",
    ),
    "ledger.witness.nothing": (
        "Ещё ничего не засвидетельствовал.",
        "尚未见证任何检查点。",
        "Has cosigned nothing yet.",
    ),
    "ledger.streams": ("Ваши ряды записей", "您的序列", "Your streams"),
    "ledger.streams.hint": (
        "Записи каждого круга читателей пронумерованы без пропусков и сцеплены. Скачайте ряд, сохраните и "
        "проверьте у себя командой registan ledger stream-check, что вам показано всё.",
        "每一知悉范围的记录均连续编号、前后相连。请下载并保存序列，用命令 registan ledger stream-check "
        "自行核查是否已全部向您出示。",
        "The acts of each audience are numbered without gaps and chained. Download a stream, keep it, and "
        "check by registan ledger stream-check on your own machine that you were shown everything.",
    ),
    "ledger.streams.length": (
        "записей: {n}",
        "{n}条",
        "{n} {n|act|acts}",
    ),
    "ledger.published": ("Для программ", "供程序使用", "For programs"),
    "ledger.published.hint": (
        "Журнал опубликован целиком в открытом формате. Записи в нём — отпечатки: по ним проверяют, но "
        "содержания они не раскрывают.",
        "日志以开放格式全部公开。其中的条目是指纹：可用于核查，但不泄露内容。",
        "The whole log is published in an open format. Its entries are fingerprints: they serve to check, "
        "and give nothing of the content away.",
    ),
    "ledger.published.checkpoint": (
        "Контрольная точка с подписями",
        "带签名的检查点",
        "The checkpoint with its signatures",
    ),
    "ledger.published.policy": (
        "Политика доверия: ключи, свидетели, кворум",
        "信任策略：密钥、见证方、法定数",
        "The trust policy: keys, witnesses, quorum",
    ),
    "ledger.published.export": (
        "Копию всего журнала для проверки на своей машине делает команда registan ledger export.",
        "如需在自己的机器上核查，可用命令 registan ledger export 导出整个日志。",
        "The command registan ledger export makes a copy of the whole log, to be checked on one's own "
        "machine.",
    ),
    # One act
    "ledger.act": ("Запись № {n}", "第{n}条记录", "Entry No. {n}"),
    "ledger.act.foreign": (
        "Под этим номером в журнале стоит действие. Что оно содержит, видят те, кому оно адресовано; то, "
        "что его место в журнале не меняется, может проверить каждый.",
        "此编号下载有一项行为。其内容仅有权查看者可见；其在日志中的位置未变，任何人均可核查。",
        "An act stands in the log under this number. What it says is seen by those it is addressed to; that "
        "its place in the log does not change can be checked by everybody.",
    ),
    "ledger.proof": ("Скачать доказательство", "下载证明文件", "Download the proof"),
    "ledger.proof.opens": (
        "Файл содержит действие целиком и доказывает его место в журнале. Передавайте его только тем, кому "
        "действие можно показать.",
        "该文件包含行为的全部内容，并证明其在日志中的位置。请仅交给可以知悉该行为的人。",
        "The file holds the whole act and proves its place in the log. Hand it on only to those who may see "
        "the act.",
    ),
    "ledger.proof.place": (
        "Файл доказывает место записи в журнале и содержания действия не раскрывает.",
        "该文件证明记录在日志中的位置，不泄露行为的内容。",
        "The file proves the entry's place in the log and gives nothing of the act away.",
    ),
    # The answers
    "ledger.ask.in_log": ("В журнале?", "在日志中？", "In the log?"),
    "ledger.ask.signed": ("Подписано?", "已签署？", "Signed?"),
    "ledger.ask.witnessed": ("Засвидетельствовано?", "已见证？", "Witnessed?"),
    "ledger.ask.opens": ("Содержание то самое?", "内容相符？", "Is the content the same?"),
    "ledger.yes.in_log": (
        "Запись № {n} входит в журнал из {size} {size|записи|записей|записей}.",
        "第{n}条记录在共有{size}条的日志之中。",
        "Entry No. {n} is part of the log of {size} {size|entry|entries}.",
    ),
    "ledger.no.in_log": (
        "Запись № {n} не ведёт к корню журнала из {size} {size|записи|записей|записей}.",
        "第{n}条记录与共有{size}条的日志之根不符。",
        "Entry No. {n} does not lead to the root of the log of {size} {size|entry|entries}.",
    ),
    "ledger.yes.signed": (
        "Контрольная точка подписана ключом журнала.",
        "检查点由日志密钥签署。",
        "The checkpoint is signed with the log's own key.",
    ),
    "ledger.no.signed": (
        "Действительной подписи журнала под контрольной точкой нет.",
        "检查点上没有有效的日志签名。",
        "The checkpoint bears no valid signature of the log.",
    ),
    "ledger.yes.witnessed": (
        "Свидетелей {k} из {of}, этого достаточно: {names}.",
        "{of}方中已有{k}方见证，达到法定数：{names}。",
        "{k} of {of} {of|witness|witnesses}, which is enough: {names}.",
    ),
    "ledger.no.witnessed": (
        "Свидетелей {k} из {of}, этого недостаточно.",
        "{of}方中仅有{k}方见证，未达法定数。",
        "{k} of {of} {of|witness|witnesses}, which is not enough.",
    ),
    "ledger.no.unwitnessed": (
        "Свидетели не назначены: за журнал отвечает только сама организация.",
        "尚未指定见证方：仅由本组织自身为日志负责。",
        "No witnesses are named: nobody but the organisation itself vouches for the log.",
    ),
    "ledger.cure.unwitnessed": (
        "Секретариат может назвать свидетелей в политике доверия (REGISTAN_LEDGER_POLICY).",
        "秘书处可在信任策略（REGISTAN_LEDGER_POLICY）中指定见证方。",
        "The Secretariat can name witnesses in the trust policy (REGISTAN_LEDGER_POLICY).",
    ),
    "ledger.yes.opens": (
        "Приложенное содержание — то, что было занесено под этим номером.",
        "所附内容即此编号下所载内容。",
        "The content enclosed is what was recorded under this number.",
    ),
    "ledger.no.opens": (
        "Приложенное содержание не то, что было занесено под этим номером.",
        "所附内容并非此编号下所载内容。",
        "The content enclosed is not what was recorded under this number.",
    ),
    "ledger.cure_own.in_log": (
        "Журнал на этом сервере повреждён или изменён. Не полагайтесь на эту страницу, сохраните файл "
        "доказательства и сообщите секретариату и государству, которое ведёт одного из свидетелей.",
        "本服务器上的日志已损坏或被改动。请勿依据本页，保存证明文件，并告知秘书处和任一见证方所属国家。",
        "The log on this server is damaged or was changed. Do not rely on this page; keep the proof file, "
        "and tell the Secretariat and a State that runs one of the witnesses.",
    ),
    "ledger.cure_own.signed": (
        "Контрольная точка подписана не тем ключом, который назван в политике доверия. Сообщите "
        "секретариату: он сверит ключи командой registan ledger fsck.",
        "检查点的签名密钥与信任策略所列不符。请告知秘书处，由其用 registan ledger fsck 核对密钥。",
        "The checkpoint is signed with another key than the trust policy names. Tell the Secretariat: it "
        "compares the keys by registan ledger fsck.",
    ),
    "ledger.cure_own.witnessed": (
        "Подождите несколько секунд и откройте страницу заново. Если это не проходит, страница «Проверка "
        "записей» покажет, какой свидетель молчит; его ведёт названное там государство.",
        "请等待数秒后刷新。如仍未达到，“核查记录”页面会显示哪一见证方未应答，可与其所属国家联系。",
        "Wait some seconds and open the page again. If it lasts, the page Verification shows which witness "
        "is silent; ask the State that runs it.",
    ),
    "ledger.cure_own.opens": (
        "Хранимое содержание изменено. Сообщите секретариату номер записи: его восстановят из копии.",
        "所存内容已被改动。请将记录编号告知秘书处，以便从备份恢复。",
        "What is stored was changed. Tell the Secretariat the number of the entry, so that it is restored "
        "from a copy.",
    ),
    "ledger.cure_file.in_log": (
        "Файл изменён, или он из другого журнала. Скачайте его заново со страницы действия; если ответ "
        "останется прежним, сохраните оба файла и сообщите секретариату и одному из свидетелей.",
        "文件已被改动，或属于另一日志。请从行为页面重新下载；如结果不变，请保存两份文件，并告知秘书处和任一"
        "见证方。",
        "The file was changed, or it is of another log. Download it again from the page of the act; if the "
        "answer stays, keep both files and tell the Secretariat and one of the witnesses.",
    ),
    "ledger.cure_file.signed": (
        "Не полагайтесь на этот файл: он изменён или выдан другим журналом. Узнайте у передавшего, откуда "
        "он, и скачайте доказательство заново со страницы действия.",
        "请勿依据此文件：它已被改动，或出自另一日志。请向提供者查明来源，并从行为页面重新下载证明文件。",
        "Do not rely on this file: it was changed, or another log issued it. Ask where it comes from, and "
        "download the proof again from the page of the act.",
    ),
    "ledger.cure_file.witnessed": (
        "Возможно, файл скачан раньше, чем ответили свидетели. Скачайте доказательство заново со страницы "
        "действия; если ответ останется прежним, спросите одного из свидетелей.",
        "文件可能在见证方应答之前下载。请从行为页面重新下载；如结果不变，请询问任一见证方。",
        "The file may have been downloaded before the witnesses answered. Download the proof again from the "
        "page of the act; if the answer stays, ask one of the witnesses.",
    ),
    "ledger.cure_file.opens": (
        "Место в журнале и содержание проверяются порознь: содержание в файле подменено или повреждено, и "
        "полагаться на него нельзя. Скачайте файл заново со страницы действия.",
        "位置与内容分别核查：文件中的内容已被替换或损坏，不可采信。请从行为页面重新下载。",
        "Place and content are checked each on its own: the content in the file was replaced or is damaged, "
        "and cannot be relied upon. Download the file again from the page of the act.",
    ),
    "ledger.waits.in_log": (
        "Действие получило № {n}.",
        "该行为已获编号{n}。",
        "The act has its place, No. {n}.",
    ),
    "ledger.waits.signed": (
        "Контрольная точка, которая его охватывает, ещё не подписана.",
        "覆盖该记录的检查点尚未签署。",
        "The checkpoint that covers it is not signed yet.",
    ),
    "ledger.waits.witnessed": (
        "Свидетели увидят его вместе с контрольной точкой.",
        "见证方将随检查点一并见证。",
        "The witnesses see it together with the checkpoint.",
    ),
    "ledger.waits.cure": (
        "Подождите несколько секунд и откройте страницу заново.",
        "请等待数秒后刷新本页。",
        "Wait some seconds and open the page again.",
    ),
    # A file that was handed in
    "ledger.checked": ("Проверка файла", "核查文件", "A file checked"),
    "ledger.checked.good": (
        "Доказательство записи № {n} верно",
        "第{n}条记录的证明有效",
        "The proof of entry No. {n} is good",
    ),
    "ledger.checked.bad": (
        "Доказательство записи № {n} не сходится",
        "第{n}条记录的证明不成立",
        "The proof of entry No. {n} does not hold",
    ),
    "ledger.checked.lede": (
        "Файл говорит о журнале {origin}.",
        "该文件所指日志为{origin}。",
        "The file speaks of the log {origin}.",
    ),
    "ledger.checked.withheld": (
        "Содержание из файла не показано: оно не подтверждено.",
        "文件中的内容未经证实，故不显示。",
        "The content of the file is not shown, since it is not proven.",
    ),
    "ledger.checked.another": ("Проверить другой", "核查其他", "Check another one"),
    # The envelope
    "ledger.envelope": ("Что занесено", "所载事项", "What was recorded"),
    "ledger.envelope.hint": (
        "Эти сведения входят в отпечаток записи: изменить их незаметно нельзя.",
        "以下事项均计入记录的指纹，任何改动都会被发现。",
        "These facts are part of the entry's fingerprint: none can be changed unnoticed.",
    ),
    "ledger.envelope.kind": ("Вид действия", "行为种类", "Kind of act"),
    "ledger.envelope.actor": ("От чьего имени", "行为方", "For whom it was done"),
    "ledger.envelope.body": ("Орган", "机构", "Body"),
    "ledger.envelope.office": ("Полномочия", "授权", "Mandate"),
    "ledger.envelope.subject": ("Предмет", "标的", "Subject"),
    "ledger.envelope.time": ("Время", "时间", "Time"),
    "ledger.envelope.audience": ("Кому адресовано", "知悉范围", "Addressed to"),
    "ledger.envelope.auth": ("Чем удостоверено", "认证方式", "Authorised by"),
    "ledger.envelope.stream": ("Место в ряду", "序列中的位置", "Place in its stream"),
    "ledger.envelope.place": ("{stream}: № {n}", "{stream}：第{n}条", "{stream}: No. {n}"),
    "ledger.envelope.prev": ("Отпечаток предыдущей", "前一条指纹", "Fingerprint of the one before"),
    "ledger.envelope.part": (
        "Отпечаток части {name}",
        "部分{name}的指纹",
        "Fingerprint of part {name}",
    ),
    "ledger.auth.session": (
        "вход должностного лица на сервер организации",
        "官员登录本组织服务器",
        "sign-in of an Official at the organisation's server",
    ),
    "ledger.record": (
        "Запись целиком, как её читает программа",
        "程序可读的完整记录",
        "The whole record, as a program reads it",
    ),
    "ledger.record.in_file": (
        "Запись целиком находится в файле доказательства.",
        "完整记录见证明文件。",
        "The whole record is in the proof file.",
    ),
    "ledger.audience.public": ("для всех", "公开", "everybody"),
    "ledger.audience.members": ("для государств-членов", "成员国", "Member States"),
    "ledger.audience.partners": (
        "для государств-членов и партнёров",
        "成员国和伙伴",
        "Member States and partners",
    ),
    "ledger.audience.only": ("только {names}", "仅限{names}", "{names} only"),
}
