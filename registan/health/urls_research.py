"""Addresses of the register of research, of materials and joint calls, below the desk of health."""

from __future__ import annotations

from django.urls import path

from registan.health.views import calls, materials, research

MATERIAL, CALL = "research/materials/<slug:key>", "research/calls/<int:call>"
urls_research = [
    path("research/", research.register, name="research"),
    path("research/register.<str:form>", research.register_file, name="research_file"),
    path("research/new/", research.new_entry, name="new_research"),
    path("research/materials/new/", materials.new_material, name="new_material"),
    path(f"{MATERIAL}/withdraw/", materials.withdraw, name="withdraw_material"),
    path(f"{MATERIAL}/ask/", materials.ask, name="ask_exchange"),
    path(f"{MATERIAL}/<int:n>/<str:deed>/", materials.step, name="exchange_deed"),
    path("research/calls/", calls.listed, name="research_calls"),
    path("research/calls/new/", calls.new_call, name="new_call"),
    path(f"{CALL}/", calls.call, name="research_call"),
    path(f"{CALL}/propose/", calls.propose, name="propose_research"),
    path(f"{CALL}/decide/", calls.decide, name="decide_call"),
    path(f"{CALL}/proposals/<int:n>/", calls.assess, name="assess_proposal"),
    path("research/<slug:key>/", research.entry, name="research_entry"),
    path("research/<slug:key>/validations/<int:n>/", research.correct, name="correct_validation"),
    path("research/<slug:key>/<str:deed>/", research.deed, name="research_deed"),
]
