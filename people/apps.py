from django.apps import AppConfig


class PeopleConfig(AppConfig):
    name = "people"

    def ready(self) -> None:
        from people import openapi  # noqa: F401 - tells the schema how one signs in
        from people.topics import register_topics

        register_topics()
