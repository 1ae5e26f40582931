from django.apps import AppConfig


class VotingConfig(AppConfig):
    name = "voting"

    def ready(self):
        from proposals import hooks
        from voting.actions.supporting import tell_supporters_of_answer, tell_supporters_of_version
        from voting.phrases import register_phrases
        from voting.topics import register_topics

        register_phrases()
        register_topics()
        hooks.version_published.append(tell_supporters_of_version)
        hooks.answer_published.append(tell_supporters_of_answer)
