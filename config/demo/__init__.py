"""The demonstration: Lindhaven, a fictional city, and how it is put into a database."""
