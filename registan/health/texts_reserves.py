"""Sentences of reserves, rosters and exercises: acts, refusals, slips in a table."""

from __future__ import annotations

TEXTS_RESERVES: dict[str, tuple[str, str, str]] = {
    "act.health.exercise.opened": (
        "{actor}: открыто учение № {of_exercise} — {names}.",
        "{actor}：开启第{of_exercise}号演练：{names}。",
        "{actor}: exercise {of_exercise} opened: {names}.",
    ),
    "act.health.exercise.part_added": (
        "{actor}: в учение № {of_exercise} включено — {names}.",
        "{actor}：纳入第{of_exercise}号演练：{names}。",
        "{actor}: played in exercise {of_exercise}: {names}.",
    ),
    "act.health.exercise.closed": (
        "{actor}: учение № {of_exercise} завершено — {names}.",
        "{actor}：结束第{of_exercise}号演练：{names}。",
        "{actor}: exercise {of_exercise} closed: {names}.",
    ),
    "act.health.stock.pledged": (
        "{actor}: запас — {item}, {quantity}; из них в общий резерв {common}.",
        "{actor}：登记储备{item}，数量{quantity}，其中纳入共同储备{common}。",
        "{actor}: stock of {item}, {quantity}; {common} of it for the common reserve.",
    ),
    "act.health.stock.renewed": (
        "{actor}: обновлены сведения о запасе — {item}, {quantity}; в общем резерве {common}.",
        "{actor}：更新储备{item}，数量{quantity}，其中共同储备{common}。",
        "{actor}: stock of {item} told anew, {quantity}; {common} of it for the common reserve.",
    ),
    "act.health.stock.withdrawn": (
        "{actor}: запас отозван — {item}.",
        "{actor}：撤回储备{item}。",
        "{actor}: stock of {item} withdrawn.",
    ),
    "act.health.roster.entered": (
        "{actor}: в реестр внесено — {names}.",
        "{actor}：录入名册：{names}。",
        "{actor}: entered on the roster: {names}.",
    ),
    "act.health.roster.renewed": (
        "{actor}: обновлена запись реестра — {names}.",
        "{actor}：更新名册条目：{names}。",
        "{actor}: told anew on the roster: {names}.",
    ),
    "act.health.roster.confirmed": (
        "{actor}: готовность подтверждена — {names}.",
        "{actor}：确认就绪：{names}。",
        "{actor}: readiness confirmed: {names}.",
    ),
    "act.health.roster.withdrawn": (
        "{actor}: исключено из реестра — {names}.",
        "{actor}：移出名册：{names}。",
        "{actor}: taken off the roster: {names}.",
    ),
    "act.health.roster.activated": (
        "{actor}: начата работа — {names}; где: {state}.",
        "{actor}：{names}开始工作，地点：{state}。",
        "{actor}: {names} called to work in {state}.",
    ),
    "act.health.roster.stood_down": (
        "{actor}: работа окончена — {names}; где: {state}.",
        "{actor}：{names}结束工作，地点：{state}。",
        "{actor}: {names} done with the work in {state}.",
    ),
    "refusal.part_is_real": (
        "Это не отмечено как учение. Настоящее событие или раунд в учение не включить.",
        "该项未标记为演练。真实事件或轮次不能纳入演练。",
        "This was not marked as an exercise. What is real cannot be played in one.",
    ),
    "refusal.part_elsewhere": (
        "Это уже входит в учение.",
        "该项已纳入演练。",
        "This is played in an exercise already.",
    ),
    "refusal.exercise_closed": (
        "Учение завершено. Откройте новое.",
        "演练已结束。请开启新的演练。",
        "The exercise is closed. Open a new one.",
    ),
    "refusal.stock_there": (
        "Такой запас уже внесён: {stock}. Обновите его.",
        "该储备已登记：{stock}。请更新。",
        "This stock is there already: {stock}. Tell it anew.",
    ),
    "refusal.stock_before": (
        "Прежние сведения — на {day}. Укажите этот день или более поздний.",
        "上次数据截至{day}。请填写该日或之后的日期。",
        "What is there is of {day}. Give that day or a later one.",
    ),
    "refusal.reserves_of_members": (
        "Запасы, группы и лаборатории вносят государства-члены, и для государств-членов.",
        "储备、工作队和实验室由成员国登记，供成员国使用。",
        "Stocks, teams and laboratories are those of members, and for members.",
    ),
    "refusal.lots_missing": (
        "Нужна хотя бы одна партия.",
        "至少须有一个批次。",
        "At least one lot is needed.",
    ),
    "refusal.lot_malformed": (
        "Номер партии — до 20 заглавных латинских букв, цифр, точек, дефисов, дробных черт.",
        "批号最多20个大写拉丁字母、数字、点、连字符或斜线。",
        "The number of a lot has at most 20 capital Latin letters, digits, dots, hyphens, slashes.",
    ),
    "refusal.expired_pledged": (
        "В общий резерв внесена партия с истёкшим сроком. Уберите её из резерва.",
        "过期批次不能纳入共同储备。请更正。",
        "A lot that has expired is pledged. Take it out of the common reserve.",
    ),
    "refusal.common_takes_reserve": (
        "Своего резерва на стольких днях нужно {reserve}: в общий можно не больше {most}.",
        "本国须留存{reserve}，因此最多可纳入共同储备{most}。",
        "The State keeps {reserve} for the days that it named: at most {most} can be pledged.",
    ),
    "refusal.condition_not_there": (
        "Болезнь «{condition}» здесь не учитывается.",
        "此处未统计病种“{condition}”。",
        "“{condition}” is not counted here.",
    ),
    "refusal.per_case_missing": (
        "Укажите, сколько единиц нужно на один случай.",
        "请填写每例所需数量。",
        "Say how many units one case needs.",
    ),
    "refusal.forecast_not_there": (
        "Прогноза по этой болезни для вашего государства нет. Укажите потребность сами.",
        "贵国该病种暂无预测。请自行填写每日需求。",
        "There is no forecast of this disease for your State. State the demand yourself.",
    ),
    "refusal.item_no_stock": (
        "«{item}» — не медицинское средство: запаса его не бывает.",
        "“{item}”不是物资，不能设储备。",
        "“{item}” is no supply: there is no stock of it.",
    ),
    "refusal.roster_at_work": (
        "Эта группа или лаборатория сейчас в работе. Сначала отметьте, что работа окончена.",
        "该工作队或实验室正在工作。请先登记工作结束。",
        "It is at work. First say that the work is done.",
    ),
    "refusal.roster_kind_unknown": (
        "Выберите, что это: группа или лаборатория.",
        "请选择类别：工作队或实验室。",
        "Choose what it is: a team or a laboratory.",
    ),
    "refusal.biosafety_missing": (
        "Для лаборатории нужен уровень биобезопасности от 1 до 4.",
        "实验室须填写1至4级生物安全等级。",
        "A laboratory has a biosafety level from 1 to 4.",
    ),
    "refusal.not_on_the_list": (
        "Выберите из списка хотя бы одно.",
        "请从列表中至少选择一项。",
        "Choose at least one from the list.",
    ),
    "refusal.stocks_have_problems": (
        "В таблице ошибок: {n}. Не записано ничего.",
        "表中有{n}处错误，未记录任何内容。",
        "There {n|is|are} {n} {n|mistake|mistakes} in the table. Nothing was recorded.",
    ),
    "unreadable.stocks_columns": (
        "Столбцы таблицы: {columns}. Читаются: {known}. Скачайте свои запасы как образец.",
        "表格列为：{columns}。可读取的列：{known}。可下载本国储备作为模板。",
        "The columns are: {columns}. Read are: {known}. Download your own stocks as a template.",
    ),
    "unreadable.counts_of_exercise": (
        "В таблице есть строки учения. Числа учений к настоящим не принимаются: уберите их и "
        "отправьте снова.",
        "表中含有演练数据。演练数字不与真实数字一同接收：请删除后重新报送。",
        "The table has lines of an exercise. Counts of an exercise are not taken with real ones: take them "
        "out and send it again.",
    ),
    "stocks.problem.line": (
        "Строка {line}. {cure}",
        "第{line}行：{cure}",
        "Line {line}. {cure}",
    ),
    "stocks.problem.item_missing": (
        "Не указан код предмета. Возьмите его из каталога.",
        "未填写项目代码。请从目录中查找。",
        "No code of an item. Take it from the catalogue.",
    ),
    "stocks.problem.not_whole": (
        "«{value}» в столбце {column} — не целое число.",
        "{column}列的“{value}”不是整数。",
        "“{value}” in the column {column} is no whole number.",
    ),
    "stocks.problem.not_a_number": (
        "«{value}» в столбце {column} — не число.",
        "{column}列的“{value}”不是数字。",
        "“{value}” in the column {column} is no number.",
    ),
    "stocks.problem.out_of_range": (
        "В столбце {column} допустимо от {low} до {high}.",
        "{column}列允许范围为{low}至{high}。",
        "In the column {column}, from {low} to {high} is possible.",
    ),
    "stocks.problem.not_a_day": (
        "«{value}» в столбце {column} — не день. Пишите YYYY-MM-DD.",
        "{column}列的“{value}”不是日期。请用 YYYY-MM-DD。",
        "“{value}” in the column {column} is no day. Write YYYY-MM-DD.",
    ),
    "stocks.problem.common_above": (
        "В общий резерв внесено больше, чем есть в партии: {quantity}.",
        "纳入共同储备的数量超过该批次数量{quantity}。",
        "More is pledged than the lot has: {quantity}.",
    ),
    "stocks.problem.lot_malformed": (
        "«{value}» — не номер партии: до 20 заглавных латинских букв, цифр, точек, дефисов, дробных черт.",
        "“{value}”不是批号：最多20个大写拉丁字母、数字、点、连字符或斜线。",
        "“{value}” is no number of a lot: at most 20 capital Latin letters, digits, dots, hyphens, "
        "slashes.",
    ),
    "stocks.problem.lot_twice": (
        "Эта партия уже названа выше.",
        "该批次在上文已填写。",
        "This lot stands above already.",
    ),
    "stocks.problem.lots_too_many": (
        "У одного предмета не больше {most} партий.",
        "每个项目最多{most}个批次。",
        "An item has at most {most} lots.",
    ),
    "stocks.problem.told_two_ways": (
        "Столбец {column} для этого предмета выше (строка {line}) заполнен иначе.",
        "该项目的{column}列与上文第{line}行不一致。",
        "The column {column} says something else of this item above (line {line}).",
    ),
    "stocks.problem.cells_too_many": (
        "Лишние значения. Пишите: количество; в общий резерв; срок годности; партия.",
        "内容过多。格式：数量；共同储备；有效期；批号。",
        "Too many values. Write: quantity; for the common reserve; day of expiry; lot.",
    ),
    "stocks.problem.another_state": (
        "Это строка другого государства: «{state}». Вносите только свои запасы.",
        "该行属于另一国家：“{state}”。只能登记本国储备。",
        "This line is of another State: “{state}”. Enter your own stocks alone.",
    ),
    "stocks.problem.another_exercise": (
        "Строка помечена учением «{exercise}», а вносится не в него. Учения и настоящее не смешиваются.",
        "该行标记为演练“{exercise}”，与当前提交不符。演练与真实数据不得混用。",
        "This line is marked as of exercise “{exercise}”, which is not what you are entering. Exercises "
        "and what is real are never mixed.",
    ),
}
