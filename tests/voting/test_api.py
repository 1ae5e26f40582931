"""Polls over the API."""

import pytest

from tests.voting.polls import a_poll

pytestmark = pytest.mark.django_db


@pytest.mark.parametrize("number", ["0", "-1", "x", "٣", "9" * 19, "9" * 60])
def test_polls_of_a_consultation_that_cannot_be_are_none(client, number):
    a_poll()
    response = client.get("/api/v1/polls/", {"consultation": number})
    assert response.status_code == 200
    assert response.json()["results"] == []


def test_polls_of_one_consultation_leave_out_the_others(client):
    poll, _other = a_poll(), a_poll()
    response = client.get("/api/v1/polls/", {"consultation": str(poll.consultation_id)})
    assert [one["id"] for one in response.json()["results"]] == [poll.pk]
