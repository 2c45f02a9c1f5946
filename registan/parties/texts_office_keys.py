"""Sentences of the keys of offices."""

from __future__ import annotations

TEXTS: dict[str, tuple[str, str, str]] = {
    "act.parties.office_key.enrolled": (
        "{actor}: назван ключ ведомства {key_id}.",
        "{actor}：登记机关密钥{key_id}。",
        "{actor}: office key {key_id} named.",
    ),
    "act.parties.office_key.confirmed": (
        "{actor}: подтверждён ключ ведомства {key_id}, государство: {state}.",
        "{actor}：确认{state}的机关密钥{key_id}。",
        "{actor}: office key {key_id} of {state} confirmed.",
    ),
    "act.parties.office_key.revoked": (
        "{actor}: ключ ведомства {key_id} отозван.",
        "{actor}：撤销机关密钥{key_id}。",
        "{actor}: office key {key_id} revoked.",
    ),
    "parties.office_keys": (
        "Ключи ведомств",
        "机关密钥",
        "Keys of offices",
    ),
    "parties.office_keys.lede": (
        "Этими ключами государства подписывают действия, которые их обязывают. Ключ принадлежит ведомству"
        " и хранится у него; у секретариата его нет.",
        "各国以此类密钥签署约束本国的行为。密钥属于该机关并由其自行保管，秘书处并不持有。",
        "With these keys States sign the acts that bind them. A key belongs to an office and lies with "
        "it; the Secretariat does not have it.",
    ),
    "parties.office_keys.none": (
        "Ни одно государство ещё не назвало ключа. Действия выполняются под учётными записями.",
        "尚无国家登记密钥。各项行为均以帐户登录进行。",
        "No State has named a key yet. Acts are done under accounts.",
    ),
    "parties.office_keys.link": (
        "Ключи, которыми подписывают государства",
        "各国签署所用的密钥",
        "The keys with which States sign",
    ),
    "parties.office_key.state": (
        "Государство",
        "国家",
        "State",
    ),
    "parties.office_key.name": (
        "Имя ведомства",
        "机关名称",
        "Name of the office",
    ),
    "parties.office_key.id": (
        "Номер ключа",
        "密钥编号",
        "Key ID",
    ),
    "parties.office_key.key": (
        "Проверочный ключ",
        "验证密钥",
        "Verifier key",
    ),
    "parties.office_key.key.hint": (
        "Строка, которую показала команда registan sign init.",
        "即命令 registan sign init 所显示的一行。",
        "The line that registan sign init has shown.",
    ),
    "parties.office_key.counts": (
        "Действует",
        "效力",
        "Counts",
    ),
    "parties.office_key.waits": (
        "ждёт подтверждения другим государством",
        "待另一国家确认",
        "waits to be confirmed by another State",
    ),
    "parties.office_key.numbering": (
        "действие получает номер",
        "该行为正在编号",
        "its act is being numbered",
    ),
    "parties.office_key.after": (
        "для действий после",
        "适用于该条之后的行为",
        "for acts after",
    ),
    "parties.office_key.until": (
        "и до отзыва",
        "至撤销为止",
        "and up to its revocation",
    ),
    "parties.office_key.confirmed_by": (
        "Подтвердило",
        "确认国",
        "Confirmed by",
    ),
    "parties.office_key.enrol": (
        "Назвать ключ ведомства",
        "登记机关密钥",
        "Name an office key",
    ),
    "parties.office_key.enrol.lede": (
        "Вы действуете от имени: {party}. С подтверждением ключа действия, которые обязывают государство,"
        " принимаются только с подписью этого ключа; обратного пути нет, ключ можно лишь заменить.",
        "您即将代表{party}行事。密钥一经确认，凡约束本国的行为均须以其签署方获受理；此后不能恢复原状，只能更换密钥。",
        "You are about to act for {party}. Once the key is confirmed, acts that bind the State are taken "
        "only with its signature; there is no way back, a key can only be replaced.",
    ),
    "parties.office_key.enrol.how": (
        "Первый ключ подписывает заявление о себе сам: так видно, что он у вас. Следующий ключ подписывает "
        "тот, который действует.",
        "首个密钥由其自身签署登记声明，以示由贵机关持有；后续密钥由现行有效的密钥签署。",
        "A first key signs the statement of its own enrolment, which shows that you hold it. A later one is "
        "signed for by the key in force.",
    ),
    "parties.office_key.enrol.button": (
        "Назвать ключ",
        "登记密钥",
        "Name the key",
    ),
    "parties.office_key.enrolled": (
        "Ключ назван. Первый ключ действует после подтверждения другим государством.",
        "密钥已登记。首个密钥须经另一国家确认方可生效。",
        "The key is named. A first key counts once another State has confirmed it.",
    ),
    "parties.office_key.confirm": (
        "Подтвердить ключ",
        "确认密钥",
        "Confirm the key",
    ),
    "parties.office_key.confirm.deed": (
        "Вы подтверждаете, что этот ключ принадлежит ведомству. Сверьте номер ключа с ведомством "
        "({party}) по телефону или лично, а не через этот сервер.",
        "您确认此密钥属于该机关。请通过电话或当面与该机关（{party}）核对密钥编号，而不要经由本服务器。",
        "You confirm that this key is the office's own. Compare the key ID with the office ({party}) by "
        "telephone or in person, not by way of this server.",
    ),
    "parties.office_key.confirm.done": (
        "Ключ {key_id} подтверждён.",
        "密钥{key_id}已确认。",
        "Key {key_id} is confirmed.",
    ),
    "parties.office_key.revoke": (
        "Отозвать ключ",
        "撤销密钥",
        "Revoke the key",
    ),
    "parties.office_key.revoke.deed": (
        "Ключ перестаёт действовать сразу. Государство ({party}) не сможет совершать действия, которые "
        "его обязывают, пока не назовёт новый ключ и его не подтвердит другое государство.",
        "密钥即刻失效。在登记新密钥并经另一国家确认之前，{party}不能作出约束本国的行为。",
        "The key counts no more from now on. The State ({party}) can do no act that binds it until it has"
        " named a new key and another State has confirmed it.",
    ),
    "parties.office_key.revoke.done": (
        "Ключ {key_id} отозван.",
        "密钥{key_id}已撤销。",
        "Key {key_id} is revoked.",
    ),
    "refusal.office_key_malformed": (
        "Это не проверочный ключ. Скопируйте строку целиком, как её показала команда registan sign init.",
        "这不是验证密钥。请完整复制命令 registan sign init 所显示的一行。",
        "This is no verifier key. Copy the whole line, as registan sign init has shown it.",
    ),
    "refusal.office_key_of_another_kind": (
        "Это ключ другого вида (свидетеля или журнала). Создайте ключ ведомства: registan sign init.",
        "这是另一种密钥（见证方或日志的密钥）。请建立机关密钥：registan sign init。",
        "This is a key of another kind (a witness's or a log's). Make an office's key: registan sign "
        "init.",
    ),
    "refusal.office_key_known": (
        "Этот ключ уже назван. Посмотрите список ключей или создайте новый.",
        "该密钥已登记。请查看密钥列表，或建立新密钥。",
        "This key is named already. Look at the list of keys, or make a new one.",
    ),
    "refusal.office_key_own": (
        "Свой ключ подтвердить нельзя: это делает ведомство другого государства.",
        "不能确认本国的密钥：须由另一国家的机关确认。",
        "No State confirms its own key: an office of another State does.",
    ),
    "refusal.office_key_decided": (
        "Этот ключ уже подтверждён или отозван. Посмотрите список ключей.",
        "该密钥已确认或已撤销。请查看密钥列表。",
        "This key is confirmed or revoked already. Look at the list of keys.",
    ),
    "refusal.office_key_revoked_already": (
        "Этот ключ уже отозван.",
        "该密钥已撤销。",
        "This key is revoked already.",
    ),
    "refusal.office_key_of_states": (
        "Ключи ведомств есть только у государств. Выберите мандат государства.",
        "仅国家设有机关密钥。请选择代表国家的授权。",
        "Only States have office keys. Choose a mandate of a State.",
    ),
}
