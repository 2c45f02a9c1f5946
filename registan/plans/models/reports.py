"""Reports: one State or Body on one Measure in one Round; every filing is a version that stays."""

from __future__ import annotations

from hashlib import sha256
from typing import TYPE_CHECKING, Any, ClassVar

from django.db import models
from django.db.models import Q

from registan.ledger import audience as who
from registan.ledger.audience import addressed_to
from registan.ledger.models import Addressed, AddressedQuerySet
from registan.parties.models import Body, Official, State
from registan.plans.digests import digest_of
from registan.plans.models.measures import Indicator, Measure
from registan.plans.models.rounds import Round

if TYPE_CHECKING:
    from registan.ledger.audience import Viewer


class Progress(models.TextChoices):
    """What a party says of a measure. "No information" is the absence of a report, never a value."""

    NOT_STARTED = "not_started"
    UNDER_WAY = "under_way"
    DONE = "done"
    DONE_IN_PART = "done_in_part"
    CANNOT = "cannot"
    NOT_PARTICIPATING = "not_participating"


class ResultType(models.TextChoices):
    NATIONAL = "national"
    BILATERAL = "bilateral"
    MULTILATERAL = "multilateral"


class Stage(models.TextChoices):
    """Where a report is on its way. What is drafted or cleared stays inside its State."""

    DRAFT = "draft"
    CLEARED = "cleared"
    FILED = "filed"
    RETURNED = "returned"
    ACCEPTED = "accepted"


OUTSIDE = (Stage.FILED, Stage.RETURNED, Stage.ACCEPTED)


class Reporter(models.Model):
    """The State or Body that reports: exactly one of the two."""

    state = models.ForeignKey(State, null=True, on_delete=models.PROTECT)
    body = models.ForeignKey(Body, null=True, on_delete=models.PROTECT)

    class Meta:
        abstract = True

    @property
    def party_key(self) -> str:
        party = self.state or self.body
        return party.key if party else ""

    @property
    def own_audience(self) -> str:
        """Those who act for the reporting party, and nobody else."""
        return who.states([self.state.key]) if self.state else who.body(self.party_key)


# What was filed and has not come back: only a correction changes it.
STANDS = frozenset({Stage.FILED, Stage.ACCEPTED})


class ReportQuerySet(AddressedQuerySet["Report"]):
    def of(self, viewer: Viewer) -> ReportQuerySet:
        """Reports of the States and Bodies that the viewer acts for."""
        return self.filter(Q(state__key__in=viewer.states) | Q(body__key__in=viewer.bodies))

    def visible_to(self, viewer: Viewer) -> ReportQuerySet:
        """Own reports at any stage; reports of others once filed and addressed to the viewer.

        A report that goes back into its State for another draft stays visible as last filed.
        """
        own = Q(state__key__in=viewer.states) | Q(body__key__in=viewer.bodies)
        return self.filter(own | (Q(filed__isnull=False) & addressed_to(viewer)))


class Report(Addressed, Reporter):
    """The report of one party on one measure in one round.

    `latest` is the newest version; `filed` the newest one that left the State; `stage` is of `latest`.
    """

    round = models.ForeignKey(Round, on_delete=models.CASCADE, related_name="reports")
    measure = models.ForeignKey(Measure, on_delete=models.PROTECT, related_name="reports")
    stage = models.CharField(max_length=10, choices=Stage.choices, default=Stage.DRAFT)
    latest = models.ForeignKey(
        "plans.ReportVersion", null=True, on_delete=models.PROTECT, related_name="+"
    )
    filed = models.ForeignKey(
        "plans.ReportVersion", null=True, on_delete=models.PROTECT, related_name="+"
    )
    question = models.JSONField(default=dict, help_text="lang -> why it was returned")

    objects: ClassVar[ReportQuerySet] = ReportQuerySet.as_manager()  # type: ignore[assignment]

    class Meta:
        constraints: ClassVar = [
            models.UniqueConstraint(
                fields=["round", "measure", "state"],
                condition=Q(state__isnull=False),
                name="report_of_state",
            ),
            models.UniqueConstraint(
                fields=["round", "measure", "body"],
                condition=Q(body__isnull=False),
                name="report_of_body",
            ),
            models.CheckConstraint(
                condition=Q(state__isnull=True) ^ Q(body__isnull=True), name="report_party"
            ),
        ]
        indexes: ClassVar = [models.Index(fields=["round", "stage"], name="report_by_stage")]

    def __str__(self) -> str:
        return f"{self.round_id} {self.measure_id} {self.party_key}"

    @property
    def urn(self) -> str:
        return f"{self.measure.urn}:report:{self.round.number}:{self.party_key}"

    @property
    def holds_cleared_words(self) -> bool:
        """Whether the newest words were cleared inside the State and wait to be filed.

        Cleared words of a correction wait beside the report, which stays filed or accepted.
        """
        waits = self.stage in {Stage.CLEARED, *STANDS}
        return waits and self.latest is not None and self.latest.stage == Stage.CLEARED

    @property
    def outward_stage(self) -> str:
        """As seen from outside: what happens inside the State after a filing shows nothing."""
        if self.stage not in {Stage.DRAFT, Stage.CLEARED}:
            return self.stage
        return Stage.RETURNED if self.question else Stage.FILED

    def to_record(self) -> dict[str, Any]:
        return {
            "plan": self.round.plan.key,
            "round": self.round.number,
            "measure": self.measure.number,
            "party": self.party_key,
            "stage": self.stage,
            "version": self.filed.n if self.filed else 0,
            "question": self.question,
        }


