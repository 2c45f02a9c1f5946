"""Help: one page for each office, in three languages, to be read or printed."""

from __future__ import annotations

from typing import TYPE_CHECKING

from django.shortcuts import render

from registan.square.help import offices, page_of

if TYPE_CHECKING:
    from django.http import HttpRequest, HttpResponse


def help_page(request: HttpRequest) -> HttpResponse:
    return render(request, "square/help.html", {"offices": offices()})


def help_office(request: HttpRequest, office: str) -> HttpResponse:
    page = page_of(office, request.mandate)  # type: ignore[attr-defined]
    return render(request, "square/help_office.html", {"office": page, "offices": offices()})
