"""Addresses of scenarios."""

from __future__ import annotations

from django.urls import path

from registan.health.views import scenario_result, scenarios

urlpatterns = [
    path("scenarios/", scenarios.scenario_list, name="scenarios"),
    path("scenarios/new/", scenarios.new_scenario, name="new_scenario"),
    path("scenarios/<int:pk>/", scenarios.scenario, name="scenario"),
    path("scenarios/<int:pk>/cancel/", scenarios.cancel, name="cancel_scenario"),
    path("scenarios/<int:pk>/result.csv", scenario_result.result_file, name="scenario_file"),
    path(
        "scenarios/<int:pk>/brief.<str:lang>.<str:form>",
        scenario_result.brief_file,
        name="scenario_brief",
    ),
]
