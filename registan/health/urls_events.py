"""Addresses of emergencies."""

from __future__ import annotations

from django.urls import path

from registan.health.views import event_deeds, event_files, events

EVENT_URLS = [
    path("events/", events.listed, name="events"),
    path("events/new/", events.new_event, name="new_event"),
    path("events/<slug:event>/", events.event, name="event"),
    path("events/<slug:event>/event.<str:form>", event_files.event_file, name="event_file"),
    path("events/<slug:event>/say/<str:word>/", event_deeds.deed, name="event_deed"),
]
