"""Addresses of reserves, the roster and exercises, below the desk of health."""

from __future__ import annotations

from django.urls import path

from registan.health.views import exercises, reserves, roster

urls_reserves = [
    path("reserves/", reserves.page, name="reserves"),
    path("reserves/new/", reserves.new_stock, name="new_stock"),
    path("reserves/send/", reserves.send, name="send_stocks"),
    path("reserves/<str:what>.<str:form>", reserves.stock_file, name="stock_file"),
    path("reserves/<slug:key>/<str:deed>/", reserves.deed, name="stock_deed"),
    path("roster/", roster.register, name="roster"),
    path("roster/new/", roster.new_entry, name="new_roster_entry"),
    path("roster/roster.<str:form>", roster.roster_file, name="roster_file"),
    path("roster/<slug:key>/", roster.entry, name="roster_entry"),
    path("roster/<slug:key>/<str:deed>/", roster.deed, name="roster_deed"),
    path("exercises/", exercises.listed, name="exercises"),
    path("exercises/new/", exercises.new_exercise, name="new_exercise"),
    path("exercises/<int:exercise>/<str:deed>/", exercises.deed, name="exercise_deed"),
]