class Filing(Addressed, Reporter):
    """One sheet by which a party filed many reports at once."""

    round = models.ForeignKey(Round, on_delete=models.CASCADE, related_name="filings")
    sha256 = models.CharField(max_length=64, help_text="of the sheet as uploaded")
    made_at = models.DateTimeField()

    objects: ClassVar[AddressedQuerySet[Filing]] = AddressedQuerySet.as_manager()  # type: ignore[assignment]

    def __str__(self) -> str:
        return f"{self.round_id} {self.party_key} {self.made_at:%Y-%m-%d}"

    @property
    def urn(self) -> str:
        return f"{self.round.urn}:sheet:{self.party_key}"

    def to_record(self) -> dict[str, Any]:
        rows = self.versions.select_related("report__round__plan", "report__measure", "report__state",
                                            "report__body")  # fmt: skip
        rows = rows.prefetch_related(
            "quantities__indicator", "evidence", "cited__indicator"
        ).order_by("pk")
        versions = [row.digest_record() for row in rows]
        return {
            "plan": self.round.plan.key,
            "round": self.round.number,
            "party": self.party_key,
            "sheet": self.sha256,
            "count": len(versions),
            "reports": versions,
        }


class Acceptance(Addressed, Reporter):
    """All filed reports of one party in a round, accepted at once."""

    round = models.ForeignKey(Round, on_delete=models.CASCADE, related_name="acceptances")
    reports: models.ManyToManyField[Report, Any] = models.ManyToManyField(Report, related_name="+")
    made_at = models.DateTimeField()

    objects: ClassVar[AddressedQuerySet[Acceptance]] = AddressedQuerySet.as_manager()  # type: ignore[assignment]

    def __str__(self) -> str:
        return f"{self.round_id} {self.party_key}"

    @property
    def urn(self) -> str:
        return f"{self.round.urn}:acceptance:{self.party_key}"

    def to_record(self) -> dict[str, Any]:
        numbers = self.reports.order_by("measure__position").values_list(
            "measure__number", flat=True
        )
        return {
            "plan": self.round.plan.key,
            "round": self.round.number,
            "party": self.party_key,
            "measures": list(numbers),
            "count": len(numbers),
        }


