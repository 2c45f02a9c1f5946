"""Addresses of promised help on its way, and of the account of fairness, below the desk of health."""

from __future__ import annotations

from django.urls import path

from registan.health.views import tracking

WAY = "assistance/<int:aid>/tracking"
urlpatterns = [
    path("assistance/account/", tracking.fairness, name="aid_account"),
    path("assistance/account.csv", tracking.fairness_csv, name="aid_account_csv"),
    path(f"{WAY}/", tracking.way, name="aid_tracking"),
    path(f"{WAY}.csv", tracking.way_csv, name="aid_tracking_csv"),
    path(
        f"{WAY}/<int:proposal>/<int:position>/new/", tracking.new_movement, name="new_movement"
    ),
]  # fmt: skip
