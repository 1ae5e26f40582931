from django.apps import AppConfig


class PeopleConfig(AppConfig):
    name = "people"

    def ready(self) -> None:
        from allauth.account.signals import email_confirmed
        from django.contrib.auth.signals import user_logged_in

        from people import (
            hooks,
            openapi,  # noqa: F401 - tells the schema how one signs in
        )
        from people.leaving import own_effects
        from people.marks import on_confirmed
        from people.own_data import PARTS
        from people.sessions import note_device
        from people.topics import register_topics

        register_topics()
        user_logged_in.connect(note_device)
        email_confirmed.connect(on_confirmed)
        hooks.own_data[:0] = PARTS
        hooks.effects_of_leaving.append(own_effects)
