"""Who took part, by kind: after the end, and never below five people."""

import csv
import io
from datetime import timedelta

import pytest
from django.utils import timezone

from people.models import Kind
from tests.asking import at_most
from tests.factories import a_person, a_proposal, an_open_consultation
from voting.actions import give_support

pytestmark = pytest.mark.django_db


@pytest.fixture
def supported():
    """Seven citizens, six businesses and two associations support one proposal."""
    consultation = an_open_consultation()
    proposal = a_proposal(consultation=consultation)
    kinds = {Kind.CITIZEN: 7, Kind.BUSINESS: 6, Kind.ASSOCIATION: 2}
    for kind, number in kinds.items():
        for at in range(number):
            give_support(person=a_person(f"Person{at}", kind=kind), proposal=proposal)
    return consultation


def rows(client, consultation) -> dict[str, dict]:
    address = f"{consultation.get_absolute_url()}participation.csv"
    said = b"".join(client.get(address).streaming_content).decode()
    return {one["kind"]: one for one in csv.DictReader(io.StringIO(said, newline=""))}


def test_nothing_is_told_while_numbers_still_move(client, supported):
    assert rows(client, supported) == {}
    page = client.get(f"{supported.get_absolute_url()}participation/").content.decode()
    assert "These figures are published when people can no longer act here" in page


def test_small_groups_and_what_gives_them_away_are_held_back_and_the_file_says_so(
    client, supported
):
    supported.phases.update(closes=timezone.now() - timedelta(minutes=1))
    found = rows(client, supported)
    told = {kind: one["supported"] for kind, one in found.items()}
    assert told == {
        "citizen": "7", "association": "<5", "business": "<5", "institution": "0",
        "policy-maker": "0", "civil-servant": "0", "everybody": "15",
    }  # fmt: skip
    assert "below five" in found["association"]["note"] and not found["institution"]["note"]
    assert found["everybody"]["proposed"] == "<5"  # one author
    with at_most(9):
        page = client.get(f"{supported.get_absolute_url()}participation/").content.decode()
    assert "fewer than five people" in page
