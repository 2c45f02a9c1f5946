from __future__ import annotations

from django.apps import AppConfig


class SquareConfig(AppConfig):
    name = "registan.square"
    label = "square"
    default_auto_field = "django.db.models.BigAutoField"
