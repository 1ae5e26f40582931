from django.apps import AppConfig


class DiscussionsConfig(AppConfig):
    name = "discussions"

    def ready(self):
        from discussions import leaving
        from discussions.phrases import register_phrases
        from discussions.topics import register_topics
        from people import hooks

        register_topics()
        register_phrases()
        hooks.own_data[:0] = leaving.PARTS
        hooks.effects_of_leaving.append(leaving.effects)
        hooks.leaving.append(leaving.forget)
        hooks.returning.append(leaving.take_up)
