"""Addresses of bottlenecks; the days of 7-1-7 stand on the page of their emergency."""

from __future__ import annotations

from django.urls import path

from registan.health.views import timeliness

urls_timeliness = [
    path("bottlenecks/", timeliness.register, name="bottlenecks"),
    path("bottlenecks.csv", timeliness.register_file, name="bottlenecks_file"),
    path("bottlenecks/<slug:key>/", timeliness.bottleneck, name="bottleneck"),
]
