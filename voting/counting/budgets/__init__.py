"""Rules that decide which projects a budget pays for."""
