"""Benchmarks: ratios to a floor or a peer measured in the same run; never part of the tests."""
