"""Sentences of 7-1-7: clocks, days, evidence; acts and refusals on them and on bottlenecks."""

from __future__ import annotations

TEXTS_TIMELINESS: dict[str, tuple[str, str, str]] = {
    "act.health.timeliness.dated": (
        "{actor}: названы дни 7-1-7 события {event}, версия {version}.",
        "{actor}：填报事件{event}的“7-1-7”日期，第{version}版。",
        "{actor}: days of 7-1-7 told for emergency {event}, version {version}.",
    ),
    "act.health.bottleneck.recorded": (
        "{actor}: записано препятствие № {n} события {event}.",
        "{actor}：记录事件{event}的第{n}号障碍。",
        "{actor}: bottleneck no. {n} of emergency {event} recorded.",
    ),
    "act.health.bottleneck.followed": (
        "{actor}: записано, что стало с препятствием № {n} события {event}.",
        "{actor}：记录事件{event}第{n}号障碍的进展。",
        "{actor}: what became of bottleneck no. {n} of emergency {event} recorded.",
    ),
    "timeliness": ("Своевременность: 7-1-7", "及时性：“7-1-7”", "Timeliness: 7-1-7"),
    "timeliness.lede": (
        "Не более 7 дней до выявления, 1 дня до извещения, 7 дней до завершения первых действий; и часы "
        "уведомления организации.",
        "7天内发现，1天内报告，7天内完成早期应对；另计向本组织通报的时限。",
        "At most 7 days to detection, 1 to notification, 7 to the end of early response; and the clock of "
        "the notice to the organisation.",
    ),
    "timeliness.clock": ("Часы", "时限项目", "Clock"),
    "timeliness.from": ("От", "起", "From"),
    "timeliness.to": ("До", "止", "To"),
    "timeliness.taken": ("Прошло", "用时", "Taken"),
    "timeliness.limit": ("Не более", "上限", "At most"),
    "timeliness.standing": ("Итог", "结果", "Standing"),
    "timeliness.band": ("На шкале дней", "日期区间", "On a scale of days"),
    "timeliness.advice": ("рекомендация", "建议", "advice"),
    "timeliness.days": ("{n} дн.", "{n}天", "{n} {n|day|days}"),
    "timeliness.days_between": ("от {n} до {m} дн.", "{n}至{m}天", "{n} to {m} days"),
    "timeliness.hours": ("{n} ч", "{n}小时", "{n} h"),
    "timeliness.interval.detection": (
        "Начало → выявление",
        "出现→发现",
        "Emergence → detection",
    ),
    "timeliness.interval.notification": (
        "Выявление → извещение",
        "发现→报告",
        "Detection → notification",
    ),
    "timeliness.interval.response": (
        "Извещение → первые действия завершены",
        "报告→早期应对完成",
        "Notification → early response complete",
    ),
    "timeliness.interval.first_action": (
        "Извещение → первое из действий",
        "报告→首项行动",
        "Notification → first action",
    ),
    "timeliness.interval.notice": (
        "Стало известно → уведомление организации",
        "获知→向本组织通报",
        "Known → notice to the organisation",
    ),
    "timeliness.standing.met": ("в срок", "在时限内", "in time"),
    "timeliness.standing.exceeded": ("дольше срока", "超过时限", "longer"),
    "timeliness.standing.undecided": (
        "по этим дням не решить",
        "现有日期无法判定",
        "not decided by these days",
    ),
    "timeliness.standing.awaited": ("ожидается", "待填报", "awaited"),
    "timeliness.standing.fault": (
        "ошибка в датах: конец раньше начала",
        "日期有误：结束早于开始",
        "fault of the data: ends before it begins",
    ),
    "timeliness.standing.not_applicable": ("не требовалось", "不适用", "not called for"),
    "timeliness.notice.running": ("идёт", "计时中", "running"),
    "timeliness.notice.late": ("ожидается, срок прошёл", "待通报，已超时限", "awaited, past due"),
    "timeliness.notice.met": ("в срок", "在时限内", "in time"),
    "timeliness.notice.exceeded": ("дольше срока", "超过时限", "longer"),
    "timeliness.receipts": (
        "Получение подтвердили {n} из {m}.",
        "{m}方中已有{n}方确认收讫。",
        "{n} of {m} have confirmed receipt.",
    ),
    "timeliness.receipts.awaited": (
        "Ожидается: {names}.",
        "待确认：{names}。",
        "Awaited: {names}.",
    ),
    "timeliness.faulty": (
        "В датах ошибка: один из промежутков кончается раньше, чем начинается. Назовите дни заново.",
        "日期有误：有一时段结束早于开始。请重新填报。",
        "There is a fault in the days: an interval ends before it begins. Tell the days anew.",
    ),
    "timeliness.none": ("Дни ещё не названы.", "日期待填报。", "The days are awaited."),
    "timeliness.days_told": (
        "Дни и на чём они основаны",
        "日期及依据",
        "Days, and on what they rest",
    ),
    "timeliness.version": ("версия {n}", "第{n}版", "version {n}"),
    "timeliness.used": ("считается", "计入", "counts"),
    "timeliness.not_called_for": ("Не требовалось", "不适用", "Not called for"),
    "timeliness.left_out": ("не требовалось: {why}", "不适用：{why}", "not called for: {why}"),
    "timeliness.shared": (
        "Видят и адресаты уведомления",
        "通报收件方亦可查阅",
        "The addressees of the notification see it too",
    ),
    "timeliness.revised.why": ("Почему дни изменены", "修订原因", "Why the days are revised"),
    "timeliness.form.hint": (
        "День, неделя, месяц или год: 2026-03-05, 2026-W10, 2026-03, 2026. Чего ещё нет — оставьте пустым.",
        "填写日、周、月或年：2026-03-05、2026-W10、2026-03、2026。尚无者留空。",
        "A day, week, month or year: 2026-03-05, 2026-W10, 2026-03, 2026. Leave empty what is not there yet.",
    ),
    "timeliness.day": ("День", "日期", "Day"),
    "timeliness.evidence": ("Основание", "依据", "Evidence"),
    "timeliness.reference": (
        "Номер или название",
        "编号或名称",
        "Number or title",
    ),
    "timeliness.left_out.why": (
        "Если не требовалось: почему",
        "如不适用：原因",
        "If not called for: why",
    ),
    "timeliness.evidence.submission": (
        "посылка данных №",
        "数据报送编号",
        "submission of counts no.",
    ),
    "timeliness.evidence.signal": ("сигнал №", "信号编号", "signal no."),
    "timeliness.evidence.register": ("журнал учреждения", "机构登记簿", "register of a facility"),
    "timeliness.evidence.laboratory": ("журнал лаборатории", "实验室记录", "laboratory record"),
    "timeliness.evidence.message": ("донесение", "报告文电", "message or report"),
    "timeliness.evidence.document": ("документ", "文件", "document"),
    "timeliness.rule": ("Что считать началом", "出现日的认定", "What counts as emergence"),
    "timeliness.rule.endemic": ("Эндемичная болезнь", "地方性疾病", "Endemic disease"),
    "timeliness.rule.non_endemic": ("Неэндемичная болезнь", "非地方性疾病", "Disease not endemic"),
    "timeliness.rule.animal": ("Болезнь животных", "动物疫病", "Disease of animals"),
    "timeliness.rule.other": ("Иное воздействие", "其他暴露", "Other exposure"),
    "timeliness.mark.threshold": ("Порог превышен", "超过阈值", "Threshold crossed"),
    "timeliness.mark.threshold.hint": (
        "День; у недельных данных — неделя, считается её последний день.",
        "填写日期；周数据填写周次，以该周最后一日计。",
        "The day; of weekly data the week, and its last day counts.",
    ),
    "timeliness.mark.index_symptom": (
        "Первый симптом первого случая",
        "首例首发症状",
        "First symptom of the index case",
    ),
    "timeliness.mark.index_symptom.hint": (
        "Считается более ранний из двух дней.",
        "两日期中以较早者计。",
        "The earlier of the two days counts.",
    ),
    "timeliness.mark.linked_symptom": (
        "Первый симптом первого связанного случая",
        "首个关联病例首发症状",
        "First symptom of the first linked case",
    ),
    "timeliness.mark.linked_symptom.hint": (
        "Если связанный случай заболел раньше.",
        "如关联病例发病更早。",
        "Where a linked case fell ill before.",
    ),
    "timeliness.mark.animal_symptom": (
        "Первый симптом у животного",
        "动物首发症状",
        "First symptom of an animal",
    ),
    "timeliness.mark.animal_symptom.hint": (
        "Если его видели.",
        "如有观察到。",
        "Where it was seen.",
    ),
    "timeliness.mark.animal_death": ("Гибель животного", "动物死亡", "Death of an animal"),
    "timeliness.mark.animal_death.hint": (
        "Считается, только если симптома не видели.",
        "仅在未观察到症状时计入。",
        "Counts only where no symptom was seen.",
    ),
    "timeliness.mark.exposed_symptom": (
        "Первый симптом у подвергшихся",
        "暴露者首发症状",
        "First symptom of those exposed",
    ),
    "timeliness.mark.exposed_symptom.hint": (
        "Химическое, радиационное, пищевое воздействие.",
        "化学、辐射、食物暴露。",
        "Chemical, radiation, food.",
    ),
    "timeliness.mark.detected": ("Выявлено", "发现", "Detected"),
    "timeliness.mark.detected.hint": (
        "Впервые записано: кем угодно, в любой системе.",
        "首次记录：任何来源、任何系统。",
        "First recorded by any source in any system.",
    ),
    "timeliness.mark.notified_district": (
        "Извещена местная служба",
        "报告地方主管部门",
        "District or area authority notified",
    ),
    "timeliness.mark.notified_district.hint": (
        "Та, что отвечает за действия. Считается самый ранний уровень.",
        "负责处置的部门。以最早层级计。",
        "The one responsible for action. The earliest level counts.",
    ),
    "timeliness.mark.notified_national": (
        "Извещена национальная служба",
        "报告国家主管部门",
        "National authority notified",
    ),
    "timeliness.mark.notified_national.hint": (
        "Не уведомление ВОЗ.",
        "不是向世卫组织通报。",
        "Not the notice to WHO.",
    ),
    "timeliness.mark.investigation": (
        "Расследование начато, группа выехала",
        "启动调查或派出工作组",
        "Investigation begun or team sent",
    ),
    "timeliness.mark.first_analysis": (
        "Эпидемиологический анализ и первая оценка риска",
        "流行病学分析和初步风险评估",
        "Epidemiological analysis and first risk assessment",
    ),
    "timeliness.mark.laboratory": (
        "Лабораторное подтверждение",
        "实验室确认",
        "Laboratory confirmation",
    ),
    "timeliness.mark.case_management": (
        "Ведение больных и контроль инфекции",
        "病例救治和感染防控",
        "Case management and infection control",
    ),
    "timeliness.mark.countermeasures": (
        "Меры защиты населения",
        "社区防护措施",
        "Countermeasures in communities",
    ),
    "timeliness.mark.communication": (
        "Информирование и участие населения",
        "风险沟通和社区参与",
        "Risk communication and engagement",
    ),
    "timeliness.mark.coordination": (
        "Координация установлена",
        "建立协调机制",
        "Coordination set up",
    ),
    **{
        f"timeliness.mark.{name}.hint": (
            "День, когда сделано; или почему не требовалось.",
            "完成日期；或不适用的原因。",
            "The day on which it was done; or why it was not called for.",
        )
        for name in (
            "investigation",
            "first_analysis",
            "laboratory",
            "case_management",
            "countermeasures",
            "communication",
            "coordination",
        )
    },
    "events.deed.dates": ("Назвать дни 7-1-7", "填报“7-1-7”日期", "Tell the days of 7-1-7"),
    "events.lede.dates": (
        "{state}: {what}. У каждого дня — основание. Прежние версии остаются.",
        "{state}：{what}。每个日期须有依据。以往版本保留。",
        "{state}: {what}. Each day has its evidence. Earlier versions stay.",
    ),
    "events.button.dates": ("Записать дни", "记录日期", "Record the days"),
    "events.done.dates": ("Дни записаны.", "日期已记录。", "Days recorded."),
    "refusal.start_rule_missing": (
        "Выберите, что считать началом.",
        "请选择出现日的认定规则。",
        "Choose what counts as emergence.",
    ),
    "refusal.day_of_another_rule": (
        "Этот день ({mark}) не для выбранного правила. Уберите его или выберите другое правило.",
        "该日期（{mark}）不属于所选规则。请删除或改选规则。",
        "This day ({mark}) is not one of the rule chosen. Take it away or choose another rule.",
    ),
    "refusal.no_day_told": (
        "Назовите хотя бы один день.",
        "请至少填写一个日期。",
        "Tell one day at least.",
    ),
    "refusal.day_unreadable": (
        "Не день, не неделя, не месяц и не год: «{day}». Пишите 2026-03-05, 2026-W10, 2026-03 или 2026.",
        "“{day}”不是日、周、月或年。请按2026-03-05、2026-W10、2026-03或2026填写。",
        "No day, week, month or year: “{day}”. Write 2026-03-05, 2026-W10, 2026-03 or 2026.",
    ),
    "refusal.day_without_evidence": (
        "Укажите, на чём основан этот день, и номер или название.",
        "请注明该日期的依据及其编号或名称。",
        "Say on what this day rests, with a number or a title.",
    ),
    "refusal.evidence_unknown": (
        "У вашего государства нет посылки или сигнала с номером «{reference}». Проверьте номер.",
        "贵国没有编号为“{reference}”的报送或信号。请核对编号。",
        "Your State has no submission or signal numbered “{reference}”. Check the number.",
    ),
    "refusal.only_actions_left_out": (
        "Не требоваться может только действие. Если день не известен, оставьте поле пустым.",
        "只有行动可以不适用。日期不详时请留空。",
        "Only an action can be not called for. Where a day is not known, leave it empty.",
    ),
    "refusal.dated_and_left_out": (
        "Либо день, либо причина, почему не требовалось. Оставьте одно из двух.",
        "日期与不适用原因只能填写一项。",
        "Either a day, or why it was not called for. Leave one of the two.",
    ),
    "refusal.left_out_without_reason": (
        "Напишите, почему действие не требовалось.",
        "请说明该行动不适用的原因。",
        "Say why the action was not called for.",
    ),
}
