"""Addresses of the ledger's pages, below each language and the prefix `/ledger/`."""

from __future__ import annotations

from django.urls import path

from registan.ledger import views

urlpatterns = [
    path("", views.ledger, name="ledger"),
    path("streams/<int:pk>.jsonl", views.stream, name="stream"),
    path("explained/", views.explained, name="ledger_explained"),
    path("acts/<int:number>/", views.act, name="act"),
    path("acts/<int:number>/proof", views.act_proof, name="act_proof"),
]
