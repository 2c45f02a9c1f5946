"""Addresses of assistance, below the desk of health."""

from __future__ import annotations

from django.urls import path

from registan.health.views import assistance

SAID = "assistance/<int:aid>/<str:what>"
urlpatterns = [
    path("assistance/", assistance.board, name="assistance"),
    path("assistance/new/", assistance.new_aid_round, name="new_aid_round"),
    path("assistance/items/new/", assistance.new_item, name="new_item"),
    path("assistance/lanes/new/", assistance.new_lane, name="new_lane"),
    path("assistance/<int:aid>/", assistance.aid_round, name="aid_round"),
    path("assistance/<int:aid>/close/", assistance.close, name="close_aid_round"),
    path(f"{SAID}/new/", assistance.new_said, name="new_said"),
    path(f"{SAID}/<int:position>/", assistance.said, name="aid_said"),
    path(f"{SAID}/<int:position>/amend/", assistance.amend_said, name="amend_said"),
    path(f"{SAID}/<int:position>/withdraw/", assistance.withdraw_said, name="withdraw_said"),
]
