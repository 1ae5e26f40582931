"""The clock counts a closed poll, once, after the ballots under way have arrived."""

from datetime import timedelta

import pytest

from config.boundaries import register
from config.clock import tell_what_is_due
from live.topics import versions
from tests.factories import a_person
from tests.voting.polls import a_poll
from voting.actions import GRACE, cast_ballot
from voting.models import Result

pytestmark = pytest.mark.django_db


def test_the_clock_tells_of_opening_and_closing_and_counts_once():
    register()
    poll = a_poll()
    cast_ballot(person=a_person("Chidi"), poll=poll, ballot={"kind": "yes-no", "choice": "yes"})
    assert f"poll.{poll.pk} opens" in tell_what_is_due(poll.opens + timedelta(minutes=1))
    assert f"poll.{poll.pk} closes" in tell_what_is_due(poll.closes)
    assert not Result.objects.exists()
    before = versions([poll.topic])[poll.topic]
    assert tell_what_is_due(poll.closes + GRACE) == [f"poll.{poll.pk} counted"]
    assert Result.objects.get().facts["cast"] == 1
    assert versions([poll.topic])[poll.topic] > before
    assert tell_what_is_due(poll.closes + GRACE + timedelta(seconds=1)) == []


def test_a_poll_that_closed_long_before_the_city_woke_up_is_counted_too():
    register()
    poll = a_poll(opens=-90, closes=-60)
    assert f"poll.{poll.pk} counted" in tell_what_is_due()
    assert Result.objects.get().poll_id == poll.pk
