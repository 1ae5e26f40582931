"""“Your voice” tells what I did and what became of it, to me alone, in few questions."""

from datetime import timedelta

import pytest
from django.utils import timezone

from discussions.models import Point
from people.models import Notice
from people.notices import phrase, tell
from people.queries import unread_notices
from proposals.models import Answer, Draft, Withdrawal
from tests.asking import asking
from tests.factories import a_person, a_proposal, an_open_consultation
from voting.models import OpenBallot, Option, Poll, PollHead, Support

pytestmark = pytest.mark.django_db

MINE = "/your-voice/"


@pytest.fixture(autouse=True)
def a_sentence(monkeypatch):
    monkeypatch.setattr("people.notices.phrases", {})
    phrase("proposal.answered", "The city has answered “%(title)s”.")


@pytest.fixture
def amara():
    return a_person("Amara")


@pytest.fixture
def page_of(client):
    def read(person, address=MINE):
        client.force_login(person)
        page = client.get(address)
        assert page.status_code == 200
        return page.text

    return read


def an_answer(proposal, kind="partly"):
    return Answer.objects.create(
        proposal=proposal,
        kind=kind,
        because="Two of three squares.",
        published=timezone.now(),
        due=timezone.now().date(),
    )


def a_support(person, proposal, version=1):
    return Support.objects.create(
        proposal=proposal, person=person, version=version, given=timezone.now()
    )


def a_point(person, proposal, body="Trees need water.", **fields):
    return Point.objects.create(
        proposal=proposal,
        author=person,
        kind=Point.Kind.AGAINST,
        body=body,
        posted=timezone.now(),
        **fields,
    )


def a_ballot(person, consultation, choice="yes"):
    now = timezone.now()
    poll = Poll.objects.create(
        consultation=consultation,
        kind=Poll.Kind.YES_NO,
        question="Shall the square have shade?",
        opens=now - timedelta(days=1),
        closes=now + timedelta(days=5),
    )
    PollHead.objects.create(poll=poll)
    for key in ("yes", "no"):
        Option.objects.create(poll=poll, key=key, title=key.capitalize())
    return OpenBallot.objects.create(
        poll=poll, person=person, ballot={"kind": "yes-no", "choice": choice}, cast=now
    )


def everything_of(person):
    """One of each thing, all of this person."""
    consultation = an_open_consultation()
    proposal = a_proposal("Benches by the canal", author=person, consultation=consultation)
    an_answer(proposal)
    supported = a_proposal("Shade for the square", consultation=consultation)
    a_support(person, supported)
    a_point(person, supported)
    a_ballot(person, consultation)
    tell(
        [person.pk],
        topic=proposal.topic,
        event="proposal.answered",
        facts={"title": proposal.title},
        url=proposal.get_absolute_url(),
    )


def test_dana_who_is_not_signed_in_is_asked_to(client):
    answer = client.get(MINE)
    assert answer.headers["Location"] == "/account/login/?next=/your-voice/"


def test_somebody_new_reads_what_will_stand_here(page_of, amara):
    text = page_of(amara)
    for sentence in (
        "Nothing waits for you.",
        "You have not proposed anything yet.",
        "You do not support a proposal yet.",
        "You have not voted in an open poll yet.",
        "You have not written a point",
    ):
        assert sentence in text


def test_amara_reads_what_became_of_everything_she_did(page_of, amara):
    everything_of(amara)
    text = page_of(amara)
    for words in (
        "The city has answered “Benches by the canal”.",
        "Agreed in part",
        "Shade for the square",
        "Your choice: Yes",
        "Only you see it here.",
        "Trees need water.",
    ):
        assert words in text


def test_nothing_of_amaras_is_on_bos_page(page_of, amara):
    everything_of(amara)
    text = page_of(a_person("Bo"))
    assert "Benches by the canal" not in text
    assert "Trees need water." not in text


def test_a_new_version_of_what_i_support_is_told_with_its_number(page_of, amara):
    proposal = a_proposal()
    a_support(amara, proposal)
    assert "Its text has changed" not in page_of(amara)
    type(proposal).objects.update(version_number=3)
    assert "version 1 then, version 3 today" in page_of(amara)


