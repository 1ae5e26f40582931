from django.apps import AppConfig


class ConsultationsConfig(AppConfig):
    name = "consultations"

    def ready(self) -> None:
        from consultations.phrases import register_phrases  # models are loaded only now
        from consultations.topics import register_topics

        register_topics()
        register_phrases()
