from django.apps import AppConfig


class VotingConfig(AppConfig):
    name = "voting"

    def ready(self):
        from people import hooks as people_hooks
        from proposals import hooks
        from voting import leaving
        from voting.telling import on_answer, on_version
        from voting.topics import register_topics

        register_topics()
        hooks.version_published.append(on_version)
        hooks.answer_published.append(on_answer)
        people_hooks.own_data[:0] = leaving.PARTS
        people_hooks.effects_of_leaving.append(leaving.effects)
        people_hooks.leaving.append(leaving.let_go)
        people_hooks.returning.append(leaving.take_up)
