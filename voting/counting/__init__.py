"""Counting: pure functions from ballots to results, without Django and without a database."""

from voting.counting.plain import approval, points, ranking, yes_no

__all__ = ["approval", "points", "ranking", "yes_no"]
