"""Papers for every kind of audience, each with a marker that must reach nobody else.

`MARKERS` maps a marker to the readers who may see it. Everything is made through acts.
"""

from __future__ import annotations

from dataclasses import dataclass, field
from datetime import timedelta
from pathlib import Path
from tempfile import TemporaryDirectory
from typing import TYPE_CHECKING

from django.conf import settings
from django.utils import timezone

from registan.health.acts.alerts import confirm_signal, dismiss_signal, explain_signal
from registan.health.acts.calls import assess_proposal
from registan.health.acts.conditions import define_condition, state_definition
from registan.health.acts.counts import receive_counts, submit_counts
from registan.health.acts.events import Happening, ask_opinion, assess_event
from registan.health.acts.experience import answer_question
from registan.health.acts.materials import ask_exchange
from registan.health.acts.notices import ask_verification, notify_event
from registan.health.acts.scenarios import commission_scenario
from registan.health.intake import Choices, settle
from registan.health.tests.emergencies import answers
from registan.health.tests.finding import in_force, propose, raised
from registan.health.tests.helping import item
from registan.health.tests.pledging import entered, exercise, lot, pledge
from registan.health.tests.researching import call, material, put_forward, validate
from registan.health.tests.researching import enter as enter_research
from registan.health.tests.test_experience import ask, enter
from registan.health.tests.test_scenarios import SMALL
from registan.health.tests.timing import ago, bottleneck, dated, day, days
from registan.jobs.outbox import post
from registan.kernel.counts.read import read_counts
from registan.ledger import audience as who
from registan.ledger.log_keys import generations
from registan.ledger.models import Leaf, Stream
from registan.ledger.sequencer import integrate_all
from registan.ledger.signer import Signer
from registan.parties.acts import withdraw_mandate
from registan.plans.acts.findings import record_finding, record_opinion
from registan.plans.acts.imports import receive_table
from registan.plans.acts.measures import define_indicator, link_obligations, supersede_measure
from registan.plans.acts.plans import bring_in_plan, set_obligations
from registan.plans.acts.reports import (
    attach_file,
    clear_report,
    file_report,
    return_report,
    save_draft,
)
from registan.plans.acts.rounds import open_round
from registan.plans.acts.sheets import receive_sheet
from registan.plans.content import LinkOut, ReportContent
from registan.plans.draft import AssignmentDraft, MeasureDraft, PlanDraft, VersionText
from registan.plans.models import Evidence, Measure, Obligation, Round
from tests.cast import Cast, enrol, signed_in

if TYPE_CHECKING:
    from registan.health.models import Event
    from registan.parties.models import Mandate
    from registan.plans.models import Plan

PUBLIC = "public"
KZ = {"kz-filer", "kz-clearer", "kz-administrator"}
STATES = {"cn-filer", "in-filer"}
BODIES = {"secretariat", "rats"}
MEMBERS = KZ | STATES | BODIES
PARTNERS = MEMBERS | {"mn-reader"}
# Signed in, and entitled to no more than the public.
STRANGERS = {"kz-expired", "kz-withdrawn", "guest-reader"}
ENTITLED = PARTNERS | STRANGERS
# Who walks: one of each kind. The others see what a colleague here sees.
READERS = (PUBLIC, *sorted(ENTITLED - {"kz-clearer", "kz-withdrawn", "in-filer", "rats"}))

# word of the audience -> the audience, who reads it
AUDIENCES: dict[str, tuple[str, set[str]]] = {
    "open": (who.PUBLIC, {PUBLIC, *ENTITLED}),
    "members": (who.MEMBERS, MEMBERS),
    "partners": (who.PARTNERS, PARTNERS),
    "named": (who.states(["CN", "IN"]), STATES),
    "body": (who.body("RATS_EC"), {"rats"}),
}
LANGS = ("ru", "zh", "en")


