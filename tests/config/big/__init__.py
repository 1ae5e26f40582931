"""An app with a topic whose facts are long: what slow readers are tried with."""

from django.apps import AppConfig

NOVEL = "It was a dark and stormy night. " * 6_000


class Big(AppConfig):
    name = "tests.config.big"
    label = "big"

    def ready(self) -> None:
        from live import topics

        topics.register(topics.TopicKind("novel", lambda keys: {k: {"text": NOVEL} for k in keys}))
