from django.apps import AppConfig


class DiscussionsConfig(AppConfig):
    name = "discussions"

    def ready(self):
        from discussions.phrases import register_phrases
        from discussions.topics import register_topics

        register_topics()
        register_phrases()
