"""What is open, when it will be, and when it was: in words."""

from datetime import datetime, timedelta
from zoneinfo import ZoneInfo

import pytest

from consultations.models import Phase
from consultations.phases import Act, closing_of, open_for, share_done, span, state_of, steps

BRUSSELS = ZoneInfo("Europe/Brussels")
NOW = datetime(2026, 4, 20, 12, tzinfo=BRUSSELS)


def a_span(first, last, **takes) -> Phase:
    return Phase(
        name="Proposals",
        kind="propose",
        opens=datetime(2026, *first, tzinfo=BRUSSELS),
        closes=datetime(2026, *last, tzinfo=BRUSSELS),
        **takes,
    )


def test_an_act_is_open_when_any_open_phase_allows_it():
    closed = a_span((1, 1), (2, 1), takes_support=True)
    open_now = a_span((4, 1), (5, 4), takes_support=True)
    assert open_for([closed, open_now], Act.SUPPORT, NOW)


@pytest.mark.parametrize(
    ("act", "sentence"),
    [
        (Act.PROPOSE, "Proposals open on 4 May."),
        (Act.SUPPORT, "Support opens on 4 May."),
        (Act.DISCUSS, "The discussion opens on 4 May."),
        (Act.VOTE, "The vote opens on 4 May."),
    ],
)
def test_before_it_opens_the_date_is_named(act, sentence):
    verdict = open_for([a_span((5, 4), (6, 1), **{act.value: True})], act, NOW)
    assert (str(verdict), verdict.code) == (sentence, "not-yet-open")


@pytest.mark.parametrize(
    ("act", "sentence"),
    [
        (Act.PROPOSE, "Proposals closed on 3 April."),
        (Act.SUPPORT, "Support closed on 3 April."),
        (Act.DISCUSS, "The discussion closed on 3 April."),
        (Act.VOTE, "The vote closed on 3 April."),
    ],
)
def test_after_midnight_the_day_before_is_named_as_its_last(act, sentence):
    verdict = open_for([a_span((3, 1), (4, 4), **{act.value: True})], act, NOW)
    assert (str(verdict), verdict.code) == (sentence, "closed")


@pytest.mark.parametrize(
    ("act", "sentence"),
    [
        (Act.PROPOSE, "This consultation takes no proposals."),
        (Act.SUPPORT, "This consultation does not count support."),
        (Act.DISCUSS, "This consultation has no discussion."),
        (Act.VOTE, "This consultation has no vote."),
    ],
)
def test_an_act_that_no_phase_allows_is_never_open(act, sentence):
    verdict = open_for([a_span((4, 1), (5, 4))], act, NOW)
    assert (str(verdict), verdict.code) == (sentence, "never-open")


def test_another_year_is_named_with_its_number():
    phase = a_span((5, 4), (6, 1), takes_votes=True)
    phase.opens = phase.opens.replace(year=2027)
    assert str(open_for([phase], Act.VOTE, NOW)) == "The vote opens on 4 May 2027."


def test_what_opens_today_names_the_hour():
    phase = a_span((4, 20, 14, 30), (6, 1), takes_votes=True)
    assert str(open_for([phase], Act.VOTE, NOW)) == "The vote opens on 20 April at 14:30."


def test_a_span_opens_at_its_first_instant_and_is_over_at_its_last():
    phase = a_span((4, 1), (5, 4), takes_votes=True)
    assert open_for([phase], Act.VOTE, phase.opens)
    assert open_for([phase], Act.VOTE, phase.closes - timedelta(microseconds=1))
    assert not open_for([phase], Act.VOTE, phase.closes)
    assert not open_for([phase], Act.VOTE, phase.opens - timedelta(microseconds=1))


def test_the_last_open_phase_tells_when_the_act_closes():
    short = a_span((4, 1), (5, 4), takes_points=True)
    long = a_span((4, 1), (6, 4), takes_points=True)
    other = a_span((4, 1), (7, 4))
    assert closing_of([short, long, other], Act.DISCUSS, NOW) == long.closes
    assert closing_of([other], Act.DISCUSS, NOW) is None


def test_the_timeline_says_what_is_done_now_and_coming():
    phases = [a_span((5, 4), (6, 1)), a_span((1, 1), (2, 1)), a_span((4, 1), (5, 4))]
    assert [(step.state, step.when) for step in steps(phases, NOW)] == [
        ("done", "1 January – 31 January"),
        ("now", "until 3 May"),
        ("coming", "4 May – 31 May"),
    ]
    assert 1 / 3 < share_done(phases, NOW) < 2 / 3
    assert share_done([], NOW) == 0.0


def test_a_consultation_is_coming_then_open_then_between_then_closed():
    phases = [a_span((4, 1), (5, 1)), a_span((6, 1), (7, 1))]
    moments = [(3, 1), (4, 2), (5, 2), (6, 2), (7, 2)]
    states = [state_of(phases, datetime(2026, *moment, tzinfo=BRUSSELS)) for moment in moments]
    assert states == ["coming", "open", "between", "open", "closed"]


def test_the_night_the_clocks_go_forward_does_not_move_the_last_day():
    phase = a_span((3, 1), (3, 30))
    assert span(phase, NOW) == "1 March – 29 March"
