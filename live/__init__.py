"""Live updates: topics, announcing, the hub, the one socket. Knows envelopes, never domains."""
