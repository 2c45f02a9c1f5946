"""All addresses: pages below /ru/, /zh/, /en/; machines below /api/, /feeds/ and /log/."""

from __future__ import annotations

from django.http import HttpRequest, HttpResponse, HttpResponsePermanentRedirect
from django.templatetags.static import static
from django.urls import include, path, re_path

from registan.api.shell import api, not_there
from registan.health.api import router as health_router
from registan.health.api_situation import router as situation_router
from registan.plans.api import router as plans_router
from registan.web.languages import in_every_language

api.add_router("", plans_router)
api.add_router("", health_router)
api.add_router("", situation_router)


def healthz(request: HttpRequest) -> HttpResponse:
    """For the start-up script and a watcher: the server answers."""
    return HttpResponse("ok", content_type="text/plain")


def icon(request: HttpRequest) -> HttpResponse:
    """Browsers ask for this address whatever the page says."""
    return HttpResponsePermanentRedirect(static("web/icon.svg"))


urlpatterns = [
    path("healthz", healthz),
    path("favicon.ico", icon),
    path("api/", api.urls),
    re_path(r"^api/", not_there),
    path("log/", include("registan.ledger.log_urls")),
    path("feeds/", include("registan.plans.feed_urls")),
    *in_every_language(
        path("", include("registan.square.urls")),
        path("", include("registan.parties.urls")),
        path("plans/", include("registan.plans.urls")),
        path("health/", include("registan.health.urls")),
        path("ledger/", include("registan.ledger.urls")),
    ),
]
handler400 = "registan.web.refusal_pages.bad_request"
handler404 = "registan.web.refusal_pages.page_not_found"
handler500 = "registan.web.refusal_pages.broken"
