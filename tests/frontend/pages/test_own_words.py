"""Pages on which one changes or takes back what one said, and what others see of it."""

from datetime import timedelta

import pytest

from discussions.actions import correct_point, post_point, react, withdraw_point
from discussions.models import Point
from tests.asking import asking
from tests.factories import a_person, a_proposal

pytestmark = pytest.mark.django_db


@pytest.fixture
def chidi():
    return a_person("Chidi")


@pytest.fixture
def proposal():
    return a_proposal()


@pytest.fixture
def point(chidi, proposal):
    return post_point(person=chidi, proposal=proposal, kind="for", body="Cooler by eight degrees.")


def page(client, address, status=200):
    answer = client.get(address)
    assert answer.status_code == status
    return b"".join(answer).decode()


def test_chidi_alone_finds_the_way_to_change_and_take_back(client, chidi, point, proposal):
    ways = [f"/points/{point.pk}/words/", f"/points/{point.pk}/removal/"]
    assert not any(way in page(client, proposal.get_absolute_url()) for way in ways)
    client.force_login(chidi)
    assert all(way in page(client, proposal.get_absolute_url()) for way in ways)
    Point.objects.update(posted=point.posted - timedelta(minutes=11))
    shown = page(client, proposal.get_absolute_url())
    assert [way in shown for way in ways] == [False, True]
    assert "You can withdraw them." in page(client, ways[0], 403)


def test_changed_words_stand_at_once_and_the_earlier_ones_a_link_away(client, chidi, point):
    react(person=a_person("Dana"), point=point, value="agree")
    client.force_login(chidi)
    words = f"/points/{point.pk}/words/"
    assert "so your change is marked “edited”" in page(client, words)
    answer = client.post(words, {"body": "<b>Cooler</b> by nine."})
    assert answer.status_code == 302
    client.logout()
    shown = page(client, point.get_absolute_url())
    assert "&lt;b&gt;Cooler&lt;/b&gt; by nine." in shown
    assert "eight degrees" not in shown
    assert "Cooler by eight degrees." in page(client, f"/points/{point.pk}/earlier/")


def test_what_came_too_late_stays_in_the_form(client, chidi, point):
    client.force_login(chidi)
    Point.objects.update(posted=point.posted - timedelta(minutes=11))
    answer = client.post(f"/points/{point.pk}/words/", {"body": "Nine, I measured again."})
    assert answer.status_code == 403
    shown = answer.content.decode()
    assert "Nine, I measured again." in shown
    assert "could be changed for ten minutes" in shown


def test_words_sent_after_the_session_ended_are_there_after_signing_in(client, chidi, point):
    words = f"/points/{point.pk}/words/"
    client.post(words, {"body": "Nine, I measured again."})
    client.force_login(chidi)
    assert "Nine, I measured again." in page(client, words)


def test_deleting_asks_first_and_leaves_nothing(client, chidi, point, proposal):
    client.force_login(chidi)
    removal = f"/points/{point.pk}/removal/"
    assert "delete it whole" in page(client, removal)
    client.post(removal)  # without saying how, it asks again
    assert Point.objects.exists()
    client.post(removal, {"how": "delete"})
    assert "Cooler by eight" not in page(client, proposal.get_absolute_url())
    page(client, f"/points/{point.pk}/", 404)
    page(client, f"/points/{point.pk}/now/", 404)


def test_withdrawn_words_are_nowhere_and_their_place_says_so(client, chidi, point, proposal):
    dana = a_person("Dana")
    post_point(person=dana, proposal=proposal, kind="for", body="By ten.", parent=point)
    correct_point(person=chidi, point=point, body="Zanzibar is cooler.")
    withdraw_point(person=chidi, point=point)
    for reader in (None, dana, chidi):
        client.logout()
        if reader:
            client.force_login(reader)
        for address in (
            proposal.get_absolute_url(),
            point.get_absolute_url(),
            f"/points/{point.pk}/now/",
            f"/api/v1/points/{point.pk}/",
            f"/api/v1/proposals/{proposal.pk}/points/",
            f"/points/{point.pk}.json",
            f"/proposals/{proposal.pk}/points.csv",
            "/search/?q=zanzibar",
        ):
            shown = page(client, address).replace("Search: zanzibar", "")
            assert "Zanzibar" not in shown, address
            assert "eight degrees" not in shown, address
        page(client, f"/points/{point.pk}/earlier/", 404)
    assert "A point was withdrawn by its author on" in page(client, proposal.get_absolute_url())
    assert "By ten." in page(client, point.get_absolute_url())
    assert "Words you withdrew" in page(client, "/your-voice/points/")


def test_the_api_changes_deletes_and_withdraws_alike(client, chidi, point, proposal):
    client.force_login(chidi)
    address = f"/api/v1/points/{point.pk}/"
    changed = client.patch(address, {"body": "Nine."}, content_type="application/json")
    assert (changed.status_code, changed.json()["body"]) == (200, "Nine.")
    assert client.delete(address).status_code == 204
    assert client.get(address).status_code == 404

    old = post_point(person=chidi, proposal=proposal, kind="for", body="Ten.")
    Point.objects.update(posted=old.posted - timedelta(minutes=11))
    address = f"/api/v1/points/{old.pk}/"
    late = client.patch(address, {"body": "Eleven."}, content_type="application/json")
    assert (late.status_code, late.json()["code"]) == (403, "too-late")
    gone = client.delete(address)
    assert gone.status_code == 200
    stays = gone.json()
    assert (stays["body"], stays["author"]) == ("", None)
    assert stays["withdrawn"]


def test_a_page_asks_no_more_for_edited_and_withdrawn_points(client, chidi, proposal):
    def ask():
        with asking() as asked:
            page(client, proposal.get_absolute_url())
        return len(asked)

    dana = a_person("Dana")
    points = [
        post_point(person=chidi, proposal=proposal, kind="for", body=f"Number {n}.")
        for n in range(3)
    ]
    before = ask()
    for point in points:
        react(person=dana, point=point, value="agree")
        correct_point(person=chidi, point=point, body=f"Not {point.pk}.")
    withdraw_point(person=chidi, point=points[0])
    assert ask() == before
