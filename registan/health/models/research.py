"""Drugs, vaccines and test systems in the making, and how test systems did against a reference."""

from __future__ import annotations

from datetime import date
from typing import Any, ClassVar

from django.db import models
from django.db.models import F, Q

from registan.health.models.conditions import Condition
from registan.ledger.models.entries import Addressed, AddressedQuerySet
from registan.parties.models import State

LONGEST_REGISTRATION = 60
MOST_EXAMINED = 10**9


class Product(models.TextChoices):
    """What is to come of it."""

    DRUG = "drug"
    VACCINE = "vaccine"
    TEST = "test"


class Phase(models.TextChoices):
    """How far it is; a test system has phases of its own (PHASES)."""

    DISCOVERY = "discovery"
    PRECLINICAL = "preclinical"
    PHASE_1 = "phase_1"
    PHASE_2 = "phase_2"
    PHASE_3 = "phase_3"
    PHASE_4 = "phase_4"
    DESIGN = "design"
    ANALYTICAL = "analytical"
    CLINICAL = "clinical"
    REGISTERED = "registered"


OF_MEDICINES = (
    "discovery",
    "preclinical",
    "phase_1",
    "phase_2",
    "phase_3",
    "registered",
    "phase_4",
)
PHASES: dict[str, tuple[str, ...]] = {
    "drug": OF_MEDICINES, "vaccine": OF_MEDICINES,
    "test": ("design", "analytical", "clinical", "registered"),
}  # fmt: skip


class Sharing(models.TextChoices):
    """What the others may have of it, on conditions that are said beside."""

    DATA = "data"
    MATERIAL = "material"
    LICENCE = "licence"


class ResearchEnd(models.TextChoices):
    """How it ended, in the State's own judgement."""

    REACHED = "reached"
    IN_PART = "in_part"
    NOT = "not"
    STOPPED = "stopped"


class Deed(models.TextChoices):
    """Which act made a version."""

    ENTERED = "entered"
    MILESTONE = "milestone"
    CLOSED = "closed"


class Research(Addressed):
    """A drug, vaccine or test system in the making, told by the State of its leading institution.

    Each act makes a version; the earlier ones stay. Institutions are organisations with their State:
    no person is named. `milestones`: [{"texts": lang -> words, "due": day, "reached": day or "",
    "evidence": lang -> words}].
    """

    state = models.ForeignKey(State, on_delete=models.PROTECT, related_name="+")
    n = models.PositiveSmallIntegerField(help_text="number within the State")
    version = models.PositiveSmallIntegerField(default=1)
    made_by = models.CharField(max_length=9, choices=Deed.choices, default=Deed.ENTERED)
    kind = models.CharField(max_length=7, choices=Product.choices)
    condition = models.ForeignKey(
        Condition, null=True, on_delete=models.PROTECT, related_name="research"
    )
    titles = models.JSONField(help_text="lang -> title")
    summaries = models.JSONField(help_text="lang -> summary")
    phase = models.CharField(max_length=11, choices=Phase.choices)
    lead = models.CharField(max_length=200, help_text="leading institution, of the State")
    partners = models.JSONField(help_text="[[key of State, institution]]")
    sites = models.JSONField(help_text="[[key of State, place]]")
    registration = models.CharField(
        max_length=LONGEST_REGISTRATION, blank=True, default="",
        help_text="number in a public registry of trials",
    )  # fmt: skip
    sharing = models.JSONField(help_text="codes of Sharing; empty: nothing is shared")
    conditions_of_sharing = models.JSONField(help_text="lang -> on what conditions")
    milestones = models.JSONField()
    end = models.CharField(max_length=7, choices=ResearchEnd.choices, blank=True, default="")
    closed_on = models.DateField(null=True)
    results = models.JSONField(default=dict, help_text="lang -> what came of it")
    illustrative = models.BooleanField(default=False)
    is_newest = models.BooleanField(default=True)
    made_at = models.DateTimeField()

    objects: ClassVar[AddressedQuerySet[Research]] = AddressedQuerySet.as_manager()  # type: ignore[assignment]

    class Meta:
        ordering = ("-made_at", "-pk")
        constraints: ClassVar = [
            models.UniqueConstraint(fields=["state", "n", "version"], name="research_of_state"),
            models.UniqueConstraint(
                fields=["state", "n"], condition=Q(is_newest=True), name="one_newest_research"
            ),
            models.CheckConstraint(
                condition=Q(closed_on__isnull=True, end="")
                | (Q(closed_on__isnull=False) & ~Q(end="")),
                name="research_closed_with_its_end",
            ),
        ]

    def __str__(self) -> str:
        return f"{self.state_id}-{self.n}"

    @property
    def key(self) -> str:
        """As addresses name it: `KZ-1`."""
        return f"{self.state.key}-{self.n}"

    @property
    def urn(self) -> str:
        return f"urn:registan:research:{self.key}"

    @property
    def is_open(self) -> bool:
        return self.closed_on is None

    @property
    def is_test(self) -> bool:
        return self.kind == Product.TEST

    @property
    def states(self) -> set[str]:
        """Keys of all States that have a part in it: lead, partners, sites."""
        return {self.state.key, *(key for key, _ in (*self.partners, *self.sites))}

    def next_due(self) -> date | None:
        """Day of the first milestone that is not reached yet."""
        days = [each["due"] for each in self.milestones if not each["reached"]]
        return date.fromisoformat(min(days)) if days else None

    def to_record(self) -> dict[str, Any]:
        return {
            "state": self.state.key, "research": self.key, "version": self.version,
            "kind": self.kind,
            "condition": self.condition.code if self.condition else "", "titles": self.titles,
            "summaries": self.summaries, "phase": self.phase, "lead": self.lead,
            "partners": self.partners, "sites": self.sites, "registration": self.registration,
            "sharing": self.sharing, "conditions_of_sharing": self.conditions_of_sharing,
            "milestones": self.milestones, "end": self.end, "results": self.results,
            "closed_on": self.closed_on.isoformat() if self.closed_on else "",
            "illustrative": self.illustrative,
        }  # fmt: skip


