"""Addresses of States, Bodies, mandates and accounts."""

from __future__ import annotations

from django.urls import path

from registan.parties.views import accounts, mandates, register

urlpatterns = [
    path("states/", register.states, name="states"),
    path("states/<str:key>/", register.state, name="state"),
    path("bodies/", register.bodies, name="bodies"),
    path("bodies/<str:key>/", register.body, name="body"),
    path("sign-in/", accounts.sign_in, name="sign_in"),
    path("sign-in/as/", accounts.sign_in_as, name="sign_in_as"),
    path("own/", accounts.own_account, name="own_account"),
    path("own/mandate/", accounts.choose_mandate, name="choose_mandate"),
    path("mandates/", mandates.mandates, name="mandates"),
    path("mandates/new/", mandates.enrol, name="enrol"),
    path("mandates/<int:pk>/withdraw/", mandates.withdraw, name="withdraw_mandate"),
]
