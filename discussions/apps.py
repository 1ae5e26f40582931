from django.apps import AppConfig


class DiscussionsConfig(AppConfig):
    name = "discussions"

    def ready(self):
        from discussions.phrases import NOTICES
        from discussions.topics import register_topics
        from people.notices import phrase

        register_topics()
        for event, sentence in NOTICES.items():
            phrase(event, sentence)
