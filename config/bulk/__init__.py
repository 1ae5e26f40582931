"""A city as big as one likes, with invented rows: to measure in, not to read."""
