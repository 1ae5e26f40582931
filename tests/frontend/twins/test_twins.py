"""Data beside every public page: the same facts, documented, for whoever asks."""

import csv
import io
import json
import tracemalloc
from datetime import timedelta

import pytest
from django.core.management import call_command
from django.test import AsyncRequestFactory
from django.utils import timezone

from consultations.models import Consultation
from discussions.actions import react
from frontend.twins.catalogue import DATASETS
from frontend.twins.twin import Column, Twin
from frontend.twins.writing import answer, cell
from proposals.models import Proposal
from tests.asking import asking
from tests.factories import a_person, a_phase, a_proposal, an_open_consultation
from tests.hostile.matrix import PAGES, lines
from tests.voting.polls import a_poll, close
from voting.actions import cast_ballot, count_poll

pytestmark = pytest.mark.django_db

WITHOUT_DATA = {
    "about-imprint": "a text",
    "about-contact": "a text",
    "about-security": "a text",
    "data": "says what there is",
    "offline": "stands where a page should",
    **dict.fromkeys(
        (
            "consultations-feed",
            "outcomes-feed",
            "overdue-feed",
            "calendar",
            "consultation-calendar",
            "robots",
            "manifest",
            "security-txt",
            "sitemap",
            "sitemap-part",
            "catalogue",
            "home-linked",
            "consultation-linked",
            "proposal-linked",
        ),
        "for machines",
    ),
    "about-accessibility": "a text",
    "about-privacy": "a text",
    "about-source": "a text",
    "language": "a choice",
    "open-data": "says itself how to ask for data",
    "api-root": "is data",
    "report": "a form",
    "report-receipt": "for whoever holds the receipt",
    "letters-stop": "for whoever got a letter",
    "proposal-points": "has data, at the proposal's",
    "consultation-newer": "a part of a page",
    "point-replies": "a part of a page",
    "point-now": "a part of a page",
    "city-colours": "a stylesheet",
    "city-crest": "a picture",
    "picture": "a file",
    "healthz": "for machines",
    "readyz": "for machines",
}


def whole(sent) -> bytes:
    assert sent.status_code == 200
    return b"".join(sent.streaming_content)


def as_json(client, address) -> dict:
    return json.loads(whole(client.get(address)))


def as_csv(client, address) -> list[dict]:
    return list(csv.DictReader(io.StringIO(whole(client.get(address)).decode(), newline="")))


def test_every_public_page_has_data_or_a_reason_why_not():
    public = {
        route
        for route, method, _address, said in lines(PAGES)
        if method == "GET" and said.get("nobody", said[""]) == "200"
    }
    pages = {one for one in public if not one.startswith("account") and not one.endswith("-data")}
    pages -= {"home-data-bare"}
    assert pages - DATASETS.keys() - WITHOUT_DATA.keys() == set()


def test_each_twin_says_what_its_columns_mean_and_csv_has_the_same(client, scene, named):
    seen = set()
    for route, method, template, said in lines(PAGES):
        page = route.removesuffix("-data")
        if method != "GET" or page not in DATASETS or page == route or said[""] != "200":
            continue
        stem, _dot, _form = template.format(**named).partition("?")[0].rpartition(".")
        query = template.partition("?")[2]
        data = as_json(client, f"{stem}.json?{query}")
        rows = as_csv(client, f"{stem}.csv?{query}")
        meanings = data["columns"]
        assert all(meanings.values()) and data["licence"].startswith("https://")
        assert len(data["results"]) == len(rows), stem
        for one, line in zip(data["results"], rows, strict=True):
            assert list(one) == list(line) == list(meanings), stem
        assert (
            client.get(data["page"].removeprefix("http://testserver"), follow=True).status_code
            == 200
        )
        seen.add(page)
    assert seen == DATASETS.keys()


def test_each_resource_of_the_api_finds_its_data_beside_its_page(client, scene):
    for resource in ("themes", "places", "consultations", "proposals", "polls", "decisions"):
        for one in client.get(f"/api/v1/{resource}/").json()["results"]:
            if url := one.get("url"):
                assert whole(client.get(url.rstrip("/") + ".json")), url
                assert whole(client.get(url.rstrip("/") + ".csv")), url


def test_a_page_names_its_other_forms(client):
    proposal = a_proposal()
    here = proposal.get_absolute_url().rstrip("/")
    page = client.get(f"{here}/").content.decode()
    assert f'<link rel="alternate" type="application/json" href="{here}.json">' in page
    assert f'<link rel="alternate" type="text/csv" href="{here}.csv">' in page
    lost = client.get("/proposals/999/").content.decode()
    assert 'rel="alternate"' not in lost


def test_a_hidden_proposal_leaves_its_place_and_not_a_word(client, scene):
    (row,) = as_json(client, f"/proposals/{scene.hidden.pk}.json")["results"]
    told = {name for name, value in row.items() if value is not None}
    assert told == {
        "id", "url", "posted", "status", "consultation", "hidden", "clause", "statement",
    }  # fmt: skip
    assert (row["status"], row["clause"]) == ("hidden", 4)
    listed = as_csv(client, f"/consultations/{scene.consultation.slug}.csv")
    assert str(scene.hidden.pk) not in [one["id"] for one in listed]


