"""Equal Shares as it is written down, slowly: every purse a fraction, every price worked out anew.

Shares nothing with the fast path but the spec and the election; tests hold both to each other.
"""

from fractions import Fraction

from voting.counting.budgets.tallying import longest, points_on
from voting.counting.election import Election
from voting.counting.lots import Lots, part
from voting.counting.outcome import Outcome
from voting.counting.progress import Progress


def reference(election: Election, spec, lots: Lots, progress: Progress) -> Outcome:
    costs = {option.id: option.cost for option in election.standing}
    top = longest(election)
    voters = [
        ({key: Fraction(points) for key, points in points_on(ballot, top) if points > 0}, weight)
        for ballot, weight in election.ballots
    ]
    voters = [({k: u for k, u in likes.items() if k in costs}, weight) for likes, weight in voters]
    votes = {key: sum(w for likes, w in voters if key in likes) for key in costs}
    scores = {key: sum(w * likes.get(key, 0) for likes, w in voters) for key in costs}
    people, budget = sum(weight for _likes, weight in voters), Fraction(election.budget or 0)

    def utility(likes: dict, key: str) -> Fraction:
        if key not in likes:
            return Fraction(0)
        return {"cost": Fraction(costs[key]), "cardinality": Fraction(1), "score": likes[key]}[
            spec.utility
        ]

    def price(purses: list, key: str) -> Fraction | None:
        """The least price of a utility at which what everybody gives adds up to the cost."""
        supporters = [(b, utility(v, key), w) for b, (v, w) in zip(purses, voters, strict=True)]
        supporters = [(b, u, w) for b, u, w in supporters if u > 0]
        if sum(b * w for b, _u, w in supporters) < costs[key]:
            return None
        supporters.sort(key=lambda each: each[0] / each[1])
        to_pay, worth = Fraction(costs[key]), sum(u * w for _b, u, w in supporters)
        for b, u, w in supporters:
            if to_pay / worth * u <= b:
                return to_pay / worth
            to_pay, worth = to_pay - b * w, worth - u * w
        return None

    def run(share: Fraction) -> list[str]:
        purses = [share] * len(voters)
        won: list[str] = []
        while True:
            left = [key for key in costs if costs[key] and votes[key] and key not in won]
            prices = {key: rho for key in left if (rho := price(purses, key)) is not None}
            if not prices:
                return won
            tied = [key for key in prices if prices[key] == min(prices.values())]
            best = part(tied, lots, costs.__getitem__, lambda key: -votes[key])
            won.append(best)
            for i, (likes, _w) in enumerate(voters):
                purses[i] -= min(purses[i], prices[best] * utility(likes, best))

    def spent(won) -> int:
        return sum(costs[key] for key in won)

    share = budget / people if people else Fraction(0)
    if spec.integral:
        share = Fraction(share // election.unit * election.unit)
    won = run(share)
    step = 1 if spec.completion == "add-opt" else spec.increment * election.unit
    while spec.completion != "none":
        progress.step()
        rest = [key for key in costs if costs[key] and votes[key] and key not in won]
        if not rest:
            break
        if spec.stop == "exhaustive" and all(spent(won) + costs[key] > budget for key in rest):
            break
        share += step
        more = run(share)
        if spent(more) > budget:
            break
        won = more

    def greedily(start: list[str]) -> list[str]:
        chosen = list(start)
        left = [key for key in costs if votes[key] and key not in chosen]
        while left:
            key = part(left, lots, lambda k: -scores[k], costs.__getitem__, lambda k: -votes[k])
            left.remove(key)
            if spent(chosen) + costs[key] <= budget:
                chosen.append(key)
        return chosen

    won = [key for key in costs if costs[key] == 0 and votes[key]] + won
    if spec.greedy:
        won = greedily(won)
    if spec.comparison != "none":
        other = greedily([])
        has = [[sum(utility(v, k) for k in each) for v, _w in voters] for each in (won, other)]
        sides = list(zip(has[0], has[1], voters, strict=True))
        if spec.comparison == "satisfaction":
            worse = sum(w * ((b > a) - (a > b)) for a, b, (_v, w) in sides) > 0
        else:
            helped = [
                sum(w for v, w in voters if any(k in v for k in each)) for each in (won, other)
            ]
            worse = helped[1] > helped[0]
        won = other if worse else won
    return Outcome(spec, election, tuple(won), scores, spent=spent(won))
