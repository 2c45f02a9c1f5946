"""The nightly letter on signals. Its subject says nothing that another State may not know."""

from __future__ import annotations

TEXTS_SIGNAL_LETTERS: dict[str, tuple[str, str, str]] = {
    "job.health.tell_officials": (
        "Письма государствам об их сигналах",
        "致函各国告知其信号",
        "Letters to States on their own signals",
    ),
    "letter.health.signals.name": (
        "Сигналы своего государства",
        "本国信号",
        "Signals of one's own State",
    ),
    "letter.health.signals.subject": (
        "Сигналы ждут ответа вашего государства",
        "有信号等待贵国答复",
        "Signals await your State's answer",
    ),
    "letter.health.signals.body": (
        "Недели с числом случаев выше ожидаемого в данных вашего государства. Новых с прошлого письма: "
        "{new}. Всего ждут ответа: {waiting}, из них дольше 48 часов: {overdue}.\n\n"
        "Подтвердите, объясните или отклоните каждый. Другим государствам ничего не сообщается, пока вы "
        "не подтвердите.",
        "贵国数据中有若干周的病例数高于预期。上次来函之后新增：{new}。等待答复共{waiting}个，其中超过48小时的：{overdue}。"
        "\n\n请逐一确认、说明或排除。在贵国确认之前，不会告知其他国家。",
        "Weeks in your State's data have more cases than expected. New since the last letter: {new}. "
        "Awaiting an answer in all: {waiting}, of which for more than 48 hours: {overdue}.\n\n"
        "Please confirm, explain or dismiss each. Other States are told nothing until you confirm.",
    ),
}
