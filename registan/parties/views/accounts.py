"""Signing in, choosing the mandate to act under, one's own account."""

from __future__ import annotations

from typing import TYPE_CHECKING

from django.conf import settings
from django.contrib.auth import login
from django.http import HttpResponseRedirect
from django.shortcuts import render
from django.urls import reverse
from django.utils.http import url_has_allowed_host_and_scheme
from django.views.decorators.http import require_POST

from registan.parties.acts import choose_language
from registan.parties.forms import LanguageForm, SignInForm
from registan.parties.middleware import CHOSEN
from registan.parties.queries import Names, cast
from registan.web.languages import CODES
from registan.web.refusal import NotThere

if TYPE_CHECKING:
    from django.http import HttpRequest, HttpResponse

BACKEND = "allauth.account.auth_backends.AuthenticationBackend"


def sign_in(request: HttpRequest) -> HttpResponse:
    """The account's name and password; in demo mode also the cast, one click each."""
    form = SignInForm(request.POST or None, request=request)
    if request.method == "POST" and form.is_valid():
        response: HttpResponse = form.login(request, redirect_url=_next(request))
        return response
    names = Names.load()
    players = (
        [(official, names.short(party)) for official, party in cast()] if settings.DEMO else []
    )
    context = {"form": form, "cast": players, "next": request.GET.get("next", "")}
    return render(request, "parties/sign_in.html", context, status=422 if form.errors else 200)


@require_POST
def sign_in_as(request: HttpRequest) -> HttpResponse:
    """Demo mode only: sign in as one of the cast."""
    chosen = next(
        (each for each, _ in cast() if each.username == request.POST.get("username")), None
    )
    if not settings.DEMO or chosen is None:
        raise NotThere
    login(request, chosen, backend=BACKEND)
    return HttpResponseRedirect(_next(request))


def own_account(request: HttpRequest) -> HttpResponse:
    """The Official's mandates, language of letters, calendar address."""
    user = request.user
    if not user.is_authenticated:
        return HttpResponseRedirect(f"{reverse('sign_in')}?next={request.path}")
    form = LanguageForm(request.POST or None, initial={"language": user.language})
    if request.method == "POST" and form.is_valid():
        choose_language(user, form.cleaned_data["language"])
        return HttpResponseRedirect(reverse("own_account"))
    names = Names.load()
    held = [(row, names.official(row.actor_key)) for row in request.mandates]  # type: ignore[attr-defined]
    context = {
        "form": form,
        "held": held,
        "feed": f"{settings.SITE_URL}/feeds/own/{user.feed_key}.ics",
    }
    return render(request, "parties/own_account.html", context)


@require_POST
def choose_mandate(request: HttpRequest) -> HttpResponse:
    """Act under another of one's own mandates from now on."""
    asked = request.POST.get("mandate", "")
    held = {str(row.pk): row.pk for row in request.mandates}  # type: ignore[attr-defined]
    if asked not in held:
        raise NotThere
    request.session[CHOSEN] = held[asked]
    return HttpResponseRedirect(reverse("own_account"))


def _next(request: HttpRequest) -> str:
    asked = request.POST.get("next") or request.GET.get("next") or ""
    safe = url_has_allowed_host_and_scheme(
        asked, {request.get_host()}, require_https=request.is_secure()
    )
    if safe and asked.split("/")[1:2] and asked.split("/")[1] in CODES:
        return asked
    return reverse("square")
