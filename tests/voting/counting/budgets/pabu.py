"""What pabutools says about a budget: asked where it is installed, told as winners by id."""

from fractions import Fraction

from voting.counting.budgets.tallying import points_on, votes_and_scores
from voting.counting.election import Election
from voting.counting.lots import Lots


def asked(election: Election, lots: Lots):
    """pabutools' instance and profile, and our order of ties in its words."""
    from pabutools.election import (
        ApprovalBallot,
        ApprovalProfile,
        CardinalBallot,
        CardinalProfile,
        Instance,
        Project,
    )
    from pabutools.tiebreaking import TieBreakingRule

    projects = {
        option.id: Project(option.id, Fraction(option.cost, election.unit))
        for option in election.options
    }
    instance = Instance(projects.values(), budget_limit=Fraction(election.budget, election.unit))
    cardinal = election.kind in ("points", "score", "ranking")
    profile = (CardinalProfile if cardinal else ApprovalProfile)(instance=instance)
    first = int(election.meta["max_length"])
    for ballot, weight in election.ballots:
        for _each in range(weight):
            given = {projects[key]: points for key, points in points_on(ballot, first)}
            profile.append(CardinalBallot(given) if cardinal else ApprovalBallot(given))
    votes, _scores = votes_and_scores(election)
    ties = TieBreakingRule(
        lambda _instance, _profile, project: (
            project.cost,
            -votes[project.name],
            lots.places[project.name],
        )
    )
    return instance, profile, ties


def satisfaction(utility: str):
    from pabutools.election import Additive_Cardinal_Sat, Cardinality_Sat, Cost_Sat

    return {"cost": Cost_Sat, "cardinality": Cardinality_Sat, "score": Additive_Cardinal_Sat}[
        utility
    ]


def equal_shares(election: Election, lots: Lots, utility: str, completion: str, stop: str) -> set:
    from pabutools.rules import exhaustion_by_budget_increase, method_of_equal_shares

    instance, profile, ties = asked(election, lots)
    settings = {"sat_class": satisfaction(utility), "tie_breaking": ties}
    if completion == "none":
        won = method_of_equal_shares(instance, profile, **settings)
    elif stop == "exhaustive":
        won = method_of_equal_shares(instance, profile, voter_budget_increment=1, **settings)
    else:
        won = exhaustion_by_budget_increase(
            instance,
            profile,
            method_of_equal_shares,
            settings,
            exhaustive_stop=False,
            budget_step=profile.num_ballots(),
            budget_bound=instance.budget_limit * 30 + 400,
        )
    return {project.name for project in won}


def greedy(election: Election, lots: Lots) -> set:
    from pabutools.election import Cardinality_Sat
    from pabutools.rules import greedy_utilitarian_welfare

    instance, profile, ties = asked(election, lots)
    sat = satisfaction("score") if election.kind != "approval" else Cardinality_Sat
    # Their greedy divides by cost; ours is the one most cities use. See `test_oracles`.
    return {p.name for p in greedy_utilitarian_welfare(instance, profile, sat, tie_breaking=ties)}


def phragmen(election: Election, lots: Lots) -> set:
    from pabutools.rules import sequential_phragmen

    instance, profile, ties = asked(election, lots)
    votes, _scores = votes_and_scores(election)
    # They also buy what nobody chose, after all else; we do not.
    won = sequential_phragmen(instance, profile, tie_breaking=ties)
    return {project.name for project in won if votes[project.name]}
