from django.apps import AppConfig


class ProposalsConfig(AppConfig):
    name = "proposals"

    def ready(self) -> None:
        # Models are loaded only now.
        from consultations.hooks import moved_rows
        from people import hooks
        from proposals import leaving, phrases, topics
        from proposals.actions.picturing import forget_loose

        phrases.register_phrases()
        topics.register_topics()
        moved_rows.append(topics.moved_rows)
        hooks.own_data[:0] = leaving.PARTS
        hooks.effects_of_leaving.append(leaving.effects)
        hooks.leaving.append(forget_loose)
