"""Sentences of assistance: acts and refusals."""

from __future__ import annotations

TEXTS_ASSISTANCE: dict[str, tuple[str, str, str]] = {
    "act.health.item.entered": (
        "{actor}: в каталог помощи внесено — {item}.",
        "{actor}：援助目录录入{item}。",
        "{actor}: entered in the catalogue of assistance: {item}.",
    ),
    "act.health.lane.stated": (
        "{actor}: путь {donor} — {state}, недель в пути: {lead}.",
        "{actor}：运输路线{donor}至{state}，途中{lead}周。",
        "{actor}: the way from {donor} to {state} takes {lead} {lead|week|weeks}.",
    ),
    "act.health.assistance.opened": (
        "{actor}: открыт раунд помощи № {aid} — {names}.",
        "{actor}：开启第{aid}轮援助：{names}。",
        "{actor}: round of assistance {aid} opened: {names}.",
    ),
    "act.health.assistance.closed": (
        "{actor}: закрыт раунд помощи № {aid} — {names}.",
        "{actor}：结束第{aid}轮援助：{names}。",
        "{actor}: round of assistance {aid} closed: {names}.",
    ),
    "act.health.request.made": (
        "{actor}: запрошено — {item}, {quantity} (заявка {number}, раунд помощи {aid}).",
        "{actor}：请求{item}，数量{quantity}（第{aid}轮请求{number}号）。",
        "{actor}: asked for {item}, {quantity} (request {number} of round {aid}).",
    ),
    "act.health.request.amended": (
        "{actor}: изменена заявка {number} раунда помощи {aid} — {item}, {quantity}.",
        "{actor}：修改第{aid}轮请求{number}号：{item}，数量{quantity}。",
        "{actor}: request {number} of round {aid} amended: {item}, {quantity}.",
    ),
    "act.health.request.withdrawn": (
        "{actor}: отозвана заявка {number} раунда помощи {aid} — {item}.",
        "{actor}：撤回第{aid}轮请求{number}号：{item}。",
        "{actor}: request {number} of round {aid} withdrawn: {item}.",
    ),
    "act.health.offer.made": (
        "{actor}: предложено — {item}, {quantity} (предложение {number}, раунд помощи {aid}).",
        "{actor}：提供{item}，数量{quantity}（第{aid}轮提供{number}号）。",
        "{actor}: offered {item}, {quantity} (offer {number} of round {aid}).",
    ),
    "act.health.offer.amended": (
        "{actor}: изменено предложение {number} раунда помощи {aid} — {item}, {quantity}.",
        "{actor}：修改第{aid}轮提供{number}号：{item}，数量{quantity}。",
        "{actor}: offer {number} of round {aid} amended: {item}, {quantity}.",
    ),
    "act.health.offer.withdrawn": (
        "{actor}: отозвано предложение {number} раунда помощи {aid} — {item}.",
        "{actor}：撤回第{aid}轮提供{number}号：{item}。",
        "{actor}: offer {number} of round {aid} withdrawn: {item}.",
    ),
    "refusal.item_code_malformed": (
        "Код состоит из строчных латинских букв, цифр и дефиса.",
        "代码由小写拉丁字母、数字和连字符组成。",
        "A code has small Latin letters, digits and hyphens.",
    ),
    "refusal.item_kind_unknown": ("Выберите вид помощи.", "请选择援助类别。", "Choose a kind."),
    "refusal.unit_unknown": ("Выберите единицу счёта.", "请选择计量单位。", "Choose a unit."),
    "refusal.substance_malformed": (
        "Международное название вещества пишется латиницей.",
        "国际通用名须用拉丁字母书写。",
        "The international name of a substance is written in Latin letters.",
    ),
    "refusal.atc_malformed": (
        "«{atc}» — не код анатомо-терапевтическо-химической классификации.",
        "“{atc}”不是解剖学治疗学化学分类代码。",
        "“{atc}” is no ATC code: a letter, two digits, up to two letters, two digits.",
    ),
    "refusal.cold_unknown": (
        "Укажите температурный класс.",
        "请注明冷藏等级。",
        "State which cold classes are kept.",
    ),
    "refusal.volume_out_of_range": (
        "Объём единицы — от 0 до 1000 м³.",
        "单位体积为0至1000立方米。",
        "The volume of a unit is from 0 to 1,000 m³.",
    ),
    "refusal.item_unknown": (
        "В каталоге нет «{item}».",
        "目录中没有“{item}”。",
        "There is no “{item}” in the catalogue.",
    ),
    "refusal.factor_out_of_range": (
        "Коэффициент замены — от 0,001 до 1000.",
        "换算系数为0.001至1000。",
        "A factor is from 0.001 to 1,000.",
    ),
    "refusal.lane_to_itself": (
        "Путь ведёт из одного государства в другое. Выберите два разных.",
        "路线须连接两个不同的国家。",
        "A way leads from one State to another. Choose two.",
    ),
    "refusal.lead_out_of_range": (
        "Путь занимает от 0 до {most} недель.",
        "途中时间为0至{most}周。",
        "A way takes from 0 to {most} weeks.",
    ),
    "refusal.room_out_of_range": (
        "Вместимость за неделю больше нуля; без ограничения — оставьте поле пустым.",
        "每周运力须大于零；如无限制请留空。",
        "Room for a week is above zero; leave it empty where there is no limit.",
    ),
    "refusal.not_a_monday": (
        "Раунд начинается с понедельника.",
        "轮次须从周一开始。",
        "A round begins on a Monday.",
    ),
    "refusal.weeks_out_of_range": (
        "Раунд длится от 1 до {most} недель.",
        "轮次为1至{most}周。",
        "A round has from 1 to {most} weeks.",
    ),
    "refusal.currency_malformed": (
        "Валюта — три заглавные латинские буквы.",
        "货币代码为三个大写拉丁字母。",
        "A currency is three capital Latin letters.",
    ),
    "refusal.aid_closed": (
        "Этот раунд помощи закрыт.",
        "本轮援助已结束。",
        "This round of assistance is closed.",
    ),
    "refusal.aid_of_members": (
        "Помощь запрашивают и предлагают государства-члены.",
        "援助由成员国请求和提供。",
        "Members ask for help and offer it.",
    ),
    "refusal.withdrawn_already": (
        "Это уже отозвано. Внесите новое.",
        "已撤回。请另行录入。",
        "This was taken back already. Enter a new one.",
    ),
    "refusal.nothing_changed": (
        "Ничего не изменено.",
        "没有任何更改。",
        "Nothing was changed.",
    ),
    "refusal.item_stays": (
        "Предмет не меняется: отзовите запись и внесите новую.",
        "项目不可更换：请撤回后另行录入。",
        "The item stays: take this back and enter a new one.",
    ),
    "refusal.severity_unknown": (
        "Укажите тяжесть положения.",
        "请注明严重程度。",
        "State the severity.",
    ),
    "refusal.number_out_of_range": (
        "Допустимо от {low} до {high}.",
        "允许范围为{low}至{high}。",
        "From {low} to {high} is possible here.",
    ),
    "refusal.reserve_takes_all": (
        "Запас для себя ({reserve}) не меньше всего количества: предлагать нечего.",
        "自留储备（{reserve}）不低于全部数量，无可提供。",
        "The reserve ({reserve}) takes all of the stock: nothing is left to offer.",
    ),
    "refusal.released_too_late": (
        "К этому дню раунд уже закончится.",
        "届时本轮已结束。",
        "The round is over by that day.",
    ),
    "refusal.expired_on_release": (
        "Партия истекает раньше, чем её можно отправить.",
        "该批次在可发运前即已过期。",
        "The lot expires before it is released.",
    ),
    "refusal.earmark_unknown": (
        "«{state}» — не государство-член.",
        "“{state}”不是成员国。",
        "“{state}” is no member.",
    ),
    "refusal.earmark_contradicts": (
        "Одно и то же государство и названо, и исключено.",
        "同一国家既被指定又被排除。",
        "The same State is named and excluded.",
    ),
}
