"""Sentences of rounds and reports: acts, refusals, letters."""

from __future__ import annotations

TEXTS_REPORTS: dict[str, tuple[str, str, str]] = {
    "act.plans.round.opened": (
        "{actor}: открыт раунд отчётов № {round} со сроком {due} по плану «{plan}».",
        "{actor}：就“{plan}”启动第{round}轮报告，截止日期{due}。",
        "{actor}: round {round} of reports opened on “{plan}”, due {due}.",
    ),
    "act.plans.round.moved": (
        "{actor}: до {due} изменён срок раунда отчётов № {round} по плану «{plan}».",
        "{actor}：“{plan}”第{round}轮报告的截止日期改为{due}。",
        "{actor}: round {round} of reports on “{plan}” is now due {due}.",
    ),
    "act.plans.round.reminded": (
        "{actor}: разосланы напоминания по раунду № {round} плана «{plan}»: {parties}.",
        "{actor}：就“{plan}”第{round}轮报告向以下各方发出提醒：{parties}。",
        "{actor}: reminders sent for round {round} of “{plan}” to {parties}.",
    ),
    "act.plans.round.closed": (
        "{actor}: раунд отчётов № {round} по плану «{plan}» закрыт, итог зафиксирован.",
        "{actor}：“{plan}”第{round}轮报告结束，结果已固定。",
        "{actor}: round {round} of reports on “{plan}” closed, its account frozen.",
    ),
    "act.plans.report.cleared": (
        "{actor}: отчёт по мере {measure} согласован внутри ({progress}).",
        "{actor}：措施{measure}的报告已在内部核准（{progress}）。",
        "{actor}: report on measure {measure} cleared inside ({progress}).",
    ),
    "act.plans.report.filed": (
        "{actor}: представлен отчёт по мере {measure} — {progress}.",
        "{actor}：提交措施{measure}的报告——{progress}。",
        "{actor}: report on measure {measure} filed — {progress}.",
    ),
    "act.plans.report.corrected": (
        "{actor}: исправлен отчёт по мере {measure}, редакция {version} — {progress}.",
        "{actor}：更正措施{measure}的报告，第{version}版——{progress}。",
        "{actor}: report on measure {measure} corrected, version {version} — {progress}.",
    ),
    "act.plans.report.taken_back": (
        "{actor}: отчёт по мере {measure} отозван.",
        "{actor}：撤回措施{measure}的报告。",
        "{actor}: report on measure {measure} taken back.",
    ),
    "act.plans.report.returned": (
        "{actor}: отчёт по мере {measure} ({party}) возвращён с вопросом.",
        "{actor}：退回{party}关于措施{measure}的报告并提出问题。",
        "{actor}: report of {party} on measure {measure} returned with a question.",
    ),
    "act.plans.report.accepted": (
        "{actor}: отчёт по мере {measure} ({party}) принят.",
        "{actor}：接受{party}关于措施{measure}的报告。",
        "{actor}: report of {party} on measure {measure} accepted.",
    ),
    "act.plans.reports.accepted": (
        "{actor}: приняты отчёты ({party}), всего — {count}.",
        "{actor}：接受{party}的报告，共{count}份。",
        "{actor}: {count} {count|report|reports} of {party} accepted.",
    ),
    "act.plans.sheet.filed": (
        "{actor}: по таблице представлены отчёты, всего — {count}.",
        "{actor}：以表格提交报告，共{count}份。",
        "{actor}: {count} {count|report|reports} filed by sheet.",
    ),
    "act.plans.reports.cleared": (
        "{actor}: отчёты согласованы внутри, всего — {count}.",
        "{actor}：报告已在内部核准，共{count}份。",
        "{actor}: {count} {count|report|reports} cleared inside.",
    ),
    "act.plans.reports.filed": (
        "{actor}: представлены согласованные отчёты, всего — {count}.",
        "{actor}：提交已核准的报告，共{count}份。",
        "{actor}: {count} cleared {count|report|reports} filed.",
    ),
    "refusal.nothing_together": (
        "Готовых отчётов нет: они уже согласованы, представлены или ещё не заполнены.",
        "没有可处理的报告：均已核准、已提交或尚未填妥。",
        "No report is ready: they are cleared or filed already, or not filled in yet.",
    ),
    "act.plans.finding.recorded": (
        "{actor}: вывод по мере {measure} — {progress}.",
        "{actor}：对措施{measure}作出结论——{progress}。",
        "{actor}: finding on measure {measure} — {progress}.",
    ),
    "act.plans.opinion.recorded": (
        "{actor}: мнение по мере {measure} занесено в отчёт.",
        "{actor}：对措施{measure}的意见已记录在案。",
        "{actor}: opinion on measure {measure} entered for the record.",
    ),
    "act.plans.version.revised": (
        "{actor}: исправлен текст плана «{plan}».",
        "{actor}：更正“{plan}”的文本。",
        "{actor}: text of “{plan}” corrected.",
    ),
    "refusal.due_before_period": (
        "Срок представления раньше начала отчётного периода. Укажите более поздний день.",
        "截止日期早于报告期的开始。请填写更晚的日期。",
        "The due date is before the period begins. Give a later day.",
    ),
    "refusal.round_open_already": (
        "По этому плану уже открыт раунд отчётов. Сначала закройте его.",
        "该计划已有进行中的报告轮次。请先结束该轮次。",
        "A round of reports is open on this plan. Close it first.",
    ),
    "refusal.nobody_to_remind": (
        "Напоминать некому: все отчёты представлены или никто не выбран.",
        "无须提醒：报告均已提交，或未选择任何对象。",
        "Nobody to remind: all reports are filed, or nobody is chosen.",
    ),
    "refusal.nobody_reads": (
        "Писать некому: у выбранных государств и органов никто не уполномочен отчитываться.",
        "无法发信：所选国家和机构均无人有报告授权。",
        "Nobody to write to: of those chosen nobody holds a mandate to report.",
    ),
    "refusal.not_cleared": (
        "Отчёт по мере {number} не согласован внутри вашего государства или органа в этой редакции. "
        "Попросите того, кто уполномочен согласовывать.",
        "措施{number}的报告（本版本）尚未经贵国或贵机构内部核准。请由有核准授权者核准。",
        "The report on measure {number} has not been cleared inside your State or Body in these "
        "words. Ask the official who may clear it.",
    ),
    "refusal.round_closed": (
        "Раунд № {number} закрыт, его итог зафиксирован. Исправление можно представить отдельно.",
        "第{number}轮已结束，结果已固定。可另行提交更正。",
        "Round {number} is closed and its account frozen. A correction can be filed beside it.",
    ),
    "refusal.draft_changed": (
        "Пока вы писали, черновик изменил(а) {editor}. Ваш текст сохранён ниже на странице рядом с "
        "новым: объедините их и сохраните.",
        "在您编辑期间，{editor}修改了草稿。您的文字仍保留在本页，与新文字并列；请合并后保存。",
        "While you wrote, {editor} changed the draft. Your text is kept on this page beside the new "
        "one: join them and save.",
    ),
    "refusal.file_too_large": (
        "Файл больше {largest} МиБ. Сократите его или укажите ссылку.",
        "文件大于{largest} MiB。请缩小文件或提供链接。",
        "The file is larger than {largest} MiB. Make it smaller or give a link.",
    ),
    "refusal.file_empty": (
        "Файл пуст. Выберите другой.",
        "文件为空。请另选文件。",
        "The file is empty. Choose another.",
    ),
    "refusal.report_filed_already": (
        "Отчёт уже представлен. Чтобы изменить его, представьте новую редакцию или отзовите его.",
        "报告已提交。如需修改，请提交新版本或撤回。",
        "The report is filed already. To change it, file a new version or take it back.",
    ),
    "refusal.report_accepted_already": (
        "Отчёт уже принят. Изменить его можно исправлением: это новая редакция рядом с прежней.",
        "报告已被接受。可通过更正修改：新版本与原版本并存。",
        "The report has been accepted. Change it by a correction: a new version beside the old.",
    ),
    "refusal.nothing_to_correct": (
        "Исправление возможно после принятия отчёта или закрытия раунда. Пока раунд открыт, "
        "представьте отчёт заново.",
        "报告被接受或轮次结束后方可更正。轮次进行期间请重新提交报告。",
        "A correction follows after acceptance or after the round is closed. While it is open, file "
        "the report again.",
    ),
    "refusal.not_to_be_taken_back": (
        "Отозвать можно только представленный и ещё не принятый отчёт открытого раунда.",
        "只能撤回进行中轮次内已提交且尚未被接受的报告。",
        "Only a filed report that is not accepted yet, of an open round, can be taken back.",
    ),
    "refusal.question_missing": (
        "Напишите вопрос: без него отчёт не возвращают.",
        "请写明问题：退回报告须附问题。",
        "Write the question: a report is not returned without one.",
    ),
    "refusal.report_not_filed": (
        "Отчёт сейчас не находится на рассмотрении: он не представлен, возвращён или уже принят.",
        "该报告目前不在审阅中：尚未提交、已退回或已被接受。",
        "The report is not before you now: it is not filed, returned or accepted already.",
    ),
    "refusal.measure_not_yours": (
        "По мере {number} от вашего государства или органа отчёт в этом раунде не ожидается.",
        "本轮中，贵国或贵机构无须就措施{number}提交报告。",
        "No report on measure {number} is awaited from your State or Body in this round.",
    ),
    "refusal.progress_missing": (
        "Выберите состояние выполнения из списка.",
        "请从列表中选择执行状态。",
        "Choose how far the measure is from the list.",
    ),
    "refusal.report_text_missing": (
        "Напишите, что сделано, хотя бы на одном языке.",
        "请至少用一种语文说明所做工作。",
        "Say what was done, in at least one language.",
    ),
    "refusal.result_type_missing": (
        "Укажите вид результата: национальный, двусторонний или многосторонний.",
        "请注明成果类型：国内、双边或多边。",
        "Give the type of result: national, bilateral or multilateral.",
    ),
    "refusal.indicator_unknown": (
        "У меры {number} нет показателя «{key}». Уберите это значение.",
        "措施{number}没有指标“{key}”。请删除该数值。",
        "Measure {number} has no indicator “{key}”. Remove this value.",
    ),
    "refusal.chinese_font_missing": (
        "На сервере нет шрифта для китайского текста. Администратору: apt-get install fonts-noto-cjk. "
        "Файл DOCX можно получить и сейчас.",
        "服务器缺少中文字体。管理员请执行：apt-get install fonts-noto-cjk。目前可获取DOCX文件。",
        "The server has no font for Chinese. For its operator: apt-get install fonts-noto-cjk. The "
        "DOCX file can be had now.",
    ),
    "refusal.tray_changed": (
        "Пока вы работали, таблицу изменил другой сотрудник. Проверьте страницу и повторите: ваши "
        "значения сохранены в форме.",
        "在您操作期间，其他人员修改了该表。请核对页面后重试：您填写的内容仍保留在表单中。",
        "Someone else settled this table while you worked. Look at the page and repeat: what you typed "
        "is still in the form.",
    ),
    "letter.plans.reminder.name": (
        "Напоминания об отчётах",
        "报告提醒",
        "Reminders of reports",
    ),
    "letter.plans.reminder.subject": (
        "Ожидаются отчёты: {n}, срок — {due}",
        "尚有{n}份报告待提交，截止日期{due}",
        "{n} {n|report is|reports are} awaited by {due}",
    ),
    "letter.plans.reminder.body": (
        "План: {plan}.\nДо {due} ожидаются отчёты вашего государства или органа, всего — {n}.",
        "计划：{plan}。\n贵国或贵机构尚有{n}份报告待提交，截止日期{due}。",
        "Plan: {plan}.\n{n} {n|report is|reports are} awaited from your State or Body, by {due}.",
    ),
    "letter.plans.returned.name": ("Возвращённые отчёты", "退回的报告", "Reports returned"),
    "letter.plans.returned.subject": (
        "Возвращён отчёт по мере {measure}",
        "措施{measure}的报告已退回",
        "Report on measure {measure} returned",
    ),
    "letter.plans.returned.body": (
        "План: {plan}.\nОтчёт по мере {measure} возвращён с вопросом.",
        "计划：{plan}。\n措施{measure}的报告已退回并附问题。",
        "Plan: {plan}.\nThe report on measure {measure} was returned with a question.",
    ),
}