@dataclass
class Papers:
    """What the walk asks for: tokens and numbers of things, by word."""

    markers: dict[str, set[str]] = field(default_factory=dict)
    evidence: dict[str, int] = field(default_factory=dict)
    trays: dict[str, str] = field(default_factory=dict)
    sheets: dict[str, str] = field(default_factory=dict)
    mandates: dict[str, int] = field(default_factory=dict)
    submissions: list[str] = field(default_factory=list)
    counts: str = ""
    scenarios: list[str] = field(default_factory=list)
    signals: list[str] = field(default_factory=list)
    experiences: list[str] = field(default_factory=list)
    questions: list[str] = field(default_factory=list)
    events: list[str] = field(default_factory=list)
    bottlenecks: list[str] = field(default_factory=list)
    research: list[str] = field(default_factory=list)
    materials: list[str] = field(default_factory=list)
    calls: list[str] = field(default_factory=list)
    letter: str = ""
    # Numbers of entries, the last of each kind and audience.
    acts: tuple[str, ...] = ()
    acts_by_audience: tuple[str, ...] = ()
    streams: list[str] = field(default_factory=list)

    def mark(self, name: str, readers: set[str]) -> str:
        marker = f"ZQ{name.upper().replace('-', '')}QZ"
        self.markers[marker] = readers
        return marker


def make_papers() -> Papers:
    """One plan for each audience with a round and reports, and the working papers of some."""
    cast, papers = Cast(), Papers()
    _more_officials(papers)
    for word in AUDIENCES:
        _plan(cast, papers, word)
    _below_a_hidden_plan(cast, papers)
    _counts(cast, papers)
    _scenario(cast, papers)
    _experience(cast, papers)
    _emergencies(cast, papers)
    _reserves(cast, papers)
    _research(cast, papers)
    _working_papers(cast, papers)
    papers.mandates = {"own": cast.kz_clearer.pk, "foreign": cast.cn_filer.pk}
    papers.acts, papers.acts_by_audience = _numbered_and_signed()
    papers.streams = [str(pk) for pk in Stream.objects.values_list("pk", flat=True)]
    return papers


def _numbered_and_signed() -> tuple[tuple[str, ...], tuple[str, ...]]:
    """Every act in the log under a signed checkpoint; the last number of each kind and audience, and of
    each audience."""
    integrate_all()
    with TemporaryDirectory() as place:
        origin, folder = settings.LEDGER_ORIGIN, Path(place)
        Signer(origin, generations(folder, origin), folder / "last-signed").sign(timezone.now())
    rows = Leaf.objects.order_by("index").values_list("entry__kind", "entry__audience", "index")
    of_kinds = {(kind, audience): str(index) for kind, audience, index in rows}
    of_audiences = {audience: str(index) for _, audience, index in rows}
    return tuple(of_kinds.values()), tuple(of_audiences.values())


def _more_officials(papers: Papers) -> None:
    now = timezone.now()
    soon = now + timedelta(milliseconds=1)
    enrol("kz-expired", ("read", "reports.file"), "KZ", now=now, until=soon)
    withdrawn = enrol("kz-withdrawn", ("read", "reports.file"), "KZ")
    withdraw_mandate(Cast().kz_administrator, withdrawn)
    enrol("guest-reader", ("read",), "TM")


def _texts(marker: str) -> dict[str, str]:
    return dict.fromkeys(LANGS, marker)


def _plan(cast: Cast, papers: Papers, word: str) -> Plan:
    audience, readers = AUDIENCES[word]
    marker = papers.mark(word, readers)
    papers.markers[f"zq-{word}"] = readers
    plan = bring_in_plan(cast.secretariat, plan_of(f"zq-{word}", marker, audience))
    measure = plan.measures.get(number="1")
    define_indicator(cast.secretariat, measure, indicator="count", names=_texts(marker),
                     unit=_texts(marker))  # fmt: skip
    round_ = _round(cast, plan)
    filer = {"named": cast.cn_filer, "body": cast.rats}.get(word, cast.kz_filer)
    file_report(filer, round_, measure, content=said(marker))
    record_finding(cast.secretariat, round_, measure, progress="done", reasons=_texts(marker))
    state = cast.cn_filer if word == "named" else cast.kz_filer
    record_opinion(state, round_, measure, texts=_texts(marker))
    _file_with_evidence(filer, papers, word, round_, plan.measures.get(number="2"), marker)
    return plan