class ReportVersion(Addressed):
    """What was said, as filed or cleared at one moment. Never changed; a correction is a new version."""

    report = models.ForeignKey(Report, on_delete=models.CASCADE, related_name="versions")
    filing = models.ForeignKey(Filing, null=True, on_delete=models.PROTECT, related_name="versions")
    n = models.PositiveSmallIntegerField()
    stage = models.CharField(max_length=10, choices=Stage.choices)
    progress = models.CharField(max_length=20, choices=Progress.choices)
    result_type = models.CharField(
        max_length=12, choices=ResultType.choices, blank=True, default=""
    )
    texts = models.JSONField(default=dict, help_text="lang -> text")
    difficulties = models.JSONField(default=dict)
    proposals = models.JSONField(default=dict)
    done_from = models.DateField(null=True)
    done_to = models.DateField(null=True)
    made_at = models.DateTimeField()

    objects: ClassVar[AddressedQuerySet[ReportVersion]] = AddressedQuerySet.as_manager()  # type: ignore[assignment]

    class Meta:
        ordering = ("n",)
        constraints: ClassVar = [
            models.UniqueConstraint(fields=["report", "n"], name="version_number")
        ]

    def __str__(self) -> str:
        return f"{self.report_id} v{self.n}"

    @property
    def urn(self) -> str:
        return f"{self.report.urn}:v{self.n}"

    def to_record(self) -> dict[str, Any]:
        cited = {row.indicator.key: row.to_record() for row in self.cited.all()}
        return {**self._said(), "cited": cited} if cited else self._said()

    def _said(self) -> dict[str, Any]:
        report = self.report
        return {
            "plan": report.round.plan.key,
            "round": report.round.number,
            "measure": report.measure.number,
            "party": report.party_key,
            "version": self.n,
            "stage": self.stage,
            "progress": self.progress,
            "result_type": self.result_type,
            "texts": self.texts,
            "difficulties": self.difficulties,
            "proposals": self.proposals,
            "done": [str(self.done_from or ""), str(self.done_to or "")],
            "quantities": {
                row.indicator.key: str(row.value.normalize()) for row in self.quantities.all()
            },
            "evidence": [row.to_record() for row in self.evidence.all()],
        }

    def digest_record(self) -> dict[str, Any]:
        """The version by its SHA-256 over RFC 8785 JSON, for records that hold many."""
        return {
            "measure": self.report.measure.number,
            "version": self.n,
            "progress": self.progress,
            "sha256": digest_of(self.to_record()),
        }


class Quantity(models.Model):
    """The value of one indicator in one version of a report."""

    version = models.ForeignKey(ReportVersion, on_delete=models.CASCADE, related_name="quantities")
    indicator = models.ForeignKey(Indicator, on_delete=models.PROTECT)
    value = models.DecimalField(max_digits=18, decimal_places=4)

    class Meta:
        constraints: ClassVar = [
            models.UniqueConstraint(fields=["version", "indicator"], name="quantity_once")
        ]

    def __str__(self) -> str:
        return f"{self.indicator_id}={self.value}"


class Evidence(Addressed):
    """A file or a link that shows what was done, with the SHA-256 of the file."""

    version = models.ForeignKey(ReportVersion, on_delete=models.CASCADE, related_name="evidence")
    title = models.CharField(max_length=300)
    link = models.URLField(max_length=1000, blank=True, default="")
    content = models.BinaryField(null=True)
    file_name = models.CharField(max_length=200, blank=True, default="")
    sha256 = models.CharField(max_length=64, blank=True, default="")

    objects: ClassVar[AddressedQuerySet[Evidence]] = AddressedQuerySet.as_manager()  # type: ignore[assignment]

    class Meta:
        constraints: ClassVar = [
            models.CheckConstraint(
                condition=Q(link="") ^ Q(sha256=""), name="evidence_file_or_link"
            )
        ]

    def __str__(self) -> str:
        return self.title

    @property
    def is_narrower(self) -> bool:
        """Whether fewer may see it than the report it belongs to."""
        return self.audience != self.version.audience

    def to_record(self) -> dict[str, str]:
        """As all readers of the report may know it: of narrower evidence only that it exists."""
        if self.is_narrower:
            digest = self.sha256 or sha256(f"{self.title}\n{self.link}".encode()).hexdigest()
            return {"audience": self.audience, "sha256": digest}
        return {"title": self.title, "link": self.link, "sha256": self.sha256}


class Draft(Reporter):
    """What is being typed for a report, exactly as typed. A working paper of one State or Body.

    `revision` rises with each saving, so that the second of two editors sees both texts.
    """

    round = models.ForeignKey(Round, on_delete=models.CASCADE)
    measure = models.ForeignKey(Measure, on_delete=models.CASCADE)
    typed = models.JSONField(default=dict, help_text="form field -> text as typed")
    revision = models.PositiveIntegerField(default=1)
    editor = models.ForeignKey(Official, on_delete=models.PROTECT)
    saved_at = models.DateTimeField()

    class Meta:
        constraints: ClassVar = [
            models.UniqueConstraint(
                fields=["round", "measure", "state"],
                condition=Q(state__isnull=False),
                name="draft_of_state",
            ),
            models.UniqueConstraint(
                fields=["round", "measure", "body"],
                condition=Q(body__isnull=False),
                name="draft_of_body",
            ),
        ]

    def __str__(self) -> str:
        return f"draft {self.round_id} {self.measure_id} {self.party_key}"


