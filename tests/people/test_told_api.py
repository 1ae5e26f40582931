"""Notices, follows and letters by API: one's own, and nobody else's."""

import pytest
from django.test import Client
from django.utils import timezone

from people.following import follow, follows
from people.letter_choices import choice_of
from people.models import Notice
from people.notices import tell
from people.tokens import make_token
from proposals.actions.hiding import hide_proposal
from tests.asking import asking
from tests.factories import a_person, a_place, a_proposal

pytestmark = pytest.mark.django_db

NOTICES, FOLLOWS, LETTERS = (f"/api/v1/me/{name}/" for name in ("notices", "follows", "letters"))


@pytest.fixture
def dana():
    return a_person("Dana")


@pytest.fixture
def api(dana):
    return Client(headers={"Authorization": f"Token {make_token(dana)}"})


def tell_of(proposal, *people, ref=""):
    tell(
        [person.pk for person in people],
        topic=proposal.topic,
        event="answer.published",
        ref=ref,
        facts={"title": proposal.title},
        url=f"/proposals/{proposal.pk}/#answer",
    )


def sent(ask, address, body):
    return ask(address, body, content_type="application/json")


def test_dana_reads_her_own_notices_newest_first_and_nobody_elses(api, dana):
    shade, taps = a_proposal("Shade"), a_proposal("Taps")
    tell_of(shade, dana, a_person("Bo"))
    tell_of(taps, dana)
    found = api.get(NOTICES).json()["results"]
    assert [one["sentence"] for one in found] == [
        "The city has answered “Taps”.",
        "The city has answered “Shade”.",
    ]
    assert found[0] | {"id": 0, "made": ""} == {
        "id": 0,
        "topic": taps.topic,
        "title": "Taps",
        "event": "answer.published",
        "sentence": "The city has answered “Taps”.",
        "words": "",
        "by": "",
        "url": f"/proposals/{taps.pk}/#answer",
        "made": "",
        "read": None,
        "addressed": False,
    }
    assert len(api.get(f"{NOTICES}?topic={shade.topic}").json()["results"]) == 1


def test_hidden_words_are_in_no_notice_of_the_api(api, dana):
    shade = a_proposal("zanzibar")
    tell_of(shade, dana)
    hide_proposal(shade, timezone.now())
    assert "zanzibar" not in api.get(NOTICES).text


def test_what_arrives_after_she_looked_stays_unread(api, dana):
    shade = a_proposal()
    tell_of(shade, dana)
    seen = Notice.objects.get().pk
    tell_of(shade, dana, ref="later")
    answer = sent(api.put, f"{NOTICES}read/", {"up_to": seen})
    assert (answer.status_code, answer.json()) == (200, {"unread": 1})


@pytest.mark.parametrize("up_to", [0, -1, "x", None])
def test_a_number_that_is_none_is_refused_in_words(api, up_to):
    answer = sent(api.put, f"{NOTICES}read/", {"up_to": up_to})
    assert answer.status_code == 400
    assert list(answer.json()["fields"]) == ["up_to"]


def test_following_twice_is_once_and_ends_when_she_says_so(api, dana):
    place = a_place()
    for _twice in range(2):
        answer = api.put(f"{FOLLOWS}{place.topic}/")
        assert answer.json() == {"topic": place.topic, "following": True}
    [found] = api.get(FOLLOWS).json()["results"]
    assert (found["topic"], found["title"]) == (place.topic, "City of Lindhaven")
    assert api.delete(f"{FOLLOWS}{place.topic}/").json()["following"] is False
    assert not follows(dana, place.topic)


@pytest.mark.parametrize("topic", ["place.999999", "person.1", "desk.1", "x", "place.01", "poll.1"])
def test_what_nobody_can_follow_is_not_there(api, dana, topic):
    answer = api.put(f"{FOLLOWS}{topic}/")
    assert (answer.status_code, answer.json()["code"]) == (404, "not-found")
    assert api.get(FOLLOWS).json()["results"] == []


def test_letters_are_chosen_one_by_one(api, dana):
    assert api.get(LETTERS).json() == {"letters": True, "at_once": True, "digest": "weekly"}
    assert sent(api.patch, LETTERS, {"letters": False}).json()["letters"] is False
    assert choice_of(dana).digest == "weekly"
    assert sent(api.patch, LETTERS, {"digest": "hourly"}).status_code == 400


def test_lists_cost_the_same_for_one_and_for_three(api, dana):
    def cost(address) -> int:
        with asking() as asked:
            api.get(address)
        return len(asked)

    counts = []
    for number in range(3):
        proposal = a_proposal(f"Tap {number}")
        tell_of(proposal, dana)
        follow(dana, proposal.topic)
        counts.append((cost(NOTICES), cost(FOLLOWS)))
    assert counts[0] == counts[2]
    assert max(counts[0]) <= 5
