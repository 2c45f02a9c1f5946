"""What States did and what came of it, and what they ask each other."""

from __future__ import annotations

from typing import TYPE_CHECKING, Any, ClassVar

from django.db import models
from django.db.models import F, Q

from registan.health.models.conditions import Condition
from registan.ledger.models.entries import Addressed, AddressedQuerySet
from registan.parties.models import State

if TYPE_CHECKING:
    from datetime import date


class Theme(models.TextChoices):
    """What a public-health measure works on."""

    SURVEILLANCE = "surveillance"
    LABORATORIES = "laboratories"
    TREATMENT = "treatment"
    VACCINATION = "vaccination"
    BORDERS = "borders"
    COMMUNITY = "community"
    SUPPLY = "supply"
    RESEARCH = "research"
    OTHER = "other"


class Outcome(models.TextChoices):
    """What came of it, in the State's own judgement."""

    HELPED = "helped"
    IN_PART = "in_part"
    NOT = "not"
    OPEN = "open"


class Experience(Addressed):
    """One State's account of a measure it took, or its review after an event. Later versions stand beside."""

    state = models.ForeignKey(State, on_delete=models.PROTECT, related_name="+")
    n = models.PositiveSmallIntegerField(help_text="number within the State")
    version = models.PositiveSmallIntegerField(default=1)
    is_review = models.BooleanField(default=False, help_text="a review after an event")
    theme = models.CharField(max_length=14, choices=Theme.choices)
    condition = models.ForeignKey(
        Condition, null=True, on_delete=models.PROTECT, related_name="experiences"
    )
    titles = models.JSONField(help_text="lang -> title")
    since = models.DateField()
    until = models.DateField(null=True)
    accounts = models.JSONField(help_text="lang -> what was done")
    results = models.JSONField(
        help_text="lang -> what came of it, and what would be done otherwise"
    )
    evidence = models.JSONField(help_text="lang -> on what this rests: a study, figures, a source")
    outcome = models.CharField(max_length=8, choices=Outcome.choices)
    illustrative = models.BooleanField(default=False)
    is_newest = models.BooleanField(default=True)
    made_at = models.DateTimeField()

    objects: ClassVar[AddressedQuerySet[Experience]] = AddressedQuerySet.as_manager()  # type: ignore[assignment]

    class Meta:
        ordering = ("-since", "-pk")
        constraints: ClassVar = [
            models.UniqueConstraint(fields=["state", "n", "version"], name="experience_of_state"),
            models.UniqueConstraint(
                fields=["state", "n"], condition=Q(is_newest=True), name="one_newest_experience"
            ),
            models.CheckConstraint(
                condition=Q(until__isnull=True) | Q(until__gte=F("since")),
                name="experience_dates_in_order",
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
        return f"urn:registan:experience:{self.key}"

    def to_record(self) -> dict[str, Any]:
        return {
            "state": self.state.key, "experience": self.n, "version": self.version,
            "review": self.is_review, "theme": self.theme,
            "condition": self.condition.code if self.condition else "", "titles": self.titles,
            "since": self.since.isoformat(), "until": self.until.isoformat() if self.until else "",
            "accounts": self.accounts, "results": self.results, "evidence": self.evidence,
            "outcome": self.outcome,
        }  # fmt: skip


class Question(Addressed):
    """What one State asks the others, to be answered by a day."""

    state = models.ForeignKey(State, on_delete=models.PROTECT, related_name="+")
    n = models.PositiveSmallIntegerField(help_text="number within the State")
    condition = models.ForeignKey(
        Condition, null=True, on_delete=models.PROTECT, related_name="questions"
    )
    texts = models.JSONField(help_text="lang -> question")
    due = models.DateField()
    illustrative = models.BooleanField(default=False)
    made_at = models.DateTimeField()

    objects: ClassVar[AddressedQuerySet[Question]] = AddressedQuerySet.as_manager()  # type: ignore[assignment]

    class Meta:
        ordering = ("-made_at", "-pk")
        constraints: ClassVar = [
            models.UniqueConstraint(fields=["state", "n"], name="question_of_state")
        ]

    def __str__(self) -> str:
        return f"{self.state_id}-{self.n}"

    @property
    def key(self) -> str:
        """As addresses name it: `KZ-1`."""
        return f"{self.state.key}-{self.n}"

    @property
    def urn(self) -> str:
        return f"urn:registan:question:{self.key}"

    def is_open(self, today: date) -> bool:
        return today <= self.due

    def to_record(self) -> dict[str, Any]:
        return {
            "state": self.state.key, "question": self.n, "texts": self.texts,
            "condition": self.condition.code if self.condition else "",
            "due": self.due.isoformat(),
        }  # fmt: skip


class QuestionAnswer(models.Model):
    """What a State answers; a later answer stands beside the earlier one."""

    question = models.ForeignKey(Question, on_delete=models.PROTECT, related_name="answers")
    state = models.ForeignKey(State, on_delete=models.PROTECT, related_name="+")
    n = models.PositiveSmallIntegerField()
    texts = models.JSONField(help_text="lang -> answer")
    made_at = models.DateTimeField()

    class Meta:
        ordering = ("made_at", "pk")
        constraints: ClassVar = [
            models.UniqueConstraint(fields=["question", "state", "n"], name="answer_of_state")
        ]

    def __str__(self) -> str:
        return f"{self.question_id} {self.state_id} {self.n}"

    @property
    def urn(self) -> str:
        return f"{self.question.urn}:answer:{self.state.key}-{self.n}"

    @property
    def audience(self) -> str:
        """That of the question."""
        return self.question.audience

    def to_record(self) -> dict[str, Any]:
        return {
            "state": self.question.state.key, "question": self.question.n,
            "answered_by": self.state.key, "version": self.n, "texts": self.texts,
        }  # fmt: skip