def test_words_that_were_hidden_are_not_repeated_to_supporters(page_of, amara):
    proposal = a_proposal("Insults for the square", hidden=timezone.now())
    a_support(amara, proposal)
    a_point(amara, proposal)
    for address in (MINE, "/your-voice/supports/", "/your-voice/points/"):
        text = page_of(amara, address)
        assert "Insults for the square" not in text
        assert "insults-for-the-square" not in text
        assert "proposal that was hidden" in text


def test_the_author_reads_her_own_hidden_and_withdrawn_proposals(page_of, amara):
    a_proposal("Hidden benches", author=amara, hidden=timezone.now())
    withdrawn = a_proposal("Withdrawn benches", author=amara)
    Withdrawal.objects.create(proposal=withdrawn, by=amara, at=timezone.now())
    text = page_of(amara)
    assert "Hidden from the public since" in text
    assert "You withdrew it on" in text


def test_a_draft_waits_with_the_way_back_to_it(page_of, amara):
    consultation = an_open_consultation()
    Draft.objects.create(person=amara, consultation=consultation, title="More benches")
    text = page_of(amara)
    assert "You began to write “More benches” for Greener streets." in text
    assert f"{consultation.get_absolute_url()}proposals/new/" in text


def test_everything_of_a_kind_is_read_page_by_page(client, amara):
    for number in range(23):
        a_support(amara, a_proposal(f"Proposal {number:02}", consultation=the_one()))
    client.force_login(amara)
    first = client.get("/your-voice/supports/").text
    assert "Proposal 22" in first and "Proposal 03" in first and "Proposal 02" not in first
    before = Support.objects.get(proposal__title="Proposal 03").pk
    assert f"?before={before}" in first
    last = client.get(f"/your-voice/supports/?before={before}").text
    assert "Proposal 02" in last and "Proposal 00" in last and "?before=" not in last


def the_one():
    from consultations.models import Consultation

    return Consultation.objects.first() or an_open_consultation()


@pytest.mark.parametrize("before", ["x", "-1", "0", "9" * 30, "٣", "%00"])
def test_a_bent_page_number_shows_the_first_page(client, amara, before):
    client.force_login(amara)
    a_support(amara, a_proposal())
    for address in ("/your-voice/supports/", "/notices/"):
        answer = client.get(f"{address}?before={before}")
        assert answer.status_code in (200, 400), address


def test_a_part_that_is_none_is_not_there(client, amara):
    client.force_login(amara)
    assert client.get("/your-voice/secrets/").status_code == 404


def test_my_page_asks_the_same_few_questions_however_much_i_did(client, amara):
    client.force_login(amara)
    everything_of(amara)
    with asking() as one:
        client.get(MINE)
    for _ in range(2):
        everything_of(amara)
    with asking() as three:
        client.get(MINE)
    assert len(one) == len(three) <= 12


def test_notices_are_marked_by_a_press_and_by_opening_one(client, amara):
    everything_of(amara)
    client.force_login(amara)
    notice = Notice.objects.get(person=amara)
    page = client.get("/notices/")
    assert "not read yet" in page.text
    assert client.get(f"/notices/{notice.pk}/").status_code == 405
    assert len(unread_notices(amara)) == 1
    answer = client.post(f"/notices/{notice.pk}/")
    assert answer.headers["Location"] == notice.url
    assert unread_notices(amara) == []
    everything_of(amara)
    client.post("/notices/read/", {"up_to": unread_notices(amara)[0].pk})
    assert unread_notices(amara) == []


def test_nobody_opens_or_reads_away_anothers_notices(client, amara):
    everything_of(amara)
    client.force_login(a_person("Bo"))
    notice = Notice.objects.get()
    assert client.post(f"/notices/{notice.pk}/").status_code == 404
    client.post("/notices/read/", {"up_to": notice.pk})
    assert len(unread_notices(amara)) == 1
