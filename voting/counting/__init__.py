"""Counting: pure functions from ballots to results, without Django and without a database.

`election.Election` (options, weighted `ballots`) is counted by a `specs.Spec` through
`rules.counted(election, spec, lots=…)`, which gives an `outcome.Outcome`: winners, scores, the trace
of every round, ties and explanations. How a rule is added stands in `rules`; how a format of files is
added in `voting.formats`. What people read is a `words.Sentence`, translated where it is shown.
"""

from voting.counting.plain import approval, points, ranking, yes_no

__all__ = ["approval", "points", "ranking", "yes_no"]