class Specimen(models.TextChoices):
    """What was examined."""

    BLOOD = "blood"
    SERUM = "serum"
    SWAB = "swab"
    SPUTUM = "sputum"
    SALIVA = "saliva"
    STOOL = "stool"
    URINE = "urine"
    LIQUOR = "liquor"
    TISSUE = "tissue"
    OTHER = "other"


class Choosing(models.TextChoices):
    """Who was examined. Known cases beside healthy people make a test look better than it is."""

    CONSECUTIVE = "consecutive"
    CASES_AND_CONTROLS = "case_control"
    PANEL = "panel"


class Validation(Addressed):
    """A test system against a reference method, done by one State. Seen by who reads of the system.

    It hangs on the first version of the test system, which stands for all of them. By the reference
    `tp` + `fn` had the condition and `tn` + `fp` had it not; `unclear` gave no result.
    """

    research = models.ForeignKey(Research, on_delete=models.PROTECT, related_name="validations")
    state = models.ForeignKey(State, on_delete=models.PROTECT, related_name="+")
    n = models.PositiveSmallIntegerField(help_text="number within the test system")
    version = models.PositiveSmallIntegerField(default=1)
    condition = models.ForeignKey(Condition, null=True, on_delete=models.PROTECT, related_name="+")
    laboratory = models.CharField(max_length=200)
    reference = models.JSONField(help_text="lang -> reference method")
    specimen = models.CharField(max_length=7, choices=Specimen.choices)
    choosing = models.CharField(max_length=12, choices=Choosing.choices)
    ended_on = models.DateField()
    examined = models.PositiveIntegerField()
    tp = models.PositiveIntegerField()
    fp = models.PositiveIntegerField()
    fn = models.PositiveIntegerField()
    tn = models.PositiveIntegerField()
    unclear = models.PositiveIntegerField(default=0)
    illustrative = models.BooleanField(default=False)
    is_newest = models.BooleanField(default=True)
    made_at = models.DateTimeField()

    objects: ClassVar[AddressedQuerySet[Validation]] = AddressedQuerySet.as_manager()  # type: ignore[assignment]

    class Meta:
        ordering = ("n",)
        constraints: ClassVar = [
            models.UniqueConstraint(fields=["research", "n", "version"], name="validation_number"),
            models.UniqueConstraint(
                fields=["research", "n"], condition=Q(is_newest=True), name="one_newest_validation"
            ),
            models.CheckConstraint(
                condition=Q(examined=F("tp") + F("fp") + F("fn") + F("tn") + F("unclear")),
                name="validation_adds_up",
            ),
            models.CheckConstraint(
                condition=Q(examined__lte=MOST_EXAMINED), name="validation_within_bounds"
            ),
        ]

    def __str__(self) -> str:
        return f"{self.research_id} {self.n}"

    @property
    def urn(self) -> str:
        return f"{self.research.urn}:validation:{self.n}"

    def to_record(self) -> dict[str, Any]:
        return {
            "research": self.research.key, "validation": self.n, "version": self.version,
            "state": self.state.key, "laboratory": self.laboratory, "reference": self.reference,
            "condition": self.condition.code if self.condition else "",
            "specimen": self.specimen, "choosing": self.choosing,
            "ended_on": self.ended_on.isoformat(), "examined": self.examined, "tp": self.tp,
            "fp": self.fp, "fn": self.fn, "tn": self.tn, "unclear": self.unclear,
            "illustrative": self.illustrative,
        }  # fmt: skip
