"""Addresses of the front square."""

from __future__ import annotations

from django.urls import include, path

from registan.square import views

urlpatterns = [
    path("", views.square, name="square"),
    path("history/", views.history, name="history"),
    path("", include("registan.square.urls_jobs")),
]
