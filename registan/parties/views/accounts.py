"""Signing in, choosing the mandate to act under, one's own account."""

from __future__ import annotations

from typing import TYPE_CHECKING

from django.conf import settings
from django.contrib import messages
from django.contrib.auth import login, update_session_auth_hash
from django.http import HttpResponseRedirect
from django.shortcuts import render
from django.urls import reverse
from django.utils import timezone
from django.utils.http import url_has_allowed_host_and_scheme
from django.views.decorators.http import require_POST

from registan.parties.acts import change_password, choose_language, renew_feed_key
from registan.parties.forms import LanguageForm, PasswordForm, SignInForm
from registan.parties.middleware import CHOSEN
from registan.parties.queries import Names, cast, mandates_of
from registan.parties.request import acting
from registan.web.languages import CODES
from registan.web.refusal import NotThere, Refused
from registan.web.texts import say

if TYPE_CHECKING:
    from django.http import HttpRequest, HttpResponse

BACKEND = "allauth.account.auth_backends.AuthenticationBackend"


def sign_in(request: HttpRequest) -> HttpResponse:
    """The account's name and password; in demo mode also the cast, one click each."""
    form = SignInForm(request.POST or None, request=request)
    if request.method == "POST" and form.is_valid():
        response: HttpResponse = form.login(request, redirect_url=_next(request))
        _act_under_first(request)
        return response
    names = Names.load()
    players = (
        [(official, names.short(party)) for official, party in cast()] if settings.DEMO else []
    )
    context = {"form": form, "cast": players, "next": request.GET.get("next", "")}
    return render(request, "parties/sign_in.html", context, status=422 if form.errors else 200)


def sign_in_as(request: HttpRequest) -> HttpResponse:
    """Demo mode only: sign in as one of the cast."""
    if not settings.DEMO or request.method != "POST":
        raise NotThere
    asked = request.POST.get("username")
    chosen = next((each for each, _ in cast() if each.username == asked), None)
    if chosen is None:
        raise NotThere
    login(request, chosen, backend=BACKEND)
    _act_under_first(request)
    return HttpResponseRedirect(_next(request))


def _act_under_first(request: HttpRequest) -> None:
    """Keep under which mandate this session acts: when it ends, no other one steps in unasked."""
    user = request.user
    if user.is_authenticated and (held := mandates_of(user, timezone.now())):
        request.session[CHOSEN] = held[0].pk


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
def renew_feed(request: HttpRequest) -> HttpResponse:
    """Take the private calendar address back: whoever had it reads nothing more."""
    user = request.user
    if not user.is_authenticated:
        raise Refused("sign_in_first", status=403)
    renew_feed_key(user)
    messages.success(request, say("parties.calendar.renewed"))
    return HttpResponseRedirect(reverse("own_account"))


def own_password(request: HttpRequest) -> HttpResponse:
    """Change one's own password."""
    by = acting(request)  # type: ignore[arg-type]
    form = PasswordForm(by.official, request.POST or None)
    if request.method == "POST" and form.is_valid():
        changed = form.run(change_password, by, password=form.cleaned_data["password"])
        if changed is not None:
            update_session_auth_hash(request, changed)
            messages.success(request, say("parties.password.changed"))
            return HttpResponseRedirect(reverse("own_account"))
    status = 422 if form.errors else 200
    return render(request, "parties/own_password.html", {"form": form}, status=status)


def closed(request: HttpRequest) -> HttpResponse:
    """Where a sign-in with a closed account ends."""
    raise Refused("account_closed", status=403)


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
