"""Sixty ways to type a name, and the same towns on both databases: one list says which."""

import unicodedata

import pytest

from frontend.pages.search.finding import KINDS, find
from tests.factories import a_person, an_open_consultation

pytestmark = pytest.mark.django_db

TOWNS = {
    "Łódź": "Trams to Łódź Square",
    "Straße": "Lime trees for the Große Straße",
    "Ørsted": "A bench on Ørsted Plads",
    "Reykjavík": "Hot water like Reykjavík",
    "Đurđevac": "Twinned with Đurđevac",
    "Ærø": "The ferry to Ærø",
    "İzmir": "Bread from İzmir",
    "Œuvre": "The Œuvre garden",
    "Þórshöfn": "Wool from Þórshöfn",
    "São": "São Tomé street",
    "Αθήνα": "Αθήνα on the river",
    "Пловдив": "Пловдив square",
}
QUERIES = {
    "lodz": "Łódź", "LODZ": "Łódź", "łódź": "Łódź", "ŁÓDŹ": "Łódź", "Łódz": "Łódź", "lódź": "Łódź",
    "lod": "Łódź", "strasse": "Straße", "STRASSE": "Straße", "straße": "Straße", "STRAẞE": "Straße",
    "Strass": "Straße", "grosse": "Straße", "GROẞE": "Straße", "orsted": "Ørsted", "ORSTED": "Ørsted",
    "ørsted": "Ørsted", "ØRSTED": "Ørsted", "Ørst": "Ørsted", "reykjavik": "Reykjavík",
    "REYKJAVÍK": "Reykjavík", "reykjavík": "Reykjavík", "durdevac": "Đurđevac", "ĐURĐEVAC": "Đurđevac",
    "đurđevac": "Đurđevac", "aero": "Ærø", "ÆRØ": "Ærø", "ærø": "Ærø", "izmir": "İzmir",
    "IZMIR": "İzmir", "İZMİR": "İzmir", "ızmır": "İzmir", "oeuvre": "Œuvre", "ŒUVRE": "Œuvre",
    "œuvre": "Œuvre", "thorshofn": "Þórshöfn", "ÞÓRSHÖFN": "Þórshöfn", "þórshöfn": "Þórshöfn",
    "sao": "São", "SÃO": "São", "tome": "São", "TOMÉ": "São", "αθηνα": "Αθήνα", "ΑΘΉΝΑ": "Αθήνα",
    "αθήνα": "Αθήνα", "пловдив": "Пловдив", "ПЛОВДИВ": "Пловдив", "ПЛОВ": "Пловдив",
    "tram": "Łódź", "plads orsted": "Ørsted", "odz": "", "trasse": "", "rsted": "", "lodz orsted": "",
}  # fmt: skip
ASKED = [
    *QUERIES.items(),
    *((unicodedata.normalize("NFD", query), town) for query, town in list(QUERIES.items())[2:20]),
]


@pytest.fixture
def towns():
    from proposals.actions import submit_proposal

    person, consultation = a_person(), an_open_consultation()
    return {
        town: submit_proposal(
            person=person,
            consultation=consultation,
            title=unicodedata.normalize("NFD" if number % 2 else "NFC", title),
            body="As it was told.",
        )
        for number, (town, title) in enumerate(TOWNS.items())
    }


def test_sixty_ways_to_type_a_name_find_their_towns(towns):
    assert len(ASKED) >= 60
    names = {proposal.pk: town for town, proposal in towns.items()}
    found = {
        query: {names[row.pk] for row in find(KINDS["proposal"], query).rows} for query, _ in ASKED
    }
    assert found == {query: {town} if town else set() for query, town in ASKED}
