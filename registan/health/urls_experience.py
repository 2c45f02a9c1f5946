"""Addresses of the exchange of experience, below the desk of health."""

from __future__ import annotations

from django.urls import path

from registan.health.views import experience

urls_experience = [
    path("experience/", experience.register, name="experience"),
    path("experience/new/", experience.new_entry, name="new_experience"),
    path("experience/questions/new/", experience.new_question, name="new_question"),
    path("experience/questions/<slug:key>/", experience.question, name="question"),
    path(
        "experience/questions/<slug:key>/answer/",
        experience.new_answer,
        name="new_answer",
    ),
    path("experience/<slug:key>/", experience.entry, name="experience_entry"),
    path("experience/<slug:key>/version/", experience.new_entry, name="experience_version"),
]
