from django.apps import AppConfig


class ConsultationsConfig(AppConfig):
    name = "consultations"

    def ready(self) -> None:
        from django.core import checks

        from consultations.checks import texts_are_fresh
        from consultations.phrases import register_phrases  # models are loaded only now
        from consultations.topics import register_topics

        checks.register(texts_are_fresh)
        register_topics()
        register_phrases()
