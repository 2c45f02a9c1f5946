"""Sentences of signals: the list, one signal, the answer of its State, refusals."""

from __future__ import annotations

TEXTS_SIGNALS: dict[str, tuple[str, str, str]] = {
    "machine.DETECTOR": ("Обнаружение (автоматика)", "检测程序（自动）", "The detector (a machine)"),
    "signals": ("Сигналы", "信号", "Signals"),
    "signals.lede": (
        "Что выше ожидаемого по действующему методу, самое заметное первым. Сигнал — ещё не вспышка: его "
        "подтверждает, объясняет или отклоняет государство.",
        "按现行方法高于预期的情况，最突出者在前。信号并非暴发：由有关国家确认、说明或不予采纳。",
        "What is above expectation by the method in force, the strongest first. A signal is no outbreak: "
        "its "
        "State confirms, explains or dismisses it.",
    ),
    "signals.look": (
        "Неделя {week}: оценено рядов {tested} из {series}; по одной случайности ожидается ложных "
        "сигналов: "
        "{expected}.",
        "{week}周：评估序列{tested}个，共{series}个；仅因偶然预计出现误报{expected}个。",
        "Week {week}: {tested} of {series} series tested; by chance alone {expected} false alarms are to "
        "be "
        "expected.",
    ),
    "signals.never": (
        "Ряды ещё не проверялись. Это делается каждую ночь и после каждой отправки данных.",
        "尚未检查各序列。每夜及每次报送数据后自动检查。",
        "No series has been looked at yet. It is done each night and whenever counts arrive.",
    ),
    "signals.none": (
        "Для вас сигналов нет.", "没有向您开放的信号。", "There are no signals for you.",
    ),
    "signals.readers": (
        "Кто что видит: неподтверждённый сигнал — только своё государство и секретариат; подтверждённый "
        "— все, "
        "кто читает данные об этой болезни. Где число мало и скрыто, скрыты и расчётные числа. Само собой "
        "ничего не объявляется.",
        "查阅范围：未确认的信号仅本国和秘书处可见；经确认的，凡可查阅该病种数据者均可见。数字过小而隐去时"
        "，计算结果也隐去。"
        "系统不会自动发布任何消息。",
        "Who sees what: a signal that is not confirmed, its own State and the Secretariat alone; a "
        "confirmed one, "
        "whoever reads the counts of that disease. Where small figures are hidden, so are the computed "
        "numbers. "
        "Nothing is announced by itself.",
    ),
    "signals.above": ("Выше ожидаемого", "高于预期", "Above expectation"),
    "signals.all": ("Все сигналы", "全部信号", "All signals"),
    "signal.one": ("Сигнал", "信号", "Signal"),
    "signal.alert": ("Предупреждение", "预警", "Alert"),
    "signal.title": ("{what}: {state}, {week}", "{what}：{state}，{week}", "{what}: {state}, {week}"),
    "signal.sentence": (
        "{what}, {state}, неделя {week}: случаев {count}; ожидалось {expected}, граница {upper}.",
        "{what}，{state}，{week}周：{count}例；预期{expected}，上限{upper}。",
        "{what}, {state}, week {week}: {count} cases; {expected} were expected, the bound is {upper}.",
    ),
    "signal.sentence.words": (
        "{what}, {state}, неделя {week}: выше ожидаемого. Числа остаются у этого государства.",
        "{what}，{state}，{week}周：高于预期。具体数字由该国保留。",
        "{what}, {state}, week {week}: above expectation. The numbers stay with that State.",
    ),
    "signal.week": ("Неделя", "周", "Week"),
    "signal.count": ("Случаев", "病例数", "Cases"),
    "signal.now": ("Случаев, как известно теперь", "目前所知病例数", "Cases as known now"),
    "signal.expected": ("Ожидалось", "预期", "Expected"),
    "signal.upper": ("Граница", "上限", "Bound"),
    "signal.score": ("Счёт", "得分", "Score"),
    "signal.p": ("Вероятность случайного", "偶然概率（p）", "Probability by chance (p)"),
    "signal.q": (
        "Доля ложных среди таких (q)", "此类中误报比例（q）", "Share of false ones among such (q)",
    ),
    "signal.rule": ("По какому правилу", "所用规则", "By which rule"),
    "signal.not_shown": ("не показано", "不显示", "not shown"),
    "signal.standing": ("Положение", "状态", "Standing"),
    "signal.standing.open": ("ждёт ответа государства", "待该国答复", "awaits its State"),
    "signal.standing.confirmed": ("подтверждён", "已确认", "confirmed"),
    "signal.standing.explained": ("объяснён", "已说明", "explained"),
    "signal.standing.dismissed": ("отклонён", "不予采纳", "dismissed"),
    "signal.reason": ("Причина", "理由", "Reason"),
    "signal.reason.confirm": (
        "Что известно и что делается, без сведений о лицах.",
        "已知情况和正在采取的措施，不涉及个人信息。",
        "What is known and what is being done; nothing on persons.",
    ),
    "signal.reason.explain": (
        "Например: больше проб, числа за две недели разом, новое определение случая.",
        "例如：检测增多、两周数字合并报送、采用新病例定义。",
        "For example: more tests, two weeks in one, a new definition of a case.",
    ),
    "signal.reason.dismiss": (
        "Почему это случайность или ошибка в данных.",
        "为何属于偶然或数据差错。",
        "Why it is chance, or a mistake in the counts.",
    ),
    "signal.readers": ("Кто это прочтёт", "查阅范围", "Who will read it"),
    "signal.readers.confirm": (
        "Все, кто читает данные об этой болезни.", "凡可查阅该病种数据者。",
        "Whoever reads the counts of this disease.",
    ),
    "signal.readers.explain": (
        "Ваше государство и секретариат.", "贵国和秘书处。", "Your State and the Secretariat.",
    ),
    "signal.readers.dismiss": (
        "Только ваше государство и секретариат.", "仅限贵国和秘书处。",
        "Your State and the Secretariat alone.",
    ),
    "signal.confirm": ("Подтвердить", "确认", "Confirm"),
    "signal.explain": ("Объяснить", "说明", "Explain"),
    "signal.dismiss": ("Отклонить", "不予采纳", "Dismiss"),
    "signal.confirm.text": (
        "Подтверждённый сигнал становится предупреждением, его увидят другие государства. Это не "
        "уведомление "
        "по ММСП.",
        "经确认的信号即成为预警，其他国家将可见。这不是《国际卫生条例》下的通报。",
        "A confirmed signal is an alert, and other States see it. It is no notification under the "
        "International "
        "Health Regulations.",
    ),
    "signal.explain.text": (
        "Скажите, почему неделя высокая без вспышки.", "请说明该周偏高而非暴发的原因。",
        "Say why the week is high without an outbreak.",
    ),
    "signal.dismiss.text": (
        "Сигнал останется в записях с вашей причиной.", "信号及贵方理由将保留在记录中。",
        "The signal stays on record with your reason.",
    ),
    "signal.confirm.done": (
        "Подтверждено: теперь это предупреждение.", "已确认：现为预警。", "Confirmed: it is an alert now.",
    ),
    "signal.explain.done": ("Объяснение записано.", "说明已记录。", "Explanation recorded."),
    "signal.dismiss.done": ("Отклонение записано.", "不予采纳已记录。", "Dismissal recorded."),
    "signal.numbers": ("Числа", "数字", "Numbers"),
    "signal.hidden": (
        "В этом ряду есть числа, скрытые от вас. По расчётным числам их можно было бы восстановить, "
        "поэтому "
        "они тоже не показаны; файл для проверки даёт само государство.",
        "该序列中有对您隐去的数字。由计算结果可以反推，因此也不予显示；核算文件由该国提供。",
        "Some figures of this series are hidden from you. They could be worked out from the computed "
        "numbers, so "
        "these are not shown either; the State itself gives the file for checking.",
    ),
    "signal.method": ("Метод", "方法", "Method"),
    "signal.as_of": ("По данным на", "数据截至", "As known at"),
    "signal.again": ("Посчитать снова", "重新计算", "Compute it again"),
    "signal.again.text": (
        "В файле — исходные числа, метод и результат. Команда registan health recompute --file проверит "
        "дайджест "
        "и посчитает заново на любой машине.",
        "文件内含输入数字、方法和结果。在任何机器上以命令 registan health recompute --file 核对摘要并重新"
        "计算。",
        "The file has the counts, the method and the result. The command registan health recompute "
        "--file checks "
        "the digest and computes it again on any machine.",
    ),
    "signal.file": ("Скачать файл", "下载文件", "Download the file"),
    "signal.input": ("Дайджест исходных чисел", "输入数据摘要", "Digest of the input"),
    "act.health.screening.made": (
        "{actor}: неделя {week}, оценено рядов {tested} из {series}, выше границы — {above}.",
        "{actor}：{week}周，评估序列{tested}个（共{series}个），高于上限{above}个。",
        "{actor}: week {week}, {tested} of {series} series tested, {above} above the bound.",
    ),
    "act.health.signal.raised": (
        "{actor}: сигнал — {condition}, {state}, неделя {week}: {count} при ожидаемых {expected}.",
        "{actor}：信号——{condition}，{state}，{week}周：{count}例，预期{expected}。",
        "{actor}: signal: {condition}, {state}, week {week}: {count} where {expected} were expected.",
    ),
    "act.health.signal.confirmed": (
        "{actor}: подтверждён сигнал — {condition}, неделя {week}. Причина: {reason}",
        "{actor}：确认信号——{condition}，{week}周。理由：{reason}",
        "{actor}: signal confirmed: {condition}, week {week}. Reason: {reason}",
    ),
    "act.health.signal.explained": (
        "{actor}: объяснён сигнал — {condition}, неделя {week}. Причина: {reason}",
        "{actor}：说明信号——{condition}，{week}周。理由：{reason}",
        "{actor}: signal explained: {condition}, week {week}. Reason: {reason}",
    ),
    "act.health.signal.dismissed": (
        "{actor}: отклонён сигнал — {condition}, неделя {week}. Причина: {reason}",
        "{actor}：不予采纳信号——{condition}，{week}周。理由：{reason}",
        "{actor}: signal dismissed: {condition}, week {week}. Reason: {reason}",
    ),
    "refusal.by_the_detector": (
        "Это записывает только автоматика обнаружения.", "该项仅由检测程序记录。",
        "Only the detector records this.",
    ),
    "refusal.signal_answered": (
        "На этот сигнал уже ответили. Объяснённый или отклонённый можно только подтвердить.",
        "该信号已有答复。已说明或不予采纳的信号只能改为确认。",
        "This signal is answered already. One that was explained or dismissed can only be confirmed.",
    ),
    "refusal.signal_reason_missing": (
        "Напишите причину: без неё ответ не записывается.", "请写明理由，否则不予记录。",
        "Write the reason: no answer is recorded without one.",
    ),
    "refusal.signal_reason_long": (
        "Причина длиннее {most} знаков. Сократите её.", "理由超过{most}字。请缩短。",
        "The reason is longer than {most} characters. Shorten it.",
    ),
    "power.signals.answer": (
        "отвечать на сигналы", "答复信号", "answer signals",
    ),
}  # fmt: skip