class DraftFile(models.Model):
    """A file attached to a draft; it becomes evidence of the version that is cleared or filed."""

    draft = models.ForeignKey(Draft, on_delete=models.CASCADE, related_name="files")
    title = models.CharField(max_length=300)
    file_name = models.CharField(max_length=200)
    content = models.BinaryField()
    sha256 = models.CharField(max_length=64)
    readers = models.CharField(
        max_length=20, blank=True, default="", help_text="empty: all who read the report"
    )

    class Meta:
        constraints: ClassVar = [
            models.UniqueConstraint(fields=["draft", "sha256"], name="draft_file_once")
        ]

    def __str__(self) -> str:
        return self.file_name


class SheetTray(Reporter):
    """An uploaded sheet between upload and confirmation. A working paper of one State or Body."""

    token = models.CharField(max_length=32, unique=True)
    round = models.ForeignKey(Round, on_delete=models.CASCADE)
    official = models.ForeignKey(Official, on_delete=models.PROTECT)
    file_name = models.CharField(max_length=200)
    content = models.BinaryField()
    sha256 = models.CharField(max_length=64)
    made_at = models.DateTimeField()

    def __str__(self) -> str:
        return self.file_name


class Finding(Addressed):
    """The secretariat's finding on a measure in a round, with its reason. Findings are versions too."""

    round = models.ForeignKey(Round, on_delete=models.CASCADE, related_name="findings")
    measure = models.ForeignKey(Measure, on_delete=models.PROTECT, related_name="findings")
    n = models.PositiveSmallIntegerField()
    progress = models.CharField(max_length=20, choices=Progress.choices)
    reasons = models.JSONField(help_text="lang -> reason")
    made_at = models.DateTimeField()

    objects: ClassVar[AddressedQuerySet[Finding]] = AddressedQuerySet.as_manager()  # type: ignore[assignment]

    class Meta:
        ordering = ("n",)
        constraints: ClassVar = [
            models.UniqueConstraint(fields=["round", "measure", "n"], name="finding_number")
        ]

    def __str__(self) -> str:
        return f"{self.round_id} {self.measure_id} {self.progress}"

    @property
    def is_after_closing(self) -> bool:
        """Whether it came when the account was frozen already."""
        return bool(self.round.closed_at and self.made_at > self.round.closed_at)

    @property
    def urn(self) -> str:
        return f"{self.measure.urn}:finding:{self.round.number}"

    def to_record(self) -> dict[str, Any]:
        return {
            "plan": self.round.plan.key,
            "round": self.round.number,
            "measure": self.measure.number,
            "progress": self.progress,
            "reasons": self.reasons,
            "version": self.n,
        }


class Opinion(Addressed):
    """A State's opinion for the record on a measure in a round: beside the account, blocking nothing."""

    round = models.ForeignKey(Round, on_delete=models.CASCADE, related_name="opinions")
    measure = models.ForeignKey(Measure, on_delete=models.PROTECT, related_name="opinions")
    state = models.ForeignKey(State, on_delete=models.PROTECT)
    n = models.PositiveSmallIntegerField()
    texts = models.JSONField()
    made_at = models.DateTimeField()

    objects: ClassVar[AddressedQuerySet[Opinion]] = AddressedQuerySet.as_manager()  # type: ignore[assignment]

    class Meta:
        ordering = ("n",)
        constraints: ClassVar = [
            models.UniqueConstraint(
                fields=["round", "measure", "state", "n"], name="opinion_number"
            )
        ]

    def __str__(self) -> str:
        return f"{self.round_id} {self.measure_id} {self.state_id}"

    @property
    def is_after_closing(self) -> bool:
        """Whether it came when the account was frozen already."""
        return bool(self.round.closed_at and self.made_at > self.round.closed_at)

    @property
    def urn(self) -> str:
        return f"{self.measure.urn}:opinion:{self.round.number}:{self.state.key}"

    def to_record(self) -> dict[str, Any]:
        return {
            "plan": self.round.plan.key,
            "round": self.round.number,
            "measure": self.measure.number,
            "state": self.state.key,
            "texts": self.texts,
            "version": self.n,
        }
