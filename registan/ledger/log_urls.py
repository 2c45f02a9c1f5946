"""Addresses of the published log, below the prefix `/log/`."""

from __future__ import annotations

from django.urls import path

from registan.ledger import log_views

urlpatterns = [
    path("checkpoint", log_views.checkpoint, name="log_checkpoint"),
    path("policy", log_views.policy, name="log_policy"),
    path("tile/<path:path>", log_views.tile, name="log_tile"),
]
