"""Help for each office."""

from __future__ import annotations

TEXTS: dict[str, tuple[str, str, str]] = {
    "help.title": ("Помощь", "帮助", "Help"),
    "help.lede": (
        "По странице на каждую должность: что она делает в системе и в каком порядке. Каждую можно "
        "распечатать.",
        "每类职务一页：在系统中做什么、按什么顺序做。各页均可打印。",
        "One page for each office: what it does here, and in which order. Each can be printed.",
    ),
    "help.others": ("Другие должности", "其他职务", "Other offices"),
    # the secretariat
    "help.secretariat": ("Секретариат", "秘书处", "The Secretariat"),
    "help.secretariat.lede": (
        "Вы вносите принятые планы, собираете отчёты и составляете сводный доклад. Действовать за "
        "государство вы не можете.",
        "您录入已通过的计划，收集报告并编制综合报告。您不能代表任何国家行事。",
        "You bring in adopted plans, gather reports and write the consolidated report. You cannot act "
        "for a State.",
    ),
    "help.secretariat.bring_in": ("Внести план", "录入计划", "Bring in a plan"),
    "help.secretariat.bring_in.text": (
        "На странице «Планы» нажмите «{bring_in}» и выберите файл таким, какой он есть: DOCX, XLSX, "
        "CSV или HTML. Система покажет каждую строку рядом с тем, как она её поняла. Разделы под "
        "заголовком «{open}» пройдите по одному: сведения о плане, неизвестные исполнители, непонятые "
        "сроки. Затем «{confirm}»: план вносится одним действием.",
        "在“计划”页面选择“{bring_in}”，直接上传现有文件（DOCX、XLSX、CSV 或 HTML）。系统逐行并列显示原"
        "文与识别结果。请依次处理“{open}”下的各项：计划基本信息、未知的责任单位、无法识别的期限。然后选"
        "择“{confirm}”，全部措施以一次行为录入。",
        "On the page of plans follow “{bring_in}” and take the file as you have it: DOCX, XLSX, CSV or "
        "HTML. Each row stands beside what was made of it. Go through what is named under “{open}”: "
        "facts of the plan, unknown responsible parties, terms that were not understood. Then “"
        "{confirm}”: the plan comes in by one act.",
    ),
    "help.secretariat.version": (
        "Добавить языковую версию",
        "增加语文文本",
        "Add a language version",
    ),
    "help.secretariat.version.text": (
        "На странице плана нажмите «{version}». Меры сопоставляются по номерам; что не сошлось, "
        "показано отдельно.",
        "在计划页面选择“{version}”。各语文文本按措施编号对齐，不一致之处单独列出。",
        "On the page of the plan follow “{version}”. Measures are aligned by their numbers; what does "
        "not match is shown.",
    ),
    "help.secretariat.round": ("Открыть раунд отчётов", "启动一轮报告", "Open a round of reports"),
    "help.secretariat.round.text": (
        "На странице плана нажмите «{round}», укажите отчётный период и срок. Кто и по какой мере "
        "отчитывается, система определяет сама: по исполнителям, срокам и членству на этот день.",
        "在计划页面选择“{round}”，填写报告期和截止日期。由谁就哪项措施报告，系统按责任单位、期限和当日"
        "成员国身份自动确定。",
        "On the page of the plan follow “{round}” and give the period and the due date. Who reports on "
        "which measure is computed from the responsible parties, the terms and the membership of the "
        "day.",
    ),
    "help.secretariat.remind": ("Напомнить", "发送提醒", "Remind"),
    "help.secretariat.remind.text": (
        "На странице раунда видно, кто представил отчёты. «{remind}» пишет только тем, кто ещё не "
        "представил отчёт или не ответил на вопрос; список можно сократить до отправки. Другим он не "
        "виден.",
        "轮次页面显示何方已提交报告。“{remind}”仅发给尚有报告或问题待答复者；发送前可删减名单，他方不可"
        "见。",
        "The page of the round shows who has delivered. “{remind}” writes only to those who owe a "
        "report or an answer; you may shorten the list before it is sent. Others do not see it.",
    ),
    "help.secretariat.read": (
        "Прочитать и принять",
        "审阅并接受",
        "Read and accept",
    ),
    "help.secretariat.read.text": (
        "Представленные отчёты перечислены на странице раунда. По каждому: «{accept}» или «{return}». "
        "Вопрос приходит государству письмом; и прежний текст, и вопрос остаются в истории. Исправить "
        "чужой отчёт нельзя.",
        "轮次页面列出已提交的报告。逐份选择“{accept}”或“{return}”。问题以信函通知该国；原文和问题均留存"
        "于历史记录。任何人不得改动他国的报告。",
        "Reports filed are listed on the page of the round. For each: “{accept}” or “{return}”. The "
        "question reaches the State by letter; the text before and the question stay in the history. "
        "Nobody can correct another’s report.",
    ),
    "help.secretariat.finding": ("Записать вывод", "记录结论", "State a finding"),
    "help.secretariat.finding.text": (
        "На странице меры нажмите «{finding}»: к чему сводятся отчёты и почему. Новый вывод становится "
        "рядом с прежним; государство может занести своё мнение.",
        "在措施页面选择“{finding}”，写明各份报告所反映的结果及理由。新结论与原结论并存；国家可记录其意"
        "见。",
        "On the page of the measure follow “{finding}”: what the reports come to, and why. A later "
        "finding stands beside the earlier one; a State may enter its opinion.",
    ),
    "help.secretariat.close": ("Закрыть раунд", "结束本轮", "Close the round"),
    "help.secretariat.close.text": (
        "«{close}» фиксирует итог. Что осталось без отчёта, так и называется: «{awaited}». Позднейшие "
        "исправления его не меняют.",
        "“{close}”将固定结果。未提交的仍标为“{awaited}”。此后的更正不改变该结果。",
        "“{close}” freezes the account. What nobody reported on is called just that: “{awaited}”. "
        "Later corrections do not change it.",
    ),
    "help.secretariat.paper": ("Получить доклад", "获取报告", "Take the report away"),
    "help.secretariat.paper.text": (
        "На странице раунда под заголовком «{review}» выберите язык и формат: DOCX или PDF. Пока раунд "
        "открыт, доклад показывает представленное к этой минуте.",
        "在轮次页面“{review}”下选择语文和格式（DOCX 或 PDF）。轮次进行期间，报告反映截至当时已提交的内"
        "容。",
        "On the page of the round, below “{review}”, choose language and form: DOCX or PDF. While the "
        "round is open, it shows what has been filed up to now.",
    ),
    # the coordinator of a State
    "help.coordinator": (
        "Национальный координатор и докладчик органа",
        "国家协调员和机构报告人",
        "Coordinator of a State, or who reports for a Body",
    ),
    "help.coordinator.lede": (
        "Вы говорите от имени своего государства или органа: согласуете и представляете отчёты, "
        "отвечаете на вопросы.",
        "您代表本国或本机构：核准并提交报告，答复问题。",
        "You speak for your State or Body: you clear and file its reports and answer questions.",
    ),
    "help.coordinator.owed": ("Что от вас ждут", "应提交的报告", "What is owed"),
    "help.coordinator.owed.text": (
        "«{owed}» перечисляет меры, по которым отчитывается ваше государство или орган, со сроком "
        "раунда.",
        "“{owed}”列出贵国或贵机构须报告的措施及本轮截止日期。",
        "“{owed}” lists the measures on which your State or Body reports, with the due date of the "
        "round.",
    ),
    "help.coordinator.write": ("Написать отчёт", "撰写报告", "Write a report"),
    "help.coordinator.write.text": (
        "Выберите состояние и напишите, что сделано, на любом из языков. «{save}» оставляет текст "
        "вашим коллегам; за пределами государства или органа его никто не видит.",
        "选择执行状态，以任一语文写明所做工作。“{save}”仅供本国或本机构同事查看，外部不可见。",
        "Choose how far the measure is and say what was done, in any of the languages. “{save}” keeps "
        "the text for your colleagues; nobody outside your State or Body sees it.",
    ),
    "help.coordinator.sheet": (
        "Таблица для ведомств",
        "供各部门填写的表格",
        "A sheet for the ministries",
    ),
    "help.coordinator.sheet.text": (
        "«{sheet}» даёт файл XLSX, который заполняют без связи. После загрузки «{check}» называет "
        "ошибки по ячейкам и показывает, что изменится. Затем всё представляется одним действием или "
        "сохраняется черновиками.",
        "“{sheet}”提供可离线填写的 XLSX 文件。上传后“{check}”按单元格指出错误，并显示将发生的变化。随后"
        "可以一次行为全部提交，或保存为草稿。",
        "“{sheet}” gives an XLSX file that is filled without a connection. After the upload “{check}” "
        "names mistakes by cell and shows what would change. Then all of it is filed by one act, or "
        "kept as drafts.",
    ),
    "help.coordinator.clear": ("Согласовать внутри", "内部核准", "Clear inside"),
    "help.coordinator.clear.text": (
        "«{clear}» говорит: текст одобрен внутри государства или органа. Кто вправе только "
        "представлять, представляет именно эти слова. Если текст потом изменили, согласование нужно "
        "снова.",
        "“{clear}”表示该文字已在贵国或贵机构内部核准。仅有提交权限者只能提交这一文字。核准后如有改动，"
        "须重新核准。",
        "“{clear}” says: these words are approved inside the State or Body. Who may only file, files "
        "these very words. When they are changed afterwards, they have to be cleared again.",
    ),
    "help.coordinator.file": ("Представить", "提交", "File"),
    "help.coordinator.file.text": (
        "«{file}» ведёт на страницу, где показаны запись целиком и ваши полномочия. До принятия отчёт "
        "можно представить заново или отозвать: «{take_back}».",
        "“{file}”先显示完整内容和您的授权。在被接受之前，可重新提交，或选择“{take_back}”。",
        "“{file}” first shows the record in full and your mandate. Until it is accepted you may file "
        "again, or take it back with “{take_back}”.",
    ),
    "help.coordinator.returned": (
        "Ответить на вопрос",
        "答复问题",
        "Answer a question",
    ),
    "help.coordinator.returned.text": (
        "Возвращённый отчёт стоит первым на главной странице. Вопрос показан над формой; исправьте "
        "текст и представьте его снова.",
        "被退回的报告列在首页最前。问题显示在表单上方；修改文字后重新提交。",
        "A returned report stands first on the front page. The question is above the form; change the "
        "text and file it again.",
    ),
    "help.coordinator.correct": (
        "Исправить принятое",
        "更正已接受的报告",
        "Correct what was accepted",
    ),
    "help.coordinator.correct.text": (
        "После принятия или закрытия раунда на странице отчёта есть «{correct}». Исправление "
        "становится рядом; прежний итог не меняется.",
        "报告被接受或轮次结束后，报告页面提供“{correct}”。更正与原版本并存，原结果不变。",
        "After acceptance, or after the round was closed, the page of the report has “{correct}”. The "
        "correction stands beside it; the account stays as it was.",
    ),
    "help.coordinator.join": (
        "Участвовать по желанию",
        "自愿参加措施",
        "Take part where interested",
    ),
    "help.coordinator.join.text": (
        "Если мера для заинтересованных государств, на её странице есть «{join}» с датой. Выйти можно "
        "так же; прежние отчёты остаются.",
        "如某项措施面向有意参加的国家，其页面有“{join}”，并须填写日期。退出方式相同，以往报告保留。",
        "Where a measure is for interested States, its page has “{join}” with a date. Leaving works "
        "the same way; earlier reports stay.",
    ),
    "help.coordinator.opinion": (
        "Мнение для занесения в доклад",
        "记录在案的意见",
        "An opinion for the record",
    ),
    "help.coordinator.opinion.text": (
        "Если вывод секретариата вас не устраивает, на странице меры нажмите «{opinion}». Мнение "
        "войдёт в доклад и никого не остановит.",
        "如不同意秘书处的结论，请在措施页面选择“{opinion}”。意见将载入报告，不妨碍任何程序。",
        "If you see a finding otherwise, follow “{opinion}” on the page of the measure. It goes into "
        "the report and stops nothing.",
    ),
    # who writes in a ministry
    "help.editor": (
        "Ведомство, готовящее отчёты",
        "起草报告的部门",
        "A ministry that writes reports",
    ),
    "help.editor.lede": (
        "Вы готовите тексты. Представляет их тот, кто вправе говорить от имени государства.",
        "您起草文字，由有权代表国家者提交。",
        "You write the texts. They are filed by somebody who may speak for the State.",
    ),
    "help.editor.owed": ("Найти свои меры", "找到本部门的措施", "Find your measures"),
    "help.editor.owed.text": (
        "«{owed}» показывает всё, по чему отчитывается государство. Номер меры тот же, что в документе.",
        "“{owed}”显示本国须报告的全部措施，编号与文件相同。",
        "“{owed}” shows all on which the State reports. A measure has the number that it has in the "
        "document.",
    ),
    "help.editor.write": ("Написать и сохранить", "撰写并保存", "Write and save"),
    "help.editor.write.text": (
        "«{save}» хранит текст как есть, даже неполный. Если его в это время изменил другой, вы "
        "увидите оба текста и соедините их сами.",
        "“{save}”原样保存，未写完也可保存。如他人同时作了修改，您将看到两份文字，由您合并。",
        "“{save}” keeps the text as it is, even when unfinished. If somebody changed it meanwhile you "
        "see both texts and join them yourself.",
    ),
    "help.editor.standing": ("Выбрать состояние", "选择执行状态", "Choose the standing"),
    "help.editor.standing.text": (
        "«{not_started}», «{cannot}» и «{not_participating}» — разные ответы. Пока ничего не "
        "представлено, сводный доклад говорит «{awaited}»: это не значит, что ничего не сделано.",
        "“{not_started}”、“{cannot}”和“{not_participating}”是不同的答复。未提交任何内容时，综合报告写“"
        "{awaited}”，并不表示没有开展工作。",
        "“{not_started}”, “{cannot}” and “{not_participating}” are different answers. As long as "
        "nothing is filed the consolidated report says “{awaited}”, which does not mean that nothing "
        "was done.",
    ),
    "help.editor.evidence": ("Приложить подтверждение", "附上证明材料", "Attach evidence"),
    "help.editor.evidence.text": (
        "Файл или ссылку можно показать всем, кто читает отчёт, или одному секретариату. У файла "
        "записывается контрольная сумма: его не подменить.",
        "文件或链接可供所有阅读报告者查看，或仅供秘书处查看。系统记录文件的校验值，文件无法被替换。",
        "A file or a link can be for all who read the report, or for the Secretariat alone. The digest "
        "of a file is recorded: it cannot be exchanged.",
    ),
    "help.editor.sheet": ("Заполнить таблицу", "填写表格", "Fill the sheet"),
    "help.editor.sheet.text": (
        "«{sheet}»: скачайте, заполните белые ячейки, загрузите и нажмите «{check}». Прежде чем "
        "что-либо изменится, вы увидите все изменения.",
        "“{sheet}”：下载后填写白色单元格，上传并选择“{check}”。在作出任何改动之前，您会看到全部变化。",
        "“{sheet}”: download it, fill the white cells, upload it and press “{check}”. Before anything "
        "changes you see all that would.",
    ),
    "help.editor.together": ("Что дальше", "后续步骤", "What follows"),
    "help.editor.together.text": (
        "Черновик видят все, кто действует за ваше государство. Координатор согласует его и "
        "представляет; после этого любое изменение — новая редакция.",
        "草稿对所有代表贵国行事者可见。由协调员核准并提交；此后的任何改动都是新版本。",
        "All who act for your State see the draft. The coordinator clears and files it; after that, "
        "any change is a new version.",
    ),
    # who administers mandates
    "help.administrator": ("Администратор полномочий", "授权管理员", "Administrator of mandates"),
    "help.administrator.lede": (
        "Вы решаете, кто и что может делать от имени вашего государства или органа.",
        "您决定何人可代表贵国或贵机构行事及其权限。",
        "You decide who may do what for your State or Body.",
    ),
    "help.administrator.enrol": ("Открыть учётную запись", "开立账户", "Open an account"),
    "help.administrator.enrol.text": (
        "«{account}», затем «{mandates}» и «{enrol}». Учётная запись — это должность, а не человек. "
        "Пароль передайте лично; владелец сменит его: «{password}».",
        "进入“{account}”，选择“{mandates}”，再选择“{enrol}”。账户代表职务，而非个人。密码请当面交付，由"
        "持有人通过“{password}”更改。",
        "“{account}”, then “{mandates}” and “{enrol}”. An account is an office, not a person. Hand the "
        "password over yourself; its holder changes it with “{password}”.",
    ),
    "help.administrator.grant": ("Предоставить полномочия", "授予权限", "Give a mandate"),
    "help.administrator.grant.text": (
        "Выберите должность из списка или отдельные права и, если нужно, последний день. У одного лица "
        "может быть несколько полномочий.",
        "从列表中选择职务或单项权限，必要时填写最后一日。同一官员可持有多项授权。",
        "Choose an office from the list or single powers, and a last day where there is one. One "
        "official may hold several mandates.",
    ),
    "help.administrator.withdraw": ("Отозвать", "撤销", "Withdraw"),
    "help.administrator.withdraw.text": (
        "Отзыв действует сразу. Последнего администратора отозвать нельзя.",
        "撤销立即生效。最后一名管理员的授权不能撤销。",
        "It takes effect at once. The last administrator cannot be withdrawn.",
    ),
    "help.administrator.limits": ("Чего сделать нельзя", "不能做的事", "What cannot be done"),
    "help.administrator.limits.text": (
        "Никто, включая секретариат, не предоставляет полномочий за другое государство. Каждое "
        "предоставление и каждый отзыв — действие, которое ваше государство видит в журнале.",
        "包括秘书处在内，任何人不得代他国授权。每次授予和撤销都是一项行为，贵国可在记录中查看。",
        "Nobody, the Secretariat included, gives a mandate for another State. Each grant and each "
        "withdrawal is an act that your State sees in the record.",
    ),
    # who reads
    "help.reader": ("Читатель", "查阅人员", "Reader"),
    "help.reader.lede": (
        "Открытое видно без входа. Остальное видят те, кому оно адресовано.",
        "公开内容无须登录即可查看。其他内容仅收件方可见。",
        "What is public is open without signing in. The rest is seen by those it is addressed to.",
    ),
    "help.reader.find": ("Найти", "查找", "Find"),
    "help.reader.find.text": (
        "Поиск понимает формы русских слов и китайский без пробелов. Найденное на одном языке показано "
        "и на других.",
        "搜索可识别俄文词形变化和不分词的中文。以一种语文找到的内容，也显示其他语文文本。",
        "Search knows the forms of Russian words and Chinese without blanks. What is found in one "
        "language is shown in the others as well.",
    ),
    "help.reader.plan": ("Читать план", "查看计划", "Read a plan"),
    "help.reader.plan.text": (
        "Меры стоят по главам, с их сроком и исполнителями. Отбор виден в адресе страницы: его можно "
        "переслать.",
        "措施按章节排列，附期限和责任单位。筛选条件保留在页面地址中，可转发。",
        "Measures stand by chapters, with term and responsible parties. What you choose to see stands "
        "in the address: you can send it on.",
    ),
    "help.reader.paper": ("Взять на бумаге", "获取纸质文本", "Take it on paper"),
    "help.reader.paper.text": (
        "Под таблицей мер есть файлы XLSX, CSV, DOCX и PDF с тем же отбором. Любую страницу можно и "
        "распечатать: меню на бумагу не попадут.",
        "措施表附有相同筛选条件的 XLSX、CSV、DOCX 和 PDF 文件。各页也可直接打印，菜单不会印出。",
        "At the table of measures there are files, XLSX, CSV, DOCX and PDF, with the same choice. Any "
        "page can be printed; menus stay off the paper.",
    ),
    "help.reader.calendar": ("Следить за сроками", "关注期限", "Follow due dates"),
    "help.reader.calendar.text": (
        "У календаря сроков есть адрес для вашей программы. Личный адрес в «{account}» не передавайте "
        "никому.",
        "期限日历提供可订阅的地址。“{account}”中的个人地址请勿转告他人。",
        "The calendar of due dates has an address for your own program. Do not pass on the personal "
        "one, which stands in “{account}”.",
    ),
    "help.reader.states": ("Кто есть кто", "各国与机构", "Who is who"),
    "help.reader.states.text": (
        "«{states}» показывает состав организации на любой день. Что не подтверждено, помечено.",
        "“{states}”显示任一日期本组织的构成。未经核实的内容均有标注。",
        "“{states}” shows the organisation as it stood on any day. What is not confirmed is marked.",
    ),
    # all
    "help.all.refused": ("Если действие отклонено", "行为被拒绝时", "When an act is refused"),
    "help.all.refused.text": (
        "Страница говорит, что мешает и что сделать. Написанное сохраняется на ней; наполовину не "
        "делается ничего.",
        "页面会说明原因和处理办法。您填写的内容保留在页面上；不会出现只完成一半的情况。",
        "The page says what stands in the way and what to do. What you typed stays on it; nothing is "
        "half done.",
    ),
    "help.all.history": ("Что было сделано", "已完成的行为", "What was done"),
    "help.all.history.text": (
        "Каждое действие оставляет строку с номером на странице, которой оно касается, и в разделе «"
        "{history}». Стереть её нельзя.",
        "每一项行为都在相关事项的历史和“{history}”中留下带编号的一行，不能删除。",
        "Every act leaves a line with a number on the page that it concerns and in “{history}”. It "
        "cannot be taken out.",
    ),
    "help.all.languages": ("Языки", "语文", "Languages"),
    "help.all.languages.text": (
        "Переключатель вверху оставляет вас на том же месте. Текст, которого на вашем языке нет, "
        "показан на другом и помечен.",
        "顶部的语文切换保持当前位置。没有您所选语文的文本时，显示其他语文并注明。",
        "The switch at the top keeps your place. A text that does not exist in your language is shown "
        "in another one and marked.",
    ),
}
