"""Sentences of work after the commit: letters, reasons, refusals."""

from __future__ import annotations

TEXTS: dict[str, tuple[str, str, str]] = {
    "job.jobs.send_letters": ("Отправка писем", "发送信函", "Send letters"),
    "job.jobs.send_digests": (
        "Подготовка ежедневных сводок писем",
        "编发每日信函汇总",
        "Prepare the daily digests",
    ),
    "job.jobs.clear_out": (
        "Удаление устаревших служебных записей",
        "清理过期的系统记录",
        "Clear out old records of the machine",
    ),
    "jobs.work.begun": (
        "Процесс заданий работает. Остановка: Ctrl-C.",
        "任务进程已启动。按 Ctrl-C 停止。",
        "The worker is at work. Stop it with Ctrl-C.",
    ),
    "jobs.work.ended": (
        "Процесс заданий остановлен. Выполнено {n} {n|задание|задания|заданий}.",
        "任务进程已停止，共执行{n}项任务。",
        "The worker has stopped. It ran {n} {n|job|jobs}.",
    ),
    "jobs.work.no_tables": (
        "В базе данных ещё нет таблиц. Выполните: make run (или python manage.py migrate).",
        "数据库中尚无数据表。请运行：make run（或 python manage.py migrate）。",
        "The database has no tables yet. Run: make run (or python manage.py migrate).",
    ),
    "jobs.reason.raised": (
        "При выполнении произошла ошибка.",
        "执行时发生错误。",
        "An error occurred while the job was running.",
    ),
    "jobs.reason.refused": (
        "Правила не допускают этого действия.",
        "规则不允许该行为。",
        "The rules do not allow what the job was to do.",
    ),
    "jobs.reason.worker_lost": (
        "Исполнявший процесс был прерван.",
        "执行进程中断。",
        "The worker process was cut off.",
    ),
    "letters.status.waiting": ("Ждёт отправки", "等待发送", "Waiting"),
    "letters.status.sent": ("Отправлено", "已发送", "Sent"),
    "letters.status.failed": ("Не отправлено", "未能发送", "Not sent"),
    "letters.status.in_digest": ("Вошло в сводку", "已汇入每日汇总", "In the digest"),
    "letters.status.declined": (
        "Адресат отказался от писем этого вида",
        "收件人已退订此类信函",
        "Declined by the reader",
    ),
    "letters.status.kept": (
        "Хранится здесь: отправка писем отключена",
        "仅存于本系统：信函发送已停用",
        "Kept here: this installation sends no letters",
    ),
    "letters.wish.at_once": ("Сразу", "立即发送", "At once"),
    "letters.wish.daily": ("В ежедневной сводке", "汇入每日汇总", "In the daily digest"),
    "letters.wish.not_at_all": ("Не присылать", "不接收", "Not at all"),
    "letters.reason.no_address": (
        "У должностного лица нет действительного адреса электронной почты.",
        "该官员没有有效的电子邮件地址。",
        "The Official has no valid e-mail address.",
    ),
    "letters.reason.server_away": (
        "Почтовый сервер не отвечает; отправка будет повторена.",
        "邮件服务器没有响应，稍后将重新发送。",
        "The mail server does not answer; sending will be tried again.",
    ),
    "letters.reason.not_accepted": (
        "Почтовый сервер не принял письмо.",
        "邮件服务器未接受该信函。",
        "The mail server did not accept the letter.",
    ),
    "letters.reason.interrupted": (
        "Отправка была прервана.",
        "发送过程中断。",
        "Sending was interrupted.",
    ),
    "letter.footer": (
        "Письмо отправлено автоматически, отвечать на него не нужно.\n"
        "Какие письма вам приходят, можно выбрать здесь: {settings}",
        "本信函由系统自动发送，请勿回复。\n可在此选择接收哪些信函：{settings}",
        "This letter was sent automatically; please do not reply to it.\n"
        "Choose which letters you receive: {settings}",
    ),
    "letter.jobs.digest.name": ("Ежедневная сводка", "每日汇总", "Daily digest"),
    "letter.jobs.digest.subject": (
        "Сводка за день: {n} {n|сообщение|сообщения|сообщений}",
        "每日汇总：{n}条通知",
        "Daily digest: {n} {n|notice|notices}",
    ),
    "letter.jobs.digest.body": (
        "Для вас {n|поступило|поступили|поступили} {n} {n|сообщение|сообщения|сообщений}:",
        "您有{n}条通知：",
        "There {n|is|are} {n} {n|notice|notices} for you:",
    ),
    "refusal.job_not_failed": (
        "Повторить можно только задание, которое не удалось. Это задание уже ждёт, выполняется "
        "или завершено. Обновите страницу.",
        "只能重新执行失败的任务。该任务正在等待、执行中或已完成。请刷新页面。",
        "Only a failed job can be run again. This one is waiting, running or done by now. Reload the "
        "page.",
    ),
    "refusal.letter_without_address": (
        "У должностного лица {username} нет действительного адреса электронной почты. Администратор "
        "государства или органа указывает адрес в учётной записи; затем отправьте письмо ещё раз.",
        "官员{username}没有有效的电子邮件地址。请由所属国家或机构的管理员在账户中填写地址，然后重新发送。",
        "The Official {username} has no valid e-mail address. The administrator of the State or Body "
        "enters one in the account; then send the letter again.",
    ),
    "refusal.letter_choice_unknown": (
        "Выберите один из предложенных способов получения писем.",
        "请从所列方式中选择一种接收方式。",
        "Choose one of the ways of receiving letters that are offered.",
    ),
    "refusal.letter_obligatory": (
        "От писем этого вида отказаться нельзя. Выберите «сразу» или «в ежедневной сводке».",
        "此类信函不能退订。请选择“立即发送”或“汇入每日汇总”。",
        "Letters of this kind cannot be declined. Choose “at once” or “in the daily digest”.",
    ),
    "refusal.computing_cancelled": (
        "Расчёт остановлен по требованию. Ничего не записано.",
        "计算已应要求停止，未记录任何内容。",
        "The computation was stopped as asked. Nothing was recorded.",
    ),
    "refusal.computing_too_long": (
        "Расчёт не завершился за {seconds} с и остановлен. Уменьшите задачу и повторите.",
        "计算未能在{seconds}秒内完成，已停止。请缩小规模后重试。",
        "The computation did not end within {seconds} s and was stopped. Make it smaller and repeat.",
    ),
}
