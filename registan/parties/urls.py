"""Addresses of States, Bodies, mandates and accounts."""

from __future__ import annotations

from allauth.account.views import logout
from django.urls import path
from django.views.generic import RedirectView

from registan.parties.views import accounts, mandates, office_keys, records, register

urlpatterns = [
    path("states/", register.states, name="states"),
    path("states/<str:key>/", register.state, name="state"),
    path("bodies/", register.bodies, name="bodies"),
    path("bodies/<str:key>/", register.body, name="body"),
    path("sign-in/", accounts.sign_in, name="sign_in"),
    path("sign-in/as/", accounts.sign_in_as, name="sign_in_as"),
    path("own/", accounts.own_account, name="own_account"),
    path("own/mandate/", accounts.choose_mandate, name="choose_mandate"),
    path("own/calendar/", accounts.renew_feed, name="renew_feed"),
    path("own/password/", accounts.own_password, name="own_password"),
    # Names that django-allauth asks for; of its pages only these are open.
    path("account/logout/", logout, name="account_logout"),
    path("account/login/", RedirectView.as_view(pattern_name="sign_in"), name="account_login"),
    path("account/inactive/", accounts.closed, name="account_inactive"),
    path("records/<int:number>/open/", records.open_act, name="open_act"),
    path("records/shredding/", records.shredding, name="shredding"),
    path("records/shredding/<int:pk>/", records.shredding_confirm, name="shredding_confirm"),
    path("office-keys/", office_keys.office_keys_page, name="office_keys"),
    path("office-keys/new/", office_keys.enrol_key, name="enrol_office_key"),
    path("office-keys/statement/", office_keys.statement_file, name="office_statement"),
    path("office-keys/<int:pk>/<str:deed>/", office_keys.decide, name="decide_office_key"),
    path("mandates/", mandates.mandates, name="mandates"),
    path("mandates/new/", mandates.enrol, name="enrol"),
    path("mandates/grant/", mandates.grant, name="grant_mandate"),
    path("mandates/<int:pk>/withdraw/", mandates.withdraw, name="withdraw_mandate"),
]
