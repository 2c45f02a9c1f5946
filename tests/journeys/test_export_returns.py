"""The example goes out as a table and comes back: nothing has changed."""

from __future__ import annotations

from typing import TYPE_CHECKING

from django.conf import settings
from django.core.files.uploadedfile import SimpleUploadedFile
from django.utils import timezone

from registan.cli.worked_example.cast import enrol_cast
from registan.cli.worked_example.material import read_material
from registan.cli.worked_example.plans import bring_in_documents
from registan.cli.worked_example.times import at, example_times
from registan.kernel.plan.read import read_plan
from registan.plans.tests.test_exports import RETURNING, as_kept, as_read, written
from registan.web.texts import LANGS
from tests.cast import enrol, signed_in

if TYPE_CHECKING:
    from registan.parties.models import Organisation


def test_an_export_of_the_example_comes_back_word_for_word(organisation: Organisation) -> None:
    times = example_times(timezone.localdate())
    material = read_material(settings.PROFILE / "example")
    plan, _ = bring_in_documents(enrol_cast(at(times.adopted_on, 8)), material, times)
    desk = signed_in(enrol("importer", ("read", "plans.import"), "SECRETARIAT"))
    for lang in LANGS:
        kept = as_kept(plan, lang)
        assert len(kept) > 140
        for form in RETURNING:
            assert as_read(written(plan, form, lang), form) == kept, (lang, form)
        file = SimpleUploadedFile("plan.xlsx", written(plan, "xlsx", lang))
        answer = desk.post(
            f"/{lang}/plans/import/", {"file": file, "purpose": "version", "plan": plan.key}
        )
        address = answer.headers["Location"]
        shown = desk.get(f"{address}?part=compare").context
        assert shown["desk"].comparison.says_the_same
        assert not shown["desk"].has_matter
    rows = read_plan(written(plan, "docx", "ru"), "plan.docx").rows
    steps = {row.number: len(row.steps) for row in rows if row.steps}
    # A measure with several dates in one cell has its steps from these; they are read again as well.
    in_rows = plan.measures.filter(texts__lang="ru", texts__result__contains="\n")
    assert steps == {row.number: row.milestones.count() for row in in_rows}
    assert len(steps) > 3
