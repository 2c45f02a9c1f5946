"""Addresses of the settlement of a round."""

from __future__ import annotations

from django.urls import path

from registan.health.views import settlement

ONE = "assistance/<int:aid>/proposals/<int:position>"
urlpatterns = [
    path("assistance/<int:aid>/proposals/new/", settlement.new_proposal, name="new_proposal"),
    path(f"{ONE}/", settlement.proposal, name="proposal"),
    path(f"{ONE}/answer/", settlement.answer, name="answer_cells"),
    path(f"{ONE}/cancel/", settlement.cancel, name="cancel_proposal"),
    path(f"{ONE}/proposal.json", settlement.instance_file, name="proposal_file"),
]
