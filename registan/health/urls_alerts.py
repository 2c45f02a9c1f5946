"""Addresses of methods and signals."""

from __future__ import annotations

from django.urls import path

from registan.health.views import alerts, methods

urlpatterns = [
    path("methods/", methods.all_methods, name="methods"),
    path("methods/new/", methods.new_method, name="new_method"),
    path("methods/<int:n>/", methods.method, name="method"),
    path("methods/<int:n>/adopt/", methods.adopt, name="adopt_method"),
    path("methods/<int:n>/withdraw/", methods.withdraw, name="withdraw_method"),
    path("signals/", alerts.all_signals, name="signals"),
    path("signals/<int:pk>/", alerts.signal, name="signal"),
    path("signals/<int:pk>/signal.json", alerts.signal_file, name="signal_file"),
    path("signals/<int:pk>/<str:deed>/", alerts.answer, name="answer_signal"),
]
