"""Addresses of the front square."""

from __future__ import annotations

from django.urls import include, path

from registan.square import views, views_help, views_history, views_search

urlpatterns = [
    path("", views.square, name="square"),
    path("search/", views_search.search_page, name="search"),
    path("history/", views_history.history, name="history"),
    path("history/acts.csv", views_history.history_file, name="history_file"),
    path("help/", views_help.help_page, name="help"),
    path("help/<slug:office>/", views_help.help_office, name="help_office"),
    path("", include("registan.square.urls_jobs")),
]