def plan_of(key: str, marker: str, audience: str, parent: Plan | None = None) -> PlanDraft:
    """A plan full of one marker: five measures for the members, and for the Body of the region."""
    today = timezone.localdate()
    everyone = (AssignmentDraft("all_members"), AssignmentDraft("body", "RATS_EC"))
    return PlanDraft(
        key=key, kind="action_plan", titles=_texts(marker), languages=LANGS, parent=parent,
        measures=tuple(
            MeasureDraft(
                number=str(number), chapter=0, recurrence="annually", assignments=everyone,
                starts_on=today, ends_on=today + timedelta(days=50),
                versions={lang: VersionText(marker, marker, marker, marker) for lang in LANGS},
            )
            for number in range(1, 6)
        ),
        chapters=(_texts(marker),), starts_on=today, ends_on=today + timedelta(days=90),
        audience=audience,
    )  # fmt: skip


def _round(cast: Cast, plan: Plan) -> Round:
    today = timezone.localdate()
    return open_round(
        cast.secretariat, plan, starts_on=today - timedelta(days=90), ends_on=today,
        due_on=today + timedelta(days=9),
    )  # fmt: skip


def said(marker: str) -> ReportContent:
    """A report full of one marker."""
    return ReportContent(
        progress="under_way", result_type="national", texts=_texts(marker),
        difficulties=_texts(marker), proposals=_texts(marker),
        links=(LinkOut(marker, f"https://example.org/{marker}"),),
    )  # fmt: skip


def _file_with_evidence(
    filer: Mandate, papers: Papers, word: str, round_: Round, measure: Measure, marker: str
) -> None:
    draft = save_draft(filer, round_, measure, typed={"text_ru": marker}, revision=0,
                       now=timezone.now())  # fmt: skip
    attach_file(filer, draft, title=marker, file_name=f"{marker}.txt", content=marker.encode(),
                now=timezone.now())  # fmt: skip
    version = file_report(filer, round_, measure, content=said(marker))
    papers.evidence[word] = Evidence.objects.get(version=version, link="").pk


def _below_a_hidden_plan(cast: Cast, papers: Papers) -> None:
    """A public plan that stands under a hidden one, and answers its obligations."""
    marker = papers.mark("above", MEMBERS)
    papers.markers |= {"zq-above": MEMBERS, "zq-below": {PUBLIC, *ENTITLED}}
    draft = plan_of("zq-above", marker, who.MEMBERS)
    above = bring_in_plan(cast.secretariat, PlanDraft(**{**draft.__dict__, "kind": "strategy"}))
    set_obligations(cast.secretariat, above, [("duty", _texts(marker))])
    below = bring_in_plan(
        cast.secretariat, plan_of("zq-below", "visible to all", who.PUBLIC, above)
    )
    link_obligations(
        cast.secretariat, below.measures.get(number="1"),
        obligations=list(Obligation.objects.filter(plan=above)),
    )  # fmt: skip
    supersede_measure(
        cast.secretariat, below.measures.get(number="5"), by_measure=above.measures.get(number="5"),
        reasons={"ru": "так решено"},
    )  # fmt: skip
    _round(cast, below)


