from __future__ import annotations

from django.apps import AppConfig


class WebConfig(AppConfig):
    name = "registan.web"
    label = "web"

    def ready(self) -> None:
        from registan.web.texts import discover, register
        from registan.web.texts_of_shell import TEXTS

        register(TEXTS)
        discover()
