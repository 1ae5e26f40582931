"""What pages ask the database: within their ceilings, in a small city and in a big one alike."""

import pytest
from django.core.management import call_command
from django.test import Client

from consultations.models import Consultation
from proposals.models import Counters
from tests.asking import at_most
from tests.factories import a_person, a_proposal, an_open_consultation
from tests.voting.polls import a_poll
from voting.actions import give_support

pytestmark = pytest.mark.django_db
CEILINGS = {"home": 8, "consultation": 10, "proposal": 12, "ballot": 14, "giving support": 8}


def a_small_city() -> Consultation:
    consultation = an_open_consultation()
    for name in ("Amara", "Ines", "Tadeusz"):
        proposal = a_proposal(author=a_person(name), consultation=consultation)
    give_support(person=a_person("Chidi"), proposal=proposal)
    return consultation


def a_big_city() -> Consultation:
    sizes = {"proposals": 3_000, "supports": 9_000, "points": 6_000}
    call_command("seed_city", *[f"--{name}={size}" for name, size in sizes.items()], verbosity=0)
    return Consultation.objects.published().get()


@pytest.mark.parametrize("founded", [a_small_city, a_big_city])
@pytest.mark.parametrize("signed_in", [False, True])
def test_no_page_asks_more_in_a_big_city_than_its_ceiling(founded, signed_in, capsys):
    consultation = founded()
    poll = a_poll("approval", consultation=consultation)
    most = Counters.objects.filter(standing=True).order_by("-supports", "-pk").first()
    assert most
    client = Client()
    if signed_in:
        client.force_login(a_person("Dana"))
    for page, address in {
        "home": "/",
        "consultation": consultation.get_absolute_url(),
        "proposal": most.proposal.get_absolute_url(),
        "ballot": poll.get_absolute_url(),
    }.items():
        with at_most(CEILINGS[page]):
            assert client.get(address).status_code == 200
    if signed_in:
        with at_most(CEILINGS["giving support"]):
            client.post(f"{most.proposal.get_absolute_url().split('-')[0]}/support/")
        assert Counters.objects.get(pk=most.pk).supports == most.supports + 1
