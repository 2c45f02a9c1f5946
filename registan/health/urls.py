"""Addresses of the desk of health."""

from __future__ import annotations

from django.urls import path

from registan.health.views import conditions, desk

urlpatterns = [
    path("", desk.desk, name="health"),
    path("conditions/new/", conditions.new_condition, name="new_condition"),
    path("conditions/<slug:code>/", conditions.condition, name="condition"),
    path("conditions/<slug:code>/definition/", conditions.new_definition, name="new_definition"),
]
