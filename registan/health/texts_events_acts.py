"""Sentences of acts, refusals and letters on emergencies."""

from __future__ import annotations

TEXTS_EVENTS_ACTS: dict[str, tuple[str, str, str]] = {
    "act.health.event.assessed": (
        "{actor}: событие {event} оценено по приложению 2 ММСП.",
        "{actor}：依《国际卫生条例》附件二评估事件{event}。",
        "{actor}: emergency {event} assessed by IHR Annex 2.",
    ),
    "act.health.event.reassessed": (
        "{actor}: событие {event} оценено снова, оценка № {version}.",
        "{actor}：重新评估事件{event}，第{version}次评估。",
        "{actor}: emergency {event} assessed again, assessment no. {version}.",
    ),
    "act.health.opinion.asked": (
        "{actor}: о событии {event} запрошено второе мнение, {party}.",
        "{actor}：就事件{event}征询{party}的第二意见。",
        "{actor}: second opinion on emergency {event} asked of {party}.",
    ),
    "act.health.opinion.given": (
        "{actor}: дано второе мнение о событии {event}.",
        "{actor}：就事件{event}提供第二意见。",
        "{actor}: second opinion given on emergency {event}.",
    ),
    "act.health.event.notified": (
        "{actor}: уведомление о событии {event}.",
        "{actor}：通报事件{event}。",
        "{actor}: emergency {event} notified.",
    ),
    "act.health.event.updated": (
        "{actor}: дополнение о событии {event}, № {n}.",
        "{actor}：续报事件{event}，第{n}号。",
        "{actor}: update on emergency {event}, no. {n}.",
    ),
    "act.health.verification.asked": (
        "{actor}: запрошена проверка события {event}, № {n}.",
        "{actor}：请求核实事件{event}，第{n}号。",
        "{actor}: verification of emergency {event} asked for, no. {n}.",
    ),
    "act.health.verification.answered": (
        "{actor}: дан ответ на запрос № {question} о событии {event}.",
        "{actor}：答复关于事件{event}的第{question}号请求。",
        "{actor}: request no. {question} on emergency {event} answered.",
    ),
    "act.health.event.closed": (
        "{actor}: событие {event} завершено.",
        "{actor}：事件{event}结束。",
        "{actor}: emergency {event} closed.",
    ),
    "act.health.notice.received": (
        "{party}: всё о событии {event} до № {through} получено и прочитано.",
        "{party}：已收讫并阅读事件{event}截至第{through}号的全部通报。",
        "{party}: everything on emergency {event} up to no. {through} received and read.",
    ),
    "refusal.events_by_states": (
        "Событие оценивает и о нём уведомляет только государство.",
        "只有国家可以评估和通报事件。",
        "Only a State assesses an emergency and notifies of it.",
    ),
    "refusal.notice_rules_missing": (
        "В профиле организации нет правил уведомления. Добавьте файл ihr.toml и загрузите профиль снова.",
        "组织档案中没有通报规则。请添加 ihr.toml 文件并重新载入档案。",
        "The profile of the organisation has no rules of notification. Add the file ihr.toml and load "
        "the profile again.",
    ),
    "refusal.event_closed": (
        "Событие завершено. Если оно началось снова, оцените новое.",
        "事件已结束。如再次发生，请评估新事件。",
        "The emergency is closed. If it began again, assess a new one.",
    ),
    "refusal.event_notified_already": (
        "Об этом событии уже уведомлено. Отправьте дополнение.",
        "该事件已通报。请发送续报。",
        "This emergency is notified already. Send an update.",
    ),
    "refusal.event_not_notified": (
        "Об этом событии ещё не уведомлено. Сначала уведомите о нём.",
        "该事件尚未通报。请先通报。",
        "This emergency is not notified yet. Notify it first.",
    ),
    "refusal.opinion_of_whom": (
        "Второе мнение даёт другое государство или Секретариат.",
        "第二意见由另一国家或秘书处提供。",
        "A second opinion is given by another State or the Secretariat.",
    ),
    "refusal.no_focal_point": (
        "Там нет должностного лица, которое отвечает за чрезвычайные события. Спросите другого.",
        "对方没有负责突发事件的官员。请征询其他方。",
        "Nobody there acts in emergencies. Ask somebody else.",
    ),
    "refusal.opinion_asked_already": (
        "Об этой оценке там уже спрошено.",
        "已就本次评估征询该方。",
        "They are asked about this assessment already.",
    ),
    "refusal.opinion_of_another": (
        "Этого мнения просят не у вас.",
        "该意见并非征询贵方。",
        "This opinion is not asked of you.",
    ),
    "refusal.opinion_given_already": (
        "Мнение уже дано.",
        "意见已提供。",
        "The opinion is given already.",
    ),
    "refusal.verdict_missing": (
        "Скажите, уведомили бы вы.",
        "请说明贵方是否会通报。",
        "Say whether you would notify.",
    ),
    "refusal.words_missing": (
        "Напишите текст хотя бы на одном языке.",
        "请至少以一种语文填写。",
        "Write it in one language at least.",
    ),
    "refusal.contact_in_text": (
        "«{contact}» похоже на адрес или телефон человека. Уберите: здесь пишут о событии, не о людях.",
        "“{contact}”似为个人邮箱或电话。请删除：此处只写事件，不写个人。",
        "“{contact}” looks like a person's address or telephone. Take it out: this is about the emergency, "
        "not about people.",
    ),
    "refusal.answer_missing": (
        "Ответьте: да, нет или пока неизвестно.",
        "请回答：是、否或尚不清楚。",
        "Answer yes, no or not known yet.",
    ),
    "refusal.answer_reason_missing": (
        "Напишите, почему. Довод нужен тем, кто будет решать.",
        "请说明理由。决策者需要了解理由。",
        "Write why. Whoever decides needs the reason.",
    ),
    "refusal.hazard_missing": (
        "Назовите болезнь или опасность.",
        "请填写疾病或危害名称。",
        "Name the disease or hazard.",
    ),
    "refusal.area_unknown": (
        "Код региона начинается с {state}-, например {state}-75.",
        "行政区代码应以 {state}- 开头，例如 {state}-75。",
        "The code of an area begins with {state}-, for example {state}-75.",
    ),
    "refusal.aware_ahead": (
        "Это время ещё не наступило.",
        "该时间尚未到来。",
        "That time is still to come.",
    ),
    "refusal.began_after_known": (
        "Первый случай не может быть позже дня, когда о событии узнали.",
        "首例日期不能晚于获知日期。",
        "The first case cannot be later than the day it became known.",
    ),
    "refusal.ihr_copy_missing": (
        "Отметьте, как обстоит с копией ВОЗ.",
        "请注明抄送世卫组织的情况。",
        "Mark how it stands with the copy to WHO.",
    ),
    "refusal.addressees_missing": (
        "Выберите хотя бы одно государство.",
        "请至少选择一个国家。",
        "Choose one State at least.",
    ),
    "refusal.addressee_unknown": (
        "Это не государства-члены: {parties}.",
        "以下不是成员国：{parties}。",
        "These are no Member States: {parties}.",
    ),
    "refusal.not_an_addressee": (
        "Проверку запрашивают адресаты и Секретариат.",
        "核实请求由收件方和秘书处提出。",
        "Addressees and the Secretariat ask for verification.",
    ),
    "refusal.question_unknown": (
        "Выберите запрос, на который отвечаете.",
        "请选择所答复的请求。",
        "Choose the request that you answer.",
    ),
    "refusal.question_answered": (
        "На этот запрос уже отвечено. Отправьте дополнение.",
        "该请求已答复。请发送续报。",
        "This request is answered already. Send an update.",
    ),
    "refusal.nothing_to_confirm": (
        "Подтверждать нечего: всё уже подтверждено.",
        "没有需要确认的内容：均已确认。",
        "Nothing to confirm: all of it is confirmed.",
    ),
    "letter.health.notice.name": (
        "Уведомления о чрезвычайных событиях",
        "突发事件通报",
        "Notices on emergencies",
    ),
    "letter.health.notice.subject": (
        "Чрезвычайное событие: {state}. Подтвердите получение",
        "突发事件：{state}。请确认收讫",
        "Emergency: {state}. Please confirm receipt",
    ),
    "letter.health.notice.body": (
        "{state}: новое сообщение о чрезвычайном событии. Прочтите его и подтвердите получение.",
        "{state}：有关突发事件的新通报。请阅读并确认收讫。",
        "{state}: there is news of an emergency. Please read it and confirm receipt.",
    ),
    "letter.health.exercise.name": ("Уведомления на учениях", "演练通报", "Notices in exercises"),
    "letter.health.exercise.subject": (
        "УЧЕНИЕ: {state}. Подтвердите получение",
        "演练：{state}。请确认收讫",
        "EXERCISE: {state}. Please confirm receipt",
    ),
    "letter.health.exercise.body": (
        "УЧЕНИЕ. {state}: новое сообщение на учении, события на самом деле нет. Прочтите его и "
        "подтвердите получение.",
        "演练。{state}：演练中的新通报，并无真实事件。请阅读并确认收讫。",
        "EXERCISE. {state}: news in an exercise; nothing has really happened. Please read it and "
        "confirm receipt.",
    ),
    "letter.health.reminder.name": ("Напоминания о получении", "收讫提醒", "Reminders of receipt"),
    "letter.health.reminder.subject": (
        "Ожидается подтверждение: {state}",
        "待确认收讫：{state}",
        "Receipt awaited: {state}",
    ),
    "letter.health.reminder.body": (
        "Сообщение ({state}) лежит у вас без подтверждения с {since}. Прочтите его и подтвердите "
        "получение.",
        "来自{state}的通报自{since}起尚未确认收讫。请阅读并确认。",
        "A notice ({state}) has waited for your receipt since {since}. Please read and confirm it.",
    ),
    "letter.health.silence.name": (
        "О молчании своего координатора по чрезвычайным событиям",
        "本国联络点未回应",
        "Silence of one's own focal point",
    ),
    "letter.health.silence.subject": (
        "Ваше государство ещё не подтвердило получение: {state}",
        "贵国尚未确认收讫：{state}",
        "Your State has not confirmed receipt yet: {state}",
    ),
    "letter.health.silence.body": (
        "Сообщение о чрезвычайном событии ({state}) ждёт подтверждения вашего государства с "
        "{since}. Об этом "
        "напоминали координатору по чрезвычайным событиям. Теперь пишем вам: проверьте, кто на связи.",
        "来自{state}的突发事件通报自{since}起等待贵国确认。已提醒联络点，现函告贵方：请核查值守情况。",
        "A notice on an emergency ({state}) has waited for your State's receipt since {since}. "
        "The focal point was "
        "reminded. We now write to you: please see who is on duty.",
    ),
    "letter.health.opinion.name": (
        "Просьбы о втором мнении",
        "第二意见请求",
        "Requests for a second opinion",
    ),
    "letter.health.opinion.subject": (
        "{state} просит второго мнения",
        "{state}请求提供第二意见",
        "{state} asks for a second opinion",
    ),
    "letter.health.opinion.body": (
        "{state}: просьба оценить событие. Вопрос и ответ видят только двое.",
        "{state}：请就一起事件提供意见。问答仅双方可见。",
        "{state} asks what you make of an emergency. The two of you alone see question and answer.",
    ),
    "events.exercise.of": ("{state}, УЧЕНИЕ", "{state}（演练）", "{state}, EXERCISE"),
}
