from django.apps import AppConfig


class VotingConfig(AppConfig):
    name = "voting"

    def ready(self):
        from proposals import hooks
        from voting.telling import on_answer, on_version
        from voting.topics import register_topics

        register_topics()
        hooks.version_published.append(on_version)
        hooks.answer_published.append(on_answer)
