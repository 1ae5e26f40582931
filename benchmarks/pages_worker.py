"""Measures one city's pages in a process of its own; prints one line of JSON."""

import json
import os

os.environ["DJANGO_SETTINGS_MODULE"] = "benchmarks.settings"

import django

django.setup()

from django.conf import settings
from django.db import connection
from django.test import Client
from django.test.utils import CaptureQueriesContext

from benchmarks.pages import in_turns
from proposals.models import Counters


def main() -> None:
    busiest = (
        Counters.objects.filter(standing=True)
        .select_related("proposal", "consultation")
        .order_by("-supports", "-proposal_id")
        .first()
    )
    if busiest is None:
        raise SystemExit("There is no proposal in this city.")
    proposal, consultation = busiest.proposal, busiest.consultation
    addresses = {
        "consultation": consultation.get_absolute_url(),
        "proposal": proposal.get_absolute_url(),
        "plain_consultation": f"/bench/consultations/{consultation.slug}/",
        "plain_proposal": f"/bench/proposals/{proposal.pk}/",
        "constant": "/bench/constant/",
    }
    client = Client(HTTP_HOST=settings.ALLOWED_HOSTS[0])
    measured: dict[str, float] = in_turns(
        {name: visit(client, address) for name, address in addresses.items()}
    )
    for name in ("consultation", "proposal"):
        with CaptureQueriesContext(connection) as asked:
            client.get(addresses[name])
        measured[f"{name}_queries"] = len(asked)
    print(json.dumps(measured))


def visit(client: Client, address: str):
    def once() -> None:
        answer = client.get(address)
        if answer.status_code != 200:
            raise SystemExit(f"{address} answered {answer.status_code}.")

    return once


main()
