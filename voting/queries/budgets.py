"""A budget counted by the engine in two ways, as it is kept beside the result of a poll."""

from collections.abc import Iterable

from voting.counting import rules
from voting.counting.ballots import of_json
from voting.counting.budgets.comparing import compare
from voting.counting.election import Election
from voting.counting.election import Option as Project
from voting.counting.errors import BadCount
from voting.counting.numbers import exact
from voting.counting.outcome import Outcome
from voting.counting.progress import Progress
from voting.models import Option, Poll

WAYS = {"greedy": "greedy", "equal_shares": "equal-shares"}
MOST_STEPS = 20_000
"""Nobody waits for more: a budget in a very weak currency is told to be too long instead."""


def ways_of(poll: Poll, weighted: Iterable[tuple[dict, int]]) -> dict:
    """`{"greedy": …, "equal_shares": …, "compared": …}`, empty where the poll divides no money.

    Each way has its rule, winners, what they cost in cents, rounds, the reason for each project and
    the result's hash; or only `trouble`, the sentence why it could not be counted.
    """
    options = list(poll.options.all())
    if poll.budget is None or any(option.cost is None for option in options):
        return {}
    election = election_of(poll, options, weighted)
    outcomes: dict[str, Outcome] = {}
    kept: dict[str, dict] = {}
    for name, rule in WAYS.items():
        try:
            outcomes[name] = rules.counted(
                election, rules.spec(rule), progress=Progress(most=MOST_STEPS)
            )
            kept[name] = kept_of(outcomes[name])
        except BadCount as trouble:
            kept[name] = {"trouble": trouble.sentence.json()}
    if len(outcomes) == len(WAYS):
        kept["compared"] = compared(election, *outcomes.values())
    return kept


def election_of(
    poll: Poll, options: Iterable[Option], weighted: Iterable[tuple[dict, int]]
) -> Election:
    return Election(
        options=tuple(Project(option.key, option.title, option.cost or 0) for option in options),
        ballots=tuple((of_json(ballot), weight) for ballot, weight in weighted),
        kind=poll.kind,
        title=poll.question,
        budget=poll.budget,
        currency=poll.currency,
        meta={"max_length": str(poll.max_choices)} if poll.max_choices else {},
    )


def kept_of(outcome: Outcome) -> dict:
    return {
        "rule": outcome.spec.json(),
        "sentence": outcome.spec.sentence(outcome.election).json(),
        "winners": list(outcome.winners),
        "spent": outcome.spent,
        "rounds": exact(list(outcome.rounds)),
        "reasons": {each.option: each.words.json() for each in outcome.explained()},
        "sha256": outcome.sha256,
    }


def compared(election: Election, greedy: Outcome, equal_shares: Outcome) -> dict:
    """Whom each way leaves without any project that they chose, and who has more money's worth."""
    seen = compare(election, "cost", greedy.winners, equal_shares.winners)
    return {
        "voters": election.voters,
        "without": {"greedy": seen.without_first, "equal_shares": seen.without_second},
        "more": {"greedy": seen.more_first, "equal_shares": seen.more_second},
    }