def _counts(cast: Cast, papers: Papers) -> None:
    """A condition for each audience, counts of China, and a file of Kazakhstan on its tray."""
    today = timezone.localdate()
    last = today - timedelta(days=today.weekday() + 7)
    for word, (audience, readers) in AUDIENCES.items():
        marker = papers.mark(f"count-{word}", readers)
        condition = define_condition(
            cast.secretariat, code=f"zq-{word}", names=_texts(marker), period="day",
            audience=audience,
        )  # fmt: skip
        state_definition(cast.secretariat, condition, texts=_texts(marker), since=last)
        papers.markers[f"zq-{word}"] = readers
        if word == "body":
            continue  # no State reads it, so that none sends
        data = f"date,state,condition,cases\n{last},CN,zq-{word},777\n".encode()
        draft = settle(read_counts(data), cast.cn_filer.state, None, Choices(), today)
        sent = submit_counts(cast.cn_filer, draft, file_name=f"{marker}.csv")
        papers.submissions.append(str(sent.pk))
    _signals(cast, papers)
    marker = papers.mark("tray-of-counts", KZ)
    data = f"date,state,condition,cases\n{last},KZ,zq-members,{marker}\n".encode()
    papers.counts = receive_counts(
        cast.kz_filer, file_name=f"{marker}.csv", content=data, options={}, now=timezone.now()
    ).token


def _experience(cast: Cast, papers: Papers) -> None:
    """An account of China and a question of it with an answer, for each audience."""
    for word, (audience, readers) in AUDIENCES.items():
        told = [_texts(papers.mark(f"{what}-{word}", readers)) for what in ("did", "asked", "said")]
        account = enter(cast.cn_filer, titles=told[0], accounts=told[0], audience=audience)
        papers.experiences.append(account.key)
        question = ask(cast.cn_filer, texts=told[1], audience=audience)
        answer_question(cast.in_filer, question, texts=told[2])
        papers.questions.append(question.key)


def _reserves(cast: Cast, papers: Papers) -> None:
    """A stock of China, in earnest and in an exercise, and a team of it: for the members."""
    names = _texts(papers.mark("drill", MEMBERS))
    drill = exercise(cast, names=names)
    item(cast, names=_texts(papers.mark("stocked", MEMBERS)))
    for word, where in (("lot", None), ("lot-tried", drill)):
        pledge(cast.cn_filer, lot(700, 0, 40, papers.mark(word, MEMBERS)), exercise=where)
    entered(
        cast.cn_filer, names=_texts(papers.mark("team", MEMBERS)),
        offices=_texts(papers.mark("office", MEMBERS)),
    )  # fmt: skip


def _research(cast: Cast, papers: Papers) -> None:
    """Of China for each audience: a test system, its validation, a material, a call, a proposal; closed
    words of India on it, and what India asks China for."""
    for word, (audience, readers) in AUDIENCES.items():
        told = [
            _texts(papers.mark(f"{what}-{word}", readers))
            for what in ("made", "tested", "given", "called", "proposed")
        ]
        research = enter_research(cast.cn_filer, titles=told[0], audience=audience)
        validate(cast.cn_filer, research, reference=told[1])
        papers.research.append(research.key)
        thing = material(cast.cn_filer, titles=told[2], audience=audience)
        papers.materials.append(thing.key)
        called = call(cast.cn_filer, topics=told[3], audience=audience)
        papers.calls.append(str(called.n))
        proposal = put_forward(cast.cn_filer, called, research, texts=told[4])
        if word in {"body", "open"}:
            continue
        own = _texts(papers.mark(f"closed-{word}", {"cn-filer"}))
        assess_proposal(cast.in_filer, proposal, verdict="no", texts=own)
        ask_exchange(cast.in_filer, thing, quantity=1, texts=own)


def _scenario(cast: Cast, papers: Papers) -> None:
    """One that waits, for the members."""
    names = _texts(papers.mark("scenario", AUDIENCES["members"][1]))
    papers.scenarios.append(str(commission_scenario(cast.cn_filer, SMALL, names=names).pk))


def _signals(cast: Cast, papers: Papers) -> None:
    """A method in force, one proposed, and a signal of China in each standing but one."""
    method = in_force(cast)
    propose(cast.kz_filer, "ears", reason=_texts(papers.mark("proposal", MEMBERS)))
    for word, act in (("members", dismiss_signal), ("named", explain_signal)):
        readers = {"cn-filer"} if word == "named" else {"cn-filer", "secretariat"}
        signal = raised(method, "CN", f"zq-{word}")
        act(cast.cn_filer, signal, reason=papers.mark(f"signal-{word}", readers))
        papers.signals.append(str(signal.pk))
    signal = confirm_signal(
        cast.cn_filer, raised(method, "CN", "zq-partners"),
        reason=papers.mark("signal-partners", PARTNERS),
    )  # fmt: skip
    papers.signals.append(str(signal.pk))


