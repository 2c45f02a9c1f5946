"""Sentences of signatures by offices: what is asked for, refused, and answered."""

from __future__ import annotations

TEXTS: dict[str, tuple[str, str, str]] = {
    "web.office": (
        "Нужна подпись ведомства",
        "需要机关签名",
        "The office's signature is needed",
    ),
    "web.office.lede": (
        "Это действие обязывает государство, а у государства есть ключ ведомства. Скачайте заявление, "
        "прочтите его, подпишите на компьютере ведомства и загрузите подписанный файл. Затем подтвердите.",
        "此行为约束国家，而该国已登记机关密钥。请下载声明并阅读，在机关的计算机上签名后上传已签名的文件，再予确认。",
        "This act binds the State, and the State has the key of an office. Download the statement, read "
        "it, sign it on the office's own computer, and upload the signed file. Then confirm.",
    ),
    "web.office.statement": (
        "Заявление",
        "声明",
        "Statement",
    ),
    "web.office.download": (
        "Скачать заявление",
        "下载声明",
        "Download the statement",
    ),
    "web.office.command": (
        "Подписывает команда registan sign file на компьютере ведомства, без сети.",
        "在机关的计算机上以命令 registan sign file 签名，无需联网。",
        "The command registan sign file signs it, on the office's own computer, without a network.",
    ),
    "web.office.upload": (
        "Подписанный файл",
        "已签名的文件",
        "Signed file",
    ),
    "web.office.paste": (
        "или вставьте его текст",
        "或粘贴其内容",
        "or paste what is in it",
    ),
    "refusal.office_signature_awaited": (
        "Действие обязывает государство: нужна подпись ключом ведомства {names}. Подпишите заявление "
        "(registan sign file) и повторите с подписью.",
        "此行为约束国家，须以机关密钥{names}签名。请签署声明（registan sign file）后附签名重试。",
        "The act binds the State and needs the signature of the office key {names}. Sign the statement "
        "(registan sign file) and repeat with the signature.",
    ),
    "refusal.office_signature_unreadable": (
        "Это не подписанное заявление. Загрузите файл, который создала команда registan sign file, "
        "целиком.",
        "这不是已签名的声明。请上传由命令 registan sign file 生成的完整文件。",
        "This is no signed statement. Upload the whole file that registan sign file has made.",
    ),
    "refusal.office_signature_of_other_words": (
        "Подписаны другие слова: с тех пор что-то изменилось, или это заявление о другом действии. Ниже "
        "новое заявление; подпишите его.",
        "所签内容不同：其间已有变动，或该声明属于另一行为。新声明见下，请重新签名。",
        "Other words were signed: something has changed since, or the statement is of another act. A new "
        "statement stands below; sign that one.",
    ),
    "refusal.office_signature_too_late": (
        "Срок заявления истёк. Ниже новое; подпишите его.",
        "声明已过期。新声明见下，请重新签名。",
        "The statement is too old. A new one stands below; sign that one.",
    ),
    "refusal.office_signature_wrong": (
        "Подпись ключа {name} не подходит к заявлению. Подпишите скачанный файл, ничего в нём не меняя.",
        "密钥{name}的签名与声明不符。请勿改动所下载的文件，重新签名。",
        "The signature of the key {name} does not fit the statement. Sign the file as downloaded, "
        "unchanged.",
    ),
    "refusal.office_signature_of_another": (
        "Подписано другим ключом. Нужен действующий ключ государства: {names}.",
        "签名所用的是另一密钥。须使用该国有效的密钥：{names}。",
        "Another key has signed. The key of the State that is in force is needed: {names}.",
    ),
    "refusal.office_key_missing": (
        "У государства нет ключа ведомства: подпись нечем проверить. Повторите без подписи.",
        "该国没有机关密钥，签名无从验证。请不附签名重试。",
        "The State has no office key to check a signature with. Repeat without the signature.",
    ),
    "refusal.office_key_revoked": (
        "Ключ ведомства отозван. Действия, которые обязывают государство, возможны после того, как оно "
        "назовёт новый ключ и его подтвердит другое государство.",
        "机关密钥已撤销。须登记新密钥并经另一国家确认后，方可作出约束国家的行为。",
        "The office key is revoked. Acts that bind the State are possible once it has named a new key and"
        " another State has confirmed it.",
    ),
    "ledger.auth.office": (
        "подпись ключа ведомства {name} ({id})",
        "机关密钥{name}（{id}）签名",
        "signature of the office key {name} ({id})",
    ),
    "ledger.ask.office": (
        "Подписало ли ведомство государства?",
        "是否经该国机关签名？",
        "Did the State's own office sign?",
    ),
    "ledger.office.good": (
        "Подписано ключом ведомства {name} ({id}), который тогда действовал.",
        "已用机关密钥{name}（{id}）签名，该密钥当时有效。",
        "Signed with the office key {name} ({id}), which was in force then.",
    ),
    "ledger.office.unread": (
        "Подписано ключом {name} ({id}); содержание вам не открыто, поэтому подпись здесь не проверена.",
        "已用密钥{name}（{id}）签名；其内容未向您开放，故未在此验证签名。",
        "Signed with the key {name} ({id}); the content is not open to you, so the signature was not "
        "checked.",
    ),
    "ledger.office.missing": (
        "Подписи нет, хотя действие обязывает государство, у которого есть ключ ведомства.",
        "没有签名，而此行为约束国家，且该国已有机关密钥。",
        "There is no signature, although the act binds a State that has an office key.",
    ),
    "ledger.office.unknown": (
        "Подписано ключом {name} ({id}), которого это государство не называло.",
        "签名所用密钥{name}（{id}）并非该国所登记。",
        "Signed with the key {name} ({id}), which this State has never named.",
    ),
    "ledger.office.not_in_force": (
        "Подписано ключом {name} ({id}), который тогда не действовал.",
        "签名所用密钥{name}（{id}）当时无效。",
        "Signed with the key {name} ({id}), which was not in force then.",
    ),
    "ledger.office.wrong": (
        "Подпись не подходит к содержанию действия.",
        "签名与该行为的内容不符。",
        "The signature does not fit what the act says.",
    ),
    "ledger.office.cure": (
        "Спросите само государство, его ли это действие, и сообщите о нём другим участникам.",
        "请向该国查询此行为是否属实，并告知其他成员。",
        "Ask the State itself whether the act is its own, and tell the other members.",
    ),
}
