"""Open polls with their ballots; the one that has closed is counted."""

from datetime import timedelta

from config.demo.polls import POLLS
from config.demo.seeding.city import City, citizens
from voting.models import OpenBallot, Option, Poll, PollHead, Result
from voting.queries.counting import counted_facts

CLOSES_AT = 20  # o'clock: before people go to bed, so that nobody casts half asleep


def hold_polls(city: City) -> None:
    for text in POLLS:
        hold(city, text)


def hold(city: City, text) -> None:
    poll = Poll.objects.create(
        consultation=city.consultations[text.consultation],
        proposal=city.proposals[text.proposal] if text.proposal else None,
        kind=text.kind,
        question=text.question,
        explanation=text.explanation,
        opens=city.opening(text.opens),
        closes=city.at(text.closes, CLOSES_AT),
        budget=text.euros * 100 if text.euros else None,
    )
    if text.kind == Poll.Kind.APPROVAL:
        Option.objects.bulk_create(option_of(city, poll, *each) for each in enumerate(text.options))
    ballots = list(ballots_of(city, text, poll))
    OpenBallot.objects.bulk_create(ballots)
    PollHead.objects.create(poll=poll, turnout=len(ballots))
    if text.closes < 0:
        counted = poll.closes + timedelta(minutes=1)
        Result.objects.create(poll=poll, facts=counted_facts(poll), counted=counted)


def option_of(city: City, poll: Poll, order: int, option) -> Option:
    proposal = city.proposals[option.proposal]
    return Option(
        poll=poll,
        key=option.key,
        title=option.title,
        proposal=proposal,
        cost=proposal.cost,
        selected=option.won,
        order=order,
    )


def ballots_of(city: City, text, poll: Poll):
    voters = city.chance.sample(citizens(without_sign_ins=text.closes >= 0), text.turnout)
    contents = yes_no(city, text) if text.kind == Poll.Kind.YES_NO else approval(city, text)
    last = min(text.closes, -1)
    cast = sorted(city.sometime(city.chance.randint(text.opens, last), 7, 19) for _voter in voters)
    for key, ballot, moment in zip(voters, contents, cast, strict=True):
        yield OpenBallot(poll=poll, person=city.people[key], ballot=ballot, cast=moment)


def yes_no(city: City, text) -> list[dict]:
    """As many of each choice as the text says, in an order drawn by lot."""
    choices = [
        option.key for option in text.options for _ in range(round(option.liking * text.turnout))
    ]
    choices += ["abstain"] * (text.turnout - len(choices))
    city.chance.shuffle(choices)
    return [{"choice": choice, "kind": "yes-no"} for choice in choices[: text.turnout]]


def approval(city: City, text) -> list[dict]:
    """Each option on exactly as many ballots as the text says; a ballot without any is blank."""
    ticked: list[list[str]] = [[] for _ in range(text.turnout)]
    for option in text.options:
        for ballot in city.chance.sample(ticked, round(option.liking * text.turnout)):
            ballot.append(option.key)
    return [
        {"choices": sorted(keys), "kind": "approval"} if keys else {"kind": "blank"}
        for keys in ticked
    ]