def _emergencies(cast: Cast, papers: Papers) -> None:
    """One event assessed and kept in Kazakhstan, one that China was asked about, one notified to China."""
    cn = {"cn-filer"}
    for word, readers in (
        ("event-kept", KZ), ("event-asked", KZ | cn), ("event-told", KZ | cn | {"secretariat"})
    ):  # fmt: skip
        texts = _texts(papers.mark(word, readers))
        what = Happening(names=texts, known=texts, aware_at=timezone.now())
        event = assess_event(cast.kz_filer, what, answers("serious")).event
        if word == "event-asked":
            ask_opinion(cast.kz_filer, event, of="CN")
        if word == "event-told":
            notify_event(cast.kz_filer, event, addressees=["CN"], texts=texts, ihr_copy="sent")
            ask_verification(cast.cn_filer, event, texts=texts)
            _timeliness(cast, papers, event, KZ | cn | {"secretariat"})
        papers.events.append(event.key)


def _timeliness(cast: Cast, papers: Papers, event: Event, addressees: set[str]) -> None:
    """Days and a bottleneck that Kazakhstan keeps, and such as it shares with the addressees."""
    for word, readers, shared in (("timed-kept", KZ, False), ("timed-told", addressees, True)):
        marker = papers.mark(word, readers)
        told = {**days(), "detected": day(ago(20), reference=marker)}
        dated(cast, event, told, reasons=_texts(marker), shared=shared)
        row = bottleneck(cast, event, texts=_texts(marker), steps=_texts(marker), shared=shared)
        papers.bottlenecks.append(row.key)


def _working_papers(cast: Cast, papers: Papers) -> None:
    now, round_ = timezone.now(), Round.objects.get(plan__key="zq-members")
    measures = {row.number: row for row in Measure.objects.filter(plan__key="zq-members")}
    save_draft(cast.kz_filer, round_, measures["3"], revision=0, now=now,
               typed={"text_ru": papers.mark("kz-draft", KZ)})  # fmt: skip
    cleared = papers.mark("kz-cleared", KZ)
    draft = save_draft(cast.kz_clearer, round_, measures["4"], revision=0, now=now,
                       typed={"text_ru": cleared})  # fmt: skip
    attach_file(cast.kz_clearer, draft, title=cleared, file_name=f"{cleared}.txt",
                content=cleared.encode(), now=now)  # fmt: skip
    version = clear_report(cast.kz_clearer, round_, measures["4"], content=said(cleared))
    papers.evidence["cleared"] = Evidence.objects.get(version=version, link="").pk
    report = file_report(cast.kz_filer, round_, measures["5"], content=said("filed")).report
    return_report(cast.secretariat, report, question=_texts("returned"))
    correction = papers.mark("kz-correction", KZ)
    clear_report(cast.kz_clearer, round_, measures["5"], content=said(correction))
    tray = papers.mark("tray", {"secretariat"})
    papers.trays["own"] = receive_table(
        cast.secretariat, file_name=f"{tray}.csv", content=f"№;{tray};Срок\n1;{tray};2026\n".encode(),
        now=now,
    ).token  # fmt: skip
    sheet = papers.mark("sheet", KZ)
    content = signed_in("kz-filer").get("/ru/plans/zq-members/rounds/1/sheet.xlsx").getvalue()
    papers.sheets["own"] = receive_sheet(
        cast.kz_filer, round_, file_name=f"{sheet}.xlsx", content=content, now=now
    ).token
    letter = papers.mark("letter", {"secretariat"})
    (posted,) = post(
        "plans.reminder", [cast.kz_filer.official], link="/", now=now, plan=_texts(letter), n=1,
        due=now.date(),
    )  # fmt: skip
    papers.letter = str(posted.uid)
