from django.apps import AppConfig


class ConsultationsConfig(AppConfig):
    name = "consultations"

    def ready(self) -> None:
        from django.core import checks

        from consultations import leaving
        from consultations.checks import texts_are_fresh
        from consultations.phrases import register_phrases  # models are loaded only now
        from consultations.topics import register_topics
        from people import hooks

        checks.register(texts_are_fresh)
        register_topics()
        register_phrases()
        hooks.own_data[:0] = leaving.PARTS
        hooks.effects_of_leaving.append(leaving.effects)
        hooks.may_leave.append(leaving.may_leave)
        hooks.leaving.append(leaving.give_up_roles)
