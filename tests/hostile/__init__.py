"""People who want to break something, and what the city says to them."""
