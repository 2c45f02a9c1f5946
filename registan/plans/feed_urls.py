"""Addresses of the calendar feeds, outside the languages: a calendar program asks them."""

from __future__ import annotations

from django.urls import re_path

from registan.plans.views import feeds

urlpatterns = [
    re_path(r"^plans/(?P<key>[-\w]+)\.(?P<lang>ru|zh|en)\.ics$", feeds.plan_feed, name="plan_feed"),
    re_path(r"^own/(?P<feed_key>[-\w]{43})\.ics$", feeds.own_feed, name="own_feed"),
]
