"""Sentences of the parties: acts, refusals, powers, pages."""

from __future__ import annotations

from registan.parties.texts_office_keys import TEXTS as OFFICE_KEY_TEXTS
from registan.parties.texts_pages import PAGE_TEXTS
from registan.parties.texts_profile import PROFILE_TEXTS
from registan.parties.texts_records import TEXTS as RECORD_TEXTS

_TEXTS: dict[str, tuple[str, str, str]] = {
    "parties.operator": ("Установка системы", "系统安装", "Set-up of the system"),
    "act.parties.official.enrolled": (
        "{actor}: открыта учётная запись {official}; полномочия от имени: {party}.",
        "{actor}：为{official}开立账户，授权代表{party}行事。",
        "{actor}: account {official} opened, with a mandate to act for {party}.",
    ),
    "act.parties.mandate.granted": (
        "{actor}: должностному лицу {official} предоставлены полномочия от имени: {party}.",
        "{actor}：授权{official}代表{party}行事。",
        "{actor}: {official} given a mandate to act for {party}.",
    ),
    "act.parties.mandate.withdrawn": (
        "{actor}: полномочия должностного лица {official} отозваны.",
        "{actor}：撤销对{official}的授权。",
        "{actor}: mandate of {official} withdrawn.",
    ),
    "act.parties.password.changed": (
        "Должностное лицо {official} сменило пароль.",
        "{official}已更改密码。",
        "{official} changed the password.",
    ),
    "refusal.mandate_not_in_force": (
        "Срок ваших полномочий истёк, или они отозваны. Обратитесь к "
        "администратору вашего государства или органа.",
        "您的授权已到期或被撤销。请联系本国或本机构的管理员。",
        "Your mandate has expired or was withdrawn. Ask the administrator of your State or Body.",
    ),
    "refusal.power_missing": (
        "Ваши полномочия не включают это действие ({power}). Обратитесь к администратору вашего "
        "государства или органа.",
        "您的授权不包括此项行为（{power}）。请联系本国或本机构的管理员。",
        "Your mandate does not include this ({power}). Ask the administrator of your State or Body.",
    ),
    "refusal.another_state": (
        "Действовать от имени другого государства или органа нельзя.",
        "不得代表其他国家或机构行事。",
        "Nobody may act for another State or Body.",
    ),
    "refusal.account_closed": (
        "Эта учётная запись закрыта. Обратитесь к администратору вашего государства или органа.",
        "该账户已关闭。请联系本国或本机构的管理员。",
        "This account is closed. Ask the administrator of your State or Body.",
    ),
    "refusal.username_taken": (
        "Имя «{username}» уже занято. Выберите другое.",
        "账户名“{username}”已被使用，请另选一个。",
        "The name “{username}” is taken. Choose another.",
    ),
    "refusal.username_malformed": (
        "Такое имя учётной записи не годится. Строчные латинские буквы, цифры, точка, дефис; "
        "от трёх до шестидесяти знаков.",
        "该账户名不可用。请使用小写拉丁字母、数字、点、连字符，三至六十个字符。",
        "This account name cannot be used. Small Latin letters, figures, dot, hyphen; "
        "three to sixty characters.",
    ),
    "refusal.mandate_ends_before_it_begins": (
        "Полномочия заканчиваются раньше, чем начинаются. Укажите более позднюю дату.",
        "授权的截止日期早于起始日期。请填写更晚的日期。",
        "The mandate ends before it begins. Give a later date.",
    ),
    "refusal.mandate_already_withdrawn": (
        "Эти полномочия уже отозваны.",
        "该授权已被撤销。",
        "This mandate has already been withdrawn.",
    ),
    "refusal.last_administrator": (
        "Это последний администратор. Сначала назначьте другого.",
        "这是最后一名管理员。请先指定另一名管理员。",
        "This is the last administrator. Appoint another one first.",
    ),
    "refusal.mandate_without_powers": (
        "Отметьте хотя бы одно полномочие.",
        "请至少选择一项权限。",
        "Choose at least one power.",
    ),
    "refusal.power_not_for_party": (
        "Полномочие «{power}» не может быть предоставлено от имени этого государства или органа. "
        "Выберите другое.",
        "该国家或机构不能授予权限“{power}”。请另选。",
        "The power “{power}” cannot be held for this State or Body. Choose another.",
    ),
    "refusal.profile_unchanged": (
        "Профиль {profile} уже загружен, и в нём ничего не изменилось.",
        "档案{profile}已载入，内容没有变化。",
        "The profile {profile} is loaded already, and nothing in it has changed.",
    ),
    "refusal.another_organisation": (
        "Здесь загружен профиль другой организации ({held}), а не {given}. "
        "Установите для неё отдельную систему (REGISTAN_VAR или REGISTAN_DATABASE_URL).",
        "此处已载入另一组织的档案（{held}），而非{given}。"
        "请为其另行安装系统（REGISTAN_VAR 或 REGISTAN_DATABASE_URL）。",
        "The profile of another organisation ({held}) is loaded here, not {given}. "
        "Give it an installation of its own (REGISTAN_VAR or REGISTAN_DATABASE_URL).",
    ),
    "refusal.name_with_hidden_characters": (
        "В названии есть невидимые знаки ({characters}), из-за которых оно читается иначе. Наберите его "
        "заново.",
        "名称中含有不可见字符（{characters}），会改变其显示方式。请重新输入。",
        "The name holds characters that cannot be seen ({characters}) and change how it reads. Type it anew.",
    ),
    "refusal.power_unknown": (
        "Полномочие «{power}» неизвестно. Выберите из списка.",
        "未知权限“{power}”。请从列表中选择。",
        "The power “{power}” is unknown. Choose from the list.",
    ),
}

TEXTS = {**_TEXTS, **PAGE_TEXTS, **PROFILE_TEXTS, **RECORD_TEXTS, **OFFICE_KEY_TEXTS}
