"""Addresses of plans, measures, rounds and reports."""

from __future__ import annotations

from django.urls import include, path

from registan.plans.views import (
    additions,
    counted,
    living,
    measures,
    plans,
    reports,
    rounds,
    sheets,
    together,
)

_ROUND = "<slug:key>/rounds/<int:number>/"
_MEASURE = "<slug:key>/measures/<str:number>/"
_REPORT = _ROUND + "reports/<str:measure>/"

urlpatterns = [
    path("", plans.plans, name="plans"),
    path("owed/", reports.owed, name="owed"),
    path("calendar/", plans.calendar, name="calendar"),
    path("evidence/<int:pk>/", reports.evidence, name="evidence"),
    path("import/", include("registan.plans.import_urls")),
    path("<slug:key>/", plans.plan, name="plan"),
    path("<slug:key>/chapters/<int:position>/", plans.plan, name="chapter"),
    path("<slug:key>/table/", plans.plan_table, name="plan_table"),
    path("<slug:key>/calendar/", plans.calendar, name="plan_calendar"),
    path("<slug:key>/history/", plans.plan_history, name="plan_history"),
    path("<slug:key>/export.<str:form>", plans.plan_export, name="plan_export"),
    path("<slug:key>/obligations/", measures.plan_obligations, name="plan_obligations"),
    path("<slug:key>/add-measure/", additions.add_measure, name="add_measure"),
    path("<slug:key>/rounds/new/", rounds.new_round, name="new_round"),
    path(_ROUND, rounds.round_page, name="round"),
    path(_ROUND + "due/", rounds.due_date, name="due_date"),
    path(_ROUND + "remind/", rounds.remind, name="remind"),
    path(_ROUND + "close/", rounds.close, name="close_round"),
    path(_ROUND + "report.<str:lang>.<str:form>", rounds.review, name="review"),
    path(_ROUND + "sheet/", sheets.sheet, name="sheet"),
    path(_ROUND + "sheet.xlsx", sheets.download, name="sheet_file"),
    path(_ROUND + "sheet/<str:token>/", sheets.preview, name="sheet_preview"),
    path(_ROUND + "together/<slug:deed>/", together.together, name="together"),
    path(_ROUND + "findings/<str:measure>/", rounds.finding, name="finding"),
    path(_ROUND + "opinions/<str:measure>/", rounds.opinion, name="opinion"),
    path(_REPORT, reports.edit, name="report_edit"),
    path(_REPORT + "confirm/<slug:deed>/", reports.report_confirm, name="report_confirm"),
    path(_REPORT + "take-back/", reports.withdraw, name="take_back"),
    path(_REPORT + "<str:party>/", reports.report, name="report"),
    path(_REPORT + "<str:party>/accept/", reports.accept, name="accept_report"),
    path(_REPORT + "<str:party>/return/", reports.send_back, name="return_report"),
    path(_MEASURE, measures.measure, name="measure"),
    path(_MEASURE + "join/", measures.join, name="join_measure"),
    path(_MEASURE + "leave/", measures.leave, name="leave_measure"),
    path(_MEASURE + "postpone/", measures.postpone, name="postpone_measure"),
    path(_MEASURE + "merge/", measures.hand_over, {"fate": "merge"}, name="merge_measure"),
    path(
        _MEASURE + "supersede/", measures.hand_over, {"fate": "supersede"}, name="supersede_measure"
    ),
    path(_MEASURE + "indicators.csv", counted.indicators_file, name="indicators_file"),
    path(_MEASURE + "indicator/", measures.indicator, name="indicator"),
    path(_MEASURE + "living/", living.living, name="living"),
    path(_MEASURE + "obligations/", measures.obligations, name="obligations"),
]
