"""Pages of the ledger: how the log stands, one act with its proof, a proof file that is handed in."""

from __future__ import annotations

from typing import TYPE_CHECKING

import rfc8785
from django.http import HttpResponse, HttpResponseRedirect, StreamingHttpResponse
from django.shortcuts import render
from django.urls import reverse
from django.utils import timezone

from registan.kernel.log.proof_file import SUFFIX
from registan.ledger.answers import (
    audience_words,
    doubt_in_file,
    doubt_said,
    envelope_rows,
    said,
    sentence,
    waiting,
)
from registan.ledger.forms import NONE, CheckForm
from registan.ledger.keeper import policy
from registan.ledger.queries import lines
from registan.ledger.standing import standing
from registan.ledger.streams import find_stream, stream_lines, streams_of
from registan.ledger.times import doubt_of
from registan.ledger.verification import answer, check, find_act, is_placed, own_keys, proof_of
from registan.web.refusal import NotThere, Refused
from registan.web.texts import say

if TYPE_CHECKING:
    from typing import Any

    from django.http import HttpRequest

    from registan.ledger.audience import Viewer

# A longer record is read from its proof file.
SHOWN_IN_FULL = 12_000


def ledger(request: HttpRequest) -> HttpResponse:
    """How the log stands; and the form that checks a number or a file."""
    form = CheckForm(request.POST or None, request.FILES or None)
    if request.method == "POST" and form.is_valid():
        number, proof = form.cleaned_data["number"], form.cleaned_data["proof"]
        if proof is None and is_placed(number):
            return HttpResponseRedirect(reverse("act", args=[number]))
        if proof is not None:
            try:
                return _checked(request, proof)
            except Refused as refusal:
                form.add_error("proof", refusal.sentence())
        elif number != NONE:
            form.add_error("number", say("ledger.check.no_such_number", n=number))
    context = {
        "form": form,
        "log": standing(policy(), timezone.now()),
        "streams": [(row, audience_words(row.name)) for row in streams_of(_viewer(request))],
    }
    return render(request, "ledger/ledger.html", context, status=422 if form.errors else 200)


def act(request: HttpRequest, number: int) -> HttpResponse:
    """One act: what it was, for those it is addressed to; and for everybody what proves its place."""
    if not is_placed(number):
        raise NotThere
    trusted = policy()
    entry = find_act(number, _viewer(request))
    proof = proof_of(number, _viewer(request), trusted)
    found = answer(proof, trusted, own_keys(trusted)) if proof else None
    context: dict[str, Any] = {
        "number": number,
        "line": lines([entry])[0] if entry else None,
        "answers": said(found, own=True) if found else waiting(number),
        "doubt": doubt_said(doubt_of(entry)) if entry else "",
        "proven": found is not None,
    }
    if found:
        context |= _content(found.facts, found.parts)
    return render(request, "ledger/act.html", context)


def act_proof(request: HttpRequest, number: int) -> HttpResponse:
    """The proof file of an act; it opens the act for those alone to whom it is addressed."""
    proof = proof_of(number, _viewer(request), policy())
    if proof is None:
        raise NotThere if not is_placed(number) else Refused("not_signed_yet", status=409)
    name = f"act-{number}{SUFFIX}"
    return HttpResponse(
        bytes(proof),
        content_type="text/plain; charset=utf-8",
        headers={
            "Content-Disposition": f'attachment; filename="{name}"',
            "Cache-Control": "private, no-store",
        },
    )


def stream(request: HttpRequest, pk: int) -> StreamingHttpResponse:
    """A stream of the reader's own as JSON lines, to be checked by `registan ledger stream-check`."""
    viewer = _viewer(request)
    found = find_stream(pk, viewer)
    if found is None:
        raise NotThere
    return StreamingHttpResponse(
        (bytes(line) + b"\n" for line in stream_lines(found, viewer)),
        content_type="application/jsonl",
        headers={
            "Content-Disposition": f'attachment; filename="stream-{found.pk}.jsonl"',
            "Cache-Control": "private, no-store",
        },
    )


def explained(request: HttpRequest) -> HttpResponse:
    """What a proof file shows and what it does not, for a lawyer."""
    return render(request, "ledger/explained.html", {"log": standing(policy(), timezone.now())})


def _viewer(request: HttpRequest) -> Viewer:
    return request.viewer  # type: ignore[attr-defined, no-any-return]


def _checked(request: HttpRequest, data: bytes) -> HttpResponse:
    """The answers about a file; nothing of it is kept."""
    trusted = policy()
    found = check(data, trusted, own_keys(trusted))
    context: dict[str, Any] = {"found": found, "answers": said(found, own=False)}
    if found.good:
        # Whatever is not proven is not shown: a page of ours would lend it our face.
        context |= {
            "sentence": sentence(found.facts, found.parts),
            "doubt": doubt_in_file(found),
        }
        context |= _content(found.facts, found.parts)
    return render(request, "ledger/checked.html", context)


def _content(facts: dict[str, Any], parts: dict[str, Any]) -> dict[str, Any]:
    record = rfc8785.dumps(parts).decode() if parts else ""
    return {
        "envelope": envelope_rows(facts) if facts else [],
        "record": record if len(record) <= SHOWN_IN_FULL else "",
    }
