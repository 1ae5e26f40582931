"""Pictures on the way to a proposal, on its page, and as files."""

import json

import pytest
from django.utils import timezone

from proposals.actions import hide_proposal, keep_picture, restore_proposal, submit_proposal
from proposals.models import Draft, Picture, Proposal
from tests.asking import asking
from tests.factories import a_person, a_picture_file, an_open_consultation, appoint

pytestmark = pytest.mark.django_db


@pytest.fixture
def amara():
    return a_person("Amara")


@pytest.fixture
def consultation():
    return an_open_consultation()


@pytest.fixture
def way(consultation):
    return f"/consultations/{consultation.slug}/proposals/new/"


@pytest.fixture
def proposal(amara, consultation):
    picture = keep_picture(person=amara, upload=a_picture_file(size=(1000, 700)))
    return submit_proposal(
        person=amara,
        consultation=consultation,
        title="Benches",
        body="Nine.",
        pictures=[{"picture": picture.name, "alt": 'Nine "benches" <b>'}],
    )


def file_of(proposal, width=480):
    return f"/pictures/{proposal.pictures[0]['picture']}-{width}.webp"


def test_amara_adds_describes_and_sends_pictures_without_a_script(client, amara, way):
    client.force_login(amara)
    client.post(way, {"title": "Benches"})
    answer = client.post(f"{way}text/", {"body": "Nine.", "go": "pictures"})
    assert answer["Location"] == f"{way}pictures/"
    shown = client.post(
        f"{way}pictures/", {"files": [a_picture_file(), a_picture_file()], "go": "on"}
    )
    assert shown.status_code == 400
    assert "Say what picture 1 shows, or that it only decorates." in shown.content.decode()
    first, second = [one["picture"] for one in Draft.objects.get().pictures]
    described = {
        "picture": [first, second],
        f"alt-{first}": "A square",
        f"decorative-{second}": "1",
    }
    answer = client.post(f"{way}pictures/", described | {"go": "on"})
    assert answer["Location"] == f"{way}place/"
    assert first in client.get(f"{way}check/").content.decode()
    client.post(f"{way}check/")
    proposal = Proposal.objects.get()
    assert [(one["picture"], one["alt"]) for one in proposal.pictures] == [
        (first, "A square"),
        (second, ""),
    ]
    page = client.get(proposal.get_absolute_url()).content.decode()
    assert 'alt="A square"' in page
    assert f"/pictures/{first}-480.webp 480w, /pictures/{first}-600.webp 600w" in page


def test_a_bad_file_gets_its_sentence_and_nothing_else_is_lost(client, amara, way):
    client.force_login(amara)
    bad = a_picture_file("<script>.png")
    bad.file.seek(20)
    bad.file.write(b"broken" * 9)
    bad.file.seek(0)
    answer = client.post(f"{way}pictures/", {"files": [a_picture_file(), bad], "go": "on"})
    page = answer.content.decode()
    assert answer.status_code == 400
    assert "“&lt;script&gt;.png”: This file is not a picture that we can read." in page
    (kept,) = Draft.objects.get().pictures
    again = client.post(
        f"{way}pictures/",
        {
            "picture": kept["picture"],
            f"alt-{kept['picture']}": "A square",
            "files": [bad],
            "go": "on",
        },
    )
    assert 'value="A square"' in again.content.decode()
    taken = {"picture": kept["picture"], f"remove-{kept['picture']}": "1", "go": "on"}
    assert client.post(f"{way}pictures/", taken).status_code == 302
    assert Draft.objects.get().pictures == []


def test_a_picture_is_hidden_and_restored_with_its_proposal(client, amara, consultation, proposal):
    bo = a_person("Bo")
    appoint(bo, consultation=consultation)
    answer = client.get(file_of(proposal))
    assert (answer.status_code, answer["Content-Type"]) == (200, "image/webp")
    assert answer["X-Content-Type-Options"] == "nosniff"
    assert answer["Content-Disposition"].startswith("attachment")
    assert "no-cache" in answer["Cache-Control"]
    known = {"If-None-Match": answer["ETag"]}
    assert client.get(file_of(proposal), headers=known).status_code == 304
    hide_proposal(proposal, timezone.now())
    assert client.get(file_of(proposal)).status_code == 404
    assert client.get(file_of(proposal), headers=known).status_code == 404
    for person, status in ((a_person("Dana"), 404), (amara, 200), (bo, 200)):
        client.force_login(person)
        assert client.get(file_of(proposal)).status_code == status
    client.logout()
    restore_proposal(proposal)
    assert client.get(file_of(proposal)).status_code == 200
    assert client.get(file_of(proposal, 481)).status_code == 404


def test_words_that_describe_are_never_markup(client, proposal):
    page = client.get(proposal.get_absolute_url()).content.decode()
    assert 'alt="Nine &quot;benches&quot; &lt;b&gt;"' in page
    assert 'width="1000" height="700"' in page


def test_an_edit_adds_and_removes_and_the_old_version_keeps_its_picture(client, amara, proposal):
    client.force_login(amara)
    name = proposal.pictures[0]["picture"]
    edit = f"/proposals/{proposal.pk}/versions/new/"
    assert f'name="alt-{name}"' in client.get(edit).content.decode()
    words = {"title": "Benches", "body": "Nine.", "base": "1"}
    same = {"picture": name, f"alt-{name}": proposal.pictures[0]["alt"]}
    answer = client.post(edit, words | same | {"step": "preview"})
    assert "You have not changed anything yet." in answer.content.decode()
    answer = client.post(edit, words | {"step": "preview"})
    assert "None any more." in answer.content.decode()
    client.post(edit, words | {"step": "publish"})
    assert name not in client.get(proposal.get_absolute_url()).content.decode()
    assert name in client.get(f"/proposals/{proposal.pk}/versions/1/").content.decode()
    assert client.get(file_of(proposal)).status_code == 200


def test_the_api_takes_a_file_and_then_its_name(client, amara, consultation):
    client.force_login(amara)
    told = client.post("/api/v1/pictures/", {"file": a_picture_file()})
    assert told.status_code == 201
    name = told.json()["picture"]
    assert told.json()["sizes"] == [f"/pictures/{name}-480.webp", f"/pictures/{name}-600.webp"]
    body = {"consultation": consultation.pk, "title": "Benches", "body": "Nine."}
    undescribed = client.post(
        "/api/v1/proposals/",
        json.dumps(body | {"pictures": [{"picture": name}]}),
        content_type="application/json",
    )
    assert undescribed.json()["fields"] == {
        "pictures": ["Say what each picture shows, or that it only decorates."]
    }
    made = client.post(
        "/api/v1/proposals/",
        json.dumps(body | {"pictures": [{"picture": name, "alt": "A square"}]}),
        content_type="application/json",
    )
    assert [one["alt"] for one in made.json()["pictures"]] == ["A square"]
    wrong = client.post("/api/v1/pictures/", {"file": a_picture_file(size=(3, 3))})
    assert (wrong.status_code, wrong.json()["code"]) == (400, "too-small")
    assert client.post("/api/v1/pictures/").status_code == 400
    assert Picture.objects.count() == 1


def test_pictures_cost_the_page_no_question(client, amara, consultation, proposal):
    def asked():
        with asking() as statements:
            client.get(proposal.get_absolute_url())
        return len(statements)

    with_one = asked()
    Proposal.objects.filter(pk=proposal.pk).update(pictures=[])
    assert asked() == with_one