def test_who_left_is_nobody(client):
    proposal = a_proposal(author=a_person("Amara"))
    Proposal.objects.update(author=None)
    (row,) = as_csv(client, f"/proposals/{proposal.pk}.csv")
    assert row["author"] == ""


@pytest.mark.parametrize("kind", ["yes-no", "approval"])
def test_no_twin_knows_a_tally_before_the_vote_has_closed(client, kind):
    consultation = an_open_consultation()
    poll = a_poll(kind, consultation=consultation)
    ballot = {"kind": "yes-no", "choice": "yes"}
    if kind == "approval":
        ballot = {"kind": "approval", "choices": ["p1"]}
    a_phase(consultation, "vote", takes_votes=True)
    cast_ballot(person=a_person("Chidi"), poll=poll, ballot=ballot, received=timezone.now())
    stems = [f"/polls/{poll.pk}", consultation.get_absolute_url().rstrip("/")]
    stems.append(f"{stems[1]}/outcome")

    def said() -> str:
        return "".join(
            whole(client.get(f"{stem}.{form}")).decode()
            for stem in stems
            for form in ("json", "csv")
        )

    before = said()
    assert '"votes"' not in before and ",votes" not in before and "cast" not in before
    assert as_json(client, f"/polls/{poll.pk}.json")["facts"]["turnout"] == 1
    close(poll)
    assert '"votes"' not in said()  # closed, and not counted yet
    count_poll(poll.pk)
    votes = {one["key"]: one["votes"] for one in as_csv(client, f"/polls/{poll.pk}.csv")}
    assert votes["yes" if kind == "yes-no" else "p1"] == "1"
    assert '"votes"' in said()


def test_how_many_agree_is_published_when_the_discussion_is_over(
    client, point, amara, consultation
):
    react(person=amara, point=point, value="agree")
    address = f"/proposals/{point.proposal_id}/points.json"
    assert "agree" not in as_json(client, address)["columns"]
    consultation.phases.update(closes=timezone.now() - timedelta(minutes=1))
    assert as_json(client, address)["results"][0]["agree"] == 1


@pytest.mark.parametrize(
    "text", ["=1+1", "+1", "-1", "@SUM(A1)", "\t=1", "\r=1", "\n=1", " =1+1", "＝1"]
)
def test_no_spreadsheet_runs_what_somebody_wrote(client, text):
    assert cell(text) == f"'{text}"
    proposal = a_proposal(title=text)
    (row,) = as_csv(client, f"/proposals/{proposal.pk}.csv")
    assert row["title"] == f"'{text}"
    (row,) = as_json(client, f"/proposals/{proposal.pk}.json")["results"]
    assert row["title"] == text


def test_numbers_and_harmless_words_stay_as_they_are():
    assert [cell(one) for one in (-3, "3 - 1 = 2", None, True, ["a", "b"])] == [
        -3, "3 - 1 = 2", "", "true", "a; b",
    ]  # fmt: skip


def test_three_more_proposals_cost_no_question_more(client):
    consultation = an_open_consultation()
    amara = a_person("Amara")
    address = f"{consultation.get_absolute_url().rstrip('/')}.csv"

    def questions() -> int:
        with asking() as asked:
            whole(client.get(address))
        return len(asked)

    a_proposal(author=amara, consultation=consultation)
    few = questions()
    for _ in range(3):
        a_proposal(author=amara, consultation=consultation)
    assert questions() == few <= 8


@pytest.mark.long
def test_fifty_thousand_proposals_need_little_memory(client):
    call_command("seed_city", "--proposals=50000", "--supports=0", "--points=0", verbosity=0)
    consultation = Consultation.objects.get()
    stem = consultation.get_absolute_url().rstrip("/")
    for form in ("csv", "json"):
        sent = client.get(f"{stem}.{form}")
        tracemalloc.start()
        size = sum(len(piece) for piece in sent.streaming_content)
        peak = tracemalloc.get_traced_memory()[1]
        tracemalloc.stop()
        assert size > 5_000_000
        assert peak < 12_000_000


async def test_it_is_sent_piece_by_piece_where_sockets_are_served():
    made: list[int] = []

    def rows():
        for number in range(10_000):
            made.append(number)
            yield {"id": number}

    request = AsyncRequestFactory().get("/places.json")
    sent = answer(request, Twin("Numbers", (Column("id", "A number"),), rows()), "json")
    pieces = aiter(sent.streaming_content)
    first = await anext(pieces)
    assert len(made) < 10_000  # the rest is made when the first piece has gone
    rest = [piece async for piece in pieces]
    assert len(json.loads(b"".join([first, *rest]))["results"]) == len(made) == 10_000
