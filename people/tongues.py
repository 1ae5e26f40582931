"""What Polyphony can speak; settings read it, so nothing else may stand here."""

KNOWN = {
    "en": "English",
    "de": "Deutsch",
    "fr": "Français",
    "it": "Italiano",
    "es": "Español",
    "pl": "Polski",
}
"""Every language that Polyphony has words in, each by its own name."""
