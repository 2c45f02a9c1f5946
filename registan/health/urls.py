"""Addresses of the desk of health."""

from __future__ import annotations

from django.urls import path

from registan.health import urls_alerts, urls_scenarios, urls_settlement, urls_tracking
from registan.health.urls_assistance import urlpatterns as urls_assistance
from registan.health.urls_events import EVENT_URLS
from registan.health.urls_experience import urls_experience
from registan.health.urls_research import urls_research
from registan.health.urls_reserves import urls_reserves
from registan.health.urls_timeliness import urls_timeliness
from registan.health.views import conditions, counts, desk, series, situation

urlpatterns = [
    path("", desk.desk, name="health"),
    path("conditions/new/", conditions.new_condition, name="new_condition"),
    path("conditions/<slug:code>/", series.condition, name="condition"),
    path("conditions/<slug:code>/definition/", conditions.new_definition, name="new_definition"),
    path("conditions/<slug:code>/<slug:state>/", series.series, name="series"),
    path("conditions/<slug:code>/<slug:state>/series.csv", series.series_file, name="series_file"),
    path(
        "conditions/<slug:code>/<slug:state>/estimates.csv",
        series.estimates_file,
        name="series_estimates",
    ),
    path(
        "conditions/<slug:code>/<slug:state>/expected.csv",
        series.expected_file,
        name="series_expected",
    ),
    path("situation/", situation.situation, name="situation"),
    path("send/", counts.send, name="send_counts"),
    path("send/template.<str:form>", counts.template, name="counts_template"),
    path("send/<str:token>/", counts.preview, name="counts_preview"),
    path("submissions/<int:pk>/", counts.submission, name="submission"),
    *urls_scenarios.urlpatterns,
    *urls_settlement.urlpatterns,
    *urls_assistance,
    *urls_tracking.urlpatterns,
    *urls_alerts.urlpatterns,
    *urls_experience,
    *EVENT_URLS,
    *urls_reserves,
    *urls_timeliness,
    *urls_research,
]
