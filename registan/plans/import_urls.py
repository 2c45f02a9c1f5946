"""Addresses of the pages on which a plan table is imported, below plans/import/."""

from __future__ import annotations

from django.urls import path

from registan.plans.views import import_rows, imports

urlpatterns = [
    path("", imports.trays, name="imports"),
    path("<str:token>/", imports.tray, name="import_tray"),
    path("<str:token>/confirm/", imports.confirm, name="import_confirm"),
    path("<str:token>/put-away/", imports.away, name="import_away"),
    path("<str:token>/rows/<path:row_id>/", import_rows.row, name="import_row"),
]
