"""Sentences of scenarios: acts, refusals, standing, pages."""

from __future__ import annotations

TEXTS_SCENARIOS: dict[str, tuple[str, str, str]] = {
    "scenarios": ("Сценарии", "情景", "Scenarios"),
    "scenarios.lede": (
        "Что изменили бы совместные действия при вспышке. Это не прогноз: каждое число следует из "
        "допущений, и все "
        "они напечатаны рядом с результатом.",
        "疫情暴发时，联合行动会带来什么变化。这不是预测：每个数字都出自假设，全部假设与结果一并列出。",
        "What joint action would change in an outbreak. It is no forecast: every figure follows "
        "from assumptions, and "
        "all of them are printed with the result.",
    ),
    "scenarios.none": (
        "Сценариев ещё нет.",
        "目前尚无情景。",
        "There are no scenarios yet.",
    ),
    "scenarios.illustrative": (
        "пример: допущения условные",
        "示例：假设为虚拟",
        "illustrative: the assumptions are an example",
    ),
    "scenario": ("Сценарий", "情景", "Scenario"),
    "scenario.new": ("Заказать сценарий", "委托计算情景", "Commission a scenario"),
    "scenario.new.lede": (
        "Поля заполнены допущениями для начала: замените их своими. До записи всё будет показано целиком.",
        "各栏已填入初始假设，请改为贵方的假设。记录之前将完整显示全部内容。",
        "The fields hold assumptions to begin with: put yours in their place. All is shown in full "
        "before it is "
        "recorded.",
    ),
    "scenario.commission": ("Заказать", "委托", "Commission it"),
    "scenario.commissioned": (
        "Заказано. Расчёт идёт в фоне; страницу можно закрыть.",
        "已委托。计算在后台进行，可以关闭本页。",
        "Commissioned. It is computed in the background; you may leave the page.",
    ),
    "scenario.again": (
        "Изменить допущения и заказать снова",
        "修改假设后重新委托",
        "Change the assumptions and commission it again",
    ),
    "scenario.by": ("Заказчик", "委托方", "Commissioned by"),
    "scenario.cancel": ("Отменить расчёт", "取消计算", "Cancel the computing"),
    "scenario.cancelled": ("Расчёт отменён.", "计算已取消。", "The computing is cancelled."),
    "scenario.look_again": ("Посмотреть ещё раз", "刷新", "Look again"),
    "scenario.progress": ("Ход расчёта", "计算进度", "Progress"),
    "scenario.done_share": (
        "рассчитано {percent} % из {n} прогонов",
        "已完成{n}次模拟的{percent}%",
        "{percent} % of {n} runs computed",
    ),
    "scenario.standing": ("Состояние", "状态", "Standing"),
    "scenario.standing.waiting": ("ждёт очереди", "等待计算", "waiting its turn"),
    "scenario.standing.running": ("рассчитывается", "计算中", "being computed"),
    "scenario.standing.done": ("рассчитан", "已完成", "computed"),
    "scenario.standing.cancelled": ("отменён", "已取消", "cancelled"),
    "scenario.standing.given_up": ("не рассчитан", "未能完成", "not computed"),
    "scenario.given_up": (
        "Расчёт занял больше времени, чем позволяет эта машина. Закажите меньше прогонов, дней или "
        "государств.",
        "计算时间超出本机限制。请减少模拟次数、天数或国家数后重新委托。",
        "It took longer than this machine allows. Commission fewer runs, days or States.",
    ),
    "scenario.title": ("Сценарий № {n}: {name}", "第{n}号情景：{name}", "Scenario {n}: {name}"),
    "scenario.model": ("Модель", "模型", "Model"),
    "scenario.digest": ("Дайджест допущений", "假设摘要", "Digest of the assumptions"),
    "scenario.result_digest": ("Дайджест результата", "结果摘要", "Digest of the result"),
    "scenario.same": (
        "Те же допущения и то же число для случайности дают тот же результат на любой машине.",
        "相同的假设和随机数种子在任何机器上都得出相同的结果。",
        "The same assumptions and the same seed give the same result on any machine.",
    ),
    "act.health.scenario.commissioned": (
        "{actor}: заказан сценарий № {scenario}.",
        "{actor}：委托计算第{scenario}号情景。",
        "{actor}: scenario {scenario} commissioned.",
    ),
    "act.health.scenario.cancelled": (
        "{actor}: расчёт сценария № {scenario} отменён.",
        "{actor}：取消第{scenario}号情景的计算。",
        "{actor}: the computing of scenario {scenario} cancelled.",
    ),
    "act.health.scenario.computed": (
        "Модель рассчитала сценарий № {scenario}, прогонов: {runs}.",
        "模型完成第{scenario}号情景的计算，共{runs}次模拟。",
        "The model computed scenario {scenario} in {runs} runs.",
    ),
    "act.health.scenario.given_up": (
        "Модель не рассчитала сценарий № {scenario}: вышло время.",
        "模型未能完成第{scenario}号情景：超出时限。",
        "The model did not compute scenario {scenario}: its time was up.",
    ),
    "refusal.scenario_runs": (
        "Заказано прогонов: {n}. Рассчитываются от {least} до {most}: больше не меняет медиану "
        "заметно, а ждать "
        "приходится в разы дольше.",
        "要求模拟{n}次。可计算{least}至{most}次：次数再多，中位数几乎不变，等待时间却成倍增加。",
        "{n} runs are asked for. From {least} to {most} are computed: more would hardly move a "
        "median and take many "
        "times as long.",
    ),
    "refusal.assumption_out_of_range": (
        "Рассчитываются значения от {low} до {high}.",
        "可计算的数值为{low}至{high}。",
        "Values from {low} to {high} are computed.",
    ),
    "refusal.scenario_r0_or_transmission": (
        "Укажите одно из двух: R0 или вероятность передачи при контакте.",
        "请填写其一：R0 或每次接触的传播概率。",
        "Give one of the two: R0, or the transmission per contact.",
    ),
    "refusal.scenario_age_shares": (
        "Доли возрастов должны давать в сумме 100 %.",
        "各年龄组比例之和须为100%。",
        "The shares of the ages must add up to 100 %.",
    ),
    "refusal.scenario_no_contacts": (
        "Хотя бы один контакт должен быть больше нуля.",
        "至少有一项接触数须大于零。",
        "At least one number of contacts must be above zero.",
    ),
    "refusal.scenario_states": (
        "Выберите от 2 до {most} государств.",
        "请选择2至{most}个国家。",
        "Choose from 2 to {most} States.",
    ),
    "refusal.scenario_source_missing": (
        "Назовите источник и год этого числа.",
        "请注明该数字的来源和年份。",
        "Name the source and year of this figure.",
    ),
    "refusal.scenario_first_too_many": (
        "Заразных в первый день больше, чем жителей от 15 до 64 лет.",
        "首日传染者多于15至64岁人口。",
        "More are infectious on the first day than there are people from 15 to 64.",
    ),
    "refusal.scenario_nobody_infectious": (
        "В первый день хотя бы в одном государстве кто-то должен быть заразен.",
        "首日至少须有一国存在传染者。",
        "Somebody must be infectious on the first day, in one State at least.",
    ),
    "refusal.scenario_routes": (
        "Выберите, как делятся зарубежные контакты.",
        "请选择境外接触的分配方式。",
        "Choose how contacts abroad are divided.",
    ),
    "refusal.scenario_link_unknown": (
        "Пара «{pair}» не состоит из двух разных государств сценария.",
        "“{pair}”不是本情景中两个不同的国家。",
        "The pair “{pair}” is not two different States of the scenario.",
    ),
    "refusal.scenario_over": (
        "Этот сценарий уже рассчитан или отменён.",
        "该情景已计算完毕或已取消。",
        "This scenario is computed or cancelled already.",
    ),
    "refusal.scenario_of_another": (
        "Отменить расчёт может заказчик или секретариат.",
        "只有委托方或秘书处可以取消计算。",
        "Whoever commissioned it, or the Secretariat, can cancel it.",
    ),
    "refusal.scenario_by_model": (
        "Результат записывает только модель.",
        "结果只能由模型记录。",
        "The model alone records a result.",
    ),
}
