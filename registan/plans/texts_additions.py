"""Sentences of measures added to a plan in force."""

from __future__ import annotations

TEXTS_ADDITIONS: dict[str, tuple[str, str, str]] = {
    "act.plans.measure.added": (
        "{actor}: в план «{plan}» добавлена собственная мера {measure}.",
        "{actor}：在计划“{plan}”中增加本国措施{measure}。",
        "{actor}: own measure {measure} added to plan “{plan}”.",
    ),
    "act.plans.measure.decided": (
        "{actor}: в план «{plan}» по решению внесена мера {measure}, {body}.",
        "{actor}：依{body}的决定在计划“{plan}”中录入措施{measure}。",
        "{actor}: measure {measure} entered in plan “{plan}” by decision, {body}.",
    ),
    "plans.add": ("Добавить меру", "增加措施", "Add the measure"),
    "plans.add.own": (
        "Добавить меру своего государства",
        "增加本国措施",
        "Add a measure of one's own",
    ),
    "plans.add.own.lede": (
        "За эту меру отвечает только ваше государство. Она стоит отдельно от принятого текста и никого "
        "больше не обязывает.",
        "该措施仅由贵国负责，与已通过的文本分列，对其他国家不产生义务。",
        "Your State alone answers for this measure. It stands apart from the adopted text and binds nobody "
        "else.",
    ),
    "plans.add.decided": (
        "Внести меру по решению",
        "依决定录入措施",
        "Enter a measure that was decided",
    ),
    "plans.add.decided.lede": (
        "План дополняет тот орган, который его принял. Здесь записывается его решение.",
        "计划由通过该计划的机构补充。此处记录其决定。",
        "The Body that adopted the plan adds to it. Its decision is recorded here.",
    ),
    "plans.add.done": (
        "Мера добавлена в план.",
        "措施已列入计划。",
        "The measure is in the plan.",
    ),
    "plans.add.from": ("Из чего возникла", "来源", "Comes from"),
    "plans.add.text.hint": (
        "На каждом языке плана.",
        "须以计划的每种语文填写。",
        "In every language of the plan.",
    ),
    "plans.add.starts_on": (
        "Начало, если не сегодня",
        "开始日期（如非今日）",
        "Begins on, if not today",
    ),
    "plans.add.ends_on": ("Срок исполнения", "完成期限", "To be done by"),
    "plans.add.office": ("Исполняющее ведомство", "执行部门", "Office that carries it out"),
    "plans.add.office.hint": (
        "Ведомство или служба, не человек.",
        "填写部门或机构，不填写个人。",
        "An office or agency, no person.",
    ),
    "plans.add.body": ("Какой орган решил", "作出决定的机构", "Body that decided"),
    "plans.add.decided_on": ("День решения", "决定日期", "Day of the decision"),
    "plans.add.citation": ("Решение", "决定", "Decision"),
    "plans.add.citation.hint": (
        "Название и номер, как в протоколе.",
        "按纪要填写名称和编号。",
        "Title and number as in the protocol.",
    ),
    "plans.add.named": ("названные ниже", "下列各方", "those named below"),
    "plans.added": ("Добавлена после принятия", "通过后增列", "Added after adoption"),
    "plans.added.own": (
        "собственная мера государства ({state}), не часть принятого текста",
        "{state}的本国措施，不属于已通过的文本",
        "own measure of {state}, no part of the adopted text",
    ),
    "plans.added.decided": ("по решению, {body}", "依{body}的决定", "by decision, {body}"),
    "plans.later_chapter": (
        "Собственные меры государств, добавленные после принятия",
        "通过后各国自行增列的措施",
        "States' own measures, added after adoption",
    ),
    "plans.office_of": ("{state} ({office})", "{state}（{office}）", "{state} ({office})"),
    "refusal.plan_not_in_force": (
        "План сейчас не действует: он ещё не принят или его период окончен. Выберите действующий план.",
        "该计划目前未生效：尚未通过或已期满。请选择有效的计划。",
        "The plan is not in force now: it is not adopted yet, or its period is over. Choose one in force.",
    ),
    "refusal.measure_text_missing": (
        "Впишите текст меры на каждом языке плана; не хватает: {lang}.",
        "请以计划的每种语文填写措施文本；缺少：{lang}。",
        "Write the measure in every language of the plan; missing: {lang}.",
    ),
    "refusal.decided_by_another_body": (
        "Этот план принял другой орган. Дополнить его может только тот, кто его принял.",
        "该计划由其他机构通过。只有通过该计划的机构才能补充。",
        "Another Body adopted this plan. Only the one that adopted it can add to it.",
    ),
    "refusal.decided_ahead": (
        "День решения ещё не настал. Проверьте дату.",
        "决定日期尚未到来。请核对日期。",
        "The day of the decision is yet to come. Check the date.",
    ),
    "refusal.decided_before_adoption": (
        "Решение старше самого плана. Проверьте дату.",
        "决定日期早于计划通过日期。请核对日期。",
        "The decision is older than the plan. Check the date.",
    ),
    "refusal.citation_missing": (
        "Назовите решение: без него мера за нескольких не вносится.",
        "请写明所依据的决定；没有决定不得录入涉及多方的措施。",
        "Cite the decision: a measure for several is not entered without one.",
    ),
    "refusal.nobody_answers": (
        "Укажите, кто отвечает за меру.",
        "请指明由谁负责该措施。",
        "Say who answers for the measure.",
    ),
    "refusal.number_of_a_state": (
        "Так нумеруются собственные меры государств: {number}. Дайте другой номер.",
        "{number}为各国自行增列措施的编号形式。请另编号码。",
        "States' own measures are numbered like {number}. Give another number.",
    ),
    "refusal.origin_unknown": (
        "Из этого меру сделать нельзя: запись не вашего государства или это не препятствие.",
        "不能由此产生措施：该记录不属于贵国，或不是障碍。",
        "No measure can be made of this: the record is not of your State, or it is no bottleneck.",
    ),
    "refusal.origin_used": (
        "Из этой записи мера уже сделана. Она названа на странице записи.",
        "该记录已转为措施，见该记录页面。",
        "A measure was already made of this record. The page of the record names it.",
    ),
}
