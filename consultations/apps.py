from django.apps import AppConfig


class ConsultationsConfig(AppConfig):
    name = "consultations"

    def ready(self) -> None:
        from consultations.topics import register_topics  # models are loaded only now

        register_topics()
