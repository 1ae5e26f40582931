"""The acts that a phase may allow."""

PROPOSE, SUPPORT, DISCUSS, VOTE = "propose", "support", "discuss", "vote"
NOTHING: frozenset[str] = frozenset()
