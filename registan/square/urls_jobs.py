"""Addresses of the secretariat's pages of the machine, and of the choice of letters."""

from __future__ import annotations

from django.urls import path

from registan.square import views_jobs

urlpatterns = [
    path("jobs/", views_jobs.jobs, name="jobs"),
    path("jobs/<uuid:pk>/again/", views_jobs.job_again, name="job_again"),
    path("letters/", views_jobs.letters, name="letters"),
    path("letters/<uuid:uid>/again/", views_jobs.letter_again, name="letter_again"),
    path("letters/settings/", views_jobs.letter_settings, name="letter_settings"),
]
