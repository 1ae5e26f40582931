"""Why each candidate of a council election is in, or out."""

from collections.abc import Sequence
from typing import Any

from voting.counting.outcome import Explanation
from voting.counting.words import _


def explanations(
    elected: Sequence[str], stages: Sequence[dict[str, Any]]
) -> tuple[Explanation, ...]:
    """One for each candidate; `behind_by` is the distance to the next at the stage it went out.

    No number of further ballots is stated: under this rule more first places can also do harm.
    """
    return tuple(
        won(key, stages) if key in elected else out(key, stages, elected)
        for key in stages[0]["totals"]
    )


def won(key: str, stages: Sequence[dict[str, Any]]) -> Explanation:
    number, stage = next((n, s) for n, s in enumerate(stages, 1) if key in s["elected"])
    votes, quota = stage["totals"][key], stages[0]["quota"]
    facts = {"stage": number, "votes": votes, "quota": quota, "reached": votes >= quota}
    if votes >= quota:
        words = _(
            "Elected at stage %(stage)s with %(votes)s votes; the quota is %(quota)s.",
            stage=number,
            votes=votes,
            quota=quota,
        )
    else:
        words = _(
            "Elected at stage %(stage)s with %(votes)s votes, without the quota of %(quota)s: as "
            "many candidates were left as seats.",
            stage=number,
            votes=votes,
            quota=quota,
        )
    return Explanation(key, True, words, facts)


def out(key: str, stages: Sequence[dict[str, Any]], elected: Sequence[str]) -> Explanation:
    gone = next((n for n, stage in enumerate(stages) if stage.get("of") == key), None)
    if gone is None:
        votes = stages[-1]["totals"][key]
        words = _(
            "Still there with %(votes)s votes when the last seat was filled at stage %(stage)s.",
            votes=votes,
            stage=len(stages),
        )
        return Explanation(key, False, words, {"stage": len(stages), "votes": votes})
    before = stages[gone - 1]["totals"]
    taken = {one for stage in stages[:gone] for one in (*stage["elected"], stage.get("of"))}
    rivals = [one for one in before if one != key and one not in taken]
    facts: dict[str, Any] = {"stage": gone + 1, "votes": before[key]}
    if not rivals:
        words = _(
            "Excluded at stage %(stage)s with %(votes)s votes.", stage=gone + 1, votes=before[key]
        )
        return Explanation(key, False, words, facts)
    ahead = min(rivals, key=before.__getitem__)
    facts |= {"behind": ahead, "behind_by": before[ahead] - before[key]}
    words = _(
        "Excluded at stage %(stage)s with %(votes)s votes, the fewest: %(by)s behind the next.",
        stage=gone + 1,
        votes=before[key],
        by=facts["behind_by"],
    )
    return Explanation(key, False, words, facts)
