"""Addresses of scenarios."""

from __future__ import annotations

from django.urls import path

from registan.health.views import scenarios

urlpatterns = [
    path("scenarios/", scenarios.scenario_list, name="scenarios"),
    path("scenarios/new/", scenarios.new_scenario, name="new_scenario"),
    path("scenarios/<int:pk>/", scenarios.scenario, name="scenario"),
    path("scenarios/<int:pk>/cancel/", scenarios.cancel, name="cancel_scenario"),
]
